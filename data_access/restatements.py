"""The values that later loads replaced."""

from __future__ import annotations

from sqlalchemy import Row, bindparam, or_, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.loads import in_utc
from data_access.release import release_count
from data_access.releasing.policy import Policy, policy_named
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from data_access.visibility import hides
from equity.counts import HIDDEN_COUNT, Count
from equity.periods import display_grain, period_of
from equity.restated import Restatement

HISTORY, SERIES, TERMS = schema.observation_history.c, schema.series.c, schema.team_measure.c

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
        HISTORY.load_id,
        schema.load.c.loaded_at,
        TERMS.visibility,
    )
    .select_from(schema.observation_history)
    .join(schema.series, SERIES.series_id == HISTORY.series_id)
    .join(schema.measure, schema.measure.c.measure_id == SERIES.measure_id)
    .join(schema.load, schema.load.c.load_id == HISTORY.load_id)
    .join(schema.team_measure, (TERMS.team_id == SERIES.team_id) & (TERMS.measure_id == SERIES.measure_id))
    # A load that changed a note alone replaced no value.
    .where(or_(*(HISTORY[f"old_{name}"].is_distinct_from(HISTORY[f"new_{name}"]) for name in ("numerator", "denominator", "blank_reason"))))
    .order_by(HISTORY.load_id.desc(), SERIES.measure_id, SERIES.team_id, SERIES.stratifier_id, SERIES.group_code, HISTORY.period_start)
    .limit(bindparam("most"))
)


def restatements(viewer: Viewer, limit: int = 50) -> tuple[Restatement, ...]:
    """The values that loads replaced, newest load first.

    Reads    only the team's own members see the counts, unless they are public: two values of one cell tell of a few people. Nor does
             anyone else where the team hides the measure, or where months would be the parts of what is shown as a sum.
    """
    policy = policy_named(catalogue(viewer).network.release_policy)

    def read() -> tuple[Restatement, ...]:
        with reading() as connection:
            return tuple(_restatement(viewer, policy, row) for row in connection.execute(RESTATEMENTS, {"most": limit}))

    return remembered(("restatements", viewer.scope, limit), read)


def _restatement(viewer: Viewer, policy: Policy, row: Row) -> Restatement:
    old = Count(row.old_numerator, row.old_denominator, row.old_blank_reason)
    new = Count(row.new_numerator, row.new_denominator, row.new_blank_reason)
    period = period_of(row.period_start, row.grain)
    released = [_released(viewer, policy, row, count) for count in (old, new)]
    return Restatement(row.team_id, row.measure_id, row.stratifier_id, row.group_code, period, *released, in_utc(row.loaded_at), row.load_id)


def _released(viewer: Viewer, policy: Policy, row: Row, count: Count) -> Count:
    own = viewer.owns(row.team_id)
    part_of_a_sum = display_grain(row.grain) != row.grain and count.numerator is not None
    if not own and (policy.is_checked or hides(viewer, row.visibility, row.team_id) or part_of_a_sum):
        return HIDDEN_COUNT
    return release_count(count, proportion=row.number == "proportion", own=own)
