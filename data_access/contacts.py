"""Whom to ask about a team's reports, for those who may see it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer

TEAM = schema.team.c
CONTACTS = select(TEAM.team_id, TEAM.contact).where(TEAM.team_id.in_(bindparam("team_ids", expanding=True))).order_by(TEAM.team_id)


def contacts(viewer: Viewer, team_ids: Sequence[str]) -> dict[str, str]:
    """The role or office that answers for each of these teams, empty where none is named; only of teams that the viewer sees."""
    seen = [team_id for team_id in team_ids if viewer.sees(team_id)]
    with reading() as connection:
        return {row.team_id: row.contact for row in connection.execute(CONTACTS, {"team_ids": seen})}
