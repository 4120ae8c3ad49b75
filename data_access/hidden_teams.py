"""Teams that hide every measure they work on: what they do with practices and against inequities is theirs, too."""

from __future__ import annotations

from sqlalchemy import case, func, select

from data_access import schema
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from data_access.visibility import HIDDEN

TERMS = schema.team_measure.c
HIDES_ALL = select(TERMS.team_id).group_by(TERMS.team_id).having(func.min(case((TERMS.visibility == HIDDEN, 1), else_=0)) == 1)


def hidden_teams(viewer: Viewer) -> frozenset[str]:
    """The teams whose practices and actions this viewer is not told of, nor in any count: they hide every measure, and are not the viewer's to see.

    Reads    practices and actions are no numbers of people. All others' are told to everybody, on every page alike.
    """
    return frozenset(team_id for team_id in remembered("teams_that_hide_all", _hiding) if not viewer.sees(team_id))


def _hiding() -> frozenset[str]:
    with reading() as connection:
        return frozenset(connection.scalars(HIDES_ALL))
