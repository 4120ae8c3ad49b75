from __future__ import annotations

from components.summary_table import summary_table
from tests.components.plain import cells, every, text

ROWS = [("Theil index", "Lower is better.", ("6.52", "(6.14 to 6.90)"), ("2.10", "(1.70 to 2.50)"))]


def test_a_summary_has_its_meaning_and_both_numbers_with_their_intervals():
    table = summary_table(ROWS, then="Start", now="Q3 2026", caption="Blood pressure")
    assert text(every(table, "Caption")[0]) == "Blood pressure"
    assert cells(table) == [["Summary", "Start", "Q3 2026"], ["Theil indexLower is better.", "6.52(6.14 to 6.90)", "2.10(1.70 to 2.50)"]]


def test_nobody_sorts_it():
    assert every(summary_table(ROWS, then="Start", now="Now", caption="Some"), "Button") == []
