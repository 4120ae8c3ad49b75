"""Which further cell to hide where sums give a hidden one away."""

from __future__ import annotations

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.reach import left_for_insiders, left_for_parts
from data_access.releasing.small import small_numbers
from data_access.releasing.table import DENOMINATOR, TEAMS, Sum, Table

NEVER = np.iinfo(np.int64).max


def given_away(table: Table, policy: Policy, hidden: np.ndarray, reached: np.ndarray) -> np.ndarray:
    """By number and cell: True where a hidden small number can be told from some other small number.

    Reads    it is safe while it can still be anything from 1 to below the threshold: so it stays, whatever else is said in later releases.
    """
    low, high = reached
    return small_numbers(table, policy) & hidden & ~((low <= 1) & (high >= policy.open_up_to(table.multiplier)))


def narrowed_by(one: Sum, holds: np.ndarray, table: Table, policy: Policy, reached: np.ndarray) -> np.ndarray:
    """By number and part of this sum: True where the sum alone leaves less than 1 to below the threshold."""
    low, high = reached
    leaves = left_for_insiders(one, table, low, high) if policy.guards_insiders else left_for_parts(one, low, high)
    here = np.expand_dims(np.broadcast_to(holds, low[one.at(low, one.whole)].shape), one.axis)
    return here & ((leaves[0] > 1) | (leaves[1] < policy.open_up_to(table.multiplier)))


def hide_smallest(one: Sum, wanted: np.ndarray, table: Table, hidden: np.ndarray) -> np.ndarray:
    """Hide, wherever it is wanted, the smallest part of this sum that is still shown, or else the whole; True where something was hidden.

    Takes    wanted: by place along the sum.
    """
    shown = table.shown & ~hidden
    size = np.where(shown, table.counts[DENOMINATOR], NEVER)[one.at(hidden, one.parts)]
    axis = one.axis - 1
    smallest = np.expand_dims(size.argmin(axis=axis), axis)
    there = np.expand_dims(wanted, axis) & (np.take_along_axis(size, smallest, axis) < NEVER)
    parts = hidden[one.at(hidden, one.parts)]
    np.put_along_axis(parts, smallest, np.take_along_axis(parts, smallest, axis) | there, axis)
    hidden[one.at(hidden, one.parts)] = parts
    whole = one.at(hidden, one.whole)
    last = wanted & ~there.squeeze(axis) & shown[whole]
    hidden[whole] |= last
    return there.squeeze(axis) | last


def repair(table: Table, policy: Policy, hidden: np.ndarray, reached: np.ndarray) -> bool:
    """Hide more where a hidden small number is given away; True where something was hidden."""
    leaks = given_away(table, policy, hidden, reached)
    small = small_numbers(table, policy) & hidden
    changed = False
    for one, holds in table.tied:
        narrowed = narrowed_by(one, holds, table, policy, reached) & small[one.at(small, one.parts)]
        wanted = narrowed.any(axis=(0, one.axis))
        changed |= bool(wanted.any() and hide_smallest(one, wanted, table, hidden).any())
    return changed or hide_beside(leaks.any(axis=0), table, hidden)


def hide_beside(leaking: np.ndarray, table: Table, hidden: np.ndarray) -> bool:
    """For each of these cells hide a neighbor in the first of its sums that has one to hide, another team last; True where something was hidden."""
    left = leaking.copy()
    for one, holds in sorted(table.tied, key=lambda tied: (tied[0].axis == TEAMS, tied[0].is_inner)):
        wanted = holds & (left[one.at(left, one.parts)].any(axis=one.axis - 1) | left[one.at(left, one.whole)])
        if wanted.any():
            done = hide_smallest(one, wanted, table, hidden)
            left[one.at(left, one.parts)] &= ~np.expand_dims(done, one.axis - 1)
            left[one.at(left, one.whole)] &= ~done
    return bool((leaking & ~left).any())
