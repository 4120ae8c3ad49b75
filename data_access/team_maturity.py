"""Single teams on a framework: levels under a team's name for those who may know them, under a code for all others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from data_access.kept_maturity import WHOLE, some_teams
from data_access.maturity_scores import Framework
from data_access.release import may_count_teams
from data_access.team_labels import team_labels
from data_access.viewer import Viewer
from equity.rater_spread import RaterSpread
from equity.team_maturity import TeamMaturity

# The teams of a network that is too large to be shown whole come in pages that stand on a screen.
PAGE = 30


@dataclass(frozen=True, slots=True)
class TeamsMaturity:
    """One page of teams on a framework. total: how many on all pages; withheld: how many are left out, since so few could be guessed behind codes."""

    teams: tuple[TeamMaturity, ...]
    total: int
    page: int
    pages: int
    withheld: int = 0


def team_profile(viewer: Viewer, framework: Framework, team_id: str, *, until: date = date.max) -> TeamMaturity | None:
    """One team by its name: every domain then and now, its evidence, its raters, and the words of its level and the next.

    Takes    until: a day; later scores are left out, as if they had not come yet.
    Returns  None where the viewer may not know this team's levels; a team that was never scored has domains without levels.
    """
    if not viewer.sees(team_id):
        return None
    (team,) = some_teams(viewer, framework, [team_id], until=until)
    return replace(team, name=team_labels(viewer).get(team_id, team_id))


def teams_maturity(viewer: Viewer, framework: Framework, *, find: str = "", page: int = 1, size: int = PAGE, whole: int = WHOLE) -> TeamsMaturity:
    """Teams whose name or code holds `find`: named ones first, each part in the order of the alphabet; a page outside the range is the nearest one.

    Takes    whole: up to how many teams of the network all come on one page.
    """
    labels = team_labels(viewer)
    shown = {team_id: label for team_id, label in labels.items() if viewer.sees(team_id)}
    if may_count_teams(len(labels) - len(shown), lead=viewer.is_lead):
        shown = labels
    found = sorted((team_id for team_id, label in shown.items() if find.lower() in label.lower()), key=lambda one: _place(viewer, one, labels[one]))
    size = max(len(labels), 1) if len(labels) <= whole else size
    pages = max(1, -(-len(found) // size))
    chosen = min(max(page, 1), pages)
    teams = some_teams(viewer, framework, found[(chosen - 1) * size : chosen * size])
    released = tuple(_released(viewer, replace(team, name=labels[team.team_id])) for team in teams)
    return TeamsMaturity(released, len(found), chosen, pages, len(labels) - len(shown))


def _place(viewer: Viewer, team_id: str, label: str) -> tuple[bool, str, str]:
    return not viewer.sees(team_id), label.lower(), label


def _released(viewer: Viewer, team: TeamMaturity) -> TeamMaturity:
    """The team as the viewer may see it: without its id, its days and single raters' levels where it stands under a code."""
    if viewer.sees(team.team_id):
        return team
    domains = tuple(replace(domain, raters=RaterSpread()) for domain in team.domains)
    return TeamMaturity(team.name, team.name, False, domains)
