"""Stages of practices by quarter: of single teams where the viewer sees them, and how many teams are at each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Select, and_, bindparam, func, literal_column, select

from data_access import schema
from data_access.month_number import period_number
from data_access.practice_use import TOLD, USE
from data_access.release import may_count_teams
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
    """The stage of each practice in each quarter, by team; only of those teams that the viewer sees."""
    found: dict[str, dict[Place, str]] = {team_id: {} for team_id in team_ids if viewer.sees(team_id)}
    with reading() as connection:
        for row in connection.execute(STAGES, {"team_ids": list(found)}):
            found[row.team_id][row.practice_id, _quarter(row.number)] = row.stage
    return found


def stage_counts(viewer: Viewer) -> dict[Place, dict[str, int] | None]:
    """How many teams of the network are at which stage, by practice and quarter: no names.

    Reads    None where the teams that the viewer does not see are too few to be counted.
    """
    return remembered(("stage_counts", viewer.scope), lambda: _counts(viewer))


def _counts(viewer: Viewer) -> dict[Place, dict[str, int] | None]:
    every, seen = _tally(COUNTED), _tally(COUNTED.where(OF_TEAMS), sorted(viewer.team_ids | viewer.coached))
    others = {place: counts.total() - seen[place].total() for place, counts in every.items()}
    return {place: dict(counts) if may_count_teams(others[place], lead=viewer.is_lead) else None for place, counts in every.items()}


def _tally(query: Select, team_ids: Iterable[str] | None = None) -> dict[Place, Counter[str]]:
    found: dict[Place, Counter[str]] = defaultdict(Counter)
    with reading() as connection:
        for row in connection.execute(query, {} if team_ids is None else {"team_ids": list(team_ids)}):
            found[row.practice_id, _quarter(row.number)][row.stage] = row.teams
    return found


def _quarter(number: int) -> Period:
    year, place = divmod(number, QUARTERS_A_YEAR)
    return period_of(date(year, place * MONTHS + 1, 1), QUARTER)
