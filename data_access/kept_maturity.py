"""The teams of a small network on a framework, computed once for all that is asked of them. Before release: for this room alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from data_access.exact_maturity import every_team_exactly, teams_exactly
from data_access.frameworks import Framework
from data_access.store import reading, remembered
from data_access.team_labels import team_labels
from data_access.viewer import Viewer
from equity.team_maturity import TeamMaturity

# A network of up to so many teams is shown whole.
WHOLE = 60


def every_team(viewer: Viewer, framework: Framework, *, until: date = date.max) -> list[TeamMaturity]:
    """All teams of the network, each named by its id; of no viewer, since nothing is released yet. until: by the scores until that day."""
    team_ids = list(team_labels(viewer))

    def build() -> list[TeamMaturity]:
        with reading() as connection:
            return every_team_exactly(connection, framework, team_ids, until=until)

    return remembered(("every_team", framework.framework_id, framework.version, until), build) if len(team_ids) <= WHOLE else build()


def some_teams(viewer: Viewer, framework: Framework, team_ids: Sequence[str], *, until: date = date.max) -> list[TeamMaturity]:
    """These teams in this order, each named by its id."""
    labels = team_labels(viewer)
    if len(labels) <= WHOLE and all(team_id in labels for team_id in team_ids):
        teams = {team.team_id: team for team in every_team(viewer, framework, until=until)}
        return [teams[team_id] for team_id in team_ids]
    with reading() as connection:
        return teams_exactly(connection, framework, team_ids, until=until)
