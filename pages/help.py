"""How do I read this, and what can I do here? For everybody who comes for the first time, or asks again."""

from __future__ import annotations

import dash

from components import html
from components.help_cards import help_card, keys_table, kind_articles, marks_parts, terms_card, tour_links
from data_access.store import reading
from data_access.viewer import Viewer
from equity.help_texts import ASKING, HIDDEN, KEYS, KINDS, TAKING
from equity.selection import Query
from equity.sentences.protection import protection_words
from figures.examples import svg_of
from pages._frame import Asked, asked, page_main


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The same for every network, but for the rule that protects its people."""
    with reading():
        found = asked(viewer, query)
        return page_main(
            "help",
            found,
            question="How do I read this?",
            eyebrow="Help",
            sentence=[html.B("Read a page from the top: the sentence, the chart, then what is behind it."), " What is missing always says why."],
            choices=[],
            badges_shown=[],
            beneath=[tour_links()],
            cards=cards_of(found),
        )


def cards_of(found: Asked) -> list[html.Section]:
    """Charts first, for that is what most ask; then marks, keys, what to take along, what is hidden, whom to ask."""
    rule = protection_words(found.catalogue.network.release_policy)
    return [
        help_card("help-charts", "How to read each kind of chart", "The drawings are examples and show nobody's numbers.", [kind_articles(KINDS, svg_of)]),
        help_card("help-marks", "What the marks mean", "A mark never stands without its word.", marks_parts()),
        help_card("help-keys", "Every key", "All that a mouse does, a keyboard does too.", [keys_table(KEYS)]),
        terms_card("help-taking", "Print, present, send, cite", "", TAKING),
        terms_card("help-hidden", "What is hidden, and why", f"In this network: {rule}", HIDDEN),
        terms_card("help-asking", "Whom to ask", "", ASKING),
    ]


dash.register_page(__name__, name="Help", path="/help", order=None, title="Help · Lantern", layout=layout)
