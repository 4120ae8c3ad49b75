"""Teams side by side on one measure: which teams, in which period, what each reported; a few queries for many teams."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Boolean, Row, and_, bindparam, case, func, or_, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.coded_teams import coded_teams, seeing
from data_access.exact_gaps import GapQuestion
from data_access.store import reading, remembered
from data_access.team_gaps import released_gaps
from data_access.teams import FOUND, holding
from data_access.verdict_grid import GridCell, verdict_grid
from data_access.viewer import Viewer
from equity.catalogue import BY_COUNTS, Measure, Team, coded_team
from equity.counts import GapSeries
from equity.periods import Period, display_grain, period_of
from equity.reporting import due_periods, has_ended
from equity.selection import Selection

TEAM, TERMS, VERDICT = schema.team.c, schema.team_measure.c, schema.verdict.c
# More teams than this are compared page by page: no page reads thousands.
MOST_COMPARED = 300
ON_MEASURE = schema.team.outerjoin(schema.team_measure, and_(TERMS.team_id == TEAM.team_id, TERMS.measure_id == bindparam("measure_id")))
COLUMNS = (
    TEAM.team_id,
    TEAM.name,
    TEAM.sector,
    TEAM.setting,
    TEAM.cohort,
    TEAM.joined_on,
    TEAM.left_on,
    TEAM.population,
    TERMS.standing,
    TERMS.baseline_from,
    TERMS.baseline_to,
    TERMS.focus_group,
)
BY_NAME = (func.lower(TEAM.name), TEAM.team_id)
BY_SETTING = (case((TEAM.setting == "", 1), else_=0), func.lower(TEAM.setting), *BY_NAME)

# In a large network teams that do not work on the measure are counted nowhere here.
WANTED = and_(FOUND, TEAM.team_id.not_in(bindparam("left_out", expanding=True)), or_(bindparam("everybody", type_=Boolean), TERMS.standing.is_not(None)))

LISTED_TEAMS = select(func.count()).select_from(ON_MEASURE).where(WANTED)

LISTED = select(*COLUMNS).select_from(ON_MEASURE).where(WANTED).limit(bindparam("size")).offset(bindparam("offset"))
LISTED_BY_NAME, LISTED_BY_SETTING = LISTED.order_by(*BY_NAME), LISTED.order_by(*BY_SETTING)

CHOSEN = select(*COLUMNS).select_from(ON_MEASURE).where(TEAM.team_id.in_(bindparam("team_ids", expanding=True))).order_by(*BY_NAME)

LAST_REPORTS = (
    select(VERDICT.last_reported, func.count().label("teams"))
    .where(VERDICT.measure_id == bindparam("measure_id"))
    .group_by(VERDICT.last_reported)
    .order_by(VERDICT.last_reported.desc())
)


@dataclass(frozen=True, slots=True)
class ListedTeam:
    """A team and its terms on the measure. standing: core, own, or empty where it does not work on it; focus_group: its own, where it registered one."""

    team: Team
    standing: str
    baseline: tuple[date, date] | None
    focus_group: str | None


@dataclass(frozen=True, slots=True)
class ListedTeams:
    """One page of teams. total: on all pages; page and pages count from 1."""

    teams: tuple[ListedTeam, ...]
    total: int
    page: int
    pages: int


def listed_teams(
    viewer: Viewer, measure: Measure, *, find: str = "", page: int = 1, size: int = MOST_COMPARED, by_setting: bool = False, everybody: bool = False
) -> ListedTeams:
    """The teams whose name holds `find`, with their terms on the measure.

    Takes    everybody: also teams that do not work on the measure; by_setting: by setting and name, else by name alone.
    Returns  the nearest page where the one asked for is outside the range.
    Reads    teams that stand under a code come last, and only where all teams are on one page: a name that was looked for, or a place
             in the alphabet, would tell whose it is.
    """
    coded = coded_teams(viewer, measure)
    asked = {"small": holding(find.lower()), "typed": holding(find), "measure_id": measure.measure_id, "everybody": everybody, "left_out": []}
    with reading() as connection:
        total = connection.execute(LISTED_TEAMS, asked).scalar_one()
        if coded and (find or total > size):
            asked["left_out"] = list(coded.values())
            total = connection.execute(LISTED_TEAMS, asked).scalar_one()
        pages = max(1, -(-total // size))
        chosen = min(max(page, 1), pages)
        rows = connection.execute(LISTED_BY_SETTING if by_setting else LISTED_BY_NAME, {**asked, "size": size, "offset": (chosen - 1) * size}).all()
    return ListedTeams(_coded_last([_listed(row) for row in rows], coded), total, chosen, pages)


def _coded_last(teams: Sequence[ListedTeam], coded: Mapping[str, str]) -> tuple[ListedTeam, ...]:
    """The teams by name, then those that stand under a code, with nothing else of them."""
    codes = {team_id: code for code, team_id in coded.items()}
    named = [one for one in teams if one.team.team_id not in codes]
    under_code = [ListedTeam(coded_team(codes[one.team.team_id]), one.standing, None, None) for one in teams if one.team.team_id in codes]
    return (*named, *sorted(under_code, key=lambda one: one.team.name))


def chosen_teams(viewer: Viewer, measure: Measure, team_ids: Sequence[str]) -> tuple[ListedTeam, ...]:
    """Those of these teams that the network has, by name; a code stands for the team that it stands for."""
    coded = coded_teams(viewer, measure)
    by_code = {coded[one]: one for one in team_ids if one in coded}
    with reading() as connection:
        rows = connection.execute(CHOSEN, {"measure_id": measure.measure_id, "team_ids": [*team_ids, *by_code]}).all()
    return _coded_last([_listed(row) for row in rows], {code: team_id for team_id, code in by_code.items()})


def _listed(row: Row) -> ListedTeam:
    window = (row.baseline_from, row.baseline_to) if row.baseline_from else None
    return ListedTeam(Team(*row[:8]), row.standing or "", window, row.focus_group)


def compared_period(viewer: Viewer, measure: Measure) -> Period | None:
    """The latest period that at least half of the teams have reported; the latest that is due where none has that many; None where nothing is due.

    Reads    it goes by the gap of record, so that the period stays the same whichever groups are compared.
    """
    network = catalogue(viewer).network
    key = ("compared_period", measure.measure_id, network.as_of)
    return remembered(key, lambda: _compared_period(viewer, measure))


def _compared_period(viewer: Viewer, measure: Measure) -> Period | None:
    network = catalogue(viewer).network
    with reading() as connection:
        rows = connection.execute(LAST_REPORTS, {"measure_id": measure.measure_id}).all()
    half, so_far = sum(row.teams for row in rows) / 2, 0
    # What a database puts first, no date at all, it may put last as well.
    for row in (row for row in rows if row.last_reported is not None):
        so_far += row.teams
        period = period_of(row.last_reported, display_grain(measure.grain))
        if so_far >= half and has_ended(period, network.as_of):
            return period
    return next(reversed(due_periods(measure, network)), None)


def compared_series(viewer: Viewer, selection: Selection, team_ids: Sequence[str], *, windows: Sequence[Sequence[Period]] = ()) -> dict[str, GapSeries]:
    """The released series of those of these teams that work on the measure, the focus group asked for being the same for all.

    Takes    team_ids: at most 300; windows: the runs of periods that are wanted, in order of time; none = all periods that are shown.
    Raises   NoReferenceGroup if no team can have such a reference; ValueError for more than 300 teams.
    """
    if len(team_ids) > MOST_COMPARED:
        raise ValueError(f"{len(team_ids)} teams were asked for; at most {MOST_COMPARED} are read at once.")
    if not team_ids:
        return {}
    chosen = selection
    question = GapQuestion(chosen.measure, catalogue(viewer).network, chosen.stratifier, chosen.group_code, chosen.reference)
    coded = coded_teams(viewer, chosen.measure)
    named = [one for one in team_ids if one not in coded]
    found = _series(viewer, question, named, windows) if named else {}
    by_code = {coded[one]: one for one in team_ids if one in coded}
    under_code = _series(seeing(viewer, coded, team_ids), question, list(by_code), windows) if by_code else {}
    return {**found, **{by_code[team_id]: series for team_id, series in under_code.items()}}


def _series(viewer: Viewer, question: GapQuestion, team_ids: Sequence[str], windows: Sequence[Sequence[Period]]) -> dict[str, GapSeries]:
    # Which group stood best, or was largest, at the start cannot be seen in a later window.
    if not windows or question.reference in BY_COUNTS:
        return released_gaps(viewer, question, team_ids)
    parts = [released_gaps(viewer, replace(question, periods=tuple(window)), team_ids) for window in windows]
    return {team_id: joined([part[team_id] for part in parts]) for team_id in parts[0]}


def compared_verdicts(viewer: Viewer, measure: Measure, team_ids: Sequence[str]) -> dict[str, GridCell]:
    """The verdict of each of these teams on the measure, a code standing for its team."""
    coded = coded_teams(viewer, measure)
    named, by_code = [one for one in team_ids if one not in coded], {coded[one]: one for one in team_ids if one in coded}
    cells = verdict_grid(viewer, named, [measure.measure_id])
    under_code = verdict_grid(seeing(viewer, coded, team_ids), list(by_code), [measure.measure_id]) if by_code else {}
    found = {team_id: cell for (team_id, _), cell in cells.items()}
    return {**found, **{by_code[team_id]: cell for (team_id, _), cell in under_code.items()}}


def joined(parts: Sequence[GapSeries]) -> GapSeries:
    """Runs of periods one after the other."""
    return GapSeries(*(tuple(one for part in parts for one in getattr(part, side)) for side in ("periods", "focus", "reference")))
