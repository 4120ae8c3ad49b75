"""Exact unknown shares before release: people whose group is not known over everyone. For this room alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access.exact_counts import CountsOnPeriods, Member, TeamCounts, Wanted, team_counts
from data_access.exact_network import ExactNetwork
from equity.blanks import NOT_APPLICABLE
from equity.catalogue import ALL, OVERALL, Measure, Network, Stratifier
from equity.counts import Count
from equity.groups import pooled_count


@dataclass(frozen=True, slots=True)
class UnknownOfTeams:
    """The exact shares of teams. The other groups are read only where no total was reported: they are most of the rows."""

    connection: Connection
    measure: Measure
    network: Network
    stratifier: Stratifier

    def unknown_and_all(self, members: Sequence[Member]) -> TeamCounts:
        """What the teams reported of the groups that are not known, and of everyone."""
        codes = (*unknown_codes(self.stratifier), ALL)
        return self._counts(members, Wanted((self.stratifier.stratifier_id, OVERALL), codes, codes))

    def shares(self, found: CountsOnPeriods, members: Sequence[Member]) -> dict[str, tuple[Count, ...]]:
        """Each team's share in every period, from what unknown_and_all has found."""
        unknown = {one.team_id: together([found.series(one, (code,)) for code in unknown_codes(self.stratifier)], len(found.periods)) for one in members}
        overall = {one.team_id: found.series(one, (ALL,)) for one in members}
        without = [one for one in members if any(lacks_total(*pair) for pair in zip(unknown[one.team_id], overall[one.team_id], strict=True))]
        known_codes = tuple(group.group_code for group in self.stratifier.known_groups)
        groups = self._counts(without, Wanted((self.stratifier.stratifier_id,), known_codes, ())).on([period for period, _, _ in found.periods])
        known = {one.team_id: groups.series(one, known_codes) for one in without}
        return {team_id: shares_of(unknown[team_id], known.get(team_id, overall[team_id]), overall[team_id]) for team_id in unknown}

    def _counts(self, members: Sequence[Member], wanted: Wanted) -> TeamCounts:
        if not members:
            return TeamCounts(self.measure, self.network, wanted.alone, {}, {})
        return team_counts(self.connection, self.measure, self.network, [one.team_id for one in members], wanted)


def network_unknown(exact: ExactNetwork, stratifier: Stratifier) -> tuple[Count, ...]:
    """The network's unknown share before release."""
    unknown = together([exact.groups[code] for code in unknown_codes(stratifier)], len(exact.periods))
    known = together([exact.groups[group.group_code] for group in stratifier.known_groups], len(exact.periods))
    return shares_of(unknown, known, exact.overall)


def unknown_codes(stratifier: Stratifier) -> tuple[str, ...]:
    """The groups of people whose group is not known."""
    return tuple(group.group_code for group in stratifier.groups if group.kind != "group")


def together(series: Sequence[Sequence[Count]], length: int) -> tuple[Count, ...]:
    """Several groups put together, period by period; no group at all does not apply."""
    if not series:
        return (Count(None, None, NOT_APPLICABLE),) * length
    return tuple(series[0]) if len(series) == 1 else tuple(pooled_count(counts) for counts in zip(*series, strict=True))


def lacks_total(unknown: Count, overall: Count) -> bool:
    """True where a share needs the other groups."""
    return unknown.blank is None and overall.blank is not None


def shares_of(unknown: Sequence[Count], known: Sequence[Count], overall: Sequence[Count]) -> tuple[Count, ...]:
    """The share in every period."""
    return tuple(share(*counts) for counts in zip(unknown, known, overall, strict=True))


def share(unknown: Count, known: Count, overall: Count) -> Count:
    """Unknown people over everyone: the total where one was reported, else the sum of the groups."""
    if unknown.blank is not None:
        return Count(None, None, unknown.blank, unknown.teams)
    everyone = overall.denominator if overall.blank is None else unknown.denominator + (known.denominator or 0 if known.blank is None else 0)
    # A total that is less than a part of it was reported for fewer months.
    return Count(unknown.denominator, max(everyone, unknown.denominator), None, unknown.teams)
