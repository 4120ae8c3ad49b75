"""The directory of teams: found by name, kind, place and work, and only as many of them read as a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, bindparam, case, func, select

from data_access import schema
from data_access.store import reading, remembered
from data_access.teams import FOUND, TEAM, TERMS, holding
from data_access.verdict_grid import verdict_grid
from data_access.viewer import Viewer
from equity.blanks import HIDDEN, NOT_APPLICABLE
from equity.catalogue import Measure, Team
from equity.periods import Period, display_grain, period_of

VERDICT = schema.verdict.c
WORKS_ON_IT = TEAM.team_id.in_(select(TERMS.team_id).where(TERMS.measure_id == bindparam("measure_id")))

KINDS = {
    "sector": select(TEAM.sector).where(TEAM.sector != "").distinct().order_by(TEAM.sector),
    "setting": select(TEAM.setting).where(TEAM.setting != "").distinct().order_by(TEAM.setting),
    "cohort": select(TEAM.cohort).where(TEAM.cohort != "").distinct().order_by(TEAM.cohort),
}

# By name, or in parts that are themselves in the order of the alphabet: never by what a team's numbers say.
BY_NAME = (func.lower(TEAM.name), TEAM.team_id)
ORDERS = {"": BY_NAME, "sector": (func.lower(TEAM.sector), TEAM.sector, *BY_NAME), "setting": (func.lower(TEAM.setting), TEAM.setting, *BY_NAME)}

COUNTED = select(TEAM.setting, func.count().label("teams"), func.sum(case((WORKS_ON_IT, 1), else_=0)).label("working")).group_by(TEAM.setting)
LISTED = select(TEAM.team_id, TEAM.name, TEAM.sector, TEAM.setting, TEAM.cohort, TEAM.joined_on, TEAM.left_on, TEAM.population)

LAST_REPORTS = (
    select(VERDICT.team_id, VERDICT.measure_id, VERDICT.last_reported)
    .where(VERDICT.measure_id.in_(bindparam("measure_ids", expanding=True)), VERDICT.team_id.in_(bindparam("team_ids", expanding=True)))
    .order_by(VERDICT.team_id, VERDICT.measure_id)
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which teams are looked for: empty = any. working: only those that work on the measure."""

    measure_id: str
    find: str = ""
    sector: str = ""
    setting: str = ""
    cohort: str = ""
    working: bool = False


@dataclass(frozen=True, slots=True)
class Directory:
    """One page of the teams that were found.

    first: the place of this page's first team, from 1; total, working: how many were found, and how many of them work on the measure;
    by_setting: teams found, by setting in the order of the alphabet.
    """

    teams: tuple[Team, ...]
    first: int
    total: int
    working: int
    page: int
    pages: int
    by_setting: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LastReport:
    """The last period that a team reported on a measure, or why there is none: exactly one of them is None."""

    period: Period | None
    blank: str | None = None


def team_kinds(viewer: Viewer) -> dict[str, tuple[str, ...]]:
    """The sectors, settings and cohorts that teams of this network have, each in the order of the alphabet."""
    return remembered(("team_kinds",), _team_kinds)


def _team_kinds() -> dict[str, tuple[str, ...]]:
    with reading() as connection:
        return {name: tuple(connection.scalars(sql)) for name, sql in KINDS.items()}


def directory(viewer: Viewer, wanted: Wanted, *, order: str = "", page: int = 1, size: int = 30, whole: int = 60) -> Directory:
    """The teams that are wanted.

    Takes    order: by name (empty), or in parts by sector or setting; whole: up to so many stand on one page, more come by `size`.
    """
    by_setting, working = remembered(("directory_counts", wanted), lambda: _counted(wanted))
    total = sum(by_setting.values())
    rows = max(size, whole) if total <= whole else size
    pages = max(1, -(-total // rows))
    chosen = min(max(page, 1), pages)
    skipped = (chosen - 1) * rows
    with reading() as connection:
        listed = connection.execute(LISTED.where(*_filters(wanted)).order_by(*ORDERS[order]).limit(rows).offset(skipped), _words(wanted))
        return Directory(tuple(Team(*row) for row in listed), skipped + 1, total, working, chosen, pages, dict(by_setting))


def _counted(wanted: Wanted) -> tuple[dict[str, int], int]:
    """How many teams are wanted, by setting, and how many of them work on the measure."""
    with reading() as connection:
        rows = connection.execute(COUNTED.where(*_filters(wanted)).order_by(TEAM.setting), _words(wanted)).all()
    return {row.setting: row.teams for row in rows}, sum(row.working for row in rows)


def _words(wanted: Wanted) -> dict[str, str]:
    """What the queries' words stand for."""
    return {"small": holding(wanted.find.lower()), "typed": holding(wanted.find), "measure_id": wanted.measure_id}


def _filters(wanted: Wanted) -> list[ColumnElement[bool]]:
    """What is asked of a team; what is not asked is left out."""
    same = [column == value for column, value in ((TEAM.sector, wanted.sector), (TEAM.setting, wanted.setting), (TEAM.cohort, wanted.cohort)) if value]
    return [*same, *([FOUND] if wanted.find else []), *([WORKS_ON_IT] if wanted.working else [])]


def last_reports(viewer: Viewer, measures: Sequence[Measure], team_ids: Sequence[str]) -> dict[tuple[str, str], LastReport]:
    """The last report of each team on each of these measures, in the periods that are shown, by (team_id, measure_id).

    Reads    where a team's verdict is hidden, so is what came from it last; a team that does not work on a measure has no report on it.
    """
    measure_ids = [measure.measure_id for measure in measures]
    asked = {"measure_ids": measure_ids, "team_ids": list(team_ids)}
    with reading() as connection:
        cells = verdict_grid(viewer, team_ids, measure_ids)
        days = {(row.team_id, row.measure_id): row.last_reported for row in connection.execute(LAST_REPORTS, asked)}
    pairs = [(team_id, measure) for team_id in team_ids for measure in measures]
    return {
        (team_id, measure.measure_id): _last_report(cells[team_id, measure.measure_id].blank, days.get((team_id, measure.measure_id)), measure)
        for team_id, measure in pairs
    }


def _last_report(blank: str | None, last: date | None, measure: Measure) -> LastReport:
    if blank in (HIDDEN, NOT_APPLICABLE):
        return LastReport(None, blank)
    return LastReport(period_of(last, display_grain(measure.grain))) if last else LastReport(None, blank)
