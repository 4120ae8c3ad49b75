"""The release of counts as they are: small cells are hidden whole, and as many others as keep sums from giving them back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from data_access.releasing.elimination import given_back, narrowed_by_rows
from data_access.releasing.kept import Start
from data_access.releasing.policy import Policy
from data_access.releasing.reach import most_of_others, reach
from data_access.releasing.released import Release
from data_access.releasing.repairs import hide_beside, hide_smallest, repair
from data_access.releasing.rounding import ENDLESS
from data_access.releasing.small import small_numbers
from data_access.releasing.table import DENOMINATOR, NUMERATOR, REST, TEAMS, Sum, Table

# A sum of one hidden cell gives it back; between teams two, for one of them knows its own.
FEWEST_HIDDEN, FEWEST_HIDDEN_TEAMS = 2, 3


def counted_release(start: Start, policy: Policy) -> Release:
    """Counts as they are, numerator and denominator hidden together.

    Reads    groups put together are said where they follow from what is said anyway, so they give nothing away.
    """
    table = replace(start.table, is_shown=start.table.is_shown & ~start.table.is_pool)
    hidden = (start.hidden | small_numbers(table, policy).any(axis=0)) & table.shown
    while policy.is_checked and _hide_more(replace(start, table=table), policy, hidden):
        pass
    return Release(policy, start.table, hidden | _pools_hidden(start, policy, table, hidden))


def _pools_hidden(start: Start, policy: Policy, table: Table, hidden: np.ndarray) -> np.ndarray:
    """Pools that do not follow, are small, or were hidden before."""
    pools = start.table.shown & start.table.is_pool[:, None]
    if not policy.is_checked:
        return pools & small_numbers(start.table, policy).any(axis=0)
    follow = given_back(table, unknown_cells(table, hidden), insiders=False)
    return pools & (~follow | small_numbers(start.table, policy).any(axis=0) | start.hidden)


def unknown_cells(table: Table, hidden: np.ndarray) -> np.ndarray:
    """Hidden cells, and those that nobody is shown in any case."""
    return hidden | (table.reported & ~table.is_shown[:, None])


def _hide_more(start: Start, policy: Policy, hidden: np.ndarray) -> bool:
    """One step: by the rules for sums, else by elimination, else by what a reader reaches; True where something was hidden."""
    table = start.table
    if any([_keep_rules(one, holds, start, policy, hidden) for one, holds in table.tied if not one.is_inner]):
        return True
    found = given_back(table, unknown_cells(table, hidden), insiders=policy.guards_insiders) & hidden
    if found.any() and hide_beside(found, table, hidden):
        return True
    reached = what_readers_reach(table, hidden)
    if repair(table, policy, hidden, reached):
        return True
    narrowed = narrowed_by_rows(table, unknown_cells(table, hidden), reached, policy)
    return bool(narrowed.any()) and hide_beside(narrowed, table, hidden)


def what_readers_reach(table: Table, hidden: np.ndarray) -> np.ndarray:
    """Least and most of every number, for a reader who sees what is not hidden and uses every sum."""
    guessed = np.stack([table.counts, table.counts])
    unknown = unknown_cells(table, hidden)
    guessed[0][:, unknown], guessed[1][:, unknown] = 0, ENDLESS
    guessed[0][DENOMINATOR, hidden & (table.counts[DENOMINATOR] > 0)] = 1
    return reach(table, guessed)


def _keep_rules(one: Sum, holds: np.ndarray, start: Start, policy: Policy, hidden: np.ndarray) -> bool:
    """Hide more wherever the hidden part of a sum is too few cells, too few people, or was changed by too few; True where something was hidden."""
    wanted = holds & _breaks(one, start, policy, hidden)
    return bool(wanted.any() and hide_smallest(one, wanted, start.table, hidden).any())


def _breaks(one: Sum, start: Start, policy: Policy, hidden: np.ndarray) -> np.ndarray:
    table = start.table
    between_teams = one.axis == TEAMS and policy.guards_insiders
    parts, whole = hidden[one.at(hidden, one.parts)], hidden[one.at(hidden, one.whole)]
    cells = parts.sum(axis=one.axis - 1)
    inside = np.where(parts, table.counts[one.at(table.counts, one.parts)], 0)
    people = inside.sum(axis=one.axis)
    if between_teams:
        # A team takes its own away from what is hidden: what is left has to be enough.
        people = np.minimum(people, people - most_of_others(inside).max(axis=one.axis))
    told = [NUMERATOR, REST, DENOMINATOR] if table.proportion else [NUMERATOR, DENOMINATOR]
    few = (people[told] < policy.threshold).any(axis=0)
    changed = np.abs(np.where(parts, start.changes[one.at(table.counts, one.parts)], 0).sum(axis=one.axis)[told])
    few |= ((changed > 0) & (changed < policy.threshold)).any(axis=0)
    needed = FEWEST_HIDDEN_TEAMS if between_teams else FEWEST_HIDDEN
    shown_whole = ~whole & table.shown[one.at(hidden, one.whole)] & (cells > 0) & ((cells < needed) | few)
    return shown_whole | (whole & (cells < needed - 1))
