"""All exact counts of one measure, and every sum that ties them together: what a release is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from equity.catalogue import ALL, OVERALL

NETWORK = "ALL"
# One other group is no pool: it stands by itself.
FEWEST_POOLED = 2
# The axes of every array of counts: which number, whose, of which group, in which period.
NUMBERS, TEAMS, COLUMNS, PERIODS = range(4)
NUMERATOR, REST, DENOMINATOR = range(3)
TOTAL = (OVERALL, ALL)

Column = tuple[str, str]
Cell = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Sum:
    """Along one axis: one place is the sum of others. is_inner: it follows from others and stands here to be reached in one step."""

    axis: int
    whole: int
    parts: tuple[int, ...]
    is_inner: bool = False

    def at(self, values: np.ndarray, places: int | Sequence[int]) -> tuple:
        """The index of these places in an array whose last axes are teams, columns and periods."""
        index: list = [slice(None)] * values.ndim
        index[self.axis - (4 - values.ndim)] = places if isinstance(places, int) else list(places)
        return tuple(index)


@dataclass(frozen=True, slots=True)
class Groups:
    """How a stratifier divides people.

    known, unknown: its groups. Each of the known is also held against all others of them put together, where they are two or more.
    """

    stratifier_id: str
    known: tuple[str, ...]
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The counts of one measure.

    teams: the network is the last; columns: (stratifier, group); counts: numerator, rest, denominator x teams x columns x periods;
    reported: where there are any; is_shown: the columns that somebody is shown; is_pool: those of several groups together; holds: by sum,
    where it is true; groups: how each stratifier divides people.
    """

    measure_id: str
    multiplier: int
    proportion: bool
    teams: tuple[str, ...]
    columns: tuple[Column, ...]
    periods: tuple[str, ...]
    counts: np.ndarray
    reported: np.ndarray
    is_shown: np.ndarray
    is_pool: np.ndarray
    sums: tuple[Sum, ...]
    holds: tuple[np.ndarray, ...]
    groups: tuple[Groups, ...] = ()

    @property
    def shown(self) -> np.ndarray:
        """The cells that would be shown if all were large."""
        return self.reported & self.is_shown[:, None]

    @property
    def pools(self) -> tuple[tuple[int, int], ...]:
        """Each group with its others: their columns."""
        at = {column: place for place, column in enumerate(self.columns)}
        pairs = ((place, at.get((stratifier_id, others_of(code)))) for place, (stratifier_id, code) in enumerate(self.columns))
        return tuple((group, pool) for group, pool in pairs if pool is not None)

    def in_periods(self, places: np.ndarray) -> Table:
        """The same in some of its periods."""
        holds = tuple(one[..., places] for one in self.holds)
        kept = {"counts": self.counts[..., places], "reported": self.reported[..., places], "holds": holds}
        return replace(self, periods=tuple(self.periods[place] for place in places), **kept)

    @property
    def tied(self) -> tuple[tuple[Sum, np.ndarray], ...]:
        """Each sum, and where it holds."""
        return tuple(zip(self.sums, self.holds, strict=True))


@dataclass(frozen=True, slots=True)
class Subject:
    """What is counted: multiplier as the measure's; proportion: the numerator counts some of the denominator's people; is_summed: over teams."""

    measure_id: str
    multiplier: int = 100
    proportion: bool = True
    is_summed: bool = True


def others_of(group_code: str) -> str:
    """The column of all other known groups put together."""
    return f"others:{group_code}"


def table_of(subject: Subject, stratifiers: Sequence[Groups], cells: Mapping[Cell, tuple[int, int]]) -> Table:
    """The table of a measure with its network, its pools of other groups, and its sums.

    Takes    cells: numerator and denominator by team, stratifier, group and period; what was not reported is left out.
    """
    teams, periods = (tuple(sorted({cell[at] for cell in cells})) for at in (0, 3))
    columns = [TOTAL, *((one.stratifier_id, code) for one in stratifiers for code in (*one.known, *one.unknown))]
    at = {name: {one: place for place, one in enumerate(names)} for name, names in (("teams", teams), ("columns", columns), ("periods", periods))}
    counts = np.zeros((3, len(teams) + 1, len(columns), len(periods)), dtype=np.int64)
    reported = np.zeros(counts.shape[1:], dtype=bool)
    for (team_id, stratifier_id, group_code, period), (numerator, denominator) in cells.items():
        place = (at["teams"][team_id], at["columns"][stratifier_id, group_code], at["periods"][period])
        counts[(slice(None), *place)] = numerator, denominator - numerator if subject.proportion else 0, denominator
        reported[place] = True
    made = _Made(columns, counts, reported)
    if subject.is_summed:
        made.add_network()
    for groups in stratifiers:
        made.add_sums(groups)
    return replace(made.table(subject, (*teams, NETWORK), periods), groups=tuple(stratifiers))


