from __future__ import annotations

from components.note_list import note_list
from tests.components.plain import every, text


def test_each_note_stands_with_its_key_what_was_written_and_who_brought_it():
    title, notes = note_list("Notes on values", [("a", "Flood", "All patients, Apr 2026."), ("b", "New system", "Black, May 2026.")])
    assert text(title) == "Notes on values"
    assert [text(item) for item in every(notes, "Li")] == ["aFloodAll patients, Apr 2026.", "bNew systemBlack, May 2026."]


def test_without_notes_there_is_no_title():
    assert note_list("Notes on values", []) == []
