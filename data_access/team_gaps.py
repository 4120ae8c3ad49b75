"""The gap of each of a few teams: focus group against reference group, in the periods that are shown."""

from __future__ import annotations

from collections.abc import Sequence

from data_access.catalogue import catalogue
from data_access.exact_gaps import GapQuestion, TeamTerms, exact_gaps, team_terms
from data_access.release import release_gap
from data_access.store import reading
from data_access.viewer import Viewer
from equity.catalogue import Measure, Stratifier
from equity.counts import HIDDEN_COUNT, GapSeries

# The most panels that a page shows; the query's cost grows with the teams.
MOST_TEAMS = 24


def team_gaps(
    viewer: Viewer,
    measure: Measure,
    team_ids: Sequence[str],
    *,
    stratifier: Stratifier | None = None,
    focus: str | None = None,
    reference: str | None = None,
) -> dict[str, GapSeries]:
    """The released gap series by team, all on the same periods.

    Takes    team_ids: at most 24; stratifier, focus, reference: None = those of the gap of record, a team's own focus group
             included. Another stratifier needs a focus group of its own.
    Returns  only teams that work on the measure; nothing for a measure without rates. Where a team has no reference
             group (nobody else, no best group), its reference does not apply.
    Raises   NoReferenceGroup if no team can have such a reference; ValueError for more than 24 teams, or without that focus group.
    """
    if len(team_ids) > MOST_TEAMS:
        raise ValueError(f"{len(team_ids)} teams were asked for; at most {MOST_TEAMS} are read at once.")
    if not measure.has_rate or not team_ids:
        return {}
    if focus is None and stratifier and stratifier.stratifier_id != measure.stratifier_id:
        raise ValueError(f"{stratifier.stratifier_id} is not the stratifier of {measure.measure_id}: name the focus group.")
    found = catalogue(viewer)
    chosen = stratifier or found.stratifier(measure.stratifier_id)
    return released_gaps(viewer, GapQuestion(measure, found.network, chosen, focus, reference or measure.reference_group), team_ids)


def released_gaps(viewer: Viewer, question: GapQuestion, team_ids: Sequence[str]) -> dict[str, GapSeries]:
    """The released series of those of these teams that work on the measure, by team."""
    measure = question.measure
    with reading() as connection:
        teams = team_terms(connection, measure.measure_id, team_ids)
        gaps = exact_gaps(connection, question, teams)
    return {terms.member.team_id: _released(viewer, measure, terms, gaps[terms.member.team_id]) for terms in teams}


def _released(viewer: Viewer, measure: Measure, terms: TeamTerms, gap: GapSeries) -> GapSeries:
    own = viewer.owns(terms.member.team_id)
    if terms.is_hidden and not own:
        return GapSeries(gap.periods, (HIDDEN_COUNT,) * len(gap.periods), (HIDDEN_COUNT,) * len(gap.periods))
    return release_gap(gap, proportion=measure.number == "proportion", own=own)
