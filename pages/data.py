"""Can we trust these numbers? For data contacts and leads: who has reported, what is missing, how good it is, what was changed."""

from __future__ import annotations

import dash
from dash import Output

from components import html
from components.network_cards import eyebrow, sentence_parts
from components.selectors import Badge, Choice
from data_access.store import reading
from data_access.viewer import Viewer
from equity.listing import Value
from equity.selection import Query
from equity.sentences import Sentence
from equity.sentences.data_page import data_sentence, grades_sentence
from pages import _data_calendar as calendar
from pages import _data_due as due
from pages import _data_history as history
from pages import _data_notes as notes
from pages import _data_quality as quality
from pages import _data_unknown as unknown
from pages._data_answer import ALONE, TOGETHER, Answer, answer_to
from pages._frame import TITLES, body_outputs, card_outputs, chart_outputs, files_of, frame_outputs, measure_choices, origin_of, page_main

CHOICES = ("measure", "stratifier", "view")
CARDS = (calendar.CALENDAR, due.DUE, unknown.UNKNOWN, quality.QUALITY, notes.NOTES)
BODIES = (*(f"{card}-body" for card in (due.DUE, quality.QUALITY, notes.NOTES)), unknown.NETWORK_PART, unknown.TEAM_PART)
OUTPUTS = [
    *frame_outputs("data", CHOICES),
    *card_outputs(*CARDS, history.CHANGES, history.LOADS),
    Output(f"{calendar.CALENDAR}-body", "children"),
    *body_outputs(*BODIES),
    *chart_outputs(unknown.NETWORK_CHART, unknown.TEAM_CHART),
]
VIEW_WORDS = {TOGETHER: "All measures together", ALONE: "The chosen measure"}


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        found = answer.asked.catalogue
        return page_main(
            "data",
            answer.asked,
            question="Can we trust these numbers?",
            eyebrow=f"Data, {eyebrow(found.network, found.events)}",
            sentence=sentence_parts(sentence_of(answer)),
            choices=choices_of(answer),
            badges_shown=badges_of(answer),
            cards=[
                calendar.calendar_card(answer),
                due.due_card(answer),
                unknown.unknown_card(answer),
                calendar.blanks_card(answer),
                quality.quality_card(answer),
                notes.notes_card(answer),
                history.changes_card(answer),
                history.loads_card(answer),
            ],
            faults=answer.faults,
        )


def sentence_of(answer: Answer) -> Sentence:
    """The finding: who reported, who is in no group, how many reports can be judged by."""
    grades = [one.grade for one in answer.grades.values()]
    return data_sentence(calendar.title_of(answer), unknown.finding_words(answer), grades_sentence(answer.measure.short_name, grades))


def choices_of(answer: Answer) -> list[Choice]:
    """The measure, how its people are divided, and what the calendar is of."""
    return [*measure_choices(answer.asked)[:2], Choice("view", "Calendar and notes of", tuple(VIEW_WORDS.items()), answer.view, ("page",))]


def badges_of(answer: Answer) -> list[Badge]:
    """What is shown, and what of it the reader chose."""
    chosen, found, periods = answer.asked.selection, answer.asked.catalogue, answer.calendar.periods
    own = chosen.chosen(found)
    named = {"measure": chosen.measure.name, "stratifier": chosen.stratifier.name}
    parts = [Badge(TITLES[name], words, chosen.without(name, found) if own[name] else None, doubled=not own[name]) for name, words in named.items()]
    parts += [Badge("Calendar and notes", VIEW_WORDS[ALONE], chosen.but(view="", page=1).to_query())] if answer.view == ALONE else []
    parts += [Badge("Teams named", f"“{chosen.find}”", chosen.but(find="", page=1).to_query())] if chosen.find else []
    return [*parts, Badge("Calendar", f"{periods[0].label} to {periods[-1].label}" if periods else "none yet", None)]


def context_of(answer: Answer) -> list[tuple[str, Value]]:
    found, chosen = answer.asked.catalogue, answer.asked.selection
    return [
        ("network", found.network.name),
        ("measure_shown", chosen.measure.measure_id),
        ("divided_by_shown", chosen.stratifier.stratifier_id),
        ("calendar_of", answer.view),
        ("as_of", found.network.as_of.isoformat()),
        *origin_of(found),
    ]


listing_of = files_of(answer_to, context_of)
FILES = {
    "calendar": listing_of(calendar.calendar_listing),
    "due": listing_of(due.due_listing),
    "unknown": listing_of(unknown.unknown_listing),
    "quality": listing_of(quality.quality_listing),
    "notes": listing_of(notes.notes_listing),
    "changes": listing_of(history.changes_listing),
    "loads": listing_of(history.loads_listing),
}

dash.register_page(__name__, name="Data", path="/data", order=6, title="Data · Lantern", layout=layout, outputs=OUTPUTS, listings=FILES)
