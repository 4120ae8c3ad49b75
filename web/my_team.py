"""Among which teams a reader chooses the own one, in the bar of every page."""

from __future__ import annotations

from data_access.teams import teams_page
from equity.errors import ReaderError
from web.viewers import viewer_of_request

# A longer list is no choice: the directory of teams finds one by name.
MOST_LISTED = 60


def teams_to_choose() -> list[tuple[str, str]] | None:
    """(team_id, name) of every team by name; None where they are too many, none where no team can be read: the page below says why."""
    try:
        found = teams_page(viewer_of_request(), size=MOST_LISTED)
    except ReaderError:
        return []
    return [(team.team_id, team.name) for team in found.teams] if found.pages == 1 else None
