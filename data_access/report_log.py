"""Every report of a team in its measure's own grain: whether it came, and by which day it was due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row

from data_access.catalogue import catalogue
from data_access.reporting import MOST_TEAMS, WORKS_ON, Reports, reports_in
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.catalogue import Measure, Network
from equity.overdue import Report, ReportsOnMeasure
from equity.periods import periods_between
from equity.reporting import due_day


def report_log(viewer: Viewer, team_ids: Sequence[str], *, since: date) -> dict[str, tuple[ReportsOnMeasure, ...]]:
    """The reports of these teams, at most 60, on every measure that they work on, from this day to the network's, by team_id.

    Reads    a measure that a team hides from others is left out, but for the team's own members.
    Raises   ValueError for more than 60 teams.
    """
    if len(team_ids) > MOST_TEAMS:
        raise ValueError(f"{len(team_ids)} teams were asked for; at most {MOST_TEAMS} are read at once.")
    found = catalogue(viewer)
    key = ("report_log", viewer.scope, found.network.as_of, tuple(team_ids), since)
    return remembered(key, lambda: _log(viewer, found.network, found.measures, team_ids, since))


def _log(viewer: Viewer, network: Network, measures: Sequence[Measure], team_ids: Sequence[str], since: date) -> dict[str, tuple[ReportsOnMeasure, ...]]:
    until = min(network.as_of, network.closes_on)
    with reading() as connection:
        reports = reports_in(connection, network, measures, team_ids, (since, until))
        asked = {"team_ids": list(team_ids), "measure_ids": [measure.measure_id for measure in measures]}
        works_on = connection.execute(WORKS_ON, asked).all()
    by_id = {measure.measure_id: measure for measure in measures}
    log: dict[str, list[ReportsOnMeasure]] = defaultdict(list)
    for terms in works_on:
        if terms.visibility != "hidden" or viewer.owns(terms.team_id):
            log[terms.team_id].append(_on_measure(reports, terms, by_id[terms.measure_id], since, until))
    return {team_id: tuple(log[team_id]) for team_id in team_ids}


def _on_measure(reports: Reports, terms: Row, measure: Measure, since: date, until: date) -> ReportsOnMeasure:
    began = max(reports.network.starts_on, terms.joined_on or reports.network.starts_on)
    periods = [period for period in periods_between(since, until, measure.grain) if period.start >= since]
    return ReportsOnMeasure(
        measure.measure_id,
        tuple(Report(period, reports.state(terms, measure, period), due_day(period, measure.due_days, began_on=began)) for period in periods),
    )
