"""Stages of practices by quarter: of single teams, and how many teams are at each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import and_, bindparam, func, literal_column, select

from data_access import schema
from data_access.hidden_teams import hidden_teams
from data_access.month_number import period_number
from data_access.practice_use import TOLD, USE
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.periods import QUARTER, Period, period_of, periods_between

QUARTERS_A_YEAR, MONTHS = 4, 3
NUMBER = period_number(USE.period_start, literal_column(str(MONTHS)))
# What a team told last in a quarter stands for the quarter.
LAST_TOLD = (
    select(USE.team_id, USE.practice_id, NUMBER.label("number"), func.max(USE.period_start).label("last"))
    .group_by(USE.team_id, USE.practice_id, NUMBER)
    .subquery()
)
STANDS = schema.practice_use.join(
    LAST_TOLD, and_(LAST_TOLD.c.team_id == USE.team_id, LAST_TOLD.c.practice_id == USE.practice_id, LAST_TOLD.c.last == USE.period_start)
)
OF_TEAMS = USE.team_id.in_(bindparam("team_ids", expanding=True))
STAGES = select(USE.team_id, USE.practice_id, LAST_TOLD.c.number, USE.stage).select_from(STANDS).where(OF_TEAMS)
COUNTED = (
    select(USE.practice_id, LAST_TOLD.c.number, USE.stage, func.count().label("teams"))
    .select_from(STANDS)
    .where(USE.team_id.not_in(bindparam("left_out", expanding=True)))
    .group_by(USE.practice_id, LAST_TOLD.c.number, USE.stage)
)

Place = tuple[str, Period]


def told_quarters(viewer: Viewer, *, latest: int) -> tuple[Period, ...]:
    """The latest quarters from the first to the last that any team told of; none where none did."""
    return remembered(("told_quarters",), _quarters)[-latest:]


def _quarters() -> tuple[Period, ...]:
    with reading() as connection:
        first, last = connection.execute(TOLD).one()
    return tuple(periods_between(first, last, QUARTER)) if first else ()


def stages_of(viewer: Viewer, team_ids: Sequence[str]) -> dict[str, dict[Place, str]]:
    """The stage of each practice in each quarter, by team; none of a team that hides every measure from the viewer."""
    left_out = hidden_teams(viewer)
    found: dict[str, dict[Place, str]] = {team_id: {} for team_id in team_ids if team_id not in left_out}
    with reading() as connection:
        for row in connection.execute(STAGES, {"team_ids": list(found)}):
            found[row.team_id][row.practice_id, _quarter(row.number)] = row.stage
    return found


def stage_counts(viewer: Viewer) -> dict[Place, dict[str, int]]:
    """How many teams of the network are at which stage, by practice and quarter; teams that hide every measure from the viewer are not counted."""
    return remembered(("stage_counts", viewer.scope), lambda: _counts(viewer))


def _counts(viewer: Viewer) -> dict[Place, dict[str, int]]:
    found: dict[Place, dict[str, int]] = defaultdict(dict)
    with reading() as connection:
        for row in connection.execute(COUNTED, {"left_out": list(hidden_teams(viewer))}):
            found[row.practice_id, _quarter(row.number)][row.stage] = row.teams
    return dict(found)


def _quarter(number: int) -> Period:
    year, place = divmod(number, QUARTERS_A_YEAR)
    return period_of(date(year, place * MONTHS + 1, 1), QUARTER)
