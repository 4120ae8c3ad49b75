"""The gaps of record of one team: one of every measure that it works on."""

from __future__ import annotations

from data_access.catalogue import catalogue
from data_access.store import reading, remembered
from data_access.team_gaps import team_gaps
from data_access.teams import measures_of_teams
from data_access.viewer import Viewer
from equity.trend import GapTrend, gap_trend


def gaps_of_team(viewer: Viewer, team_id: str) -> dict[str, GapTrend]:
    """The trend of each gap by measure_id, in the order of the catalogue, against the team's own baselines; none for a measure without a gap.

    Reads    the same whatever a page shows of the team: made once for each version of the store.
    """
    return dict(remembered(("gaps_of_team", viewer.scope, catalogue(viewer).network.as_of, team_id), lambda: _gaps(viewer, team_id)))


def _gaps(viewer: Viewer, team_id: str) -> dict[str, GapTrend]:
    with reading():
        windows = {terms.measure_id: terms.baseline for terms in measures_of_teams(viewer, [team_id])[team_id]}
        measures = [measure for measure in catalogue(viewer).measures if measure.measure_id in windows and measure.has_gap]
        series = {measure.measure_id: team_gaps(viewer, measure, [team_id])[team_id] for measure in measures}
    return {measure.measure_id: gap_trend(series[measure.measure_id], measure, windows[measure.measure_id]) for measure in measures}
