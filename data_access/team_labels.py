"""What a team is called where its name may not stand: a code that tells nothing, and stays what it is."""

from __future__ import annotations

from sqlalchemy import select

from data_access import schema
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.team_codes import team_codes

TEAM, FILE = schema.team.c, schema.load_file.c
TEAM_IDS = select(TEAM.team_id, TEAM.name).order_by(TEAM.team_id)
FIRST_FILES = select(FILE.sha256).where(FILE.load_id == select(FILE.load_id).order_by(FILE.load_id).limit(1).scalar_subquery()).order_by(FILE.sha256)


def team_labels(viewer: Viewer) -> dict[str, str]:
    """What each team of the network is called for this viewer: its name where the viewer sees the team, else its code.

    Reads    codes are the same for every viewer and every page, and lie in no order that a name has.
    """
    return remembered(("team_labels", viewer.scope), lambda: _labels(viewer))


def _labels(viewer: Viewer) -> dict[str, str]:
    codes = codes_of_teams(viewer)
    return {team_id: name if viewer.sees(team_id) else codes[team_id] for team_id, name in team_names(viewer).items()}


def team_names(viewer: Viewer) -> dict[str, str]:
    """Every team's name by its id, as the directory prints it."""
    return remembered("team_names", _names)


def _names() -> dict[str, str]:
    with reading() as connection:
        return {row.team_id: row.name for row in connection.execute(TEAM_IDS)}


def codes_of_teams(viewer: Viewer) -> dict[str, str]:
    """Every team's code by its id: for the queries of this room alone."""
    return remembered("codes_of_teams", lambda: _codes(viewer))


def _codes(viewer: Viewer) -> dict[str, str]:
    with reading() as connection:
        team_ids = [row.team_id for row in connection.execute(TEAM_IDS)]
        # What the files held is known to nobody who sees only what is released: without it no code can be worked out from an id.
        return team_codes(team_ids, "".join(connection.scalars(FIRST_FILES)))