class _Made:
    """A table in the making: columns that nobody reported are added as sums and differences of others."""

    def __init__(self, columns: list[Column], counts: np.ndarray, reported: np.ndarray) -> None:
        self.columns, self.counts, self.reported = columns, counts, reported
        self.inner: list[int] = []
        self.pools: list[int] = []
        self.sums = [Sum(TEAMS, counts.shape[TEAMS] - 1, tuple(range(counts.shape[TEAMS] - 1)))]

    def add_network(self) -> None:
        self.counts[:, -1] = self.counts[:, :-1].sum(axis=1)
        self.reported[-1] = self.reported[:-1].any(axis=0)

    def add_sums(self, groups: Groups) -> None:
        """Everyone is the known, the unknown and what no group tells of; the others are the known without one."""
        known, unknown = (self._places(groups.stratifier_id, codes) for codes in (groups.known, groups.unknown))
        rest = self._column(groups.stratifier_id, "(rest)", self.counts[:, :, 0] - self._sum((*known, *unknown)), inner=True)
        self.reported[:, rest] = (self.counts[:, :, rest] != 0).any(axis=0)
        everyone = self._column(groups.stratifier_id, "(known)", self._sum(known), inner=True)
        self._tie(0, (*known, *unknown, rest))
        self._tie(0, (everyone, *unknown, rest), is_inner=True)
        self._tie(everyone, known, is_inner=True)
        for code, one in zip(groups.known, known, strict=True):
            others = tuple(place for place in known if place != one)
            if len(others) < FEWEST_POOLED:
                continue
            pool = self._column(groups.stratifier_id, others_of(code), self._sum(others))
            self.reported[:, pool] = self.reported[:, list(others)].any(axis=1)
            self.pools.append(pool)
            self._tie(pool, others, is_inner=True)
            self._tie(0, (one, pool, *unknown, rest), is_inner=True)
            self._tie(everyone, (one, pool), is_inner=True)

    def _places(self, stratifier_id: str, codes: Sequence[str]) -> tuple[int, ...]:
        return tuple(self.columns.index((stratifier_id, code)) for code in codes)

    def _sum(self, places: Sequence[int]) -> np.ndarray:
        return self.counts[:, :, list(places)].sum(axis=COLUMNS)

    def _column(self, stratifier_id: str, code: str, values: np.ndarray, *, inner: bool = False) -> int:
        self.columns.append((stratifier_id, code))
        self.counts = np.concatenate([self.counts, values[:, :, None]], axis=COLUMNS)
        self.reported = np.concatenate([self.reported, np.ones_like(self.reported[:, :1])], axis=1)
        self.inner += [len(self.columns) - 1] if inner else []
        return len(self.columns) - 1

    def _tie(self, whole: int, parts: tuple[int, ...], *, is_inner: bool = False) -> None:
        self.sums.append(Sum(COLUMNS, whole, parts, is_inner))

    def table(self, subject: Subject, teams: tuple[str, ...], periods: tuple[str, ...]) -> Table:
        is_inner, is_pool = (np.isin(np.arange(len(self.columns)), places) for places in (self.inner, self.pools))
        holds = tuple(self._holds(one) for one in self.sums)
        names = (teams, tuple(self.columns), periods)
        return Table(
            subject.measure_id, subject.multiplier, subject.proportion, *names, self.counts, self.reported, ~is_inner, is_pool, tuple(self.sums), holds
        )

    def _holds(self, one: Sum) -> np.ndarray:
        """Where the whole was reported and is what its parts are, none less than nothing: groups may be reported for other months than everyone."""
        parts, whole = (self.counts[one.at(self.counts, places)] for places in (one.parts, one.whole))
        adds_up = (whole == parts.sum(axis=one.axis)).all(axis=NUMBERS)
        return self.reported[one.at(self.reported, one.whole)] & adds_up & (parts >= 0).all(axis=(NUMBERS, one.axis))
