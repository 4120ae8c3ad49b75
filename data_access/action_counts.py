"""How many teams adopted actions against named inequities, acted, and can show it: by focus area, inequity, sector and cohort."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, and_, case, func, literal, select

from data_access import schema
from data_access.actions import ACTION
from data_access.release import may_count_teams
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
    """All teams together first, then each focus area, and its inequities under it.

    Takes    by: sector or cohort, empty = all teams.
    Reads    a count of teams too few tells what one did. The counts of an area that has such a one are withheld, and inequities with them:
             those are not even named, for the words may tell whose they are.
    """
    return remembered(("action_counts", by, viewer.is_lead), lambda: _released(viewer, _counted(by)))


def _counted(by: str) -> list[ActionsCounted]:
    with reading() as connection:
        return [one for level in LEVELS for one in _level(connection, *level, KINDS[by])]


def _level(connection: Connection, area: ColumnElement[str], inequity: ColumnElement[str], kind: ColumnElement[str]) -> Iterable[ActionsCounted]:
    best = (
        select(area.label("area"), inequity.label("inequity"), kind.label("kind"), ACTION.team_id, STEP.label("step"))
        .select_from(schema.action.join(schema.team, TEAM.team_id == ACTION.team_id))
        .subquery()
        .c
    )
    furthest = select(best.area, best.inequity, best.kind, best.team_id, func.max(best.step).label("step"))
    teams = furthest.group_by(best.area, best.inequity, best.kind, best.team_id).subquery().c
    reached = [func.sum(case((teams.step >= step, 1), else_=0)) for step in (0, ACTED, SHOWN)]
    rows = connection.execute(select(teams.area, teams.inequity, teams.kind, *reached).group_by(teams.area, teams.inequity, teams.kind))
    return [ActionsCounted(row[0], row[1], row[2], Demonstrated(*row[3:])) for row in rows]


def _released(viewer: Viewer, found: Sequence[ActionsCounted]) -> tuple[ActionsCounted, ...]:
    blocks: dict[tuple[str | None, bool], list[ActionsCounted]] = defaultdict(list)
    for one in found:
        blocks[one.focus_area, one.inequity is not None].append(one)
    shown = [row for (_, named), rows in blocks.items() for row in _block(rows, lambda count: may_count_teams(count, lead=viewer.is_lead), named=named)]
    return tuple(sorted(shown, key=lambda one: one.place))


def _block(rows: Sequence[ActionsCounted], may_count: Callable[[int], bool], *, named: bool) -> list[ActionsCounted]:
    """The rows of one focus area, whole or not at all."""
    if all(may_count(count) for row in rows if row.counts for count in row.counts.parts):
        return list(rows)
    return [] if named else [replace(row, counts=None) for row in rows]
