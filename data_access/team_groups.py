"""Every group of one team: what it reported of each, in the periods that its gap is shown in."""

from __future__ import annotations

from dataclasses import dataclass

from data_access.catalogue import catalogue
from data_access.exact_counts import CountsOnPeriods, Wanted, summary_days, team_counts
from data_access.exact_gaps import TeamTerms, baseline_positions, team_terms
from data_access.said import said_of
from data_access.store import reading
from data_access.viewer import Viewer
from equity.blanks import NOT_APPLICABLE
from equity.catalogue import Measure, Stratifier
from equity.counts import Count
from equity.groups import Reference, reference_group
from equity.periods import Period
from equity.reporting import shown_periods


@dataclass(frozen=True, slots=True)
class TeamGroups:
    """Released counts by group, unknown and declined too, one a period; and whom the focus group is compared with."""

    reference: Reference
    periods: tuple[Period, ...]
    groups: dict[str, tuple[Count, ...]]


def team_groups(viewer: Viewer, measure: Measure, stratifier: Stratifier, team_id: str, *, focus: str, reference: str) -> TeamGroups:
    """What a team reported of every group.

    Takes    reference: a group's code, others, overall, best or largest.
    Returns  groups that do not apply where the team does not work on the measure.
    Reads    all groups stand on the periods of the network, as the team's gap does.
    Raises   NoReferenceGroup if there is nobody to compare with.
    """
    network = catalogue(viewer).network
    codes = tuple(group.group_code for group in stratifier.groups)
    with reading() as connection:
        terms = next(iter(team_terms(connection, measure.measure_id, [team_id])), None)
        counts = team_counts(connection, measure, network, [team_id], Wanted((stratifier.stratifier_id,), codes, codes))
        periods = shown_periods(measure, network, [*counts.days, *summary_days(connection, measure)])
        said = said_of(connection, measure, network, [team_id], [(stratifier.stratifier_id, code) for code in codes])
    exact = _exact(terms, codes, counts.on(periods))
    positions = baseline_positions(terms.baseline if terms else None, periods)
    chosen = reference_group(stratifier, reference, focus, measure=measure, counts=exact, baseline=positions)
    if terms is None:
        return TeamGroups(chosen, periods, exact)
    seen = {code: said.for_viewer(viewer, terms, series, periods, (stratifier.stratifier_id, code)) for code, series in exact.items()}
    return TeamGroups(chosen, periods, seen)


def _exact(terms: TeamTerms | None, codes: tuple[str, ...], found: CountsOnPeriods) -> dict[str, tuple[Count, ...]]:
    if terms is None:
        return dict.fromkeys(codes, (Count(None, None, NOT_APPLICABLE),) * len(found.periods))
    return {code: found.series(terms.member, (code,)) for code in codes}
