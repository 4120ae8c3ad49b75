"""The verdicts on one measure over all of its core teams, with what each could have shown."""

from __future__ import annotations

from math import nan

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.store import reading, remembered
from data_access.verdict_grid import IS_HIDDEN, TEAM, TERMS, VERDICT, WITH_VERDICT, cell_blank
from data_access.viewer import Viewer
from data_access.visibility import asked_by
from equity.catalogue import Measure, Network

JUDGED = (
    select(
        TEAM.joined_on,
        TEAM.left_on,
        VERDICT.word,
        VERDICT.detectable_change,
        VERDICT.periods,
        VERDICT.last_period,
        VERDICT.last_reported,
        IS_HIDDEN.label("is_hidden"),
    )
    .select_from(WITH_VERDICT)
    .where(TERMS.measure_id == bindparam("measure_id"), TERMS.standing == "core", schema.verdict.c.word.is_not(None))
    .order_by(TERMS.team_id)
)


def judged(viewer: Viewer, measure: Measure) -> tuple[tuple[str, float, int], ...]:
    """(verdict's word, smallest change that would show, periods) of every core team whose cell shows a verdict; nan where no line could be fitted."""
    network = catalogue(viewer).network
    return remembered(("judged", viewer.scope, network.as_of, measure.measure_id), lambda: _judged(viewer, measure, network))


def _judged(viewer: Viewer, measure: Measure, network: Network) -> tuple[tuple[str, float, int], ...]:
    asked = {"measure_id": measure.measure_id, **asked_by(viewer)}
    with reading() as connection:
        rows = connection.execute(JUDGED, asked).all()
    shown = [row for row in rows if cell_blank(row, measure, network) is None]
    return tuple((row.word, nan if row.detectable_change is None else row.detectable_change, row.periods) for row in shown)
