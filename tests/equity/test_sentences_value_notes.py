from __future__ import annotations

from datetime import date

import pytest

from equity.notes import ChartNote, NoteRun
from equity.periods import period_of
from equity.sentences.value_notes import about_words, group_names
from tests.examples import MEASURE, RACE

APRIL, JUNE = (period_of(date(2026, month, 1), "month") for month in (4, 6))


@pytest.mark.parametrize(
    ("last", "groups", "said"),
    [
        (JUNE, ["all patients"], "All patients, Apr 2026 to Jun 2026. Loaded by Data desk, 12 October 2026."),
        (APRIL, ["Black", "White"], "Black and White, Apr 2026. Loaded by Data desk, 12 October 2026."),
    ],
)
def test_a_note_says_whose_values_it_is_about_and_who_brought_it_when(last, groups, said):
    assert about_words(NoteRun("a", "Flood", ("bp",), APRIL, last, 3, "Data desk", "2026-10-12 08:00"), groups) == said


def test_everybody_is_named_by_the_measure_and_a_group_by_its_division():
    run = NoteRun("a", "Flood", ("bp",), APRIL, JUNE, 3)
    note = ChartNote("a", run, (), (("overall", "all"), ("race", "white")))
    assert group_names(note, RACE, MEASURE) == ["all patients", "White"]
