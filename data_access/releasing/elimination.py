"""Which hidden cells the sums give back exactly, whatever their numbers: Gaussian elimination, team by team and then across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data_access.releasing.table import COLUMNS, Sum, Table

NOTHING = 1e-9


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
    """What the sums tell of a period's hidden cells: rows over the free cells of all blocks, side by side, each of a sum that is known."""

    blocks: Sequence[Block]
    rows: np.ndarray
    leading: Sequence[int]

    def places(self) -> Iterator[tuple[int, Block, range]]:
        """Each team with its block and where its free cells stand in a row."""
        starts = np.cumsum([0, *(len(one.free) for one in self.blocks)]).tolist()
        for team, (one, start) in enumerate(zip(self.blocks, starts, strict=False)):
            yield team, one, range(start, start + len(one.free))


def given_back(table: Table, hidden: np.ndarray) -> np.ndarray:
    """By cell: True where the sums alone give a hidden cell back."""
    found, kept = np.zeros_like(hidden), {}
    for period in range(hidden.shape[-1]):
        blocks = [_block(table, hidden[:, :, period], team, period, kept) for team in range(len(hidden))]
        found[:, :, period] = _fixed(_across(blocks), hidden.shape[1])
    return found & hidden


def _block(table: Table, hidden: np.ndarray, team: int, period: int, kept: dict[bytes, Block]) -> Block:
    holding = [one for one, holds in table.tied if one.axis == COLUMNS and holds[team, period]]
    key = hidden[team].tobytes() + bytes([one.axis == COLUMNS and bool(holds[team, period]) for one, holds in table.tied])
    if key not in kept:
        kept[key] = block_of(hidden[team], holding)
    return kept[key]


def _across(blocks: Sequence[Block]) -> Echelon:
    """The teams' rows put together; the network is the last block."""
    signs = [1] * (len(blocks) - 1) + [-1]
    matrix = np.concatenate([sign * one.across for sign, one in zip(signs, blocks, strict=True)], axis=1)
    return Echelon(blocks, *reduced(matrix[np.abs(matrix).any(axis=1)]))


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
