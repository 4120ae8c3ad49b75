"""The share of people whose group is not known: what it is made from, where it may be said, and what it then tells of its measure's numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data_access.releasing.guesses import guesses
from data_access.releasing.policy import Policy
from data_access.releasing.rounding import ENDLESS, UNPRINTED, printed
from data_access.releasing.rows import Rows
from data_access.releasing.small import small_numbers
from data_access.releasing.table import DENOMINATOR, NUMERATOR, REST, TOTAL, Groups, Subject, Table, table_of
from data_access.releasing.windows import Windows, windows


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """A share beside its measure.

    known, unknown: columns of its groups; is_of_total: by team and period, whether a total was reported; is_said: likewise; guessed: what its
    print leaves of its numbers; rates: between which ends it lies.
    """

    known: Sequence[int]
    unknown: Sequence[int]
    is_of_total: np.ndarray
    is_said: np.ndarray
    guessed: np.ndarray
    rates: Windows

    def in_periods(self, places: np.ndarray) -> Share:
        """The same in some of its periods."""
        return self._each(lambda values: values[..., places])

    def in_rows(self, rows: Rows) -> Share:
        """The same of some teams' periods."""
        return self._each(rows.of_team)

    def _each(self, part: Callable[[np.ndarray], np.ndarray]) -> Share:
        rates = Windows(*map(part, (self.rates.least, self.rates.most, self.rates.told)))
        return Share(self.known, self.unknown, part(self.is_of_total), part(self.is_said), part(self.guessed), rates)

    def beside(self, hidden: np.ndarray) -> Share:
        """The same where these cells are hidden."""
        return replace(self, is_said=self.is_said & ~_is_of_hidden(hidden, self.is_of_total, self.known, self.unknown))

    def narrow(self, low: np.ndarray, high: np.ndarray) -> None:
        """What it tells of the people of unknown groups, and by them of everyone who was reported; in place."""
        unknown, of_total = self.unknown, self.is_said & self.is_of_total
        low, high = low[DENOMINATOR], high[DENOMINATOR]
        least, most = np.maximum(low[:, unknown].sum(axis=1), self.guessed[0, NUMERATOR]), np.minimum(high[:, unknown].sum(axis=1), self.guessed[1, NUMERATOR])
        least = np.maximum(least, whole_up(np.where(of_total, self.rates.least * low[:, 0], 0)))
        most = np.minimum(most, whole_down(np.where(of_total, self.rates.most * high[:, 0], ENDLESS)))
        with np.errstate(divide="ignore", invalid="ignore"):
            fewest, largest = whole_up(least / self.rates.most), whole_down(most / self.rates.least)
        rest_low, rest_high = self.guessed[:, REST]
        _narrow(low[:, 0], high[:, 0], of_total, np.maximum(fewest, least + rest_low), np.minimum(largest, most + rest_high))
        others_low, others_high = (side[:, unknown].sum(axis=1, keepdims=True) - side[:, unknown] for side in (low, high))
        parts_low, parts_high = low[:, unknown], high[:, unknown]
        _narrow(parts_low, parts_high, self.is_said[:, None], least[:, None] - others_high, most[:, None] - others_low)
        low[:, unknown], high[:, unknown] = parts_low, parts_high


def whole_up(limit: np.ndarray) -> np.ndarray:
    """At least so many whole people; nothing is told by what is no number."""
    return np.ceil(np.nan_to_num(limit, nan=0.0, posinf=0.0) - 1e-9).astype(np.int64)


def whole_down(limit: np.ndarray) -> np.ndarray:
    """At most so many whole people."""
    return np.floor(np.minimum(np.nan_to_num(limit, nan=ENDLESS, posinf=ENDLESS), ENDLESS) + 1e-9).astype(np.int64)


