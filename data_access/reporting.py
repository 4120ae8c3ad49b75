"""Which reports came, in time or late, and which did not: a calendar of a page of teams, and who in the network is behind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, bindparam, case, func, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.exact_counts import ALL_DAYS, SPAN, inner_periods
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.blanks import HIDDEN, NOT_DUE, STRENGTH
from equity.catalogue import OVERALL, Measure, Network
from equity.periods import GRAINS, Period, display_grain
from equity.report_states import Arrival, arrival_state, together
from equity.reporting import due_day, has_ended, missing_blank, shown_periods

# The most teams whose calendar is read at once: the query's cost grows with them.
MOST_TEAMS = 60

SERIES, OBSERVATION, HISTORY, LOAD, TERMS, TEAM = (
    table.c for table in (schema.series, schema.observation, schema.observation_history, schema.load, schema.team_measure, schema.team)
)
# The parts of a report that count: by the measure's own groups, and in total.
ASKED = (
    SERIES.measure_id.in_(bindparam("measure_ids", expanding=True)),
    SERIES.stratifier_id.in_(bindparam("stratifier_ids", expanding=True)),
    SERIES.team_id.in_(bindparam("team_ids", expanding=True)),
)
STRONGEST = case(*((OBSERVATION.blank_reason == blank, place) for place, blank in enumerate(STRENGTH)))
CAME = (
    select(
        SERIES.team_id,
        SERIES.measure_id,
        OBSERVATION.period_start,
        func.min(case((OBSERVATION.numerator.is_not(None), OBSERVATION.load_id))).label("load_id"),
        func.min(STRONGEST).label("blank"),
    )
    .join(schema.observation, OBSERVATION.series_id == SERIES.series_id)
    .where(*ASKED, OBSERVATION.period_start.between(bindparam("first_day"), bindparam("last_day")))
    .group_by(SERIES.team_id, SERIES.measure_id, OBSERVATION.period_start)
    .order_by(SERIES.team_id, SERIES.measure_id, OBSERVATION.period_start)
)
# Where a later load changed a number, an earlier one had brought it.
CAME_BEFORE = (
    select(SERIES.team_id, SERIES.measure_id, HISTORY.period_start, func.min(HISTORY.old_load_id).label("load_id"))
    .join(schema.observation_history, HISTORY.series_id == SERIES.series_id)
    .where(*ASKED, HISTORY.period_start.between(bindparam("first_day"), bindparam("last_day")), HISTORY.old_numerator.is_not(None))
    .group_by(SERIES.team_id, SERIES.measure_id, HISTORY.period_start)
    .order_by(SERIES.team_id, SERIES.measure_id, HISTORY.period_start)
)
LOADS = select(LOAD.load_id, LOAD.loaded_at, LOAD.vintage).order_by(LOAD.load_id)
FIRST_LOADS = (select(func.min(OBSERVATION.load_id)), select(func.min(HISTORY.old_load_id)))

WORKS_ON = (
    select(TERMS.team_id, TERMS.measure_id, TERMS.visibility, TEAM.joined_on, TEAM.left_on)
    .join(schema.team, TEAM.team_id == TERMS.team_id)
    .where(TERMS.team_id.in_(bindparam("team_ids", expanding=True)), TERMS.measure_id.in_(bindparam("measure_ids", expanding=True)))
    .order_by(TERMS.team_id, TERMS.measure_id)
)


@dataclass(frozen=True, slots=True)
class ReportCalendar:
    """States of reports (equity.report_states, equity.blanks) of each team, one a period; grain: how long a period is."""

    grain: str
    periods: tuple[Period, ...]
    states: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Reports:
    """What is known of reports: the load that brought each first, and why others are blank, by (team_id, measure_id, first day)."""

    network: Network
    loads: Mapping[tuple[str, str, date], int]
    blanks: Mapping[tuple[str, str, date], str]
    arrivals: Mapping[int, Arrival]

    def state(self, terms: Row, measure: Measure, period: Period) -> str:
        """The state of one report in the measure's own grain."""
        key = (terms.team_id, terms.measure_id, period.start)
        if key in self.loads:
            began = max(self.network.starts_on, terms.joined_on or self.network.starts_on)
            return arrival_state(self.arrivals[self.loads[key]], due_day(period, measure.due_days, began_on=began))
        return self.blanks.get(key) or missing_blank(period, measure.due_days, self.network.as_of, (terms.joined_on, terms.left_on))

    def states(self, terms: Row, measure: Measure, periods: Sequence[Period], *, own: bool) -> tuple[str, ...]:
        """The states in the display periods; hidden in whole where the team hides the measure from others."""
        if terms.visibility == "hidden" and not own:
            return (HIDDEN,) * len(periods)
        return tuple(self._shown(terms, measure, period) for period in periods)

    def _shown(self, terms: Row, measure: Measure, period: Period) -> str:
        if not has_ended(period, self.network.as_of):
            return NOT_DUE
        return together(self.state(terms, measure, inner) for inner in inner_periods(period, measure.grain))


