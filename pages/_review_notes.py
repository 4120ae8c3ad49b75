"""What teams wrote beside single values of their review's charts: marked at their points, told beneath them, on paper too."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from dash.development.base_component import Component

from components import html
from components.note_list import note_list
from data_access.value_notes import value_notes
from equity.notes import ChartNote, chart_notes, side_of
from equity.sentences.value_notes import NOTES_TITLE, about_words, group_names
from pages._review_answer import Answer, Told, reference_of

# Beside its chart a sheet of paper has room for so many lines of so many letters; a note has a line's room around it.
LINES, LETTERS = 20, 28


def notes_of_sheet(answer: Answer, told: Told) -> tuple[ChartNote, ...]:
    """The notes that the viewer may read on the values of a team's chart, of the periods until the quarter's end."""
    measure, focus = told.measure, told.terms.focus_group or told.measure.focus_group
    alike = [one.team.team_id for one in answer.leads.values() if one and one.measure == measure]
    found = value_notes(answer.viewer, alike, [measure.measure_id]).notes
    references = reference_of(answer.viewer, answer.catalogue, told, focus).group_codes
    own = [note for note in found if note.team_id == told.team.team_id]
    return chart_notes(own, [point.period for point in told.trend.points], lambda note: side_of(note, measure.stratifier_id, focus, references))


def told_notes(answer: Answer, told: Told, notes: tuple[ChartNote, ...]) -> list[tuple[str, str, str]]:
    """Each note with the key of its marks: (key, what was written, about what, by whom and when)."""
    groups = answer.catalogue.stratifier(told.measure.stratifier_id)
    return [(note.key, note.run.words, about_words(note.run, group_names(note, groups, told.measure))) for note in notes]


def noted_chart(drawn: Component, said: Sequence[tuple[str, str, str]]) -> html.Div:
    """A chart and what is told of its notes: on paper beside it, or in columns beneath it where that would run over."""
    lines = sum(1 + ceil(len(words) / LETTERS) + ceil(len(about) / LETTERS) for _, words, about in said)
    return html.Div([drawn, html.Div(note_list(NOTES_TITLE, said))], className=f"review-chart{' review-noted' if lines > LINES else ''}")
