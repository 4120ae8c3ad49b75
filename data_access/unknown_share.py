"""How many people's group is not known: unknown and declined over everyone, for teams and for the network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access.catalogue import catalogue
from data_access.exact_counts import Member, TeamCounts, Wanted, team_counts
from data_access.exact_gaps import TeamTerms, team_terms
from data_access.exact_network import ExactNetwork, exact_network
from data_access.release import release_counts
from data_access.store import reading
from data_access.viewer import Viewer
from equity.blanks import NOT_APPLICABLE
from equity.catalogue import ALL, OVERALL, Measure, Network, Stratifier
from equity.counts import HIDDEN_COUNT, Count
from equity.groups import pooled_count
from equity.periods import Period


@dataclass(frozen=True, slots=True)
class UnknownShare:
    """Released counts, one a period: numerator = people whose group is unknown or declined, denominator = everyone."""

    periods: tuple[Period, ...]
    network: tuple[Count, ...]
    teams: dict[str, tuple[Count, ...]]


def unknown_share(viewer: Viewer, measure: Measure, stratifier: Stratifier, team_ids: Sequence[str] = ()) -> UnknownShare:
    """The unknown share of each team that works on the measure, and of the network.

    Reads    a stratifier that has neither an unknown nor a declined group does not tell: its share does not apply.
    """
    network = catalogue(viewer).network
    with reading() as connection:
        terms = team_terms(connection, measure.measure_id, team_ids) if team_ids else []
        counts = _team_counts(connection, measure, network, [one.member.team_id for one in terms], stratifier)
        exact = exact_network(connection, measure, network, stratifier, counts.days)
    teams = {one.member.team_id: _released(viewer, one, _team_unknown(counts, one.member, stratifier, exact.periods)) for one in terms}
    return UnknownShare(exact.periods, release_counts(network_unknown(exact, stratifier), proportion=True), teams)


def _released(viewer: Viewer, terms: TeamTerms, shares: tuple[Count, ...]) -> tuple[Count, ...]:
    own = viewer.owns(terms.member.team_id)
    if terms.is_hidden and not own:
        return (HIDDEN_COUNT,) * len(shares)
    return release_counts(shares, proportion=True, own=own)


def _team_counts(connection: Connection, measure: Measure, network: Network, team_ids: Sequence[str], stratifier: Stratifier) -> TeamCounts:
    alone = (*unknown_codes(stratifier), ALL)
    codes = (*(group.group_code for group in stratifier.groups), ALL)
    if not team_ids:
        return TeamCounts(measure, network, alone, {}, {})
    return team_counts(connection, measure, network, team_ids, Wanted((stratifier.stratifier_id, OVERALL), codes, alone))


def _team_unknown(counts: TeamCounts, member: Member, stratifier: Stratifier, periods: Sequence[Period]) -> tuple[Count, ...]:
    unknown = [counts.series(member, (code,), periods) for code in unknown_codes(stratifier)]
    known = counts.series(member, tuple(group.group_code for group in stratifier.known_groups), periods)
    return _shares(unknown, [known], counts.series(member, (ALL,), periods))


def network_unknown(exact: ExactNetwork, stratifier: Stratifier) -> tuple[Count, ...]:
    """The network's unknown share before release."""
    unknown = [exact.groups[code] for code in unknown_codes(stratifier)]
    known = [exact.groups[group.group_code] for group in stratifier.known_groups]
    return _shares(unknown, known, exact.overall)


def unknown_codes(stratifier: Stratifier) -> tuple[str, ...]:
    """The groups of people whose group is not known."""
    return tuple(group.group_code for group in stratifier.groups if group.kind != "group")


def _shares(unknown: Sequence[Sequence[Count]], known: Sequence[Sequence[Count]], overall: Sequence[Count]) -> tuple[Count, ...]:
    return tuple(share([one[at] for one in unknown], [one[at] for one in known], total) for at, total in enumerate(overall))


def share(unknown: Sequence[Count], known: Iterable[Count], overall: Count) -> Count:
    """Unknown people over everyone: the total that was reported, or the sum of the groups where that is more or all there is."""
    pool = pooled_count(unknown)
    if pool.blank is not None or not unknown:
        return Count(None, None, pool.blank if unknown else NOT_APPLICABLE, pool.teams)
    groups = sum(count.denominator or 0 for count in (pool, *known) if count.blank is None)
    return Count(pool.denominator, max(groups, overall.denominator or 0 if overall.blank is None else 0), None, pool.teams)
