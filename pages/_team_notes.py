"""What the team wrote beside single values of its charts: marked at their points, told beneath them, in their tables and files."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component

from components.note_list import note_list
from data_access.value_notes import value_notes
from equity.notes import EVERYBODY, FOCUS, REFERENCE, ChartNote, Note, chart_notes, side_of
from equity.periods import Period
from equity.sentences.value_notes import NOTES_TITLE, about_words, group_names
from pages._team_answer import Answer

# Whose notes each series of the process chart shows: everybody's are about the groups too.
SHOWN_WITH = {FOCUS: (FOCUS, EVERYBODY), REFERENCE: (REFERENCE, EVERYBODY), EVERYBODY: (EVERYBODY,)}


def notes_of_run(answer: Answer) -> tuple[ChartNote, ...]:
    """The notes on the values behind both lines."""
    return noted(answer, [point.period for point in answer.trend.points], (FOCUS, REFERENCE, EVERYBODY))


def notes_of_line(answer: Answer, periods: Sequence[Period]) -> tuple[ChartNote, ...]:
    """The notes on the values of the series that is shown with limits; the gap has those of both groups."""
    return noted(answer, periods, SHOWN_WITH.get(answer.selection.line or FOCUS, (FOCUS, REFERENCE, EVERYBODY)))


def noted(answer: Answer, periods: Sequence[Period], shown: Sequence[str]) -> tuple[ChartNote, ...]:
    """What the viewer may read of what this team wrote beside these values."""
    found = value_notes(answer.viewer, [answer.team.team_id], [answer.measure.measure_id]).notes if answer.works else ()
    about = [note for note in found if whose(answer, note) in shown]
    return chart_notes(about, periods, lambda note: whose(answer, note))


def whose(answer: Answer, note: Note) -> str | None:
    """Beside whose value a note stands, of the groups that are compared."""
    chosen = answer.selection
    return side_of(note, chosen.stratifier.stratifier_id, chosen.group_code, answer.groups.reference.group_codes)


def notes_beneath(answer: Answer, notes: Sequence[ChartNote]) -> list[Component]:
    """Each note in words, with the key of its marks."""
    groups, measure = answer.selection.stratifier, answer.measure
    return note_list(NOTES_TITLE, [(note.key, note.run.words, about_words(note.run, group_names(note, groups, measure))) for note in notes])
