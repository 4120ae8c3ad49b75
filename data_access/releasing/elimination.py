"""Which hidden cells the sums give back exactly, whatever their numbers: Gaussian elimination, team by team and then across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.small import small_numbers
from data_access.releasing.table import COLUMNS, DENOMINATOR, Sum, Table

NOTHING = 1e-9
# Up to so many teams each one's own numbers are tried; above, three hidden teams in every row have to be enough.
MOST_INSIDERS = 60


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A team's hidden cells after elimination inside the team.

    fixed: columns that are given back; bound: columns that follow from the free ones, with `rests`, how; across: the free ones' part in each network row.
    """

    hidden: np.ndarray
    bound: np.ndarray
    free: np.ndarray
    rests: np.ndarray
    across: np.ndarray


def reduced(matrix: np.ndarray) -> tuple[np.ndarray, list[int]]:
    """Reduced row echelon form without its empty rows, and the column of each row's leading one."""
    rows, leading = matrix.astype(float).copy(), []
    for column in range(rows.shape[1]):
        at = len(leading)
        if at == len(rows):
            break
        best = at + int(np.abs(rows[at:, column]).argmax())
        if abs(rows[best, column]) < NOTHING:
            continue
        rows[[at, best]] = rows[[best, at]]
        rows[at] /= rows[at, column]
        others = np.abs(rows[:, column]) > NOTHING
        others[at] = False
        rows[others] -= np.outer(rows[others, column], rows[at])
        leading.append(column)
    return rows[: len(leading)], leading


def block_of(hidden: np.ndarray, sums: Sequence[Sum]) -> Block:
    """Elimination inside one team: hidden by column; the sums that hold there. Columns that are sums of others stand last and lead, so groups are left."""
    columns = np.flatnonzero(hidden)[::-1]
    matrix = np.zeros((len(sums), len(hidden)))
    for row, one in enumerate(sums):
        matrix[row, one.whole] = -1
        matrix[row, list(one.parts)] = 1
    rows, leading = reduced(matrix[:, columns])
    free = np.setdiff1d(np.arange(len(columns)), leading)
    rests = -rows[:, free]
    across = np.zeros((len(hidden), len(free)))
    across[columns[free]] = np.eye(len(free))
    across[columns[leading]] = rests
    return Block(columns, columns[leading], columns[free], rests, across)


@dataclass(frozen=True, slots=True, eq=False)
class Echelon:
    """What the sums tell one reader of a period's hidden cells: rows over the free cells of all blocks, side by side, each of a sum that is known."""

    period: int
    blocks: Sequence[Block]
    rows: np.ndarray
    leading: Sequence[int]

    def places(self) -> Iterator[tuple[int, Block, range]]:
        """Each team with its block and where its free cells stand in a row."""
        starts = np.cumsum([0, *(len(one.free) for one in self.blocks)]).tolist()
        for team, (one, start) in enumerate(zip(self.blocks, starts, strict=False)):
            yield team, one, range(start, start + len(one.free))

    def free(self) -> tuple[np.ndarray, np.ndarray]:
        """The team and the column of each place in a row."""
        cells = [(team, column) for team, one in enumerate(self.blocks) for column in one.free.tolist()]
        teams, columns = np.array(cells, dtype=int).reshape(-1, 2).T
        return teams, columns


def given_back(table: Table, hidden: np.ndarray, *, insiders: bool) -> np.ndarray:
    """By cell: True where the sums alone give a hidden cell back.

    Takes    insiders: also to whoever knows all of one team's numbers; that team's own cells are not counted then.
    """
    found = np.zeros_like(hidden)
    for one in echelons(table, hidden, insiders=insiders):
        found[:, :, one.period] |= _fixed(one, hidden.shape[1])
    return found & hidden


def narrowed_by_rows(table: Table, hidden: np.ndarray, reached: np.ndarray, policy: Policy) -> np.ndarray:
    """By cell: True where a sum that follows from several others leaves less of a hidden small number than 1 to below the threshold.

    Takes    reached: the least and most of every number so far.
    Reads    two teams may have few people left between them once each one's row and a column that they share are put together.
    """
    small, found = small_numbers(table, policy) & hidden, np.zeros_like(hidden)
    for one in echelons(table, hidden, insiders=policy.guards_insiders):
        low, high = reached[..., one.period].astype(float)
        _use_rows(one, table.counts[..., one.period], low, high)
        told = small[..., one.period] & ((low > 1) | (high < policy.open_up_to(table.multiplier)))
        found[:, :, one.period] |= told.any(axis=0)
    return found


