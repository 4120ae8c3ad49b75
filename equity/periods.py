"""Periods of a measure: how long one is, what it is called, and in which longer one it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTH, QUARTER, HALF_YEAR, YEAR = "month", "quarter", "half-year", "year"
GRAINS = {MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12}
MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of whole months: start, end (its last day), grain."""

    start: date
    end: date
    grain: str

    @property
    def label(self) -> str:
        """Q3 2026, Jan 2026, 1st half 2026, 2026."""
        match self.grain:
            case "month":
                return f"{MONTH_NAMES[self.start.month - 1][:3]} {self.start.year}"
            case "quarter":
                return f"Q{(self.start.month + 2) // 3} {self.start.year}"
            case "half-year":
                return f"{'1st' if self.start.month == 1 else '2nd'} half {self.start.year}"
            case _:
                return str(self.start.year)

    @property
    def middle(self) -> date:
        """The day in its middle: where its point stands on a time axis."""
        return self.start + (self.end - self.start) / 2


def add_months(day: date, months: int) -> date:
    """The first of the month that lies so many months after the day's own month."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def period_of(day: date, grain: str) -> Period:
    """The calendar period of this grain that holds the day."""
    length = GRAINS[grain]
    start = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(start, add_months(start, length) - timedelta(days=1), grain)


def periods_between(first: date, last: date, grain: str) -> Iterator[Period]:
    """Every calendar period from the one that holds `first` to the one that holds `last`."""
    period = period_of(first, grain)
    while period.start <= last:
        yield period
        period = period_of(period.end + timedelta(days=1), grain)


def display_grain(grain: str) -> str:
    """How long a shown period is: months are put together into fixed quarters, the rest stays.

    Only one division of time is ever shown, so that no hidden month can be got by subtraction.
    """
    return QUARTER if grain == MONTH else grain
