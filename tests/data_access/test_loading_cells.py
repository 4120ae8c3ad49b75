from __future__ import annotations

from datetime import date

import pytest

from data_access.loading import cells
from data_access.loading.cells import Broken


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (cells.ID_CELL, "Team_7.b-2", "Team_7.b-2"),
        (cells.ID_CELL, "a" * 64, "a" * 64),
        (cells.IDS, "bp", ("bp",)),
        (cells.IDS, "bp; falls ;bp", ("bp", "falls")),
        (cells.COUNT, "0", 0),
        (cells.COUNT, "007", 7),
        (cells.COUNT, "12.0", 12),
        (cells.COUNT, "9" * 15, 10**15 - 1),
        (cells.POSITIVE, "1", 1),
        (cells.NUMBER, "-2.5", -2.5),
        (cells.POSITIVE_NUMBER, "0.1", 0.1),
        (cells.HALF_STEPS, "0.5", 0.5),
        (cells.HALF_STEPS, "5", 5.0),
        (cells.DATE, "2024-02-29", date(2024, 2, 29)),
        (cells.DATE, "1900-01-01", date(1900, 1, 1)),
        (cells.DATE, "2199-12-31", date(2199, 12, 31)),
        (cells.MONTH_START, "2025-04-01", date(2025, 4, 1)),
        (cells.TRUTH, "TRUE", True),
        (cells.TRUTH, "false", False),
        (cells.NAME, "=HYPERLINK(1)", "=HYPERLINK(1)"),
        (cells.NAME, "n" * 300, "n" * 300),
        (cells.WORDS, "two\nlines", "two\nlines"),
        (cells.choice("a", "b"), "b", "b"),
    ],
)
def test_a_cell_is_read_as_its_kind(kind: cells.Kind, text: str, value: object) -> None:
    assert kind.read(text) == value


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (cells.ID_CELL, "a" * 65),
        (cells.ID_CELL, "two words"),
        (cells.ID_CELL, "é"),
        (cells.ID_CELL, "１"),
        (cells.ID_CELL, "=HYPERLINK(1)"),
        (cells.IDS, ";"),
        (cells.IDS, "bp;two words"),
        (cells.COUNT, "-1"),
        (cells.COUNT, "+1"),
        (cells.COUNT, "1,234"),
        (cells.COUNT, "1 234"),
        (cells.COUNT, "1e3"),
        (cells.COUNT, "12.5"),
        (cells.COUNT, "１２"),
        (cells.COUNT, "9" * 16),
        (cells.COUNT, "=1+1"),
        (cells.POSITIVE, "0"),
        (cells.POSITIVE, "x"),
        (cells.NUMBER, "nan"),
        (cells.NUMBER, "inf"),
        (cells.NUMBER, "1e3"),
        (cells.NUMBER, "0,5"),
        (cells.NUMBER, "5%"),
        (cells.POSITIVE_NUMBER, "0"),
        (cells.POSITIVE_NUMBER, "x"),
        (cells.HALF_STEPS, "0"),
        (cells.HALF_STEPS, "5.5"),
        (cells.HALF_STEPS, "2.25"),
        (cells.HALF_STEPS, "x"),
        (cells.DATE, "4/3/2026"),
        (cells.DATE, "20260403"),
        (cells.DATE, "2026-02-30"),
        (cells.DATE, "1899-12-31"),
        (cells.DATE, "2200-01-01"),
        (cells.MONTH_START, "2025-04-02"),
        (cells.MONTH_START, "April"),
        (cells.TRUTH, "yes"),
        (cells.NAME, "n" * 301),
        (cells.NAME, "bell\x07"),
        (cells.choice("a", "b"), "A"),
    ],
)
def test_a_cell_that_could_be_misunderstood_is_broken_and_says_what_to_do(kind: cells.Kind, text: str) -> None:
    found = kind.read(text)
    assert isinstance(found, Broken) and found.rule and found.do.endswith(".")


def test_a_day_that_is_not_the_first_names_the_first() -> None:
    assert "2025-04-01" in cells.MONTH_START.read("2025-04-17").do
