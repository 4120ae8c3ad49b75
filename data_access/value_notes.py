"""Notes on single values, released like the values: who may not see a number does not see what was written beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Row, bindparam, select

from data_access import schema
from data_access.catalogue import catalogue
from data_access.kept_release import KeptRelease, kept_series
from data_access.loads import in_utc
from data_access.release import must_hide
from data_access.releasing.policy import Policy, policy_named
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from data_access.visibility import hides
from equity.blanks import HIDDEN_AT_SOURCE
from equity.counts import Count
from equity.notes import Note
from equity.periods import display_grain, period_of

SERIES, OBSERVATION, TERMS = schema.series.c, schema.observation.c, schema.team_measure.c
# More are not read at once: the latest are told.
MOST_NOTES = 500
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
        schema.load.c.loaded_by,
        schema.load.c.loaded_at,
    )
    .join(schema.observation, OBSERVATION.series_id == SERIES.series_id)
    .join(schema.load, schema.load.c.load_id == OBSERVATION.load_id)
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
        said = _said(connection, policy_named(catalogue(viewer).network.release_policy), rows)
    seen = [row for row in rows[:most] if viewer.owns(row.team_id) or (not hides(viewer, row.visibility, row.team_id) and _is_shown(row, said))]
    return ValueNotes(tuple(_note(row) for row in seen), len(rows) <= most)


def _said(connection: Connection, policy: Policy, rows: Sequence[Row]) -> dict[str, KeptRelease]:
    """What is said of the noted values, by measure."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row.measure_id].append(row)
    return {
        measure_id: kept_series(connection, measure_id, policy, sorted({row.team_id for row in some}), [(row.stratifier_id, row.group_code) for row in some])
        for measure_id, some in found.items()
    }


def _is_shown(row: Row, said: Mapping[str, KeptRelease]) -> bool:
    """True where everybody may see the value that the note stands beside, and the shown period that it is part of; a blank tells no number."""
    if row.blank_reason == HIDDEN_AT_SOURCE or must_hide(Count(row.numerator, row.denominator, row.blank_reason), proportion=row.number == "proportion"):
        return False
    shown = period_of(row.period_start, display_grain(row.grain)).start.isoformat()
    kept = said[row.measure_id]
    cell = kept.series.get((row.team_id, row.stratifier_id, row.group_code), {}).get(shown)
    if cell is None:
        return row.denominator is None and (row.numerator is None or not kept.policy.is_checked)
    return not cell.hidden


def _note(row: Row) -> Note:
    return Note(
        row.team_id, row.measure_id, row.stratifier_id, row.group_code, period_of(row.period_start, row.grain), row.note, row.loaded_by, in_utc(row.loaded_at)
    )
