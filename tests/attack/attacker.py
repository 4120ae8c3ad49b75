"""The attacker: how closely everything that is published lets a hidden small number be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from tests.attack.model import DENOMINATOR, NUMERATOR, REST, Model, models
from tests.attack.published import ALL, FEWEST, Key, Published, Seen

# As vague as "1 to 10".
VAGUE = FEWEST - 2
# Linear bounds so near to a leak are looked at again in whole numbers.
NEAR = VAGUE + 4
SLACK = 1e-6
PASSES = 60
WORLDS = 24
SECONDS = 3.0
Truth = Mapping[Key, tuple[int, int]]
Target = tuple[Key, str, int]


class Contradiction(Exception):
    """No table of counts fits what was seen: something that the attacker believes is not so."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A hidden small number, told between low and high."""

    key: Key
    number: str
    true: int
    low: float
    high: float
    how: str


class Solver:
    """One period: bounds by passing intervals along rows, then by linear programming, then in whole numbers."""

    def __init__(self, model: Model, *, takes_markers: bool = False) -> None:
        self.model = model
        self.matrix, self.row_low, self.row_high = model.matrix()
        self.low, self.high = propagated(self)
        while takes_markers and self.take_markers():
            self.low, self.high = propagated(self)

    def take_markers(self) -> bool:
        """Where more than 10 must be without the event, 1 to 10 have it; and the other way round. True where that was news."""
        before = len(self.model.rows)
        for place in self.model.hidden.values():
            with_event, without = ({place: 1.0}, {place: -1.0, place + 1: 1.0})
            for known, told in ((without, with_event), (with_event, without)):
                if self.quick(known)[0] >= FEWEST and self.quick(told)[1] >= FEWEST:
                    self.model.rows.append((told, 1, FEWEST - 1))
        self.matrix, self.row_low, self.row_high = self.model.matrix()
        return len(self.model.rows) > before

    @cached_property
    def constraints(self) -> LinearConstraint:
        return LinearConstraint(self.matrix, self.row_low, self.row_high)

    def quick(self, terms: Mapping[int, float]) -> tuple[float, float]:
        """Bounds from intervals alone."""
        low = sum(value * (self.low if value > 0 else self.high)[at] for at, value in terms.items())
        high = sum(value * (self.high if value > 0 else self.low)[at] for at, value in terms.items())
        return max(low, 0.0), high

    def far_world(self, wanted: np.ndarray) -> np.ndarray:
        """The table, fractions of people allowed, in which the wanted sum is largest."""
        done = milp(-wanted, bounds=Bounds(self.low, self.high), constraints=self.constraints)
        if done.x is None:
            raise Contradiction
        return done.x

    def linear(self, wanted: np.ndarray) -> tuple[float, float]:
        """Least and most over all tables, fractions of people allowed."""
        return tuple(float(wanted @ self.far_world(sign * wanted)) for sign in (-1, 1))

    def whole(self, wanted: np.ndarray) -> tuple[float, float]:
        """Least and most in whole people, as far as it is found in time: by the bound, which is never too narrow."""
        return -self._bound(-wanted), self._bound(wanted)

    def _bound(self, wanted: np.ndarray) -> float:
        limits = Bounds(self.low, self.high)
        done = milp(-wanted, integrality=np.ones(len(wanted)), bounds=limits, constraints=self.constraints, options={"time_limit": SECONDS})
        if done.status == 2:
            raise Contradiction
        return np.inf if done.mip_dual_bound is None else -done.mip_dual_bound


def propagated(solver: Solver) -> tuple[np.ndarray, np.ndarray]:
    """Bounds of every unknown after each row was used until nothing changes."""
    low, high = np.array(solver.model.low, dtype=float), np.array(solver.model.high, dtype=float)
    rows = np.repeat(np.arange(solver.matrix.shape[0]), np.diff(solver.matrix.indptr))
    at, value = solver.matrix.indices, solver.matrix.data
    for _ in range(PASSES):
        before = (low.copy(), high.copy())
        least = np.where(value > 0, value * low[at], value * high[at])
        most = np.where(value > 0, value * high[at], value * low[at])
        others_least = np.bincount(rows, least)[rows] - least
        others_most = np.bincount(rows, most)[rows] - most
        up, down = (solver.row_high[rows] - others_least) / value, (solver.row_low[rows] - others_most) / value
        np.minimum.at(high, at, np.floor(np.where(value > 0, up, down) + 1e-6))
        np.maximum.at(low, at, np.ceil(np.where(value > 0, down, up) - 1e-6))
        if (low > high).any():
            raise Contradiction
        if np.array_equal(before, (low, high)):
            break
    return low, high


