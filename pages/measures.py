"""What is counted, and what do the words mean? For everybody: every definition, one click from every chart."""

from __future__ import annotations

from collections.abc import Sequence

import dash
from dash import Output

from components import html
from components import network_cards as words
from components.entries import part_contents
from components.network_cards import sentence_parts
from components.selectors import Badge, Choice, find_field
from data_access.store import reading
from data_access.viewer import Viewer
from equity.catalogue import OVERALL
from equity.selection import Query
from equity.sentences import Sentence
from equity.sentences.definitions import found_sentence, measures_sentence
from pages._frame import body_outputs, frame_outputs, page_main
from pages._measures_answer import Answer, answer_to, known_words, views
from pages._measures_file import LISTINGS
from pages._measures_parts import Part, badge_words, cards_of, parts_of, view_words

OUTPUTS = [
    *frame_outputs("measures", ("view",)),
    Output("measures-find", "value"),
    *body_outputs("measures-contents", "measures-parts"),
]


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        found, parts = answer.asked.catalogue, parts_of(answer)
        return page_main(
            "measures",
            answer.asked,
            question="What is counted, and what do the words mean?",
            eyebrow=words.eyebrow(found.network, found.events),
            sentence=sentence_parts(sentence_of(answer)),
            choices=[Choice("view", "Show", (("", "Everything"), *((view, view_words(answer, view)) for view in views(answer.asked))), answer.view, ("page",))],
            badges_shown=badges_of(answer),
            beneath=[
                html.Div(find_field(answer.selection.find, "measures", label="Find a measure or a word", known=known_words(answer)), className="team-find"),
                html.Div(contents_of(parts), id="measures-contents"),
            ],
            cards=[html.Div(cards_of(answer, parts), id="measures-parts", className="sheet")],
            faults=answer.faults,
        )


def sentence_of(answer: Answer) -> Sentence:
    """What the network has, or how much of it holds the reader's words."""
    if answer.selection.find:
        return found_sentence(answer.selection.find, answer.found)
    found = answer.asked.catalogue
    divisions = sum(one.stratifier_id != OVERALL for one in found.stratifiers)
    return measures_sentence([measure.kind for measure in found.measures], divisions=divisions, frameworks=answer.scored_on)


def badges_of(answer: Answer) -> list[Badge]:
    """Whatever leaves definitions out, each with the way to take it away."""
    chosen = answer.selection
    shown = [Badge("Shown", badge_words(answer), chosen.but(view="", page=1).to_query())] if answer.view else [Badge("Shown", "everything", None, doubled=True)]
    return [*shown, *([Badge("Words", f"“{chosen.find}”", chosen.but(find="", page=1).to_query())] if chosen.find else [])]


def contents_of(parts: Sequence[Part]) -> html.Nav:
    return part_contents([(part.title, part.card_id, part.entries) for part in parts])


dash.register_page(__name__, name="Measures", path="/measures", order=7, title="Measures · Lantern", layout=layout, outputs=OUTPUTS, listings=LISTINGS)
