"""How numbers, counts, dates and lists are written for readers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from math import isfinite

from equity.catalogue import Measure
from equity.periods import MONTH_NAMES
from equity.rates import Estimate

MINUS = "−"
NOT_COMPUTABLE_WORDS = "not computable"
NO_GAP = "no gap"
PERCENT = 100
RATIO_PLACES = 2
# Nearer than this to a whole number is one: what a float adds up to.
WHOLE = 1e-6
NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def decimal(value: float, places: int, *, plus: bool = False) -> str:
    """The number with so many decimals, thousands commas and a true minus; never a minus before zero."""
    if not isfinite(value):
        return NOT_COMPUTABLE_WORDS
    written = f"{abs(value):,.{places}f}"
    if is_nothing(written):
        return written
    return f"{MINUS if value < 0 else '+' if plus else ''}{written}"


def places_of(multiplier: int, *values: float) -> int:
    """Decimals of a rate or gap: one; two for shares and for small rates per 1,000 and more."""
    small = any(isfinite(value) and 0 < abs(value) < 1 for value in values)
    return 2 if multiplier < PERCENT or (multiplier > PERCENT and small) else 1


def places_told(multiplier: int, value: float, *, is_whole: bool) -> int:
    """The same of a value made from rates that may be told in whole units alone: none where it is whole as they are, a tenth where it is a median of two."""
    return 0 if is_whole and is_near_whole(value) else places_of(multiplier, value)


def is_near_whole(value: float) -> bool:
    """True for a whole number, and for what a float makes of one."""
    return isfinite(value) and abs(value - round(value)) < WHOLE


def per_words(multiplier: int) -> str:
    """What follows a rate: nothing for percent and shares, else per so many."""
    return f" per {multiplier:,}" if multiplier > PERCENT else ""


def rate_words(value: float, multiplier: int, *, is_whole: bool = False) -> str:
    """60.3%, 6.9 per 1,000, 0.42; 60% of rates that are told in whole percent."""
    if not isfinite(value):
        return NOT_COMPUTABLE_WORDS
    return decimal(value, places_told(multiplier, value, is_whole=is_whole)) + ("%" if multiplier == PERCENT else per_words(multiplier))


def estimate_words(rate: Estimate, multiplier: int) -> str:
    """The same of a rate with its interval."""
    return rate_words(rate.as_told().value, multiplier, is_whole=rate.is_whole)


def percent_words(value: float) -> str:
    """7.1%, and 7% where it is whole: a share that may be told without tenths."""
    return f"{decimal(value, 1).removesuffix('.0')}%" if isfinite(value) else NOT_COMPUTABLE_WORDS


def gap_unit(multiplier: int) -> str:
    """What a difference of two rates is counted in, said in full; empty for shares."""
    return "percentage points" if multiplier == PERCENT else per_words(multiplier).strip()


def gap_words(value: float, multiplier: int, *, is_whole: bool = False) -> str:
    """7.8 points, 2.1 per 1,000, no gap where it rounds to nothing; 8 points of rates that are told in whole percent."""
    written = decimal(value, places_told(multiplier, value, is_whole=is_whole))
    if is_nothing(written):
        return NO_GAP
    return in_unit(written, multiplier) if isfinite(value) else written


def in_unit(written: str, multiplier: int) -> str:
    """A written difference of two rates with its unit in short: 7.8 points, 1 point, 2.1 per 1,000."""
    if multiplier != PERCENT:
        return written + per_words(multiplier)
    return f"{written} {'point' if written.removeprefix(MINUS) == '1' else 'points'}"


def told_gap(gap: Estimate, multiplier: int) -> str:
    """The same of a gap that knows how its rates are told."""
    return gap_words(gap.as_told().value, multiplier, is_whole=gap.is_whole)


def told_number(told: Estimate, multiplier: int) -> str:
    """The number alone: 7.8, and 8 where no tenths of it are told."""
    value = told.as_told().value
    return decimal(value, places_told(multiplier, value, is_whole=told.is_whole))


def record_words(gap: Estimate, measure: Measure) -> str:
    """The gap of record, on its measure's own scale: 7.8 points, 1.24 times."""
    return ratio_words(gap.value) if measure.scale == "ratio" else told_gap(gap, measure.multiplier)


def record_number(gap: Estimate, measure: Measure) -> str:
    """The number alone: 7.8, 1.24."""
    return decimal(gap.value, RATIO_PLACES) if measure.scale == "ratio" else told_number(gap, measure.multiplier)


def ratio_words(value: float) -> str:
    """1.24 times."""
    return f"{decimal(value, RATIO_PLACES)} times" if isfinite(value) else NOT_COMPUTABLE_WORDS


def interval_words(estimate: Estimate, places: int) -> str:
    """5.9 to 9.7; an end without limit is said so."""
    if not estimate.known or estimate.low != estimate.low:
        return NOT_COMPUTABLE_WORDS
    high = decimal(estimate.high, places) if isfinite(estimate.high) else "no upper limit"
    return f"{decimal(estimate.low, places)} to {high}"


def is_nothing(written: str) -> bool:
    """True for a written number that rounds to zero."""
    return not written.strip("0.")


def count_words(count: int) -> str:
    """12,407."""
    return f"{count:,}"


def number_word(count: int) -> str:
    """In words up to twelve, in digits beyond."""
    return NUMBER_WORDS[count] if count < len(NUMBER_WORDS) else count_words(count)


def plural(count: int, one: str, many: str = "") -> str:
    """five teams, one team, 1,200 teams."""
    return f"{number_word(count)} {one if count == 1 else many or one + 's'}"


def date_words(day: date) -> str:
    """28 October 2026."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


def listed(items: Sequence[str]) -> str:
    """a, b and c."""
    return " and ".join(part for part in (", ".join(items[:-1]), *items[-1:]) if part)


def capitalised(text: str) -> str:
    """The text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def shortened(text: str, most: int) -> str:
    """The text, or as many of its first words as that many letters hold and an ellipsis: the whole stands beside it, in table or title."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0][: most - 1] + "\u2026"


def within_sentence(name: str) -> str:
    """A name as it stands inside a sentence: its first letter small, unless its first word holds other capitals or digits (HbA1c, ED)."""
    first = name.split(" ")[0]
    plain = first[1:].islower() or len(first) == 1
    return name[:1].lower() + name[1:] if plain else name
