"""The release that a store keeps: what is said of every count, as it was made by the load and is read by queries."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import NamedTuple

import numpy as np
from sqlalchemy import Connection, and_, bindparam, select

from data_access import schema
from data_access.releasing.policy import Policy
from data_access.releasing.released import Release
from data_access.releasing.table import DENOMINATOR, NUMERATOR, Column, Table

RELEASED = schema.released.c
OF_MEASURE = (RELEASED.measure_id == bindparam("measure_id"), RELEASED.policy == bindparam("policy"), RELEASED.policy_version == bindparam("version"))
COLUMNS = select(RELEASED.team_id, RELEASED.stratifier_id, RELEASED.group_code, RELEASED.cells)
ALL_KEPT = COLUMNS.where(*OF_MEASURE)
SOME_KEPT = COLUMNS.where(
    and_(
        *OF_MEASURE,
        RELEASED.team_id.in_(bindparam("team_ids", expanding=True)),
        RELEASED.stratifier_id.in_(bindparam("stratifier_ids", expanding=True)),
        RELEASED.group_code.in_(bindparam("group_codes", expanding=True)),
    )
)
# Stands where a group's code would: people whose group is not known, over everyone.
SHARE = "(unknown)"
# The network has no id of a team.
OF_NETWORK = ""

Key = tuple[str, str, str]


class KeptCell(NamedTuple):
    """One count as it is said. numerator, denominator: those it was made from; band, steps: its printed form, None where counts are shown."""

    numerator: int
    denominator: int
    hidden: bool
    band: int | None = None
    steps: int | None = None


@dataclass(frozen=True, slots=True)
class KeptRelease:
    """Cells by team (OF_NETWORK for all), stratifier and group, then by the first day of their period."""

    policy: Policy
    series: dict[Key, dict[str, KeptCell]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, release: Release, column_of: Callable[[Column], Column]) -> None:
        """Take over what a release says; column_of: under which stratifier and group a column is kept."""
        table, hidden = release.table, release.hidden
        for team, column, period in np.argwhere(table.shown).tolist():
            at = (team, column, period)
            form = (int(release.printed.band[at]), int(release.printed.steps[at])) if release.printed else (None, None)
            cell = KeptCell(int(table.counts[(NUMERATOR, *at)]), int(table.counts[(DENOMINATOR, *at)]), bool(hidden[at]), *form)
            self.series[key_of(table, team, column_of(table.columns[column]))][table.periods[period]] = cell

    def on(self, table: Table, column_of: Callable[[Column], Column]) -> Release | None:
        """What is kept, on the teams, columns and periods of a newer table; None where nothing was."""
        if not self.series:
            return None
        counts, reported, hidden = np.zeros_like(table.counts), np.zeros_like(table.reported), np.zeros_like(table.reported)
        for place, cell in self._places(table, column_of):
            rest = cell.denominator - cell.numerator if table.proportion else 0
            counts[(slice(None), *place)] = cell.numerator, rest, cell.denominator
            reported[place], hidden[place] = True, cell.hidden
        return Release(self.policy, replace(table, counts=counts, reported=reported), hidden)

    def _places(self, table: Table, column_of: Callable[[Column], Column]) -> Iterator[tuple[tuple[int, int, int], KeptCell]]:
        """Each cell that is kept and has a place in the table: team, column and period."""
        at = {day: period for period, day in enumerate(table.periods)}
        for team, (column, name) in product(range(len(table.teams)), enumerate(table.columns)):
            cells = self.series.get(key_of(table, team, column_of(name)), {})
            yield from (((team, column, at[day]), cell) for day, cell in cells.items() if day in at)

    def rows(self, measure_id: str) -> Iterator[dict[str, object]]:
        """The rows of the table released."""
        for (team_id, stratifier_id, group_code), cells in self.series.items():
            names = {"measure_id": measure_id, "team_id": team_id, "stratifier_id": stratifier_id, "group_code": group_code}
            written = json.dumps([[day, *cell] for day, cell in sorted(cells.items())], separators=(",", ":"))
            yield {**names, "policy": self.policy.name, "policy_version": self.policy.version, "cells": written}


def key_of(table: Table, team: int, column: Column) -> Key:
    """Where a series is kept: the last of a table's teams is the network, whatever else is called so."""
    return (OF_NETWORK if team == len(table.teams) - 1 else table.teams[team], *column)


def kept_release(connection: Connection, measure_id: str, policy: Policy) -> KeptRelease:
    """All that is kept of a measure under this policy: nothing where it was made under another, or another version."""
    return _read(connection, policy, ALL_KEPT, {"measure_id": measure_id})


def kept_series(connection: Connection, measure_id: str, policy: Policy, team_ids: Sequence[str], columns: Sequence[Column]) -> KeptRelease:
    """What is kept of these teams (OF_NETWORK for all) and columns, and perhaps of some more columns."""
    stratifier_ids, group_codes = (sorted(set(names)) for names in zip(*columns, strict=True)) if columns else ([], [])
    asked = {"measure_id": measure_id, "team_ids": list(team_ids), "stratifier_ids": stratifier_ids, "group_codes": group_codes}
    return _read(connection, policy, SOME_KEPT, asked)


def _read(connection: Connection, policy: Policy, query: object, asked: Mapping[str, object]) -> KeptRelease:
    found = KeptRelease(policy)
    for row in connection.execute(query, {**asked, "policy": policy.name, "version": policy.version}):
        found.series[row.team_id, row.stratifier_id, row.group_code] = {day: KeptCell(*cell) for day, *cell in json.loads(row.cells)}
    return found
