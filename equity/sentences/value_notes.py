"""What stands beneath a chart of a note that is marked on it: what the team wrote, about whose value, who brought it and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from equity.catalogue import OVERALL, Measure, Stratifier
from equity.notes import ChartNote, NoteRun
from equity.numbers import capitalised, date_words, listed
from equity.sentences.data_page import span_words

NOTES_TITLE = "Notes on values"
NOTES_HEAD = "Note"


def group_names(note: ChartNote, groups: Stratifier, measure: Measure) -> list[str]:
    """Whose values a note is about, in the words of the chart that marks it."""
    return [f"all {measure.people}" if stratifier_id == OVERALL else groups.group(code).label for stratifier_id, code in note.groups]


def about_words(run: NoteRun, groups: Sequence[str]) -> str:
    """All patients, Apr 2026 to Jun 2026. Loaded by Data desk, 12 October 2026."""
    about = f"{capitalised(listed(groups))}, {span_words(run.first, run.last)}."
    return f"{about} Loaded by {run.by}, {date_words(date.fromisoformat(run.at[:10]))}."
