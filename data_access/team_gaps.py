"""The gap of each of a few teams: focus group against reference group, in the periods that are shown."""

from __future__ import annotations

from collections.abc import Sequence

from data_access.catalogue import catalogue
from data_access.exact_gaps import ExactGap, GapQuestion, TeamTerms, exact_gaps, team_terms
from data_access.said import Said, said_of_gaps
from data_access.store import reading
from data_access.viewer import Viewer
from equity.catalogue import Measure, Stratifier
from equity.counts import GapSeries

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
    with reading() as connection:
        teams = team_terms(connection, question.measure.measure_id, team_ids)
        gaps = exact_gaps(connection, question, teams)
        said = said_of_gaps(connection, question, gaps)
    return {terms.member.team_id: _released(viewer, said, terms, gaps[terms.member.team_id]) for terms in teams}


def _released(viewer: Viewer, said: Said, terms: TeamTerms, gap: ExactGap) -> GapSeries:
    periods, sides = gap.series.periods, (gap.series.focus, gap.series.reference)
    return GapSeries(periods, *(said.for_viewer(viewer, terms, side, periods, column) for side, column in zip(sides, gap.columns, strict=True)))
