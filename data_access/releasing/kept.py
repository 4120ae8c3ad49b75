"""What was said before: hidden stays hidden, and a correction of a few people is not told by what changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from data_access.releasing.policy import RATES, Policy
from data_access.releasing.released import Release, surrogate
from data_access.releasing.rounding import NOBODY, band_ends, printed
from data_access.releasing.small import small_numbers
from data_access.releasing.table import COLUMNS, DENOMINATOR, NUMBERS, NUMERATOR, TEAMS, Table
from equity.counts import Count
from equity.rates import byar_interval, wilson_interval


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """The release before on the cells of a newer table. counts: as they were said; said, hidden: False for cells that are new."""

    counts: np.ndarray
    said: np.ndarray
    hidden: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """What a release is made from. table: its counts are those to be said; hidden: to be hidden in any case; changes: against what was said."""

    table: Table
    hidden: np.ndarray
    changes: np.ndarray

    def in_periods(self, places: np.ndarray) -> Start:
        """The same in some of its periods."""
        return Start(self.table.in_periods(places), self.hidden[..., places], self.changes[..., places])


def start_of(table: Table, policy: Policy, previous: Release | None) -> Start:
    """The counts that may be said now, and the cells that stay or become hidden for what was said before."""
    if previous is None:
        return Start(table, np.zeros_like(table.reported), np.zeros_like(table.counts))
    before = before_on(table, previous)
    return _rates_start(table, policy, before) if policy.form == RATES else _counts_start(table, policy, before)


def before_on(table: Table, previous: Release) -> Before:
    """The release before, cell by cell, on the teams, columns and periods of this table."""
    old = previous.table
    ours, theirs = zip(
        *(_common(getattr(table, name), getattr(old, name)) for name in ("teams", "columns", "periods")),
        strict=True,
    )
    counts = np.zeros_like(table.counts)
    counts[np.ix_(range(3), *ours)] = old.counts[np.ix_(range(3), *theirs)]
    flags = [np.zeros_like(table.reported), np.zeros_like(table.reported)]
    for flag, known in zip(flags, (previous.said, previous.hidden), strict=True):
        flag[np.ix_(*ours)] = known[np.ix_(*theirs)]
    return Before(counts, *flags)


def _common(ours: Sequence, theirs: Sequence) -> tuple[list[int], list[int]]:
    """Places of what both have."""
    at = {one: place for place, one in enumerate(theirs)}
    both = [(place, at[one]) for place, one in enumerate(ours) if one in at]
    return [place for place, _ in both], [place for _, place in both]


def _rates_start(table: Table, policy: Policy, before: Before) -> Start:
    """A rate that a correction of a few people changed stays as it was said while it is still true within its interval; else it is hidden.

    Reads    a larger correction is said, even if few of its people had the event: how many did is lost in the rounding.
    """
    most = np.abs(table.counts - before.counts).max(axis=NUMBERS)
    few = before.said & (most > 0) & (most < policy.threshold)
    kept = replace(table, counts=np.where(few, before.counts, table.counts))
    hidden = before.hidden | small_numbers(table, policy).any(axis=NUMBERS)
    said, grains = printed(kept, policy), policy.grains(table.multiplier)
    for place in map(tuple, np.argwhere(few & (said.band != NOBODY)).tolist()):
        band, steps = int(said.band[place]), int(said.steps[place])
        hidden[place] |= not _is_within(surrogate(steps, grains[band], band_ends(policy, band), table), table, place)
    return Start(kept, hidden, np.zeros_like(table.counts))


def _is_within(said: Count, table: Table, place: tuple[int, ...]) -> bool:
    interval = wilson_interval if table.proportion else byar_interval
    low, high = interval(said.numerator, said.denominator)
    return low <= table.counts[(NUMERATOR, *place)] / table.counts[(DENOMINATOR, *place)] <= high


def _counts_start(table: Table, policy: Policy, before: Before) -> Start:
    """A team's period is said anew where its total may be; there the groups that a few people changed are hidden."""
    known = before.said | before.hidden
    stays = before.said[:, :1] & few_changed(table.counts - before.counts, policy, proportion=table.proportion)[:, :1]
    stays[-1] = False
    counts = np.where(stays, before.counts, table.counts)
    add_network(counts, table)
    changes = np.where(known, counts - before.counts, 0)
    few = before.said & few_changed(changes, policy, proportion=table.proportion)
    hidden = before.hidden | few | (stays & ~known) | small_numbers(table, policy).any(axis=NUMBERS)
    return Start(replace(table, counts=counts), hidden, changes)


def few_changed(changes: np.ndarray, policy: Policy, *, proportion: bool) -> np.ndarray:
    """By cell: True where a number changed by somebody and by fewer than the threshold."""
    size = np.abs(changes if proportion else changes[[NUMERATOR, DENOMINATOR]])
    return ((size > 0) & (size < policy.threshold)).any(axis=NUMBERS)


def add_network(counts: np.ndarray, table: Table) -> None:
    """The network's counts from the teams', its pools from its groups; in place."""
    counts[:, -1] = counts[:, :-1].sum(axis=TEAMS)
    for one in table.sums:
        if one.axis == COLUMNS and table.is_pool[one.whole]:
            counts[:, -1, one.whole] = counts[:, -1, list(one.parts)].sum(axis=1)
