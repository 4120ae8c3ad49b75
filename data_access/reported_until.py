"""Through which period of its own grain a team has reported each measure: what comes after is what it has to send next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, func, or_, select

from data_access import schema
from data_access.store import reading
from data_access.verdict_grid import verdict_grid
from data_access.viewer import Viewer
from equity.blanks import HIDDEN, HIDDEN_AT_SOURCE
from equity.catalogue import Measure
from equity.periods import period_of

SERIES, OBSERVATION = schema.series.c, schema.observation.c
LAST_DAYS = (
    select(SERIES.measure_id, func.max(OBSERVATION.period_start).label("last"))
    .join(schema.observation, OBSERVATION.series_id == SERIES.series_id)
    .where(
        SERIES.team_id == bindparam("team_id"),
        SERIES.measure_id.in_(bindparam("measure_ids", expanding=True)),
        or_(OBSERVATION.numerator.is_not(None), OBSERVATION.blank_reason == HIDDEN_AT_SOURCE),
    )
    .group_by(SERIES.measure_id)
    .order_by(SERIES.measure_id)
)


def reported_until(viewer: Viewer, measures: Sequence[Measure], team_id: str) -> dict[str, date | None]:
    """The last day of the last period that the team reported, by measure_id; None where nothing came, or where it may not be told."""
    grains = {measure.measure_id: measure.grain for measure in measures}
    with reading() as connection:
        cells = verdict_grid(viewer, [team_id], list(grains))
        found = {row.measure_id: row.last for row in connection.execute(LAST_DAYS, {"team_id": team_id, "measure_ids": list(grains)})}
    told = {measure_id: day for measure_id, day in found.items() if cells[team_id, measure_id].blank != HIDDEN}
    return {measure_id: period_of(told[measure_id], grain).end if measure_id in told else None for measure_id, grain in grains.items()}