def _narrow(low: np.ndarray, high: np.ndarray, here: np.ndarray, least: np.ndarray, most: np.ndarray) -> None:
    np.copyto(low, np.maximum(low, least), where=here)
    np.copyto(high, np.minimum(high, most), where=here)


def share_table(table: Table, groups: Groups) -> Table | None:
    """People whose group is not known over everyone, by team and for the network; None where no unknown group was reported.

    Takes    table: that of a release, so that the share is made from the same counts as what is said beside it.
    Reads    everyone is the total where one was reported, else the known and the unknown groups together.
    """
    known, unknown = (places_of(table, groups, codes) for codes in (groups.known, groups.unknown))
    people = np.where(table.reported, table.counts[DENOMINATOR], 0)
    not_known = people[:, unknown].sum(axis=1)
    everyone = np.maximum(not_known, np.where(table.reported[:, 0], people[:, 0], not_known + people[:, known].sum(axis=1)))
    cells = {
        (table.teams[team], *TOTAL, table.periods[period]): (int(not_known[team, period]), int(everyone[team, period]))
        for team, period in np.argwhere(table.reported[:-1, unknown].any(axis=1)).tolist()
    }
    subject = Subject(f"unknown:{groups.stratifier_id}", is_summed=bool(table.shown[-1].any()))
    return table_of(subject, (), cells) if cells else None


def places_of(table: Table, groups: Groups, codes: Sequence[str]) -> list[int]:
    """The columns of these groups."""
    return [table.columns.index((groups.stratifier_id, code)) for code in codes]


def is_closed(share: Table, table: Table, hidden: np.ndarray, groups: Groups) -> np.ndarray:
    """By team and period of the share: True where a cell that it is made from is hidden, or the network's everyone is of some teams only."""
    ours = np.ix_(*where_of(share, table))
    closed = _is_of_hidden(hidden, table.reported[:, 0], *(places_of(table, groups, codes) for codes in (groups.known, groups.unknown)))[ours]
    closed[-1] |= share.counts[DENOMINATOR, -1, 0] != table.counts[DENOMINATOR, :, 0][ours][-1]
    return closed


def _is_of_hidden(hidden: np.ndarray, is_of_total: np.ndarray, known: Sequence[int], unknown: Sequence[int]) -> np.ndarray:
    return hidden[:, unknown].any(axis=1) | np.where(is_of_total, hidden[:, 0], hidden[:, known].any(axis=1))


def where_of(share: Table, table: Table) -> tuple[list[int], list[int]]:
    """The places of a share's teams and periods in the table of its measure."""
    return [table.teams.index(one) for one in share.teams], [table.periods.index(one) for one in share.periods]


def shares_of(table: Table, policy: Policy) -> tuple[Share, ...]:
    """Each share of a measure as a reader sees it where nothing is hidden."""
    return tuple(_shares(table, policy))


def _shares(table: Table, policy: Policy) -> Iterator[Share]:
    for groups in table.groups:
        if (share := share_table(table, groups)) is not None:
            one = printed(share, policy)
            nothing = np.zeros_like(table.reported)
            closed = small_numbers(share, policy).any(axis=0) | (one.band == UNPRINTED) | is_closed(share, table, nothing, groups)[:, None]
            is_said = share.shown & ~closed
            rates = windows(share, policy, one, is_said)
            found = [on_table(values, share, table) for values in (is_said, guesses(share, policy, one, is_said), rates.least, rates.most, rates.told)]
            places = (places_of(table, groups, codes) for codes in (groups.known, groups.unknown))
            yield Share(*places, table.reported[:, 0], *found[:2], Windows(*found[2:]))


def on_table(values: np.ndarray, share: Table, table: Table) -> np.ndarray:
    """Values of a share by the teams and periods of its measure's table."""
    everywhere = np.zeros((*values.shape[:-3], len(table.teams), len(table.periods)), dtype=values.dtype)
    everywhere[(..., *np.ix_(*where_of(share, table)))] = values[..., 0, :]
    return everywhere
