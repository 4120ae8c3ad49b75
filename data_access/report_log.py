"""Every report of a team in its measure's own grain: whether it came, and by which day it was due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row

from data_access.catalogue import catalogue
from data_access.exact_counts import summary_days
from data_access.exact_reports import Reports, reports_in
from data_access.reporting import MOST_TEAMS, WORKS_ON
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from data_access.visibility import hides
from equity.catalogue import Measure, Network
from equity.overdue import Report, ReportsOnMeasure
from equity.periods import add_months, periods_between
from equity.reporting import due_day

# Older reports are nobody's to send any more.
MONTHS = 36


def report_log(viewer: Viewer, team_ids: Sequence[str]) -> dict[str, tuple[ReportsOnMeasure, ...]]:
    """The reports of these teams, at most 60, on every measure that they work on, of three years until the network's day, by team_id.

    Reads    a measure begins with its first numbers, at the latest with the network: before that nobody owed it. One that a team hides
             is left out, but for the team's own members.
    Raises   ValueError for more than 60 teams.
    """
    if len(team_ids) > MOST_TEAMS:
        raise ValueError(f"{len(team_ids)} teams were asked for; at most {MOST_TEAMS} are read at once.")
    found = catalogue(viewer)
    key = ("report_log", viewer.scope, found.network.as_of, tuple(team_ids))
    return remembered(key, lambda: _log(viewer, found.network, found.measures, team_ids))


def _log(viewer: Viewer, network: Network, measures: Sequence[Measure], team_ids: Sequence[str]) -> dict[str, tuple[ReportsOnMeasure, ...]]:
    days = add_months(network.as_of, -MONTHS), min(network.as_of, network.closes_on)
    with reading() as connection:
        begins = {measure.measure_id: min(summary_days(connection, measure)[:1] + (network.starts_on,)) for measure in measures}
        reports = reports_in(connection, network, measures, team_ids, days)
        asked = {"team_ids": list(team_ids), "measure_ids": [measure.measure_id for measure in measures]}
        works_on = connection.execute(WORKS_ON, asked).all()
    # The summary over teams knows no measure of a team's own.
    firsts = {key[:2]: key[2] for key in sorted(reports.loads, key=lambda key: key[2], reverse=True)}
    by_id = {measure.measure_id: measure for measure in measures}
    log: dict[str, list[ReportsOnMeasure]] = defaultdict(list)
    for terms in works_on:
        if not hides(viewer, terms.visibility, terms.team_id):
            key = (terms.team_id, terms.measure_id)
            since = min(begins[terms.measure_id], firsts.get(key, days[1]))
            log[terms.team_id].append(_on_measure(reports, terms, by_id[terms.measure_id], since, days))
    return {team_id: tuple(log[team_id]) for team_id in team_ids}


def _on_measure(reports: Reports, terms: Row, measure: Measure, since: date, days: tuple[date, date]) -> ReportsOnMeasure:
    began = max(reports.network.starts_on, terms.joined_on or reports.network.starts_on)
    # What began before these days was not read.
    periods = [period for period in periods_between(since, days[1], measure.grain) if period.start >= days[0]]
    return ReportsOnMeasure(
        measure.measure_id,
        tuple(Report(period, reports.state(terms, measure, period), due_day(period, measure.due_days, began_on=began)) for period in periods),
    )
