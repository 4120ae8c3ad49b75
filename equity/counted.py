"""How a count is written: exact numbers, or only the size that is told of it."""

from __future__ import annotations

from equity.counts import Count
from equity.numbers import count_words

COUNTED = ("numerator", "denominator", "size")


def size_words(count: Count) -> str:
    """1,203, or 1,000 to 1,999, or 1,000,000 or more: how many people a known count rests on."""
    if count.band is None:
        return count_words(count.denominator)
    lowest, highest = count.band.lowest, count.band.highest
    if highest is None:
        return f"{count_words(lowest)} or more"
    return f"{count_words(lowest)} to {count_words(highest)}" if lowest < highest else count_words(lowest)


def counted_words(count: Count) -> str:
    """30 of 40 where counts are told, else of 20 to 49; empty where nothing is known."""
    if not count.known:
        return ""
    return f"{count_words(count.numerator)} of {size_words(count)}" if count.is_exact else f"of {size_words(count)}"


def counted_names(side: str = "") -> tuple[str, ...]:
    """Column names of a count in a file."""
    return tuple(side + name for name in COUNTED)


def counted_values(count: Count) -> tuple[float | None, int | None, str]:
    """Its values there: numbers that only stand in for real ones are told to nobody."""
    if not count.is_exact:
        return None, None, size_words(count).replace(",", "")
    return count.numerator, count.denominator, size_words(count).replace(",", "") if count.known else ""
