"""Which reports came, in time or late, and which did not: a calendar of a page of teams, and who in the network is behind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.exact_counts import ALL_DAYS, SPAN
from data_access.exact_reports import reports_in
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from data_access.visibility import hides
from equity.blanks import HIDDEN
from equity.catalogue import Measure, Network
from equity.periods import GRAINS, Period, display_grain
from equity.report_states import together
from equity.reporting import shown_periods

# The most teams whose calendar is read at once: the query's cost grows with them.
MOST_TEAMS = 60

TERMS, TEAM = schema.team_measure.c, schema.team.c
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
        hidden = hides(viewer, terms.visibility, terms.team_id)
        states[terms.team_id].append(reports.states(terms, by_id[terms.measure_id], periods, hidden=hidden))
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
