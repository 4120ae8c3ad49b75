"""The share of people whose group is not known: made from the denominators of the unknown groups, and said where those are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from data_access.releasing.build import release_of
from data_access.releasing.released import Release
from data_access.releasing.table import DENOMINATOR, TOTAL, Groups, Subject, Table, table_of


def share_table(table: Table, groups: Groups) -> Table | None:
    """People whose group is not known over everyone, by team and for the network; None where no unknown group was reported.

    Takes    table: that of a release, so that the share is made from the same counts as what is said beside it.
    Reads    everyone is the total where one was reported, else the known and the unknown groups together.
    """
    known, unknown = (_places(table, groups, codes) for codes in (groups.known, groups.unknown))
    people = np.where(table.reported, table.counts[DENOMINATOR], 0)
    not_known = people[:, unknown].sum(axis=1)
    everyone = np.maximum(not_known, np.where(table.reported[:, 0], people[:, 0], not_known + people[:, known].sum(axis=1)))
    cells = {
        (table.teams[team], *TOTAL, table.periods[period]): (int(not_known[team, period]), int(everyone[team, period]))
        for team, period in np.argwhere(table.reported[:-1, unknown].any(axis=1)).tolist()
    }
    subject = Subject(f"unknown:{groups.stratifier_id}", is_summed=bool(table.shown[-1].any()))
    return table_of(subject, (), cells) if cells else None


def share_release(table: Table, release: Release, groups: Groups, previous: Release | None = None) -> Release:
    """What may be said of a share beside the release of its measure.

    Takes    table: the share's, from the release's own table; previous: the share's release before, under the same policy.
    Reads    a share tells how many people an unknown group has, far closer than a band does: it is hidden where the release hides a cell
             that the share is made from.
    """
    share = release_of(table, release.policy, previous)
    if not release.policy.is_checked:
        return share
    return replace(share, hidden=share.hidden | (share.table.shown & _is_closed(table, release, groups)[:, None]))


def _is_closed(table: Table, release: Release, groups: Groups) -> np.ndarray:
    """By team and period of the share: True where a cell that it is made from is hidden, or the network's everyone is of some teams only."""
    own, hidden = release.table, release.hidden
    known, unknown = (_places(own, groups, codes) for codes in (groups.known, groups.unknown))
    closed = hidden[:, unknown].any(axis=1) | np.where(own.reported[:, 0], hidden[:, 0], hidden[:, known].any(axis=1))
    teams, periods = [own.teams.index(one) for one in table.teams], [own.periods.index(one) for one in table.periods]
    closed = closed[np.ix_(teams, periods)]
    closed[-1] |= table.counts[DENOMINATOR, -1, 0] != own.counts[DENOMINATOR, -1, 0, periods]
    return closed


def _places(table: Table, groups: Groups, codes: Sequence[str]) -> list[int]:
    return [table.columns.index((groups.stratifier_id, code)) for code in codes]
