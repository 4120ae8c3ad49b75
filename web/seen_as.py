"""Demo mode's switch: whose eyes the demo is seen with. Kept in the session that the server signs; only the demo asks it."""

from __future__ import annotations

from flask import session

from data_access.viewer import COACH, FUNDER, LEAD, NETWORK_LEAD, READER, TEAM_MEMBER, Viewer

KEPT = "seen_as"
# In the order of the select.
SEEN_AS = {LEAD: "Network lead", TEAM_MEMBER: "Team member", COACH: "Coach", FUNDER: "Funder", READER: "Reader"}


def seen_as() -> Viewer:
    """The viewer whom the switch chose; the network lead before it was used."""
    kept = session.get(KEPT)
    return viewer_of(kept["role"], frozenset(kept["teams"])) if kept else NETWORK_LEAD


def viewer_of(role: str, teams: frozenset[str]) -> Viewer:
    """A viewer of this role: a coach's teams are coached, anybody else's are their own."""
    return Viewer(role, coached=teams) if role == COACH else Viewer(role, teams)
