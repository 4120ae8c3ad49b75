"""Teams that have not sent their latest report, found over the whole network without reading what they sent."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Row, bindparam, func, not_, or_, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.reporting import common_measures
from data_access.store import reading, remembered
from data_access.verdict_grid import TEAM, TERMS, VERDICT
from data_access.viewer import Viewer
from data_access.visibility import asked_by, hidden_in
from equity.catalogue import Catalogue, Measure, Network
from equity.periods import Period
from equity.reporting import overdue_periods

UNSENT = (
    select(TERMS.team_id, TERMS.measure_id, TEAM.name, TEAM.joined_on, TEAM.left_on, VERDICT.last_reported)
    .select_from(
        schema.team_measure.join(schema.team, TEAM.team_id == TERMS.team_id).outerjoin(
            schema.verdict, (VERDICT.team_id == TERMS.team_id) & (VERDICT.measure_id == TERMS.measure_id)
        )
    )
    .where(
        TERMS.measure_id.in_(bindparam("measure_ids", expanding=True)),
        or_(VERDICT.last_reported.is_(None), VERDICT.last_reported < bindparam("last_due")),
        not_(hidden_in(schema.team_measure)),
    )
    .order_by(func.lower(TEAM.name), TERMS.team_id)
)


@dataclass(frozen=True, slots=True)
class BehindTeams:
    """(team_id, name) of every team that has not sent its latest due report on some measure, by name. period: the latest that is due, None where none is."""

    teams: tuple[tuple[str, str], ...]
    period: Period | None


def behind_teams(viewer: Viewer) -> BehindTeams:
    """Who in the network has sent nothing for the latest period of which any report is due, of the measures that are reported in one grain."""
    found = catalogue(viewer)
    return remembered(("behind_teams", viewer.scope, found.network.as_of), lambda: _behind(viewer, found))


def _behind(viewer: Viewer, found: Catalogue) -> BehindTeams:
    measures = {measure.measure_id: measure for measure in common_measures(found.measures) if measure.has_gap}
    due = [periods[-1] for measure in measures.values() if (periods := overdue_periods(measure, found.network))]
    if not due:
        return BehindTeams((), None)
    last = max(due)
    asked = {"measure_ids": list(measures), "last_due": last.start, **asked_by(viewer)}
    with reading() as connection:
        rows = connection.execute(UNSENT, asked).all()
    return BehindTeams(tuple({row.team_id: (row.team_id, row.name) for row in rows if _is_unsent(row, measures[row.measure_id], found.network)}.values()), last)


def _is_unsent(row: Row, measure: Measure, network: Network) -> bool:
    due = overdue_periods(measure, network, (row.joined_on, row.left_on))
    return bool(due) and (row.last_reported is None or row.last_reported < due[-1].start)
