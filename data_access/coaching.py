"""Where coaching may help, over the whole network: only rows that bear a sign are read."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, Date, Row, and_, bindparam, case, func, or_, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.store import reading, remembered
from data_access.verdict_grid import IS_HIDDEN, TEAM, TERMS, VERDICT, WITH_VERDICT, cell_blank
from data_access.viewer import Viewer
from data_access.visibility import asked_by
from equity.catalogue import Catalogue, Measure, Network
from equity.coaching import Need, coaching_needs, tests_needed_since
from equity.reporting import overdue_periods, silent_before
from equity.verdicts import WIDENING

CHANGE = schema.change.c
STILL_HERE = or_(TEAM.left_on.is_(None), TEAM.left_on > bindparam("as_of", type_=Date))
SIGNS = (
    select(
        TERMS.team_id,
        TERMS.measure_id,
        TEAM.name,
        TEAM.joined_on,
        TEAM.left_on,
        VERDICT.word,
        VERDICT.last_period,
        VERDICT.last_reported,
        IS_HIDDEN.label("is_hidden"),
    )
    .select_from(WITH_VERDICT.join(schema.measure, schema.measure.c.measure_id == TERMS.measure_id))
    .where(
        STILL_HERE,
        TERMS.measure_id.in_(bindparam("measure_ids", expanding=True)),
        or_(VERDICT.word == WIDENING, VERDICT.last_reported.is_(None), VERDICT.last_reported < bindparam("last_due", type_=Date)),
    )
    .order_by(TERMS.team_id, schema.measure.c.position, TERMS.measure_id)
)
TESTED_UNTIL = func.max(case((or_(CHANGE.ended_on.is_(None), CHANGE.decision == "running"), bindparam("as_of", type_=Date)), else_=CHANGE.ended_on))
STOPPED = (
    select(CHANGE.team_id, TEAM.name, TESTED_UNTIL.label("until"))
    .join(schema.team, and_(TEAM.team_id == CHANGE.team_id, STILL_HERE))
    .group_by(CHANGE.team_id, TEAM.name)
    .having(bindparam("since", type_=Date) > TESTED_UNTIL)
    .order_by(CHANGE.team_id)
)


def teams_to_coach(viewer: Viewer) -> tuple[Need, ...]:
    """Every team of the network that any sign names, in the order of the alphabet.

    Reads    verdicts are those of the grid's cells, and silence that of the calendar of reports; what is hidden from the viewer names nobody;
             a team that left is not named.
    """
    found = catalogue(viewer)
    return remembered(("teams_to_coach", viewer.scope, found.network.as_of), lambda: _needs(viewer, found))


def _needs(viewer: Viewer, found: Catalogue) -> tuple[Need, ...]:
    as_of, names = found.network.as_of, {}
    widening, silent, tested_until = [], [], {}
    with reading() as connection:
        for row in _signs(connection, viewer, found):
            names[row.team_id] = row.name
            measure = found.measure(row.measure_id)
            if _is_silent(row, measure, found.network):
                silent.append((row.team_id, row.measure_id))
            if row.word == WIDENING and cell_blank(row, measure, found.network) is None:
                widening.append((row.team_id, row.measure_id))
        for team_id, name, until in connection.execute(STOPPED, {"as_of": as_of, "since": tests_needed_since(as_of)}):
            names[team_id] = name
            tested_until[team_id] = until
    return coaching_needs(names, widening=widening, silent=silent, tested_until=tested_until, as_of=as_of)


def _is_silent(row: Row, measure: Measure, network: Network) -> bool:
    before = silent_before(measure, network, (row.joined_on, row.left_on))
    return not row.is_hidden and before is not None and (row.last_reported is None or row.last_reported < before)


def _signs(connection: Connection, viewer: Viewer, found: Catalogue) -> list[Row]:
    measures = [measure for measure in found.measures if measure.has_gap]
    due = [periods[-1].start for measure in measures if (periods := overdue_periods(measure, found.network))]
    asked = {"measure_ids": [measure.measure_id for measure in measures], "last_due": max(due, default=date.min), **asked_by(viewer)}
    return connection.execute(SIGNS, {**asked, "as_of": found.network.as_of}).all()
