"""Exact counts of the whole network, read from the summary over teams, before release: for this room alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, bindparam, select

from data_access import schema
from data_access.exact_counts import inner_periods, shown_length, summary_days
from data_access.month_number import number_of, number_of_period
from equity.blanks import NOT_DUE
from equity.catalogue import ALL, OVERALL, Measure, Network, Stratifier
from equity.counts import Count
from equity.periods import Period
from equity.reporting import has_ended, missing_in, shown_periods

SUMMARY = schema.observation_summary.c

NETWORK_SUMMARY = (
    select(SUMMARY.stratifier_id, SUMMARY.group_code, SUMMARY.period_start, SUMMARY.numerator, SUMMARY.denominator, SUMMARY.teams)
    .where(SUMMARY.measure_id == bindparam("measure_id"), SUMMARY.stratifier_id.in_(bindparam("stratifier_ids", expanding=True)))
    .order_by(SUMMARY.stratifier_id, SUMMARY.group_code, SUMMARY.period_start)
)


@dataclass(frozen=True, slots=True)
class ExactNetwork:
    """The network's counts by group, unknown and declined too, and in all; one a period."""

    periods: tuple[Period, ...]
    groups: dict[str, tuple[Count, ...]]
    overall: tuple[Count, ...]


def exact_network(connection: Connection, measure: Measure, network: Network, stratifier: Stratifier, days: Sequence[date] = ()) -> ExactNetwork:
    """What all teams together reported of a core measure, in the periods that are shown; days: further ones to cover."""
    periods = shown_periods(measure, network, [*summary_days(connection, measure), *days])
    asked = {"measure_id": measure.measure_id, "stratifier_ids": (stratifier.stratifier_id, OVERALL)}
    rows: dict[tuple[str, str, int], list[Row]] = defaultdict(list)
    length = shown_length(measure)
    for row in connection.execute(NETWORK_SUMMARY, asked).all():
        rows[row.stratifier_id, row.group_code, number_of(row.period_start, length)].append(row)

    def series(stratifier_id: str, group_code: str) -> tuple[Count, ...]:
        return tuple(_count(rows.get((stratifier_id, group_code, number_of_period(period)), ()), period, measure, network) for period in periods)

    groups = {group.group_code: series(stratifier.stratifier_id, group.group_code) for group in stratifier.groups}
    return ExactNetwork(periods, groups, series(OVERALL, ALL))


def _count(rows: Sequence[Row], period: Period, measure: Measure, network: Network) -> Count:
    """A period's sum. teams = the most that reported in one of its months: they are mostly the same."""
    if not has_ended(period, network.as_of):
        return Count(None, None, NOT_DUE, 0)
    if not rows:
        parts = inner_periods(period, measure.grain)
        return Count(None, None, missing_in(parts, measure.due_days, network.as_of), 0)
    denominator = sum(row.denominator for row in rows) if measure.has_rate else None
    return Count(sum(row.numerator for row in rows), denominator, None, max(row.teams for row in rows))
