"""When each report came and why others did not, before release: for the queries of this room alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Row, bindparam, case, func, select

from data_access import schema
from data_access.exact_counts import inner_periods
from equity.blanks import HIDDEN, NOT_DUE, STRENGTH
from equity.catalogue import OVERALL, Measure, Network
from equity.periods import Period
from equity.report_states import Arrival, arrival_state, together
from equity.reporting import due_day, has_ended, missing_blank

SERIES, OBSERVATION, HISTORY, LOAD = (table.c for table in (schema.series, schema.observation, schema.observation_history, schema.load))
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

    def states(self, terms: Row, measure: Measure, periods: Sequence[Period], *, hidden: bool) -> tuple[str, ...]:
        """The states in the display periods; hidden: all are, from this viewer."""
        if hidden:
            return (HIDDEN,) * len(periods)
        return tuple(self._shown(terms, measure, period) for period in periods)

    def _shown(self, terms: Row, measure: Measure, period: Period) -> str:
        if not has_ended(period, self.network.as_of):
            return NOT_DUE
        return together(self.state(terms, measure, inner) for inner in inner_periods(period, measure.grain))


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
