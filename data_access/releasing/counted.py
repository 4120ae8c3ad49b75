"""The release of counts as they are: small cells are hidden whole, and as many others as keep sums from giving them back."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from data_access.releasing.elimination import given_back
from data_access.releasing.kept import Start
from data_access.releasing.openness import not_open
from data_access.releasing.policy import Policy
from data_access.releasing.reach import most_of_others
from data_access.releasing.released import Release
from data_access.releasing.repairs import NEVER, hide_beside, hide_smallest
from data_access.releasing.small import small_numbers
from data_access.releasing.systems import unknown_cells
from data_access.releasing.table import DENOMINATOR, NUMERATOR, REST, TEAMS, Sum, Table

# A sum of one hidden cell gives it back; between teams two, for one of them knows its own.
FEWEST_HIDDEN, FEWEST_HIDDEN_TEAMS = 2, 3
# More than any count.
FARTHER = 2**40


def counted_release(start: Start, policy: Policy) -> Release:
    """Counts as they are, numerator and denominator hidden together.

    Reads    groups put together are said where they follow from what is said anyway, so they give nothing away.
    """
    table = replace(start.table, is_shown=start.table.is_shown & ~start.table.is_pool)
    hidden = (start.hidden | small_numbers(table, policy).any(axis=0)) & table.shown
    open_periods, told = np.arange(len(table.periods) if policy.is_checked else 0), np.zeros_like(hidden)
    while len(open_periods):
        open_periods = _hide_more(replace(start, table=table), policy, (hidden, told), open_periods)
    return Release(policy, start.table, hidden | _pools_hidden(start, policy, table, hidden))


def _pools_hidden(start: Start, policy: Policy, table: Table, hidden: np.ndarray) -> np.ndarray:
    """Pools that do not follow, are small, or were hidden before."""
    pools = start.table.shown & start.table.is_pool[:, None]
    if not policy.is_checked:
        return pools & small_numbers(start.table, policy).any(axis=0)
    follow = given_back(table, unknown_cells(table, hidden))
    return pools & (~follow | small_numbers(start.table, policy).any(axis=0) | start.hidden)


def _hide_more(start: Start, policy: Policy, found: tuple[np.ndarray, np.ndarray], periods: np.ndarray) -> np.ndarray:
    """One step in these periods: by the rules for sums until they are kept, then beside a number that is not open.

    Takes    found: what is hidden and what was told the time before; in place.
    Returns  the periods to be looked at again.
    """
    hidden, before = found
    part, closed = start.in_periods(periods), hidden[..., periods]
    while any([_keep_rules(one, holds, part, policy, closed) for one, holds in part.table.tied if not one.is_inner]):
        pass
    told = not_open(part.table, policy, closed)
    changed = hide_beside_told(told, told & before[..., periods], part.table, closed)
    hidden[..., periods], before[..., periods] = closed, told
    return periods[changed]


def hide_beside_told(told: np.ndarray, again: np.ndarray, table: Table, hidden: np.ndarray) -> np.ndarray:
    """In each period hide one cell more, in place: beside the smallest of these, or, where one was told before, the smallest that is near to any.

    Takes    again: those that are told although a cell beside one was hidden.
    Returns  by period, where something was hidden.
    Reads    one at a time: it often closes the others as well.
    """
    before, stays = hidden.copy(), again.any(axis=(0, 1))
    size = np.where(told & ~stays, table.counts[DENOMINATOR], NEVER)
    hide_beside(told & _is_smallest(size), table, hidden)
    stays = told.any(axis=(0, 1)) & (hidden == before).all(axis=(0, 1))
    nearest = np.where(table.shown & ~hidden & stays, table.counts[DENOMINATOR] + FARTHER * _distance(told, table), NEVER)
    hidden |= (nearest < NEVER) & _is_smallest(nearest)
    return (hidden != before).any(axis=(0, 1))


def _is_smallest(size: np.ndarray) -> np.ndarray:
    """The first of the smallest in each period."""
    flat = size.reshape(-1, size.shape[-1])
    return (np.arange(len(flat))[:, None] == flat.argmin(axis=0)).reshape(size.shape) & (size < NEVER)


def _distance(told: np.ndarray, table: Table) -> np.ndarray:
    """0 in the columns of what is told and among its teams' groups of the same kind, 1 elsewhere in these teams, 2 in others."""
    kinds = np.array([stratifier_id for stratifier_id, _ in table.columns])
    of_kind = np.stack([told[:, kinds == kind].any(axis=1) for kind in kinds], axis=1)
    return np.select([of_kind | told.any(axis=0, keepdims=True), told.any(axis=1, keepdims=True)], [0, 1], 2)


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
