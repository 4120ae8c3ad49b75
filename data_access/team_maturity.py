"""Single teams on a framework: levels under a team's name for those who may know them or where it agreed, under a code for all others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from data_access.frameworks import Framework
from data_access.kept_maturity import WHOLE, some_teams
from data_access.release import may_count_teams
from data_access.sharing import names_levels
from data_access.team_labels import team_labels, team_names
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
    Reads    where the team agreed to be seen by others, these see its levels and not what single raters gave.
    """
    if not names_levels(viewer, team_id):
        return None
    (team,) = some_teams(viewer, framework, [team_id], until=until)
    return _released(viewer, team, team_names(viewer).get(team_id, team_id))


def teams_maturity(viewer: Viewer, framework: Framework, *, find: str = "", page: int = 1, size: int = PAGE, whole: int = WHOLE) -> TeamsMaturity:
    """Teams whose name or code holds `find`: named ones first, each part in the order of the alphabet; a page outside the range is the nearest one.

    Takes    whole: up to how many teams of the network all come on one page.
    """
    labels = _labels(viewer)
    named = {team_id for team_id in labels if names_levels(viewer, team_id)}
    shown = labels if may_count_teams(len(labels) - len(named), lead=viewer.is_lead) else {team_id: labels[team_id] for team_id in named}
    found = sorted((one for one, label in shown.items() if find.lower() in label.lower()), key=lambda one: (one not in named, labels[one].lower(), labels[one]))
    size = max(len(labels), 1) if len(labels) <= whole else size
    pages = max(1, -(-len(found) // size))
    chosen = min(max(page, 1), pages)
    teams = some_teams(viewer, framework, found[(chosen - 1) * size : chosen * size])
    released = tuple(_released(viewer, team, labels[team.team_id]) for team in teams)
    return TeamsMaturity(released, len(found), chosen, pages, len(labels) - len(shown))


def _labels(viewer: Viewer) -> dict[str, str]:
    """What each team is called beside its levels: its name where the viewer may know whose they are, else its code."""
    names = team_names(viewer)
    return {team_id: names[team_id] if names_levels(viewer, team_id) else label for team_id, label in team_labels(viewer).items()}


def _released(viewer: Viewer, team: TeamMaturity, label: str) -> TeamMaturity:
    """The team as the viewer may see it: without single raters' levels where it is not the viewer's, and without its id and days under a code."""
    if viewer.sees(team.team_id):
        return replace(team, name=label)
    domains = tuple(replace(domain, raters=RaterSpread()) for domain in team.domains)
    if names_levels(viewer, team.team_id):
        return replace(team, name=label, domains=domains)
    return TeamMaturity(label, label, False, domains)
