"""Demo mode's switch: whose eyes the demo is seen with. Kept in the session that the server signs; only the demo asks it."""

from __future__ import annotations

from flask import Flask, Response, abort, redirect, request, session

from data_access.teams import team_of, teams_page
from data_access.viewer import COACH, FUNDER, LEAD, NETWORK_LEAD, READER, TEAM_MEMBER, WITH_TEAMS, Viewer
from equity.errors import ReaderError
from web.addresses import referring, value_of

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


def answer_switch(server: Flask) -> None:
    """Install the form's address."""

    @server.post("/see-as")
    def see_as() -> Response:
        role = request.form.get("role", "")
        if role not in SEEN_AS:
            abort(400, "There is no such role to see the demo as.")
        back = referring()
        session[KEPT] = {"role": role, "teams": teams_of(role, value_of(back, "team"))}
        return redirect(back, 303)


def teams_of(role: str, my_team: str) -> list[str]:
    """Whose team this role is seen with: the reader's own where one was chosen, else the first."""
    if role not in WITH_TEAMS:
        return []
    try:
        own = team_of(NETWORK_LEAD, my_team)
        return [own.team_id] if own else [team.team_id for team in teams_page(NETWORK_LEAD, size=1).teams]
    except ReaderError:
        return []
