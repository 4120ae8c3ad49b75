"""How a team appears to others on a measure: under its name, under a code where teams are compared, or not at all."""

from __future__ import annotations

from sqlalchemy import Boolean, ColumnElement, FromClause, and_, bindparam, not_, or_

from data_access.viewer import Viewer

OPEN, CODED, HIDDEN = "network", "coded", "hidden"
# From what shows the most to what shows the least.
VISIBILITIES = (OPEN, CODED, HIDDEN)


def stricter(one: str, other: str) -> str:
    """Of two ways to appear the one that shows less."""
    return max(one, other, key=VISIBILITIES.index)


def hides(viewer: Viewer, visibility: str, team_id: str) -> bool:
    """True where a measure may not stand under the team's name for this viewer.

    Reads    hidden: for its own members alone; coded: for them, its coaches and the network's lead.
    """
    if viewer.owns(team_id):
        return False
    return visibility == HIDDEN or (visibility == CODED and not viewer.sees(team_id))


def hidden_in(terms: FromClause, viewer: Viewer | None = None) -> ColumnElement[bool]:
    """SQL: the same of a row of team_measure. viewer: None = told when it is asked, by what `asked_by` gives."""
    told = {name: {"value": value} for name, value in asked_by(viewer).items()} if viewer else {"own_teams": {}, "seen_teams": {}, "sees_all": {}}
    not_own = terms.c.team_id.not_in(bindparam("own_teams", expanding=True, **told["own_teams"]))
    is_seen = or_(bindparam("sees_all", type_=Boolean, **told["sees_all"]), terms.c.team_id.in_(bindparam("seen_teams", expanding=True, **told["seen_teams"])))
    return or_(and_(terms.c.visibility == HIDDEN, not_own), and_(terms.c.visibility == CODED, not_(is_seen)))


def asked_by(viewer: Viewer) -> dict[str, object]:
    """Who asks, as `hidden_in` is told."""
    own = sorted(viewer.team_ids)
    return {"own_teams": own, "seen_teams": sorted(viewer.team_ids | viewer.coached), "sees_all": viewer.is_lead}
