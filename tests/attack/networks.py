"""Hostile networks, invented: fifteen teams with groups of 5 to 2,000 people and rates from 2 to 98 %, or a few events per 1,000."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data_access.releasing.table import Cell, Groups, Subject, Table, table_of
from equity.catalogue import ALL, OVERALL
from tests.attack.told import Exact, exact_of

KNOWN = ("aian", "asian", "black", "hispanic", "nhpi", "white")
RACE = Groups("race", KNOWN, ("unknown",))
PLACE = Groups("place", ("rural", "urban"), ("nowhere",))
PERIODS = tuple(f"{2024 + quarter // 4}-Q{quarter % 4 + 1}" for quarter in range(9))

Cells = dict[Cell, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a network counts: between which sizes its groups and between which rates, in shown units, it lies."""

    multiplier: int = 100
    sizes: tuple[float, float] = (5, 2_000)
    rates: tuple[float, float] = (2, 98)
    teams: int = 15
    periods: tuple[str, ...] = PERIODS

    @property
    def subject(self) -> Subject:
        return Subject("measure", self.multiplier)


PERCENT = Kind()
SMALL_CLINICS = Kind(sizes=(5, 200), rates=(20, 80))
PER_1000 = Kind(multiplier=1_000, sizes=(200, 50_000), rates=(2, 20))


def network(seed: int, kind: Kind = PERCENT) -> Cells:
    """Counts by team, stratifier, group and period; both stratifiers divide the same people."""
    rng = np.random.default_rng(seed)
    cells: Cells = {}
    for team in range(kind.teams):
        sizes = np.exp(rng.uniform(*np.log(kind.sizes), len(KNOWN) + 1))
        rate = rng.uniform(*kind.rates) * rng.uniform(0.7, 1.3, len(sizes))
        shares = rng.dirichlet([3, 5, 0.3])
        for period in kind.periods:
            people = np.maximum(rng.poisson(sizes), 1)
            events = rng.binomial(people, np.clip(rate, *kind.rates) / kind.multiplier)
            cells |= team_cells(rng, f"T{team:02d}", period, np.stack([events, people]), shares)
    return cells


def team_cells(rng: np.random.Generator, team_id: str, period: str, counts: np.ndarray, shares: np.ndarray) -> Cells:
    """One team's period: counts = events and people by group; shares of the places."""
    events, people = counts.sum(axis=1)
    by_place = np.stack([rng.multinomial(events, shares), rng.multinomial(people - events, shares)])
    by_group = zip((*KNOWN, "unknown"), *counts.tolist(), strict=True)
    cells = {(team_id, OVERALL, ALL, period): (int(events), int(people))}
    cells |= {(team_id, "race", code, period): (with_event, size) for code, with_event, size in by_group}
    places = zip((*PLACE.known, *PLACE.unknown), *by_place.tolist(), strict=True)
    return cells | {(team_id, "place", code, period): (with_event, with_event + without) for code, with_event, without in places if with_event + without}


def hostile_table(cells: Mapping[Cell, tuple[int, int]], kind: Kind = PERCENT) -> Table:
    """The table of such a network."""
    return table_of(kind.subject, (RACE, PLACE), cells)


def hostile(cells: Mapping[Cell, tuple[int, int]], kind: Kind = PERCENT) -> Exact:
    """The same with the shares of people whose group is not known."""
    return exact_of(hostile_table(cells, kind), (RACE, PLACE))


def restated(seed: int, cells: Cells, kind: Kind = PERCENT, *, share: float = 0.3) -> Cells:
    """The same network at its next load: in this share of teams and periods 1 to 10 people more are known, of a few groups; in a few a great many."""
    rng = np.random.default_rng([seed, 2])
    again = dict(cells)
    for team_id, period in sorted({(team_id, period) for team_id, _, _, period in cells}):
        if rng.random() < share:
            _restate(rng, again, (team_id, period), int(rng.integers(1, 11)) if rng.random() < 0.8 else int(rng.integers(50, 400)))
    return again


def _restate(rng: np.random.Generator, cells: Cells, where: tuple[str, str], more: int) -> None:
    team_id, period = where
    numerator, denominator = cells[team_id, OVERALL, ALL, period]
    for _ in range(more):
        event = int(rng.random() < numerator / denominator)
        for column in ((OVERALL, ALL), ("race", str(rng.choice(KNOWN))), ("place", str(rng.choice(PLACE.known)))):
            with_event, people = cells.get((team_id, *column, period), (0, 0))
            cells[team_id, *column, period] = (with_event + event, people + 1)
