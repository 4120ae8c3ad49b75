"""What a team has to do next, and by when: reports, the next convening, its aims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from equity.catalogue import Event, Measure, Network, Team
from equity.periods import Period, period_of
from equity.reporting import due_day

CONVENING = "convening"


@dataclass(frozen=True, slots=True)
class DueReports:
    """Reports on one period, due by one day, on these measures."""

    on: date
    period: Period
    measure_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueAims:
    """The day by which these measures' aims are to be reached."""

    on: date
    measure_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueNext:
    """What lies before a team; None or empty where there is nothing."""

    reports: tuple[DueReports, ...]
    convening: Event | None
    aims: tuple[DueAims, ...]


def due_next(
    team: Team, network: Network, measures: Sequence[Measure], events: Sequence[Event], *, reported: Mapping[str, date | None], aims: Mapping[str, date | None]
) -> DueNext:
    """What the team has to do after the network's day.

    Takes    measures: those that the team works on; reported: the last day of the last period that it reported, by measure_id (None = never);
             aims: the day of its aim by measure_id.
    """
    reports = defaultdict(list)
    for measure in measures:
        period = next_period(measure, network, team, reported.get(measure.measure_id))
        if period:
            reports[due_day(period, measure.due_days), period].append(measure.measure_id)
    wanted = defaultdict(list)
    for measure in measures:
        day = aims.get(measure.measure_id)
        if day and day >= network.as_of:
            wanted[day].append(measure.measure_id)
    return DueNext(
        tuple(DueReports(day, period, tuple(measure_ids)) for (day, period), measure_ids in sorted(reports.items())),
        next_convening(events, network.as_of, team.cohort),
        tuple(DueAims(day, tuple(measure_ids)) for day, measure_ids in sorted(wanted.items())),
    )


def next_period(measure: Measure, network: Network, team: Team, reported: date | None) -> Period | None:
    """The first period that is neither reported nor overdue; None where the network closes or the team left before it.

    Takes    reported: the last day of the last period that the team reported.
    """
    last = min(network.closes_on, team.left_on or network.closes_on)
    begins = max(reported + timedelta(days=1) if reported else network.starts_on, team.joined_on or network.starts_on, network.starts_on)
    period = period_of(begins, measure.grain)
    while due_day(period, measure.due_days) < network.as_of:
        period = period_of(period.end + timedelta(days=1), measure.grain)
    return period if period.start <= last else None


def next_convening(events: Sequence[Event], as_of: date, cohort: str | None = None) -> Event | None:
    """The first convening that starts after this day, of everybody or of this cohort; None = of any cohort."""
    later = [event for event in events if event.kind == CONVENING and event.starts_on > as_of and (cohort is None or event.cohort in ("", cohort))]
    return min(later, key=lambda event: (event.starts_on, event.event_id), default=None)
