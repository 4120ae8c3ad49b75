"""Notes of a team that say the same are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from equity.notes import EVERYBODY, FOCUS, REFERENCE, ChartNote, Note, NoteRun, chart_notes, key_of, keys_by_period, note_runs, side_of, words_by_period
from equity.periods import period_of, periods_between

QUARTERS = tuple(periods_between(date(2025, 1, 1), date(2025, 12, 31), "quarter"))


def month(number: int):
    return period_of(date(2025, number, 1), "month")


def note(team_id: str, words: str, number: int, measure_id: str = "bp") -> Note:
    return Note(team_id, measure_id, "race", "black", month(number), words)


def test_the_same_words_of_a_team_are_told_once_with_all_their_values():
    notes = [note("a", "Flood", 5), note("a", "Flood", 4, "rel"), note("b", "Flood", 6), note("a", "New system", 7), note("a", "Flood", 3)]
    assert note_runs(notes) == (
        NoteRun("a", "New system", ("bp",), month(7), month(7), 1),
        NoteRun("b", "Flood", ("bp",), month(6), month(6), 1),
        NoteRun("a", "Flood", ("bp", "rel"), month(3), month(5), 3),
    )


def test_a_note_is_of_the_load_that_last_brought_it():
    by_two = [replace(note("a", "Flood", 3), by="Ada", at="2026-01-05 14:03"), replace(note("a", "Flood", 2), by="Ben", at="2026-02-01 09:00")]
    (run,) = note_runs(by_two)
    assert (run.by, run.at) == ("Ben", "2026-02-01 09:00")


def test_without_notes_there_is_nothing_to_tell():
    assert note_runs([]) == ()


def side(note: Note) -> str | None:
    return {"black": FOCUS, "all": EVERYBODY}.get(note.group_code)


def test_notes_on_a_chart_are_keyed_from_the_earliest_on_and_marked_at_every_period_that_holds_their_values():
    total = replace(note("a", "Flood", 4), stratifier_id="overall", group_code="all")
    found = chart_notes([note("a", "New system", 7), note("a", "Flood", 5), note("a", "Flood", 3), total], QUARTERS, side)
    assert found == (
        ChartNote(
            "a", NoteRun("a", "Flood", ("bp",), month(3), month(5), 3), ((0, FOCUS), (1, EVERYBODY), (1, FOCUS)), (("overall", "all"), ("race", "black"))
        ),
        ChartNote("b", NoteRun("a", "New system", ("bp",), month(7), month(7), 1), ((2, FOCUS),), (("race", "black"),)),
    )
    assert keys_by_period(found) == {0: "a", 1: "a", 2: "b"}
    assert words_by_period(found)[1] == ("Note a: Flood",)


@pytest.mark.parametrize(
    ("stratifier_id", "group_code", "side"),
    [
        ("race", "black", FOCUS),
        ("race", "white", REFERENCE),
        ("race", "other", None),
        ("overall", "all", EVERYBODY),
        ("language", "black", None),
    ],
)
def test_a_note_stands_beside_the_line_of_its_group_and_everybodys_beside_both(stratifier_id, group_code, side):
    assert side_of(replace(note("a", "Flood", 5), stratifier_id=stratifier_id, group_code=group_code), "race", "black", {"white", "hispanic"}) == side


def test_what_a_chart_does_not_show_has_no_key():
    elsewhere = replace(note("a", "Flood", 5), group_code="white")
    later = replace(note("a", "Flood", 5), period=period_of(date(2026, 1, 1), "month"))
    assert chart_notes([elsewhere, later], QUARTERS, side) == ()


def test_two_notes_on_one_period_stand_together():
    both = chart_notes([note("a", "Flood", 4), note("a", "New system", 5)], QUARTERS, side)
    assert keys_by_period(both) == {1: "a, b"}
    assert words_by_period(both) == {1: ("Note a: Flood", "Note b: New system")}


def test_after_z_keys_are_numbers():
    assert [key_of(place) for place in (0, 25, 26)] == ["a", "z", "27"]
