"""The network's counts: what all teams together reported of a core measure, by group, and its gap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access.catalogue import catalogue
from data_access.exact_gaps import baseline_positions, column_of
from data_access.exact_network import ExactNetwork, exact_network
from data_access.exact_unknown import network_unknown
from data_access.kept_release import OF_NETWORK, SHARE
from data_access.releasing.table import TOTAL, others_of
from data_access.said import Said, said_of
from data_access.store import reading
from data_access.teams import baseline
from data_access.viewer import Viewer
from equity.catalogue import ALL, Measure, Network, Stratifier
from equity.counts import Count, GapSeries
from equity.groups import Reference, pooled_count, reference_group
from equity.periods import Period


@dataclass(frozen=True, slots=True)
class NetworkCounts:
    """Released counts by group, unknown and declined too, and in all; one a period."""

    periods: tuple[Period, ...]
    groups: dict[str, tuple[Count, ...]]
    overall: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class NetworkGap:
    """The network's gap: both sides released as they are shown, the groups behind them, and the unknown share."""

    reference: Reference
    series: GapSeries
    groups: dict[str, tuple[Count, ...]]
    overall: tuple[Count, ...]
    unknown: tuple[Count, ...]


def network_counts(viewer: Viewer, measure: Measure, stratifier_id: str) -> NetworkCounts:
    """What all teams together reported of a core measure: no period at all where nothing is reported and nothing due."""
    found = catalogue(viewer)
    with reading() as connection:
        stratifier = found.stratifier(stratifier_id)
        exact = exact_network(connection, measure, found.network, stratifier)
        said = _said_of_network(connection, measure, found.network, stratifier)
    return _released(exact, said, stratifier_id)


def network_gap(viewer: Viewer, measure: Measure, stratifier: Stratifier, *, focus: str, reference: str) -> NetworkGap:
    """The gap of the whole network in a core measure.

    Takes    reference: a group's code, others, overall, best or largest.
    Reads    each side is summed from exact counts first and released then.
    Raises   NoReferenceGroup if there is nobody to compare with.
    """
    with reading() as connection:
        exact = exact_network(connection, measure, catalogue(viewer).network, stratifier)
        said = _said_of_network(connection, measure, catalogue(viewer).network, stratifier, focus)
        window = baseline(viewer, measure)
    positions = baseline_positions(window, exact.periods)
    chosen = reference_group(stratifier, reference, focus, measure=measure, counts=exact.groups, baseline=positions)
    stratifier_id = stratifier.stratifier_id
    released = _released(exact, said, stratifier_id)
    gap = GapSeries(exact.periods, _side(exact, (focus,)), _side(exact, chosen.group_codes))
    return NetworkGap(
        reference=chosen,
        series=said.gap(gap, (column_of(stratifier_id, (focus,), focus), column_of(stratifier_id, chosen.group_codes, focus))),
        groups=released.groups,
        overall=released.overall,
        unknown=said.series(network_unknown(exact, stratifier), exact.periods, (stratifier_id, SHARE)),
    )


def _said_of_network(connection: Connection, measure: Measure, network: Network, stratifier: Stratifier, focus: str = "") -> Said:
    """What is said of the network: of every group, everyone, the share without a group, and of all others than the focus group."""
    codes = [*(group.group_code for group in stratifier.groups), SHARE, *([others_of(focus)] if focus else [])]
    return said_of(connection, measure, network, [OF_NETWORK], [TOTAL, *((stratifier.stratifier_id, code) for code in codes)])


def _released(exact: ExactNetwork, said: Said, stratifier_id: str) -> NetworkCounts:
    groups = {code: said.series(counts, exact.periods, (stratifier_id, code)) for code, counts in exact.groups.items()}
    return NetworkCounts(exact.periods, groups, said.series(exact.overall, exact.periods, TOTAL))


def _side(exact: ExactNetwork, group_codes: Iterable[str]) -> tuple[Count, ...]:
    """One side of the gap, its groups put together."""
    series = [exact.overall if code == ALL else exact.groups[code] for code in group_codes]
    return tuple(pooled_count(counts) for counts in zip(*series, strict=True))
