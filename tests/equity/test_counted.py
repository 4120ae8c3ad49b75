"""A count is written exactly, or as the size that is told of it, and never both."""

from __future__ import annotations

import pytest

from equity.counted import counted_names, counted_values, counted_words, size_words
from equity.counts import HIDDEN_COUNT, Band, Count

ROUNDED = Count(12.4, 20, None, 1, Band(1_000, 1_999))
LARGEST = Count(62.0, 100, None, 1, Band(1_000_000, None))


@pytest.mark.parametrize(
    ("count", "size", "counted"),
    [
        (Count(30, 1_203), "1,203", "30 of 1,203"),
        (ROUNDED, "1,000 to 1,999", "of 1,000 to 1,999"),
        (LARGEST, "1,000,000 or more", "of 1,000,000 or more"),
        (Count(1.0, 2, None, 1, Band(20, 20)), "20", "of 20"),
    ],
)
def test_a_size_stands_in_for_numbers_that_are_not_told(count: Count, size: str, counted: str) -> None:
    assert (size_words(count), counted_words(count)) == (size, counted)


def test_what_is_not_known_has_no_size() -> None:
    assert counted_words(HIDDEN_COUNT) == ""
    assert counted_values(HIDDEN_COUNT) == (None, None, "")


def test_a_file_has_exact_numbers_or_a_size() -> None:
    assert counted_names("focus_") == ("focus_numerator", "focus_denominator", "focus_size")
    assert counted_values(Count(30, 1_203)) == (30, 1_203, "1203")
    assert counted_values(ROUNDED) == (None, None, "1000 to 1999")
