"""Notes on single values, released like the values: who may not see a number does not see what was written beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, func, select

from data_access import schema
from data_access.month_number import number_of, period_number
from data_access.release import must_hide
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.blanks import HIDDEN_AT_SOURCE
from equity.counts import Count
from equity.notes import Note
from equity.periods import GRAINS, MONTH, display_grain, period_of

SERIES, OBSERVATION, TERMS = schema.series.c, schema.observation.c, schema.team_measure.c
# More are not read at once: the latest are told.
MOST_NOTES = 500
LENGTH = GRAINS[display_grain(MONTH)]
NOTED = (
    select(
        SERIES.series_id,
        SERIES.team_id,
        SERIES.measure_id,
        SERIES.number,
        SERIES.stratifier_id,
        SERIES.group_code,
        schema.measure.c.grain,
        TERMS.visibility,
        OBSERVATION.period_start,
        OBSERVATION.numerator,
        OBSERVATION.denominator,
        OBSERVATION.blank_reason,
        OBSERVATION.note,
    )
    .join(schema.observation, OBSERVATION.series_id == SERIES.series_id)
    .join(schema.measure, schema.measure.c.measure_id == SERIES.measure_id)
    .join(schema.team_measure, (TERMS.team_id == SERIES.team_id) & (TERMS.measure_id == SERIES.measure_id))
    .where(
        SERIES.team_id.in_(bindparam("team_ids", expanding=True)),
        SERIES.measure_id.in_(bindparam("measure_ids", expanding=True)),
        OBSERVATION.note != "",
    )
    .order_by(OBSERVATION.period_start.desc(), SERIES.team_id, SERIES.measure_id, SERIES.stratifier_id, SERIES.group_code)
    .limit(bindparam("most"))
)
SHOWN_PERIOD = period_number(OBSERVATION.period_start, bindparam("length"))
# Months are shown as quarters: a note on a month hangs on the quarter too.
QUARTERS = (
    select(OBSERVATION.series_id, SHOWN_PERIOD.label("shown"), func.sum(OBSERVATION.numerator).label("some"), func.sum(OBSERVATION.denominator).label("many"))
    .where(OBSERVATION.series_id.in_(bindparam("series_ids", expanding=True)), OBSERVATION.numerator.is_not(None))
    .group_by(OBSERVATION.series_id, SHOWN_PERIOD)
    .order_by(OBSERVATION.series_id, SHOWN_PERIOD)
)
Quarters = Mapping[tuple[int, int], Count]


@dataclass(frozen=True, slots=True)
class ValueNotes:
    """The notes that the viewer may see, the latest period first; is_whole: False where the store holds more than were read."""

    notes: tuple[Note, ...]
    is_whole: bool


def value_notes(viewer: Viewer, team_ids: Sequence[str], measure_ids: Sequence[str], *, most: int = MOST_NOTES) -> ValueNotes:
    """What these teams wrote beside single values of these measures.

    Reads    a note is left out where its value is hidden from the viewer, where the shown period that its month belongs to is, where its source
             hid it, or where the team hides the measure. How many are left out is not told: it would tell which values are small.
    """
    key = ("value_notes", viewer.scope, tuple(team_ids), tuple(measure_ids), most)
    return remembered(key, lambda: _notes(viewer, team_ids, measure_ids, most))


def _notes(viewer: Viewer, team_ids: Sequence[str], measure_ids: Sequence[str], most: int) -> ValueNotes:
    with reading() as connection:
        rows = connection.execute(NOTED, {"team_ids": list(team_ids), "measure_ids": list(measure_ids), "most": most + 1}).all()
        quarters = _quarters(connection, [row.series_id for row in rows if row.grain == MONTH])
    seen = [row for row in rows[:most] if viewer.owns(row.team_id) or _is_shown(row, quarters)]
    return ValueNotes(tuple(_note(row) for row in seen), len(rows) <= most)


def _quarters(connection: Connection, series_ids: Sequence[int]) -> Quarters:
    rows = connection.execute(QUARTERS, {"series_ids": sorted(set(series_ids)), "length": LENGTH})
    # PostgreSQL sums whole numbers into decimals.
    return {(row.series_id, row.shown): Count(int(row.some), None if row.many is None else int(row.many)) for row in rows}


def _is_shown(row: Row, quarters: Quarters) -> bool:
    """True where everybody may see the value that the note stands beside; a blank tells no number."""
    if row.visibility == "hidden" or row.blank_reason == HIDDEN_AT_SOURCE:
        return False
    proportion = row.number == "proportion"
    shown = quarters.get((row.series_id, number_of(row.period_start, LENGTH))) if row.grain == MONTH else None
    counts = [Count(row.numerator, row.denominator, row.blank_reason), *([shown] if shown else [])]
    return not any(must_hide(count, proportion=proportion) for count in counts)


def _note(row: Row) -> Note:
    return Note(row.team_id, row.measure_id, row.stratifier_id, row.group_code, period_of(row.period_start, row.grain), row.note)
