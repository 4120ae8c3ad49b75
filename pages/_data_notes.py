"""What teams wrote beside single values, where the value itself may be seen."""

from __future__ import annotations

from datetime import date

from dash.development.base_component import Component

from components import html
from components.cards import card_foot, card_head
from components.network_cards import source_words
from components.report_tables import listed_table
from data_access.value_notes import MOST_NOTES, ValueNotes, value_notes
from equity.listing import Listing
from equity.notes import NoteRun, note_runs
from equity.numbers import date_words
from equity.sentences.data_page import NOTES_RULE, measures_words, notes_title, span_words
from pages._data_answer import ALONE, Answer, scrolled, shown_card
from pages._frame import team_url

NOTES = "data-notes"


def notes_card(answer: Answer) -> html.Section:
    return shown_card(NOTES, notes_head(answer), notes_body(answer), notes_foot(answer))


def found_notes(answer: Answer) -> ValueNotes:
    """Notes of the teams shown, on the chosen measure or on all."""
    measures = [answer.measure] if answer.view == ALONE else answer.asked.catalogue.measures
    return value_notes(answer.viewer, list(answer.names), [measure.measure_id for measure in measures])


def notes_head(answer: Answer) -> list[Component]:
    found = found_notes(answer)
    most = "" if found.is_whole else f" Read are the latest {MOST_NOTES}."
    return card_head(NOTES, notes_title(len(note_runs(found.notes)), len(found.notes)), f"What a team wrote beside a value, the latest period first.{most}")


def notes_body(answer: Answer) -> list[Component]:
    runs = note_runs(found_notes(answer).notes)
    rule = html.P(NOTES_RULE, className="beside-words")
    if not runs:
        return [rule]
    rows = [notes_cells(answer, run) for run in runs]
    mine = [place for place, run in enumerate(runs) if run.team_id == answer.mine]
    table = listed_table("Notes on values", ("Team", "Periods", "Measures", "Values", "Note", "Loaded by"), rows, amounts=(3,), wordy=(2, 4), mine=mine)
    return [scrolled(table, "Notes on values"), rule]


def notes_cells(answer: Answer, run: NoteRun) -> list:
    """One note, with the values that bear it."""
    link = html.A(answer.names[run.team_id], href=team_url(run.team_id, answer.asked.selection))
    return [
        link,
        span_words(run.first, run.last),
        measures_words(run.measure_ids, answer.measure_names),
        f"{run.values:,}",
        run.words,
        f"{run.by}, {date_words(date.fromisoformat(run.at[:10]))}",
    ]


def notes_foot(answer: Answer) -> list[Component]:
    return card_foot(source=f"{source_words(answer.asked.catalogue.load)} The file has a row for each value.", table=None, csv_url=answer.csv("notes"))


def notes_listing(answer: Answer) -> Listing:
    """A row for each value that bears a note."""
    rows = [
        (note.team_id, answer.names[note.team_id], note.measure_id, note.stratifier_id, note.group_code, note.period.label, note.words, note.by, note.at)
        for note in found_notes(answer).notes
    ]
    return Listing(("team_id", "team", "measure_id", "divided_by", "group_code", "period", "note", "loaded_by", "loaded_at"), tuple(rows))
