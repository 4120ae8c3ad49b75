"""The next convening: which it is, what is due before it, and what was before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from equity.catalogue import Event, Measure, Network
from equity.due import CONVENING, due_on
from equity.periods import add_months, period_of

# A convening so near to the end of the network's time is also about what comes after.
DAYS_BEFORE_END = 60


def coming_convening(events: Iterable[Event], as_of: date) -> Event | None:
    """The first convening that has not ended; one that runs is still the next. None where all lie behind."""
    ahead = [event for event in events if event.kind == CONVENING and event.ends_on >= as_of]
    return min(ahead, key=lambda event: (event.starts_on, event.event_id), default=None)


def past_convening(events: Iterable[Event], as_of: date) -> Event | None:
    """The last convening that has ended; None before the first."""
    behind = [event for event in events if event.kind == CONVENING and event.ends_on < as_of]
    return max(behind, key=lambda event: (event.ends_on, event.event_id), default=None)


def due_days_before(day: date, measures: Sequence[Measure], network: Network) -> tuple[date, ...]:
    """The days from the network's own up to this one on which reports are due."""
    found = set()
    for measure in measures:
        period = period_of(network.starts_on, measure.grain)
        while period.end < day and period.start <= closes_on(network):
            if network.as_of <= due_on(period, measure) < day:
                found.add(due_on(period, measure))
            period = period_of(period.end + timedelta(days=1), measure.grain)
    return tuple(sorted(found))


def closes_on(network: Network) -> date:
    """The last day of the network's time."""
    return add_months(network.starts_on, network.months) - timedelta(days=1)


def is_last(convening: Event, network: Network) -> bool:
    """True where the network's time ends soon after the convening."""
    return timedelta(0) <= closes_on(network) - convening.ends_on <= timedelta(days=DAYS_BEFORE_END)
