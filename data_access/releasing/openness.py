"""Which hidden small numbers are not open: those that can be told by using all sums at once, for a team with its own numbers as well."""

from __future__ import annotations

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.systems import System, system_of
from data_access.releasing.table import Table
from data_access.releasing.worlds import far_worlds

# Up to so many teams each one's own numbers are tried; above, three hidden teams in every row of the network have to be enough.
MOST_INSIDERS = 200
# A table in which few teams differ shows something to all the others; in too few of them little can move.
MOST_MOVED = 16
# Tables for many at once are sought until so many in a row show less than a fiftieth of what is left.
MOST_MISSES = 4
LITTLE = 0.02
DOWN, UP = range(2)


def not_open(table: Table, policy: Policy, hidden: np.ndarray) -> np.ndarray:
    """By cell: True where no table was found that has a hidden small number down at 1, or none that has it as high as the policy asks.

    Reads    down to 1 beside a team's own people; a denominator down to one person for each hidden cell in it.
    """
    found = np.zeros_like(hidden)
    for period in range(hidden.shape[-1]):
        places = np.array([period])
        system = system_of(table.in_periods(places), policy, hidden[..., places])
        if len(system.cells):
            told = _Proof(system, policy.open_up_to(table.multiplier), insiders=policy.guards_insiders).not_shown()
            found[(*system.cells[told].T, period)] = True
    return found


class _Proof:
    """What is left to be shown. left: views x down and up x asked; the last view is everybody's, the others each team's."""

    def __init__(self, system: System, most: int, *, insiders: bool) -> None:
        self.system, self.far_world, self.rng = system, far_worlds(system), np.random.default_rng(0)
        everybody = len(system.own) - 1
        self.views = np.arange(0 if insiders and everybody <= MOST_INSIDERS else everybody, everybody + 1)
        self.goals = np.stack([system.least, system.own + most], axis=1)[self.views]
        true = system.asked.of(system.true)
        self.left = (system.own < true)[self.views][:, None] & ~self._reached(true)

    def not_shown(self) -> np.ndarray:
        """By what is asked: True where some view has no table that shows it to be open."""
        misses = 0
        while self.left.any() and misses < MOST_MISSES:
            before = self.left.sum()
            self._show_many()
            misses = misses + 1 if before - self.left.sum() <= LITTLE * before else 0
        found = np.zeros(self.left.shape[-1], dtype=bool)
        for view, way, one in np.argwhere(self.left):
            if self.left[view, way, one]:
                found[one] = not self._shows_one(view, way, one)
                self.left[:, :, one] &= not found[one]
        return found

    def _show_many(self) -> None:
        """Let a few teams move that have much left: half of it down and half up, then the other way round."""
        teams = len(self.system.own) - 1
        left = np.bincount(self.system.cells[:, 0], self.left.sum(axis=(0, 1)), minlength=teams + 1)[:teams]
        moved = np.argsort(-(left + 1) * self.rng.random(teams))[: min(MOST_MOVED, (teams + 1) // 2)]
        holding = ~np.isin(self.views, moved)
        wanted = self.left[holding].any(axis=0) & np.isin(self.system.cells[:, 0], [*moved, teams])
        down = self.rng.random(wanted.shape[1]) < 0.5
        for ways in ([down, ~down], [~down, down]):
            if (wanted & ways).any():
                self._look(holding, wanted & ways)

    def _shows_one(self, view: int, way: int, one: int) -> bool:
        """Whether a table shows this; all that is not this team's own may move."""
        wanted = np.zeros(self.left.shape[1:], dtype=bool)
        wanted[way, one] = True
        self._look(np.arange(len(self.views)) == view, wanted)
        return not self.left[view, way, one]

    def _look(self, holding: np.ndarray, wanted: np.ndarray) -> None:
        """A table that these views have to hold possible, in which what is wanted goes far; what it shows to any view is left no longer."""
        system, everybody = self.system, len(self.system.own) - 1
        down = np.where(wanted[DOWN], self.goals[holding, DOWN].min(axis=0), np.inf)
        up = np.where(wanted[UP], self.goals[holding, UP].max(axis=0), -np.inf)
        still = np.isin(system.teams, np.setdiff1d(self.views[holding], everybody))
        table = self.far_world(still, down, up)
        moved = np.setdiff1d(system.teams[table != system.true], everybody)
        holds = ~np.isin(self.views, moved)
        self.left[holds] &= ~self._reached(system.asked.of(table))[holds]

    def _reached(self, values: np.ndarray) -> np.ndarray:
        """Views x down and up x asked: where these numbers are as far as they have to be free to go."""
        return np.stack([values <= self.goals[:, DOWN], values >= self.goals[:, UP]], axis=1)
