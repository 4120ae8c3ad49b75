"""What teams adopted and did against named inequities, and on what evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.hidden_teams import hidden_teams
from data_access.store import reading
from data_access.viewer import Viewer

ACTION = schema.action.c
ACTIONS = (
    select(ACTION.action_id, ACTION.team_id, ACTION.focus_area, ACTION.inequity, ACTION.adopted_on, ACTION.acted_on, ACTION.evidence)
    .where(ACTION.team_id == bindparam("team_id"))
    .order_by(ACTION.adopted_on, ACTION.action_id)
)


@dataclass(frozen=True, slots=True)
class Action:
    """One action against a named inequity. adopted_on: when it became a goal, acted_on: when it was done; None where that is not known."""

    action_id: str
    team_id: str
    focus_area: str
    inequity: str
    adopted_on: date | None
    acted_on: date | None
    evidence: str


def actions_of(viewer: Viewer, team_id: str) -> tuple[Action, ...]:
    """A team's actions by the day on which they were adopted, those without a day last; none of a team that hides every measure from the viewer."""
    if team_id in hidden_teams(viewer):
        return ()
    with reading() as connection:
        found = [Action(*row) for row in connection.execute(ACTIONS, {"team_id": team_id})]
    # The databases disagree on where an empty day stands.
    return tuple(sorted(found, key=lambda action: (action.adopted_on or date.max, action.action_id)))
