from __future__ import annotations

import pytest
from dash import html

from components.report_tables import BLANKS, blanks_list, blanks_places, grade_cell, listed_table, or_nothing
from equity.blanks import MEANINGS, STORED, WORDS, marker_of
from equity.data_quality import data_quality, hidden_quality
from tests.components.plain import cells, every, same, text

FINE = {"unknown": 5.0, "due": 20, "missing": 0, "late": 0}


def test_rows_stand_as_they_are_given_and_no_head_ranks_them():
    table = listed_table(
        "What teams owe", ("Team", "Late", "Days"), [["Birch", "Aug 2026", "14"], ["Ash", "nothing", "0"]], amounts=(2,), wordy=(1,), mine=(1,)
    )
    assert cells(table) == [["Team", "Late", "Days"], ["Birch", "Aug 2026", "14"], ["Ash", "nothing", "0"]]
    assert every(table, "Button") == []
    assert text(every(table, "Caption")) == "What teams owe"
    head, *rows = every(table, "Tr")
    assert [row.className for row in rows] == [None, "mine"]
    assert [cell.className for cell in head.children] == [None, "wordy", "amount"]
    assert [getattr(cell, "className", None) for cell in rows[0].children] == [None, "wordy", "amount"]
    assert [(type(cell).__name__, getattr(cell, "scope", None)) for cell in rows[0].children] == [("Th", "row"), ("Td", None), ("Td", None)]


def test_a_cell_that_stands_alone_on_a_phone_names_its_column_and_the_table_stays_one():
    table = listed_table("What teams owe", ("Team", "Late", "Days"), [["Birch", "Aug 2026", "14"]])
    assert [getattr(cell, "data-head", None) for cell in every(table, "Tr")[1].children] == [None, "Late", "Days"]
    roles = [(kind, part.role) for kind in ("Table", "Thead", "Tbody", "Tr", "Th", "Td") for part in every(table, kind)]
    assert set(roles) == {
        ("Table", "table"),
        ("Thead", "rowgroup"),
        ("Tbody", "rowgroup"),
        ("Tr", "row"),
        ("Th", "columnheader"),
        ("Th", "rowheader"),
        ("Td", "cell"),
    }


@pytest.mark.parametrize(
    ("quality", "words", "kind", "mark"),
    [
        (data_quality(**FINE), "Good enough to judge", "plain", "mark-grade-0"),
        (data_quality(**{**FINE, "unknown": 15.0}), "Judge with care", "plain", "mark-grade-1"),
        (data_quality(**{**FINE, "unknown": 25.0}), "Too weak to judge", "plain", "mark-grade-2"),
        (data_quality(**{**FINE, "due": 0}), "Too early to say", "blank", "mark-not_due"),
        (hidden_quality(), "Hidden", "blank", "mark-hidden"),
    ],
)
def test_a_grade_has_a_mark_and_a_word(quality, words, kind, mark):
    cell = grade_cell(quality)
    assert (text(cell), cell.className) == (words, kind)
    assert cell.children[0].className == f"mark {mark}"


def test_where_nothing_is_missing_that_is_said_quietly():
    assert or_nothing("Aug 2026: blood pressure") == "Aug 2026: blood pressure"
    assert same(or_nothing(""), html.Span("nothing", className="quiet"))


def test_the_five_blanks_have_mark_word_and_meaning_once():
    rows = every(blanks_list(), "Div")
    assert [(text(every(row, "Dt")), text(every(row, "Dd"))) for row in rows] == [(WORDS[blank], MEANINGS[blank]) for blank in BLANKS]
    assert {marker_of(blank) for blank in STORED} < set(BLANKS)
    assert len(BLANKS) == 5


def test_how_a_blank_looks_is_told_for_every_place():
    assert [text(term) for term in every(blanks_places(), "Dt")] == ["In a chart", "In a table", "In a file", "Read aloud"]
