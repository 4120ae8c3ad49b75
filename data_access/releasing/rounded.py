"""The release of rates: each by itself, then whatever sums would still give away."""

from __future__ import annotations

import numpy as np

from data_access.releasing.guesses import guesses
from data_access.releasing.kept import Start
from data_access.releasing.policy import Policy
from data_access.releasing.reach import reach
from data_access.releasing.released import Release
from data_access.releasing.repairs import given_away, repair
from data_access.releasing.rounding import ENDLESS, UNPRINTED, Printed, printed
from data_access.releasing.small import small_numbers
from data_access.releasing.table import DENOMINATOR, Table
from data_access.releasing.tilts import Windows


def rounded_release(start: Start, policy: Policy) -> Release:
    """Rounded rates, hidden where a number is small, where one was hidden before, and where sums would give a small one away."""
    table, one = start.table, printed(start.table, policy)
    hidden = (start.hidden | small_numbers(table, policy).any(axis=0) | (one.band == UNPRINTED)) & table.shown
    hide_pools(table, hidden)
    open_periods = np.arange(len(table.periods)) if policy.is_checked else np.arange(0)
    while len(open_periods):
        open_periods = _hide_more(table, policy, one, hidden, open_periods)
    return Release(policy, table, hidden, one)


def _hide_more(table: Table, policy: Policy, one: Printed, hidden: np.ndarray, periods: np.ndarray) -> np.ndarray:
    """One step in these periods, in place; back come those that are not done: nothing is summed over periods, so each is done by itself."""
    part, told, closed = table.in_periods(periods), Printed(one.band[..., periods], one.steps[..., periods]), hidden[..., periods]
    reached = what_readers_reach(part, policy, told, closed)
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


def what_readers_reach(table: Table, policy: Policy, one: Printed, hidden: np.ndarray) -> np.ndarray:
    """Least and most of every number, for a reader who sees what is not hidden, knows the rule and uses every sum."""
    said = table.shown & ~hidden
    guessed = guesses(table, policy, one, said)
    guessed[:, :, ~table.reported] = 0
    guessed[0, DENOMINATOR, hidden] = 1
    return reach(table, guessed, windows(table, policy, one, said))


def windows(table: Table, policy: Policy, one: Printed, said: np.ndarray) -> Windows:
    """The rates that round to what is printed."""
    grain = np.append(policy.grains(table.multiplier), 0)[np.where(said, np.maximum(one.band, -1), -1)]
    told = said & (grain > 0)
    steps, grain = np.where(told, one.steps, 0), np.where(told, grain, 1)
    least, most = (2 * steps - 1) / (2 * grain), (2 * steps + 1) / (2 * grain)
    highest = 1.0 if table.proportion else float(ENDLESS)
    return Windows(np.where(told, np.clip(least, 0, None), 0.0), np.where(told, np.clip(most, None, highest), highest), told)
