"""All that is said of a measure: its groups, and beside them the share of people whose group is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from data_access.releasing.build import release_of
from data_access.releasing.policy import Policy
from data_access.releasing.released import Release
from data_access.releasing.shares import share_table
from data_access.releasing.table import Groups, Table
from data_access.releasing.unknown import share_release


@dataclass(frozen=True, slots=True, eq=False)
class Exact:
    """The numbers as they are. shares: by stratifier."""

    table: Table
    shares: Mapping[str, Table]
    stratifiers: Sequence[Groups]


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What is said of them."""

    groups: Release
    shares: Mapping[str, Release]
    unknown: Mapping[str, Sequence[str]]


def exact_of(table: Table, stratifiers: Sequence[Groups]) -> Exact:
    """A measure with its shares."""
    shares = {one.stratifier_id: share for one in stratifiers if (share := share_table(table, one)) is not None}
    return Exact(table, shares, stratifiers)


def told_of(exact: Exact, policy: Policy, previous: Told | None = None) -> Told:
    """What may be said of it now."""
    groups = release_of(exact.table, policy, previous.groups if previous else None)
    shares = {}
    for one in exact.stratifiers:
        if (table := share_table(groups.table, one)) is not None:
            shares[one.stratifier_id] = share_release(table, groups, one, previous.shares.get(one.stratifier_id) if previous else None)
    return Told(groups, shares, {one.stratifier_id: one.unknown for one in exact.stratifiers})
