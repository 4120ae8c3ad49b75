"""The values that later loads replaced."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Row, bindparam, select

from data_access import schema
from data_access.loads import in_utc
from data_access.release import release_count
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.counts import HIDDEN_COUNT, Count
from equity.periods import Period, display_grain, period_of

HISTORY, SERIES = schema.observation_history.c, schema.series.c

RESTATEMENTS = (
    select(
        SERIES.team_id,
        SERIES.measure_id,
        SERIES.number,
        SERIES.stratifier_id,
        SERIES.group_code,
        schema.measure.c.grain,
        HISTORY.period_start,
        HISTORY.old_numerator,
        HISTORY.old_denominator,
        HISTORY.old_blank_reason,
        HISTORY.new_numerator,
        HISTORY.new_denominator,
        HISTORY.new_blank_reason,
        schema.load.c.loaded_at,
    )
    .select_from(schema.observation_history)
    .join(schema.series, SERIES.series_id == HISTORY.series_id)
    .join(schema.measure, schema.measure.c.measure_id == SERIES.measure_id)
    .join(schema.load, schema.load.c.load_id == HISTORY.load_id)
    .order_by(HISTORY.load_id.desc(), SERIES.measure_id, SERIES.team_id, SERIES.stratifier_id, SERIES.group_code, HISTORY.period_start)
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True)
class Restatement:
    """One value that a later load replaced."""

    team_id: str
    measure_id: str
    stratifier_id: str
    group_code: str
    period: Period
    old: Count
    new: Count
    loaded_at: str


def restatements(viewer: Viewer, limit: int = 50) -> tuple[Restatement, ...]:
    """The values that loads replaced, newest load first.

    Reads    of a measure that is shown in longer periods than it is reported in, only the team's own members see the
             counts: everyone else would see the parts of what is shown as a sum.
    """

    def read() -> tuple[Restatement, ...]:
        with reading() as connection:
            return tuple(_restatement(viewer, row) for row in connection.execute(RESTATEMENTS, {"most": limit}))

    return remembered(("restatements", viewer.scope, limit), read)


def _restatement(viewer: Viewer, row: Row) -> Restatement:
    old = Count(row.old_numerator, row.old_denominator, row.old_blank_reason)
    new = Count(row.new_numerator, row.new_denominator, row.new_blank_reason)
    own, proportion = viewer.owns(row.team_id), row.number == "proportion"
    part_of_a_sum = display_grain(row.grain) != row.grain and not own
    released = [HIDDEN_COUNT if part_of_a_sum else release_count(count, proportion=proportion, own=own) for count in (old, new)]
    period = period_of(row.period_start, row.grain)
    return Restatement(row.team_id, row.measure_id, row.stratifier_id, row.group_code, period, *released, in_utc(row.loaded_at))
