"""Which loads brought or changed the definition of each measure: read from what the loads keep so that they can be undone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection, Row, select

from data_access import schema
from data_access.loads import in_utc
from data_access.store import reading, remembered
from data_access.viewer import Viewer

KEPT, MEASURE, GUARD = schema.definition_history.c, schema.measure.c, schema.measure_guard
GUARDS = "guards"
# Where a measure stands in its file is no part of what it means.
NO_MEANING = ("measure_id", "position")

STEPS = (
    select(KEPT.load_id, schema.load.c.loaded_at, KEPT.table_name, KEPT.row_key, KEPT.old_row)
    .join(schema.load, schema.load.c.load_id == KEPT.load_id)
    .where(KEPT.table_name.in_([schema.measure.name, GUARD.name]))
    .order_by(KEPT.load_id, KEPT.step)
)

NOW = select(*(column for column in schema.measure.columns if column.computed is None)).order_by(MEASURE.measure_id)


@dataclass(frozen=True, slots=True)
class MeasureLoad:
    """One load that brought or changed a measure's definition. loaded_at: 2026-01-31 14:05, in UTC; version: as it was after this load.

    changed: the columns that differ from before, in the order of the alphabet; empty where the load brought the measure.
    """

    load_id: int
    loaded_at: str
    version: str
    changed: tuple[str, ...]


def measure_history(viewer: Viewer) -> dict[str, tuple[MeasureLoad, ...]]:
    """The loads that brought or changed each measure, the latest first, by measure_id; none for a measure of which the store keeps no load.

    Reads    a load that was undone is not among them: the store keeps nothing of it.
    """
    return remembered(("measure_history",), _measure_history)


def _measure_history() -> dict[str, tuple[MeasureLoad, ...]]:
    with reading() as connection:
        steps = _by_measure(connection.execute(STEPS))
        return {measure_id: tuple(_loads(steps[measure_id], now)) for measure_id, now in _rows_now(connection).items()}


def _by_measure(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[json.loads(row.row_key)["measure_id"]].append(row)
    return found


def _rows_now(connection: Connection) -> dict[str, Mapping[str, object]]:
    """Each measure as it is, written as the loads write what they replace."""
    rows = (json.loads(json.dumps(dict(row), default=str)) for row in connection.execute(NOW).mappings())
    return {row["measure_id"]: row for row in rows}


def _loads(steps: Iterable[Row], now: Mapping[str, object]) -> Iterator[MeasureLoad]:
    """From the latest load back to the first: what a load replaced is what the one before it left."""
    by_load = [list(of_load) for _, of_load in groupby(steps, key=lambda step: step.load_id)]
    for of_load in reversed(by_load):
        own = next((step for step in of_load if step.table_name == schema.measure.name), None)
        if own is not None and own.old_row is None:
            yield _load(own, now, ())
            continue
        old = json.loads(own.old_row) if own is not None else now
        guards = (GUARDS,) if any(step is not own for step in of_load) else ()
        if changed := (*guards, *_differing(old, now)):
            yield _load(of_load[0], now, tuple(sorted(changed)))
        now = old


def _load(step: Row, now: Mapping[str, object], changed: tuple[str, ...]) -> MeasureLoad:
    return MeasureLoad(step.load_id, in_utc(step.loaded_at), str(now["version"]), changed)


def _differing(old: Mapping[str, object], now: Mapping[str, object]) -> list[str]:
    """The columns with another value; one that a later version of the store added was not there to differ."""
    return [name for name, value in now.items() if name not in NO_MEANING and name in old and old[name] != value]
