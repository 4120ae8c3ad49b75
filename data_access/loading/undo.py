"""Takes back what one load did: its rows go, the values that it replaced stand again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, Date, Engine, Table, delete, exists, insert, select, update
from sqlalchemy.exc import IntegrityError

from data_access.engine import writing
from data_access.kept_tables import keep_all_tables
from data_access.loading.cells import Value
from data_access.loading.record import CHANGED, finish_load, make_load, standing_loads
from data_access.loading.told import shown_to_whom, tell_undone
from data_access.loading.write_definitions import delete_rows, update_rows
from data_access.schema import definition_history, load, metadata, observation, observation_history, observation_summary, series, verdict, verdict_log
from data_access.settling import put_back_filed, settle
from equity.errors import UndoRefused


def undo(engine: Engine, load_id: int, loaded_by: str) -> int:
    """Take back a load and record that; returns the number of the load that records it.

    Raises   UndoRefused if it is not the latest load that stands: later ones may build on it.
    """
    try:
        with writing(engine) as connection:
            return _undo(connection, load_id, loaded_by)
    except IntegrityError as error:
        raise UndoRefused(f"Load {load_id} cannot be undone: something that was entered since refers to its rows. Nothing was changed.") from error


def _undo(connection: Connection, load_id: int, loaded_by: str) -> int:
    standing = standing_loads(connection)
    if load_id not in standing:
        known = connection.scalar(select(load.c.load_id).where(load.c.load_id == load_id)) is not None
        said = "was undone before, or records an undoing" if known else "does not exist"
        raise UndoRefused(f"Load {load_id} {said}. Loads that stand, latest first: {', '.join(map(str, standing)) or 'none'}.")
    if load_id != standing[0]:
        raise UndoRefused(f"Load {load_id} is not the latest. Undo load {standing[0]} first: later loads may build on earlier ones.")
    shown = shown_to_whom(connection)
    undoing = make_load(connection, loaded_by, None)
    put_back_filed(connection)
    connection.execute(delete(verdict))
    connection.execute(delete(observation_summary))
    connection.execute(delete(verdict_log).where(verdict_log.c.load_id == load_id))
    rows = _restore_observations(connection, load_id) + _restore_definitions(connection, load_id)
    settle(connection)
    connection.execute(update(load).where(load.c.load_id == load_id).values(undone_by=undoing))
    through = connection.scalar(select(load.c.data_through).where(load.c.load_id == standing[1])) if len(standing) > 1 else None
    finish_load(connection, undoing, {CHANGED: rows}, through)
    keep_all_tables(connection)
    tell_undone(connection, load_id, undoing, loaded_by, shown)
    return undoing


def _restore_observations(connection: Connection, load_id: int) -> int:
    """Bring replaced values back, take added rows away; returns how many rows there were."""
    same_key = (observation.c.series_id == observation_history.c.series_id) & (observation.c.period_start == observation_history.c.period_start)
    of_load = observation_history.c.load_id == load_id
    old = {name: observation_history.c[f"old_{name}"] for name in ("numerator", "denominator", "blank_reason", "note", "load_id")}
    restored = connection.execute(update(observation).values(old).where(same_key, of_load)).rowcount
    removed = connection.execute(delete(observation).where(observation.c.load_id == load_id)).rowcount
    connection.execute(delete(observation_history).where(of_load))
    has_rows = exists().where(observation.c.series_id == series.c.series_id)
    had_rows = exists().where(observation_history.c.series_id == series.c.series_id)
    connection.execute(delete(series).where(~has_rows, ~had_rows))
    return restored + removed


def _restore_definitions(connection: Connection, load_id: int) -> int:
    """The same for every other table, the last step first."""
    of_load = definition_history.c.load_id == load_id
    steps = connection.execute(select(definition_history).where(of_load).order_by(definition_history.c.step.desc())).all()
    for step in steps:
        table = metadata.tables[step.table_name]
        key = _values(table, json.loads(step.row_key))
        delete_or_update(connection, table, key, None if step.old_row is None else _values(table, json.loads(step.old_row)))
    connection.execute(delete(definition_history).where(of_load))
    return len(steps)


def delete_or_update(connection: Connection, table: Table, key: Mapping[str, Value], old: Mapping[str, Value] | None) -> None:
    """Make a row what it was; None = it was not there."""
    names = tuple(key)
    if old is None:
        delete_rows(connection, table, names, [tuple(key.values())])
        return
    there = connection.execute(select(*(table.c[name] for name in names)).where(*(table.c[name] == value for name, value in key.items()))).first()
    if there is None:
        connection.execute(insert(table), dict(old))
    else:
        update_rows(connection, table, names, [old])


def _values(table: Table, row: Mapping[str, Value]) -> dict[str, Value]:
    """A row as its columns take it: JSON knows no dates."""
    return {name: date.fromisoformat(value) if value and isinstance(table.c[name].type, Date) else value for name, value in row.items()}
