"""Which teams agreed that others see their levels under their name."""

from __future__ import annotations

from sqlalchemy import select

from data_access.choice_tables import shared_maturity
from data_access.store import reading, remembered
from data_access.viewer import Viewer

SHARING = select(shared_maturity.c.team_id)


def sharing_teams(viewer: Viewer) -> frozenset[str]:
    """The teams that share their levels, the same for every viewer. Evidence, single raters' levels and notes stay with each team all the same."""
    return remembered(("sharing_teams",), _sharing_teams)


def _sharing_teams() -> frozenset[str]:
    with reading() as connection:
        return frozenset(connection.scalars(SHARING))


def names_levels(viewer: Viewer, team_id: str) -> bool:
    """True where the team's levels may stand under its name for this viewer."""
    return viewer.sees(team_id) or (viewer.may_read and team_id in sharing_teams(viewer))
