"""How many teams adopted actions against named inequities, acted, and can show it: by focus area, inequity, sector and cohort."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, bindparam, case, func, literal, select

from data_access import schema
from data_access.actions import ACTION
from data_access.hidden_teams import hidden_teams
from data_access.store import reading, remembered
from data_access.teams import TEAM
from data_access.viewer import Viewer
from equity.demonstrated import ActionsCounted, Demonstrated

SECTOR, COHORT = "sector", "cohort"
KINDS: dict[str, ColumnElement[str]] = {"": literal(""), SECTOR: TEAM.sector, COHORT: TEAM.cohort}
# What a team did against one inequity is as much as its furthest action there.
ACTED, SHOWN = 1, 2
STEP = case((and_(ACTION.acted_on.is_not(None), func.trim(ACTION.evidence) != ""), SHOWN), (ACTION.acted_on.is_not(None), ACTED), else_=0)
ANY = literal(None, ACTION.inequity.type)
LEVELS = ((ANY, ANY), (ACTION.focus_area, ANY), (ACTION.focus_area, ACTION.inequity))


def action_counts(viewer: Viewer, *, by: str = "") -> tuple[ActionsCounted, ...]:
    """All teams together first, then each focus area, and its inequities under it; teams that hide every measure from the viewer are not counted.

    Takes    by: sector or cohort, empty = all teams.
    """
    return remembered(("action_counts", by, viewer.scope), lambda: _counted(viewer, by))


def _counted(viewer: Viewer, by: str) -> tuple[ActionsCounted, ...]:
    left_out = {"left_out": list(hidden_teams(viewer))}
    with reading() as connection:
        found = [one for level in LEVELS for one in _level(connection, *level, KINDS[by], left_out)]
    return tuple(sorted(found, key=lambda one: one.place))


def _level(
    connection: Connection, area: ColumnElement[str], inequity: ColumnElement[str], kind: ColumnElement[str], left_out: dict
) -> Iterable[ActionsCounted]:
    best = (
        select(area.label("area"), inequity.label("inequity"), kind.label("kind"), ACTION.team_id, STEP.label("step"))
        .select_from(schema.action.join(schema.team, TEAM.team_id == ACTION.team_id))
        .where(TEAM.team_id.not_in(bindparam("left_out", expanding=True)))
        .subquery()
        .c
    )
    furthest = select(best.area, best.inequity, best.kind, best.team_id, func.max(best.step).label("step"))
    teams = furthest.group_by(best.area, best.inequity, best.kind, best.team_id).subquery().c
    reached = [func.sum(case((teams.step >= step, 1), else_=0)) for step in (0, ACTED, SHOWN)]
    rows = connection.execute(select(teams.area, teams.inequity, teams.kind, *reached).group_by(teams.area, teams.inequity, teams.kind), left_out)
    return [ActionsCounted(row[0], row[1], row[2], Demonstrated(*row[3:])) for row in rows]
