"""The release of rates: each by itself, then whatever sums would still give away."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from data_access.releasing.guesses import guesses
from data_access.releasing.kept import Start
from data_access.releasing.policy import Policy
from data_access.releasing.reach import reach
from data_access.releasing.released import Release
from data_access.releasing.repairs import given_away, repair
from data_access.releasing.rounding import UNPRINTED, Printed, printed
from data_access.releasing.shares import Share, shares_of
from data_access.releasing.small import small_numbers
from data_access.releasing.table import DENOMINATOR, Table
from data_access.releasing.windows import windows


def rounded_release(start: Start, policy: Policy) -> Release:
    """Rounded rates, hidden where a number is small, where one was hidden before, and where sums would give a small one away."""
    table, one = start.table, printed(start.table, policy)
    hidden = (start.hidden | small_numbers(table, policy).any(axis=0) | (one.band == UNPRINTED)) & table.shown
    hide_pools(table, hidden)
    said = Said(one, shares_of(table, policy))
    open_periods = np.arange(len(table.periods)) if policy.is_checked else np.arange(0)
    while len(open_periods):
        open_periods = _hide_more(table, policy, said, hidden, open_periods)
    return Release(policy, table, hidden, one)


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """All that would be printed if nothing were hidden: of every cell, and every share beside them."""

    cells: Printed
    shares: tuple[Share, ...] = ()

    def in_periods(self, places: np.ndarray) -> Said:
        """The same of some periods."""
        return Said(Printed(self.cells.band[..., places], self.cells.steps[..., places]), tuple(one.in_periods(places) for one in self.shares))


def _hide_more(table: Table, policy: Policy, said: Said, hidden: np.ndarray, periods: np.ndarray) -> np.ndarray:
    """One step in these periods, in place; back come those that are not done: nothing is summed over periods, so each is done by itself."""
    part, closed = table.in_periods(periods), hidden[..., periods]
    reached = what_readers_reach(part, policy, said.in_periods(periods), closed)
    leaking = given_away(part, policy, closed, reached).any(axis=(0, 1, 2))
    if not repair(part, policy, closed, reached):
        return periods[:0]
    hide_pools(part, closed)
    changed = (closed != hidden[..., periods]).any(axis=(0, 1))
    hidden[..., periods] = closed
    return periods[changed | leaking]


def hide_pools(table: Table, hidden: np.ndarray) -> None:
    """Hide the others of each hidden group, in place: no gap needs them, and several roundings of nearly the same people tell of the few between them."""
    for group, pool in table.pools:
        hidden[:, pool] |= hidden[:, group] & table.shown[:, pool]


def what_readers_reach(table: Table, policy: Policy, said: Said, hidden: np.ndarray) -> np.ndarray:
    """Least and most of every number, for a reader who sees what is not hidden, knows the rule and uses every sum and every share."""
    seen = table.shown & ~hidden
    guessed = guesses(table, policy, said.cells, seen)
    guessed[:, :, ~table.reported] = 0
    guessed[0, DENOMINATOR, hidden & (table.counts[DENOMINATOR] > 0)] = 1
    return reach(table, guessed, windows(table, policy, said.cells, seen), [one.beside(hidden) for one in said.shares])
