"""How many people's group is not known: unknown and declined over everyone, for teams and for the network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data_access.catalogue import catalogue
from data_access.exact_gaps import team_terms
from data_access.exact_network import exact_network
from data_access.exact_unknown import UnknownOfTeams, network_unknown
from data_access.kept_release import OF_NETWORK, SHARE
from data_access.said import said_of
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.catalogue import Measure, Network, Stratifier
from equity.counts import Count
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
    key = ("unknown_share", viewer.scope, network.as_of, measure.measure_id, stratifier.stratifier_id, tuple(team_ids))
    return remembered(key, lambda: _unknown_share(viewer, measure, stratifier, network, team_ids))


def _unknown_share(viewer: Viewer, measure: Measure, stratifier: Stratifier, network: Network, team_ids: Sequence[str]) -> UnknownShare:
    with reading() as connection:
        terms = team_terms(connection, measure.measure_id, team_ids) if team_ids else []
        asked = UnknownOfTeams(connection, measure, network, stratifier)
        counts = asked.unknown_and_all([one.member for one in terms])
        exact = exact_network(connection, measure, network, stratifier, counts.days)
        shares = asked.shares(counts.on(exact.periods), [one.member for one in terms])
        said = said_of(connection, measure, network, [OF_NETWORK, *shares], [(stratifier.stratifier_id, SHARE)])
    column = (stratifier.stratifier_id, SHARE)
    teams = {one.member.team_id: said.for_viewer(viewer, one, shares[one.member.team_id], exact.periods, column) for one in terms}
    return UnknownShare(exact.periods, said.series(network_unknown(exact, stratifier), exact.periods, column), teams)
