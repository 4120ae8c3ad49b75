from __future__ import annotations

from components.process_card import ProcessRow, process_choices, process_notes, process_table
from components.selectors import Choice
from tests.components.plain import cells, every, text

ROW = ProcessRow("Q1 2026", "52.9%", "529 of 1,000", None, "51.0%", "46.3%", "none yet", "shift")


def test_every_choice_is_a_labelled_select_of_its_own():
    choices = process_choices([Choice("line", "Whose line", (("focus", "Black patients"),), "focus", ("chart",)), Choice("since", "New phase since", (), "")])
    assert [label.htmlFor for label in every(choices, "Label")] == ["team-line", "team-since"]
    assert [getattr(one, "data-clears") for one in choices.children] == ["chart", ""]


def test_notes_without_words_are_left_out_and_the_rules_stand_last_with_the_way_to_the_methods():
    notes = process_notes(
        [("Is it changing?", ["No.", ""]), ("What are the limits worth?", [])],
        [("Shift", "Seven or more.")],
        ("How", "/methods#method-control-chart"),
    )
    assert [text(note) for note in notes] == ["Is it changing?No.", "The rulesShift. Seven or more.How"]
    assert [link.href for link in every(notes[-1], "A")] == ["/methods#method-control-chart"]


def test_where_no_rule_found_anything_it_says_so():
    assert text(process_notes([], [], ("How", "/methods"))[0]) == "The rulesNo rule found anything here.How"


def test_a_row_has_a_cell_for_every_column_and_a_blank_in_place_of_its_value():
    table = process_table("Black patients", [ROW, ProcessRow("Q2 2026", "", "", "hidden", "51.0%", "46.3%", "55.8%", "not judged")], centre="Average")
    assert cells(table) == [
        ["Period", "Value", "Counted", "Average", "Lower limit", "Upper limit", "What the rules say"],
        ["Q1 2026", "52.9%", "529 of 1,000", "51.0%", "46.3%", "none yet", "shift"],
        ["Q2 2026", "hidden", "", "51.0%", "46.3%", "55.8%", "not judged"],
    ]


def test_the_keys_of_notes_stand_in_a_column_of_their_own():
    assert [row[-1] for row in cells(process_table("Black patients", [ROW], centre="Average", noted={0: "a"}))] == ["Notes", "a"]
