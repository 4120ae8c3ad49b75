"""How far a reader gets by adding and subtracting: the least and most that each number can be, given everything that is said."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from data_access.releasing.rounding import ENDLESS
from data_access.releasing.rows import Rows
from data_access.releasing.shares import Share
from data_access.releasing.table import COLUMNS, DENOMINATOR, NUMBERS, NUMERATOR, PERIODS, REST, TEAMS, Sum, Table
from data_access.releasing.tilts import Reached, carry_tilts, use_tilts
from data_access.releasing.windows import Windows

# Each pass carries what is found one sum further; more than 8 hid nothing more on networks of 15 and of 150 teams.
MOST_PASSES = 12
TILTED_PASSES = 2
ADDED = Sum(NUMBERS, DENOMINATOR, (NUMERATOR, REST))


def reach(table: Table, guessed: np.ndarray, windows: Windows | None = None, shares: Sequence[Share] = ()) -> np.ndarray:
    """(least and most) x numbers x cells, after every sum, rate and share was used until nothing changes."""
    reached = Reached(*guessed.copy(), table.proportion)
    _until_still(table, windows, shares, reached)
    if windows is None:
        return np.stack([reached.low, reached.high])
    for _ in range(TILTED_PASSES):
        for one, holds in table.tied:
            if not one.is_inner:
                use_tilts(one, holds, windows, reached)
        carry_tilts([tied for tied in table.tied if tied[0].axis == COLUMNS], windows, reached)
        _until_still(table, windows, shares, reached)
    return np.stack([reached.low, reached.high])


def _until_still(table: Table, windows: Windows | None, shares: Sequence[Share], reached: Reached) -> None:
    """Use every sum of single numbers, every rate and share until nothing changes: each time where something did the time before."""
    low, high = reached.low, reached.high
    changed = np.ones((low.shape[TEAMS], low.shape[PERIODS]), dtype=bool)
    for _ in range(MOST_PASSES):
        before = low.copy(), high.copy()
        for one, holds in table.tied:
            if one.axis == TEAMS:
                _use(one, holds, low, high)
        changed |= _differs(before, (low, high))
        _use_inside(Rows(*np.nonzero(changed)), table, windows, shares, reached)
        changed = _differs(before, (low, high))
        if not changed.any():
            return


def _differs(before: Sequence[np.ndarray], after: Sequence[np.ndarray]) -> np.ndarray:
    """By team and period."""
    return np.logical_or(*(one != other for one, other in zip(before, after, strict=True))).any(axis=(NUMBERS, COLUMNS))


def _use_inside(rows: Rows, table: Table, windows: Windows | None, shares: Sequence[Share], reached: Reached) -> None:
    """Once through all that ties the numbers of one team in one period."""
    low, high = rows.of(reached.low), rows.of(reached.high)
    for one, holds in table.tied:
        if one.axis == COLUMNS:
            _use(one, rows.of_team(holds), low, high)
    if table.proportion:
        _use(ADDED, np.ones(low.shape[1:], dtype=bool), low, high)
    if windows is not None:
        _use_rates(Windows(*map(rows.of, (windows.least, windows.most, windows.told))), low, high)
    for share in shares:
        share.in_rows(rows).narrow(low, high)
    rows.put(reached.low, low)
    rows.put(reached.high, high)


def _use(one: Sum, holds: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    """The whole is within the sums of its parts, each part within what the others leave of the whole."""
    whole, parts = one.at(low, one.whole), one.at(low, one.parts)
    least, most = low[parts].sum(axis=one.axis), np.minimum(high[parts].sum(axis=one.axis), ENDLESS)
    low[whole] = np.where(holds, np.maximum(low[whole], least), low[whole])
    high[whole] = np.where(holds, np.minimum(high[whole], most), high[whole])
    left_low, left_high = left_for_parts(one, low, high)
    holds = np.expand_dims(np.broadcast_to(holds, low[whole].shape), one.axis)
    low[parts] = np.where(holds, np.maximum(low[parts], left_low), low[parts])
    high[parts] = np.where(holds, np.minimum(high[parts], left_high), high[parts])


def left_for_parts(one: Sum, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the whole leaves for each part: at least and at most."""
    part_low, part_high = low[one.at(low, one.parts)], high[one.at(high, one.parts)]
    whole_low, whole_high = (np.expand_dims(side[one.at(side, one.whole)], one.axis) for side in (low, high))
    others_low = part_low.sum(axis=one.axis, keepdims=True) - part_low
    others_high = part_high.sum(axis=one.axis, keepdims=True) - part_high
    return whole_low - others_high, whole_high - others_low


def left_for_insiders(one: Sum, table: Table, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same for the one who knows most: for each team, that other team whose own numbers narrow it best."""
    left_low, left_high = left_for_parts(one, low, high)
    if one.axis != TEAMS:
        return left_low, left_high
    exact, parts = table.counts, one.at(low, one.parts)
    above = most_of_others(exact[parts] - low[parts])
    below = most_of_others(np.minimum(high[parts], ENDLESS) - exact[parts])
    return left_low + below, left_high - above


def most_of_others(gains: np.ndarray) -> np.ndarray:
    """For each team the largest gain among the others; nothing where it is alone."""
    if gains.shape[TEAMS] < 2:
        return np.zeros_like(gains)
    two = np.partition(gains, gains.shape[TEAMS] - 2, axis=TEAMS)
    largest, second = two.take([-1], axis=TEAMS), two.take([-2], axis=TEAMS)
    return np.where(gains == largest, second, largest)


def _use_rates(windows: Windows, low: np.ndarray, high: np.ndarray) -> None:
    """A printed rate ties numerator to denominator."""
    low[NUMERATOR] = np.maximum(low[NUMERATOR], np.ceil(windows.least * low[DENOMINATOR] - 1e-9).astype(np.int64))
    most = np.floor(np.minimum(windows.most * high[DENOMINATOR], ENDLESS) + 1e-9).astype(np.int64)
    high[NUMERATOR] = np.minimum(high[NUMERATOR], most)
    with np.errstate(divide="ignore", invalid="ignore"):
        most = np.where(windows.least > 0, np.floor(np.minimum(high[NUMERATOR] / windows.least, ENDLESS) + 1e-9), ENDLESS)
        least = np.where(windows.most > 0, np.ceil(low[NUMERATOR] / windows.most - 1e-9), 0)
    high[DENOMINATOR] = np.minimum(high[DENOMINATOR], most.astype(np.int64))
    low[DENOMINATOR] = np.maximum(low[DENOMINATOR], least.astype(np.int64))
