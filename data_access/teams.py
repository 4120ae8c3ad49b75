"""The teams: found by name and page by page, with the measures that each works on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, or_, select

from data_access import schema
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.catalogue import Measure, Team

TEAM, TERMS = schema.team.c, schema.team_measure.c
# The second comparison finds letters that SQLite cannot make small: É as it was typed.
FOUND = or_(func.lower(TEAM.name).like(bindparam("small"), escape="\\"), TEAM.name.like(bindparam("typed"), escape="\\"))

TEAMS_FOUND = select(func.count()).select_from(schema.team).where(FOUND)

TEAMS_PAGE = (
    select(TEAM.team_id, TEAM.name, TEAM.sector, TEAM.setting, TEAM.cohort, TEAM.joined_on, TEAM.left_on, TEAM.population)
    .where(FOUND)
    .order_by(func.lower(TEAM.name), TEAM.team_id)
    .limit(bindparam("size"))
    .offset(bindparam("offset"))
)

TEAMS_BY_ID = (
    select(TEAM.team_id, TEAM.name, TEAM.sector, TEAM.setting, TEAM.cohort, TEAM.joined_on, TEAM.left_on, TEAM.population)
    .where(TEAM.team_id.in_(bindparam("team_ids", expanding=True)))
    .order_by(func.lower(TEAM.name), TEAM.team_id)
)

MEASURES_OF_TEAMS = (
    select(
        TERMS.team_id,
        TERMS.measure_id,
        TERMS.standing,
        TERMS.aim,
        TERMS.aim_on,
        TERMS.baseline_from,
        TERMS.baseline_to,
        TERMS.focus_group,
    )
    .where(TERMS.team_id.in_(bindparam("team_ids", expanding=True)))
    .order_by(TERMS.team_id, TERMS.measure_id)
)

BASELINES = (
    select(TERMS.baseline_from, TERMS.baseline_to)
    .where(TERMS.measure_id == bindparam("measure_id"), TERMS.standing == "core", TERMS.baseline_from.is_not(None))
    .group_by(TERMS.baseline_from, TERMS.baseline_to)
    .order_by(func.count().desc(), TERMS.baseline_from, TERMS.baseline_to)
    .limit(1)
)

AIMS = (
    select(TERMS.aim, TERMS.aim_on, func.count().label("teams"))
    .where(TERMS.measure_id == bindparam("measure_id"), TERMS.standing == "core")
    .group_by(TERMS.aim, TERMS.aim_on)
    .order_by(func.count().desc(), TERMS.aim, TERMS.aim_on)
)


@dataclass(frozen=True, slots=True)
class TeamsPage:
    """One page of the teams that were found. total: how many on all pages; page and pages count from 1."""

    teams: tuple[Team, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class TeamMeasure:
    """On what terms a team works on a measure. focus_group: its own, where it registered one."""

    measure_id: str
    standing: str
    aim: float | None
    aim_on: date | None
    baseline: tuple[date, date] | None
    focus_group: str | None


@dataclass(frozen=True, slots=True)
class Aim:
    """A rate in shown units, and the day by which to reach it."""

    value: float
    by: date | None


def teams_page(viewer: Viewer, *, find: str = "", page: int = 1, size: int = 24) -> TeamsPage:
    """The teams whose name holds `find`, in the order of the alphabet; a page outside the range is the nearest one."""
    if find.strip():
        return _teams_page(find, page, size)
    return remembered(("teams_page", page, size), lambda: _teams_page("", page, size))


def _teams_page(find: str, page: int, size: int) -> TeamsPage:
    asked = {"small": holding(find.lower()), "typed": holding(find)}
    with reading() as connection:
        total = connection.execute(TEAMS_FOUND, asked).scalar_one()
        pages = max(1, -(-total // size))
        chosen = min(max(page, 1), pages)
        rows = connection.execute(TEAMS_PAGE, {**asked, "size": size, "offset": (chosen - 1) * size})
        return TeamsPage(tuple(Team(*row) for row in rows), total, chosen, pages)


def holding(words: str) -> str:
    """A LIKE pattern of whatever holds these words, in which % and _ mean themselves."""
    escaped = words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


def teams_of(viewer: Viewer, team_ids: Sequence[str]) -> tuple[Team, ...]:
    """Those of these teams that the network has, in the order of the alphabet."""
    with reading() as connection:
        return tuple(Team(*row) for row in connection.execute(TEAMS_BY_ID, {"team_ids": list(team_ids)}))


def team_of(viewer: Viewer, team_id: str) -> Team | None:
    """The team of this id; None if the network has none."""
    return next(iter(teams_of(viewer, [team_id])), None) if team_id else None


def team_count(viewer: Viewer) -> int:
    """How many teams the network has."""
    return teams_page(viewer, size=1).total


def measures_of_teams(viewer: Viewer, team_ids: Sequence[str]) -> dict[str, tuple[TeamMeasure, ...]]:
    """The measures that each team works on, by team; none for a team that works on no measure."""
    found: dict[str, tuple[TeamMeasure, ...]] = {team_id: () for team_id in team_ids}
    with reading() as connection:
        for row in connection.execute(MEASURES_OF_TEAMS, {"team_ids": list(team_ids)}):
            window = (row.baseline_from, row.baseline_to) if row.baseline_from else None
            found[row.team_id] += (TeamMeasure(row.measure_id, row.standing, row.aim, row.aim_on, window, row.focus_group),)
    return found


def baseline(viewer: Viewer, measure: Measure) -> tuple[date, date] | None:
    """The baseline window that most core teams share, the earliest of equals; None if no team has one."""
    return remembered(("baseline", measure.measure_id), lambda: _baseline(measure))


def _baseline(measure: Measure) -> tuple[date, date] | None:
    with reading() as connection:
        row = connection.execute(BASELINES, {"measure_id": measure.measure_id}).one_or_none()
    return (row.baseline_from, row.baseline_to) if row else None


def aim(viewer: Viewer, measure: Measure) -> Aim | None:
    """The aim that more than half of the core teams registered, else None."""
    return remembered(("aim", measure.measure_id), lambda: _aim(measure))


def _aim(measure: Measure) -> Aim | None:
    with reading() as connection:
        rows = connection.execute(AIMS, {"measure_id": measure.measure_id}).all()
    first = next((row for row in rows if row.aim is not None), None)
    shared = first is not None and 2 * first.teams > sum(row.teams for row in rows)
    return Aim(first.aim, first.aim_on) if shared else None
