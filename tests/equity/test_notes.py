"""Notes of a team that say the same are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from equity.notes import Note, NoteRun, note_runs
from equity.periods import period_of


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
