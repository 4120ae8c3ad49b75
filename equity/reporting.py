"""When a report is due, and what a missing one is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from equity.blanks import NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, strongest_blank
from equity.catalogue import Measure, Network
from equity.periods import Period, display_grain, period_of, periods_between


def due_day(period: Period, due_days: int, *, began_on: date | None = None) -> date:
    """The last day on which a report is on time. began_on: nothing was due before the network and its member began; None = they began before."""
    return max(period.end, began_on or period.end) + timedelta(days=due_days)


def is_due(period: Period, due_days: int, as_of: date) -> bool:
    """True once the days to report have passed."""
    return as_of > due_day(period, due_days)


def has_ended(period: Period, as_of: date) -> bool:
    """True from the period's last day on. Before it nothing of it is shown, since its sum would still change."""
    return period.end <= as_of


def missing_blank(period: Period, due_days: int, as_of: date, member: tuple[date | None, date | None] = (None, None)) -> str:
    """What a row that is missing altogether is called. member: the days on which the team joined and left."""
    joined_on, left_on = member
    if (joined_on and period.end < joined_on) or (left_on and period.start > left_on):
        return NOT_APPLICABLE
    return NOT_REPORTED if is_due(period, due_days, as_of) else NOT_DUE


@lru_cache(maxsize=4096)
def missing_in(periods: tuple[Period, ...], due_days: int, as_of: date, member: tuple[date | None, date | None] = (None, None)) -> str:
    """What several periods together are called of which no row is there."""
    return strongest_blank(missing_blank(period, due_days, as_of, member) for period in periods)


def due_periods(measure: Measure, network: Network, member: tuple[date | None, date | None] = (None, None)) -> tuple[Period, ...]:
    """The display periods whose reports are due by as_of: those of the network's time in which the team was a member."""
    return _due_between(*member_days(network, member), display_grain(measure.grain), measure.due_days, network.as_of)


def overdue_periods(measure: Measure, network: Network, member: tuple[date | None, date | None] = (None, None)) -> tuple[Period, ...]:
    """The display periods of which any report is due by as_of: of a quarter its first month is enough."""
    due = _due_between(*member_days(network, member), measure.grain, measure.due_days, network.as_of)
    return tuple(dict.fromkeys(period_of(period.start, display_grain(measure.grain)) for period in due))


def member_days(network: Network, member: tuple[date | None, date | None]) -> tuple[date, date]:
    """The first and the last day on which the team was a member, in the network's time until as_of."""
    joined_on, left_on = member
    return max(network.starts_on, joined_on or network.starts_on), min(network.closes_on, left_on or network.closes_on, network.as_of)


# A page asks this for every cell of its grid, and the teams of a network share a few answers.
@lru_cache(maxsize=512)
def _due_between(first: date, last: date, grain: str, due_days: int, as_of: date) -> tuple[Period, ...]:
    return tuple(period for period in periods_between(first, last, grain) if is_due(period, due_days, as_of))


def shown_periods(measure: Measure, network: Network, days_with_data: Iterable[date]) -> tuple[Period, ...]:
    """The display periods that a chart covers: from the first to the last that has data or is due."""
    due = due_periods(measure, network)
    days = sorted([*days_with_data, *(period.start for period in (due[:1] + due[-1:]))])
    return tuple(periods_between(days[0], days[-1], display_grain(measure.grain))) if days else ()


def late_before(measure: Measure, network: Network, member: tuple[date | None, date | None] = (None, None)) -> date | None:
    """A team whose last report lies before this day is late; None where nothing is due yet.

    Reads    the last two due periods must be missing; one is enough where a period is half a year or more.
    """
    return _after_patience(due_periods(measure, network, member), measure)


def silent_before(measure: Measure, network: Network, member: tuple[date | None, date | None] = (None, None)) -> date | None:
    """The same, as soon as any part of the last two periods is overdue: who sends nothing is asked before a verdict is withheld."""
    return _after_patience(overdue_periods(measure, network, member), measure)


def _after_patience(due: Sequence[Period], measure: Measure) -> date | None:
    patience = 2 if display_grain(measure.grain) in ("month", "quarter") else 1
    return due[-patience:][0].start if due else None
