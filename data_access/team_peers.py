"""Who is like a team among those that work on the same measure: found by the store, kind by kind."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, select

from data_access import schema
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.catalogue import Team
from equity.peers import ATTRIBUTES, FEWEST_PEERS, Peers, peers_like, pinned_peers, stretches_of

TEAM, TERMS = schema.team.c, schema.team_measure.c

WORKING = (
    select(TEAM.team_id, TEAM.name, TEAM.sector, TEAM.setting, TEAM.cohort, TEAM.joined_on, TEAM.left_on, TEAM.population)
    .join(schema.team_measure, TERMS.team_id == TEAM.team_id)
    .where(TERMS.measure_id == bindparam("measure_id"), TEAM.team_id != bindparam("own_id"))
    .order_by(func.lower(TEAM.name), TEAM.team_id)
)
PINNED = WORKING.where(TEAM.team_id.in_(bindparam("pinned", expanding=True)))


def peers_of(viewer: Viewer, team: Team, measure_id: str, pinned: Sequence[str] = ()) -> Peers:
    """The teams like this one that work on the measure, or those that the reader pinned, in the order of the alphabet."""
    return remembered(("peers_of", team.team_id, measure_id, tuple(pinned)), lambda: _peers(team, measure_id, pinned))


def _peers(team: Team, measure_id: str, pinned: Sequence[str]) -> Peers:
    asked = {"measure_id": measure_id, "own_id": team.team_id}
    with reading() as connection:
        if pinned:
            return pinned_peers(team, [Team(*row) for row in connection.execute(PINNED, {**asked, "pinned": list(pinned)})], pinned)
        return peers_like(team, _alike(connection, team, asked))


def _alike(connection: Connection, team: Team, asked: dict[str, str]) -> list[Team]:
    """The teams that share the most that enough of them share: no more are read than that."""
    for shared in stretches_of([name for name in ATTRIBUTES if getattr(team, name)]):
        same = [getattr(TEAM, name) == getattr(team, name) for name in shared]
        found = [Team(*row) for row in connection.execute(WORKING.where(*same), asked)]
        if len(found) >= FEWEST_PEERS:
            return found
    return []
