"""What a cell may hold: one small reader for each kind, from text to value.

A reader returns the value, or Broken: which rule the text breaks and what to do. Readers decide nothing by guessing:
1,234 could be a thousand or a list, 1e3 is what a spreadsheet makes of an id, so neither is a number here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

ID = re.compile(r"[A-Za-z0-9_.-]{1,64}")
# 15 digits stay exact wherever they go, also through a spreadsheet.
WHOLE = re.compile(r"([0-9]{1,15})(?:\.0+)?")
DECIMAL = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
FIRST_YEAR, LAST_YEAR = 1900, 2199
SHORT, LONG = 300, 10_000


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell that could not be read: the rule that it breaks, and what to do."""

    rule: str
    do: str


Value = object
Read = Callable[[str], Value]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cell: the words for it in the documentation, and its reader (of text that is not empty)."""

    words: str
    read: Read


def _read_id(text: str) -> str | Broken:
    if ID.fullmatch(text):
        return text
    return Broken("An id has 1 to 64 of the characters A-Z a-z 0-9 _ . -", "Use the id without spaces, accents and other signs, the same in every file.")


def _read_ids(text: str) -> tuple[str, ...] | Broken:
    ids = tuple(part.strip() for part in text.split(";") if part.strip())
    broken = [part for part in ids if not ID.fullmatch(part)]
    if broken or not ids:
        return Broken("A list of ids, divided by ;", "Write ids of the characters A-Z a-z 0-9 _ . - with a semicolon between two.")
    return tuple(dict.fromkeys(ids))


def _read_whole(text: str) -> int | Broken:
    found = WHOLE.fullmatch(text)
    if found:
        return int(found[1])
    return Broken("A whole number of 0 or more, in the digits 0-9 alone", "Write 1234: no sign, no thousands comma, no space, no exponent, no decimals.")


def _read_positive(text: str) -> int | Broken:
    number = _read_whole(text)
    if number == 0:
        return Broken("A whole number of 1 or more", "Write a number above 0.")
    return number


def _read_decimal(text: str) -> float | Broken:
    if DECIMAL.fullmatch(text):
        return float(text)
    return Broken("A number in the digits 0-9, with a point before decimals", "Write 0.5 or 12: no comma, no percent sign, no exponent.")


def _read_positive_decimal(text: str) -> float | Broken:
    number = _read_decimal(text)
    if isinstance(number, float) and number <= 0:
        return Broken("A number above 0", "Write the size of the change as a number above 0.")
    return number


def _read_half_steps(text: str) -> float | Broken:
    number = _read_decimal(text)
    if isinstance(number, Broken) or (0.5 <= number <= 5 and number % 0.5 == 0):
        return number
    return Broken("A score from 0.5 to 5 in steps of 0.5", "Write one of 0.5, 1, 1.5 … 5.")


def _read_day(text: str) -> date | Broken:
    if not DAY.fullmatch(text):
        return Broken("A date as year-month-day", "Write 2026-03-31. Spreadsheets change dates when they save: give the column the format yyyy-mm-dd.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Broken("A day of the calendar", "Correct the month or the day: there is no such date.")
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    return Broken(f"A date from {FIRST_YEAR} to {LAST_YEAR}", "Correct the year.")


def _read_month(text: str) -> date | Broken:
    day = _read_day(text)
    if isinstance(day, Broken) or day.day == 1:
        return day
    return Broken("The first day of a month", f"Write {day.replace(day=1)}, or the first day of the month that is meant.")


def _read_truth(text: str) -> bool | Broken:
    truth = {"true": True, "false": False}.get(text.lower())
    return Broken("true or false", "Write true or false.") if truth is None else truth


def _read_text(text: str, longest: int) -> str | Broken:
    if len(text) > longest:
        return Broken(f"A text of at most {longest:,} characters", f"Shorten it: it has {len(text):,}. A quote that is never closed also makes cells long.")
    if CONTROL.search(text):
        return Broken("A text without control characters", "Delete the character that cannot be seen. It often comes with a copy from another program.")
    return text


def choice(*choices: str) -> Kind:
    """One of these words."""
    listed = ", ".join(choices)

    def read(text: str) -> str | Broken:
        return text if text in choices else Broken(f"One of: {listed}", f"Write one of: {listed}.")

    return Kind(f"one of {listed}", read)


ID_CELL = Kind("id", _read_id)
IDS = Kind("ids divided by ;", _read_ids)
COUNT = Kind("whole number", _read_whole)
POSITIVE = Kind("whole number above 0", _read_positive)
NUMBER = Kind("number", _read_decimal)
POSITIVE_NUMBER = Kind("number above 0", _read_positive_decimal)
HALF_STEPS = Kind("0.5 to 5 in steps of 0.5", _read_half_steps)
DATE = Kind("date", _read_day)
MONTH_START = Kind("date, first of a month", _read_month)
TRUTH = Kind("true or false", _read_truth)
NAME = Kind("text", lambda text: _read_text(text, SHORT))
WORDS = Kind("text, may be long", lambda text: _read_text(text, LONG))