def small_numbers_of(cells: Mapping[Key, Seen], truth: Truth) -> Iterator[Target]:
    """Every number from 1 to 10 that stands behind these cells."""
    for key in cells:
        numerator, denominator = truth[key]
        for number, true in ((NUMERATOR, numerator), (DENOMINATOR, denominator), (REST, denominator - numerator)):
            if 0 < true < FEWEST:
                yield key, number, true


def leaks(published: Published, truth: Truth, *, own: Sequence[str] = (), takes_markers: bool = False) -> list[Leak]:
    """Small numbers that can be told more closely than 1 to 10.

    Takes    truth: the real numbers, to know which are small; own: the teams whose own cells are no secret to the attacker; takes_markers: the
             attacker believes that a marker stands for 1 to 10 people with the event or without, and for nothing else.
    Raises   Contradiction if what is published fits no table.
    """
    found: list[Leak] = []
    for model in models(published):
        wanted = [target for target in small_numbers_of(dict.fromkeys(model.keys), truth) if not is_own(target[0], truth, own)]
        if not wanted:
            continue
        try:
            found += leaks_of(Solver(model, takes_markers=takes_markers), wanted)
        except Contradiction:
            # A marker stood for something else: this attacker has learned nothing.
            if not takes_markers:
                raise
    return found


def is_own(key: Key, truth: Truth, own: Sequence[str]) -> bool:
    """A cell of these teams, or one of the network that counts nobody else."""
    team_id, *column = key
    return team_id in own or (team_id == ALL and sum(truth.get((one, *column), (0, 0))[1] for one in own) == truth[key][1])


def leaks_of(solver: Solver, targets: Sequence[Target]) -> list[Leak]:
    """The leaks among these targets of one period: by intervals; then, where tables far apart do not clear it, by bounds."""
    wanted = np.zeros((len(targets), len(solver.low)))
    for row, (key, number, _) in enumerate(targets):
        for at, value in solver.model.terms(key, number).items():
            wanted[row, at] = value
    quick = [solver.quick(solver.model.terms(key, number)) for key, number, _ in targets]
    narrow = np.array([high - low < VAGUE for low, high in quick], dtype=bool)
    apart = spread(solver, wanted, narrow)
    found = [Leak(*targets[row], *quick[row], "intervals") for row in np.flatnonzero(narrow)]
    looked_at = [leak_of(solver, wanted[row], targets[row]) for row in np.flatnonzero(~narrow & (apart < NEAR))]
    # What is told wrongly is told to nobody: a number that was kept as it stood before a correction.
    return [leak for leak in (*found, *looked_at) if leak is not None and leak.low - SLACK <= leak.true <= leak.high + SLACK]


def spread(solver: Solver, wanted: np.ndarray, narrow: np.ndarray) -> np.ndarray:
    """How far apart the targets lie in a few tables that fit; the further, the less they leak."""
    rng, low, high = np.random.default_rng(1), np.full(len(wanted), np.inf), np.full(len(wanted), -np.inf)
    for _ in range(WORLDS):
        open_still = ~narrow & ~(high - low >= NEAR)
        if not open_still.any():
            break
        values = wanted @ solver.far_world((rng.choice([-1, 1], len(wanted)) * rng.random(len(wanted)) * open_still) @ wanted)
        low, high = np.minimum(low, values), np.maximum(high, values)
    return high - low


def leak_of(solver: Solver, wanted: np.ndarray, target: Target) -> Leak | None:
    """What one target leaks: by linear bounds, or in whole numbers where those are near."""
    low, high = solver.linear(wanted)
    if VAGUE <= high - low < NEAR:
        low, high = solver.whole(wanted)
    return Leak(*target, low, high, "bounds") if high - low < VAGUE - SLACK else None
