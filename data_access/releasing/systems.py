"""What a period's unknown numbers have to satisfy: every table that does is one that a reader has to hold possible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data_access.releasing.policy import Policy
from data_access.releasing.small import small_numbers
from data_access.releasing.table import COLUMNS, DENOMINATOR, NUMERATOR, REST, Sum, Table


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """Sums of unknown numbers, row by row. size: rows and numbers."""

    rows: np.ndarray
    places: np.ndarray
    signs: np.ndarray
    size: tuple[int, int]

    def of(self, numbers: np.ndarray) -> np.ndarray:
        """What each row adds up to."""
        return np.bincount(self.rows, self.signs * numbers[self.places], minlength=self.size[0]).astype(np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """A period's unknown numbers.

    true: as they are; teams: whose they are; sums: stay as they are; people: of each hidden cell that has any, at least one; asked: the hidden
    small numbers; cells: team and column of each that is asked; own: how much of it is known to each team, and at last to everybody; least:
    down to where it has to be open to them.
    """

    true: np.ndarray
    teams: np.ndarray
    sums: Terms
    people: Terms
    asked: Terms
    cells: np.ndarray
    own: np.ndarray
    least: np.ndarray

    def allows(self, numbers: np.ndarray) -> bool:
        """Whether this may be the table for all that a reader knows."""
        return bool((self.sums.of(numbers - self.true) == 0).all() and (self.people.of(numbers) > 0).all() and (numbers >= 0).all())


def unknown_cells(table: Table, hidden: np.ndarray) -> np.ndarray:
    """Hidden cells, and those that nobody is shown in any case."""
    return hidden | (table.reported & ~table.is_shown[:, None])


def system_of(table: Table, policy: Policy, hidden: np.ndarray) -> System:
    """The system of a table of one period.

    Reads    numerators and rests add up apart, and a denominator is both together; of a rate over time, numerators and denominators do. What is left
             of a total that its groups outnumber is less than nothing, and in no sum that holds.
    """
    counts = table.counts[..., 0]
    unknown = unknown_cells(table, hidden)[..., 0] & _tied_columns(table) & (counts >= 0).all(axis=0)
    told = [NUMERATOR, REST] if table.proportion else [NUMERATOR, DENOMINATOR]
    at = np.full(counts.shape, -1)
    for start, number in enumerate(told):
        at[number, unknown] = np.arange(unknown.sum()) + start * unknown.sum()
    people = hidden[..., 0] & (counts[DENOMINATOR] > 0)
    asked = np.argwhere((small_numbers(table, policy) & hidden)[..., 0])
    own, size = _own(counts, asked), 2 * int(unknown.sum())
    return System(
        np.concatenate([counts[number, unknown] for number in told]),
        np.tile(np.nonzero(unknown)[0], 2),
        _terms([one for number in told for one in _sums(table, at[number])], size),
        _terms([_numbers(at, DENOMINATOR, np.argwhere(people), told)], size),
        _terms([_numbers(at, number, asked[asked[:, 0] == number, 1:], told) for number in range(3)], size),
        asked[:, 1:],
        own,
        np.maximum(own + 1, _fewest(table, people, asked)),
    )


def _tied_columns(table: Table) -> np.ndarray:
    """Columns that somebody is shown, and those that such columns add up with."""
    tied = table.is_shown.copy()
    for one, _ in _outer(table):
        if one.axis == COLUMNS:
            tied[[one.whole, *one.parts]] = True
    return tied


def _outer(table: Table) -> list[tuple[Sum, np.ndarray]]:
    """The sums that all others follow from."""
    return [tied for tied in table.tied if not tied[0].is_inner]


def _sums(table: Table, at: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Each sum's places and signs, a row for each team or column where it holds."""
    for one, holds in _outer(table):
        rows = at if one.axis == COLUMNS else at.T
        yield rows[:, [*one.parts, one.whole]][holds[..., 0]], np.array([*[1] * len(one.parts), -1])


def _numbers(at: np.ndarray, number: int, cells: np.ndarray, told: Sequence[int]) -> tuple[np.ndarray, np.ndarray]:
    """The same for a number of these cells: it is unknown itself, or those that are told together are it."""
    made_of = [number] if number in told else list(told)
    return at[made_of][:, cells[:, 0], cells[:, 1]].T, np.array(1)


def _terms(sums: Sequence[tuple[np.ndarray, np.ndarray]], size: int) -> Terms:
    """All rows under each other, without what is known and without rows that know everything."""
    rows, places, signs, count = [], [], [], 0
    for every, sign in sums:
        at = every[(every >= 0).any(axis=1)]
        rows.append(np.nonzero(at >= 0)[0] + count)
        places.append(at[at >= 0])
        signs.append(np.broadcast_to(sign, at.shape)[at >= 0])
        count += len(at)
    return Terms(np.concatenate(rows), np.concatenate(places), np.concatenate(signs), (count, size))


def _own(counts: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """All of a team's own numbers, and its part of the network's."""
    number, team, column = asked.T
    whose, network = np.arange(counts.shape[1])[:, None], counts.shape[1] - 1
    return np.where((whose < network) & ((team == whose) | (team == network)), counts[number, whose, column], 0)


def _fewest(table: Table, people: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """As few as a denominator can be by how many hidden cells are in it: nobody hides a cell without people."""
    fewest = np.repeat(people[None, ..., None].astype(np.int64), len(people), axis=0)
    teams = np.arange(len(people) - 1)
    fewest[teams, teams] = table.counts[DENOMINATOR, :-1]
    for one, holds in _outer(table) * 2:
        parts, whole = fewest[one.at(fewest, one.parts)].sum(axis=one.axis), one.at(fewest, one.whole)
        fewest[whole] = np.where(holds, np.maximum(fewest[whole], parts), fewest[whole])
    number, team, column = asked.T
    return np.where(number == DENOMINATOR, fewest[:, team, column, 0], 0)