def _use_rows(one: Echelon, true: np.ndarray, low: np.ndarray, high: np.ndarray) -> None:
    """Narrow what was reached (numbers x team x column) by the rows, in place: free cells by each row, then what follows from them."""
    if one.rows.size:
        at = (slice(None), *one.free())
        least, most = _left(one.rows, true[at], low[at], high[at])
        low[at], high[at] = np.maximum(low[at], least), np.minimum(high[at], most)
    for team, block, _ in one.places():
        free, bound = (slice(None), team, block.free), (slice(None), team, block.bound)
        fixed = true[bound] - true[free] @ block.rests.T
        low[bound] = np.maximum(low[bound], fixed + low[free] @ np.maximum(block.rests, 0).T + high[free] @ np.minimum(block.rests, 0).T)
        high[bound] = np.minimum(high[bound], fixed + high[free] @ np.maximum(block.rests, 0).T + low[free] @ np.minimum(block.rests, 0).T)


def _left(rows: np.ndarray, true: np.ndarray, low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What the rows leave, by number and place: at least and at most."""
    up, down = np.maximum(rows, 0), np.minimum(rows, 0)
    known = (true @ rows.T)[:, :, None]
    least = (low @ up.T + high @ down.T)[:, :, None] - (low[:, None] * up + high[:, None] * down)
    most = (high @ up.T + low @ down.T)[:, :, None] - (high[:, None] * up + low[:, None] * down)
    ends = np.stack([known - most, known - least]) / np.where(np.abs(rows) > NOTHING, rows, np.nan)
    return np.nan_to_num(np.fmin(*ends), nan=-np.inf).max(axis=1), np.nan_to_num(np.fmax(*ends), nan=np.inf).min(axis=1)


def echelons(table: Table, hidden: np.ndarray, *, insiders: bool) -> Iterator[Echelon]:
    """Every period as everybody sees it, and, for insiders, as each team sees it that knows its own."""
    kept: dict[bytes, Block] = {}
    nothing = block_of(np.zeros(hidden.shape[1], dtype=bool), ())
    for period in range(hidden.shape[-1]):
        blocks = [_block(table, hidden[:, :, period], team, period, kept) for team in range(len(hidden))]
        yield _across(table, period, blocks)
        for team in range(len(blocks) - 1 if insiders and len(blocks) <= MOST_INSIDERS else 0):
            yield _across(table, period, [nothing if at == team else one for at, one in enumerate(blocks)])


def _block(table: Table, hidden: np.ndarray, team: int, period: int, kept: dict[bytes, Block]) -> Block:
    holding = [one for one, holds in table.tied if one.axis == COLUMNS and holds[team, period]]
    key = hidden[team].tobytes() + bytes([one.axis == COLUMNS and bool(holds[team, period]) for one, holds in table.tied])
    if key not in kept:
        kept[key] = block_of(hidden[team], holding)
    return kept[key]


def _across(table: Table, period: int, blocks: Sequence[Block]) -> Echelon:
    """The teams' rows put together; the network is the last block. Large cells lead, so that what is left stands between small ones."""
    signs = [1] * (len(blocks) - 1) + [-1]
    matrix = np.concatenate([sign * one.across for sign, one in zip(signs, blocks, strict=True)], axis=1)
    order = np.argsort(-np.concatenate([table.counts[DENOMINATOR, team, one.free, period] for team, one in enumerate(blocks)]), kind="stable")
    rows, leading = reduced(matrix[np.abs(matrix).any(axis=1)][:, order])
    return Echelon(period, blocks, rows[:, np.argsort(order)], order[leading].tolist())


def _fixed(one: Echelon, columns: int) -> np.ndarray:
    """By team and column: what is given back."""
    alone = {one.leading[row] for row in np.flatnonzero((np.abs(one.rows) > NOTHING).sum(axis=1) == 1)}
    found = np.zeros((len(one.blocks), columns), dtype=bool)
    at = {column: row for row, column in enumerate(one.leading)}
    for team, block, places in one.places():
        found[team, block.free] = [place in alone for place in places]
        found[team, block.bound] = _is_fixed(block.rests, places, one.rows, at)
    return found


def _is_fixed(rests: np.ndarray, places: range, rows: np.ndarray, at: dict[int, int]) -> np.ndarray:
    """By bound column: True where nothing free is left in what it follows from."""
    leading = [place for place in places if place in at]
    if not leading or not len(rests):
        return ~(np.abs(rests) > NOTHING).any(axis=1)
    whole = np.zeros((len(rests), rows.shape[1]))
    whole[:, places.start : places.stop] = rests
    whole -= rests[:, [place - places.start for place in leading]] @ rows[[at[place] for place in leading]]
    return ~(np.abs(whole) > NOTHING).any(axis=1)