def reports_of(viewer: Viewer, measure: Measure | None, team_ids: Sequence[str], *, latest: int | None = None) -> ReportCalendar:
    """The reports of these teams, at most 60, on a measure or on all that they work on together.

    Takes    measure: None = all measures of the grain that most have; latest: only so many of the last periods.
    Returns  no states for a team that works on none of them. Of several measures those that a team hides are left out.
    Raises   ValueError for more than 60 teams.
    """
    if len(team_ids) > MOST_TEAMS:
        raise ValueError(f"{len(team_ids)} teams were asked for; at most {MOST_TEAMS} are read at once.")
    found = catalogue(viewer)
    measures = [measure] if measure else common_measures(found.measures)
    key = ("reports_of", viewer.scope, found.network.as_of, tuple(one.measure_id for one in measures), tuple(team_ids), latest)
    return remembered(key, lambda: _calendar(viewer, found.network, measures, team_ids, latest))


def _calendar(viewer: Viewer, network: Network, measures: Sequence[Measure], team_ids: Sequence[str], latest: int | None) -> ReportCalendar:
    with reading() as connection:
        periods = _periods(connection, measures, network)[-(latest or 0) :]
        days = (periods[0].start, periods[-1].end) if periods else ALL_DAYS
        reports = reports_in(connection, network, measures, team_ids, days)
        works_on = connection.execute(WORKS_ON, {"team_ids": list(team_ids), "measure_ids": [one.measure_id for one in measures]}).all()
    by_id = {one.measure_id: one for one in measures}
    states: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for terms in works_on:
        states[terms.team_id].append(reports.states(terms, by_id[terms.measure_id], periods, own=viewer.owns(terms.team_id)))
    return ReportCalendar(display_grain(measures[0].grain) if measures else "", periods, {team_id: _together(found) for team_id, found in states.items()})


def common_measures(measures: Sequence[Measure]) -> list[Measure]:
    """The measures of the display grain that most have, the shorter one of equals: a calendar has one row of periods."""
    grains = Counter(display_grain(measure.grain) for measure in measures)
    chosen = max(grains, key=lambda grain: (grains[grain], -GRAINS[grain]), default="")
    return [measure for measure in measures if display_grain(measure.grain) == chosen]


def _together(states: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    shown = [one for one in states if HIDDEN not in one] or states
    return tuple(together(each) for each in zip(*shown, strict=True))


def _periods(connection: Connection, measures: Sequence[Measure], network: Network) -> tuple[Period, ...]:
    """From the first period with data or due to the one that runs on the network's day, unless the network has closed."""
    if not measures:
        return ()
    days = [day for one in measures for day in connection.execute(SPAN, {"measure_id": one.measure_id}).one() if day]
    return shown_periods(measures[0], network, [*days, min(network.as_of, network.closes_on)])


def reports_in(connection: Connection, network: Network, measures: Sequence[Measure], team_ids: Sequence[str], days: tuple[date, date]) -> Reports:
    """What is known of these teams' reports on periods that begin between these days: for this room alone."""
    asked = {
        "measure_ids": [one.measure_id for one in measures],
        "stratifier_ids": sorted({OVERALL, *(one.stratifier_id for one in measures)}),
        "team_ids": list(team_ids),
        "first_day": days[0],
        "last_day": days[1],
    }
    loads: dict[tuple[str, str, date], int] = {}
    blanks: dict[tuple[str, str, date], str] = {}
    for row in connection.execute(CAME, asked):
        if row.load_id is not None:
            loads[tuple(row[:3])] = row.load_id
        else:
            blanks[tuple(row[:3])] = STRENGTH[row.blank]
    for row in connection.execute(CAME_BEFORE, asked):
        if tuple(row[:3]) in loads:
            loads[tuple(row[:3])] = min(loads[tuple(row[:3])], row.load_id)
    return Reports(network, loads, blanks, _arrivals(connection, network))


def _arrivals(connection: Connection, network: Network) -> dict[int, Arrival]:
    """What each load tells of when its reports came.

    Reads    the first load brought what had gathered until then; a load later than the network's day, without a vintage, was made by another clock.
    """
    firsts = [load_id for sql in FIRST_LOADS if (load_id := connection.scalar(sql)) is not None]
    return {row.load_id: _arrival(row, network, is_first=row.load_id == min(firsts, default=None)) for row in connection.execute(LOADS)}


def _arrival(row: Row, network: Network, *, is_first: bool) -> Arrival:
    day = row.vintage or row.loaded_at.date()
    return Arrival(min(day, network.as_of), not is_first and (row.vintage is not None or day <= network.as_of))
