"""Builds what may be said of every count, in the transaction of the load: pages only read it, and each release stands on the one before."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from data_access import schema
from data_access.definitions import measures_of, stratifiers_of
from data_access.exact_counts import SHOWN_PERIOD, shown_length
from data_access.kept_release import SHARE, KeptRelease, kept_release
from data_access.loading.progress import progress_bar
from data_access.month_number import period_of_number
from data_access.releasing.build import release_of
from data_access.releasing.policy import policy_named
from data_access.releasing.released import Release
from data_access.releasing.shares import share_table
from data_access.releasing.table import Cell, Column, Groups, Subject, table_of
from data_access.releasing.unknown import share_release
from equity.catalogue import OVERALL, Measure, Network, Stratifier
from equity.periods import display_grain
from equity.reporting import has_ended

SERIES, OBSERVATION, TERMS = schema.series.c, schema.observation.c, schema.team_measure.c
# Each of a release's arrays holds three numbers for every one: more would not fit beside a load.
CELLS_AT_ONCE = 500_000

SUMS = (
    select(
        SERIES.team_id,
        SERIES.stratifier_id,
        SERIES.group_code,
        TERMS.standing,
        SHOWN_PERIOD.label("shown"),
        func.sum(OBSERVATION.numerator).label("numerator"),
        func.sum(OBSERVATION.denominator).label("denominator"),
    )
    .join(schema.observation, OBSERVATION.series_id == SERIES.series_id)
    .join(schema.team_measure, (TERMS.team_id == SERIES.team_id) & (TERMS.measure_id == SERIES.measure_id))
    .where(SERIES.measure_id == bindparam("measure_id"), OBSERVATION.numerator.is_not(None), OBSERVATION.denominator.is_not(None))
    .group_by(SERIES.team_id, SERIES.stratifier_id, SERIES.group_code, TERMS.standing, SHOWN_PERIOD)
    .order_by(SHOWN_PERIOD, SERIES.team_id, SERIES.stratifier_id, SERIES.group_code)
)
FORGET = delete(schema.released).where(schema.released.c.measure_id == bindparam("measure"))
FILL = insert(schema.released)

Cells = dict[Cell, tuple[int, int]]


def keep_release(connection: Connection, network: Network, measure_ids: Collection[str]) -> None:
    """Make what may be said of these measures anew, in the caller's transaction; a measure without rates has no release.

    Reads    what was said of periods and teams that are gone is kept as well: it was said.
    """
    policy, stratifiers = policy_named(network.release_policy), stratifiers_of(connection)
    measures = [measure for measure in measures_of(connection) if measure.measure_id in measure_ids and measure.has_rate]
    with progress_bar("Protecting", len(measures), " measures") as bar:
        for measure in measures:
            kept = kept_release(connection, measure.measure_id, policy)
            for is_summed, cells in _sums(connection, measure, network).items():
                subject = Subject(measure.measure_id, measure.multiplier, measure.number == "proportion", is_summed)
                _release(kept, subject, _groups(stratifiers, cells), cells)
            connection.execute(FORGET, {"measure": measure.measure_id})
            if rows := list(kept.rows(measure.measure_id)):
                connection.execute(FILL, rows)
            bar.update(1)


def _sums(connection: Connection, measure: Measure, network: Network) -> dict[bool, Cells]:
    """The counts of the periods that have ended, of the teams that the network sums up and of those that stand alone."""
    found: dict[bool, Cells] = {True: {}, False: {}}
    length = shown_length(measure)
    ended: dict[int, str | None] = {}
    for row in connection.execute(SUMS, {"measure_id": measure.measure_id, "length": length}):
        if row.shown not in ended:
            period = period_of_number(row.shown, display_grain(measure.grain))
            ended[row.shown] = period.start.isoformat() if has_ended(period, network.as_of) else None
        if (day := ended[row.shown]) is not None:
            # PostgreSQL sums whole numbers into decimals.
            found[row.standing == "core"][row.team_id, row.stratifier_id, row.group_code, day] = (int(row.numerator), int(row.denominator))
    return found


def _groups(stratifiers: Sequence[Stratifier], cells: Cells) -> list[Groups]:
    """How the people of these counts are divided."""
    used = {stratifier_id for _, stratifier_id, _, _ in cells}
    return [groups_of(one) for one in stratifiers if one.stratifier_id in used - {OVERALL}]


def groups_of(stratifier: Stratifier) -> Groups:
    """How a stratifier divides people."""
    known, unknown = (tuple(group.group_code for group in stratifier.groups if (group.kind == "group") is wanted) for wanted in (True, False))
    return Groups(stratifier.stratifier_id, known, unknown)


def _release(kept: KeptRelease, subject: Subject, groups: Sequence[Groups], cells: Cells) -> None:
    """So many periods at once: nothing is summed over them."""
    days = sorted({day for _, _, _, day in cells})
    wide = len({team_id for team_id, _, _, _ in cells}) * (1 + sum(2 * len(one.known) + len(one.unknown) for one in groups))
    at_once = max(1, CELLS_AT_ONCE // max(wide, 1))
    for first in range(0, len(days), at_once):
        chosen = set(days[first : first + at_once])
        table = table_of(subject, groups, {cell: counts for cell, counts in cells.items() if cell[3] in chosen})
        release = release_of(table, kept.policy, kept.on(table, itself))
        kept.add(release, itself)
        for one in groups:
            _release_share(kept, release, one)


def _release_share(kept: KeptRelease, release: Release, groups: Groups) -> None:
    """The share of people whose group is not known, beside the release of the measure."""
    table = share_table(release.table, groups)
    if table is None:
        return

    def under_share(_: Column) -> Column:
        return groups.stratifier_id, SHARE

    kept.add(share_release(table, release, groups, kept.on(table, under_share)), under_share)


def itself(column: Column) -> Column:
    """A column of a measure is kept under its own name."""
    return column
