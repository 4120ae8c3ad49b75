"""What lies around the next convening: what is due before it, and what was before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from equity.catalogue import Event, Measure, Network
from equity.due import CONVENING
from equity.periods import period_of
from equity.reporting import due_day

# A convening so near to the end of the network's time is also about what comes after.
DAYS_BEFORE_END = 60


def past_convening(events: Iterable[Event], as_of: date) -> Event | None:
    """The last convening that has ended; None before the first."""
    behind = [event for event in events if event.kind == CONVENING and event.ends_on < as_of]
    return max(behind, key=lambda event: (event.ends_on, event.event_id), default=None)


def due_days_before(day: date, measures: Sequence[Measure], network: Network) -> tuple[date, ...]:
    """The days from the network's own up to this one on which reports are due."""
    found = set()
    for measure in measures:
        period = period_of(network.starts_on, measure.grain)
        while period.end < day and period.start <= network.closes_on:
            if network.as_of <= due_day(period, measure.due_days) < day:
                found.add(due_day(period, measure.due_days))
            period = period_of(period.end + timedelta(days=1), measure.grain)
    return tuple(sorted(found))


def is_last(convening: Event, network: Network) -> bool:
    """True where the network's time ends soon after the convening."""
    return timedelta(0) <= network.closes_on - convening.ends_on <= timedelta(days=DAYS_BEFORE_END)
