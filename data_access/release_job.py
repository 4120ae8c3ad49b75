"""Builds what may be said of every count, in the transaction of the load: pages only read it, and each release stands on the one before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from data_access import schema
from data_access.definitions import measures_of, stratifiers_of
from data_access.exact_counts import SHOWN_PERIOD, shown_length
from data_access.kept_release import SHARE, KeptRelease, kept_release
from data_access.loading.progress import progress_bar
from data_access.month_number import period_of_number
from data_access.releasing.build import release_of
from data_access.releasing.policy import policy_named
from data_access.releasing.table import TOTAL, Cell, Column, Groups, Subject, table_of
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


@dataclass(frozen=True, slots=True)
class Part:
    """What is released by itself: its subject, how it divides people, its counts, and under which column each is kept."""

    subject: Subject
    groups: tuple[Groups, ...]
    cells: Cells
    column_of: Callable[[Column], Column]


def keep_release(connection: Connection, network: Network, measure_ids: Collection[str]) -> None:
    """Make what may be said of these measures anew, in the caller's transaction; a measure without rates has no release.

    Reads    what was said of periods and teams that are gone is kept as well: it was said.
    """
    policy, stratifiers = policy_named(network.release_policy), stratifiers_of(connection)
    measures = [measure for measure in measures_of(connection) if measure.measure_id in measure_ids and measure.has_rate]
    with progress_bar("Protecting", len(measures), " measures") as bar:
        for measure in measures:
            kept = kept_release(connection, measure.measure_id, policy)
            for part in _parts(measure, stratifiers, _sums(connection, measure, network)):
                _release(kept, part)
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


def _parts(measure: Measure, stratifiers: Sequence[Stratifier], sums: dict[bool, Cells]) -> Iterator[Part]:
    """The counts of every group, and apart from them the share of people whose group is not known."""
    for is_summed, cells in sums.items():
        used = {stratifier_id for _, stratifier_id, _, _ in cells} - {OVERALL}
        groups = [groups_of(one) for one in stratifiers if one.stratifier_id in used]
        if cells:
            subject = Subject(measure.measure_id, measure.multiplier, measure.number == "proportion", is_summed)
            yield Part(subject, tuple(groups), cells, lambda column: column)
        for one in groups:
            shares = unknown_cells(one, cells)
            if shares:
                share = (one.stratifier_id, SHARE)
                yield Part(Subject(f"{measure.measure_id} unknown", is_summed=is_summed), (), shares, lambda _, share=share: share)


def groups_of(stratifier: Stratifier) -> Groups:
    """How a stratifier divides people."""
    known, unknown = (tuple(group.group_code for group in stratifier.groups if (group.kind == "group") is wanted) for wanted in (True, False))
    return Groups(stratifier.stratifier_id, known, unknown)


def unknown_cells(groups: Groups, cells: Cells) -> Cells:
    """People whose group is not known over everyone: the total where one was reported, else the sum of the groups."""
    people: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for (team_id, stratifier_id, group_code, day), (_, denominator) in cells.items():
        if stratifier_id in (OVERALL, groups.stratifier_id):
            people[team_id, day][group_code if stratifier_id == groups.stratifier_id else OVERALL] = denominator
    return {
        (team_id, *TOTAL, day): (unknown, max(unknown, found.get(OVERALL, unknown + sum(found.get(code, 0) for code in groups.known))))
        for (team_id, day), found in people.items()
        if any(code in found for code in groups.unknown)
        for unknown in [sum(found.get(code, 0) for code in groups.unknown)]
    }


def _release(kept: KeptRelease, part: Part) -> None:
    """So many periods at once: nothing is summed over them."""
    days = sorted({day for _, _, _, day in part.cells})
    wide = len({team_id for team_id, _, _, _ in part.cells}) * (1 + sum(2 * len(one.known) + len(one.unknown) for one in part.groups))
    at_once = max(1, CELLS_AT_ONCE // wide)
    for first in range(0, len(days), at_once):
        chosen = set(days[first : first + at_once])
        table = table_of(part.subject, part.groups, {cell: counts for cell, counts in part.cells.items() if cell[3] in chosen})
        kept.add(release_of(table, kept.policy, kept.on(table, part.column_of)), part.column_of)
