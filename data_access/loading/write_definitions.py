"""Writes definitions: adds rows, changes rows, keeps what it replaces. A row that a file leaves out stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update

from data_access import schema
from data_access.loading.batch import Batch
from data_access.loading.cells import Value
from data_access.loading.known import Key, Known
from data_access.loading.record import ADDED, CHANGED, UNCHANGED, Record
from data_access.loading.shapes import ASSESSMENT_KEY, IMPLIED, SHAPES, Shaped

STRENGTH = (UNCHANGED, CHANGED, ADDED)


def write_definitions(connection: Connection, batch: Batch, known: Known, record: Record) -> bool:
    """Write every definition of the batch; each row of a file counts once. True if anything differs from the store."""
    differs = False
    for file, shape in SHAPES.items():
        words = [UNCHANGED] * len(batch.rows[file])
        for shaped in shape(batch, known):
            if file == "assessments" and shaped.table is schema.score:
                _number_assessments(connection, shaped)
            for origin, word in _write(connection, shaped, record):
                words[origin] = max(words[origin], word, key=STRENGTH.index)
        record.rows.update(words)
        differs = differs or any(word != UNCHANGED for word in words)
        if file in IMPLIED:
            _write_implied(connection, *IMPLIED[file], record)
    return differs


def _write(connection: Connection, shaped: Shaped, record: Record) -> Iterable[tuple[int, str]]:
    """Bring a table to the shaped rows; says of each row of the file what became of it."""
    if not shaped.rows and not shaped.parents:
        return []
    held = rows_by_key(connection, shaped.table, shaped.key)
    added = {key: row for key, row in shaped.rows.items() if key not in held}
    changed = {key: row for key, row in shaped.rows.items() if key in held and any(held[key][name] != value for name, value in row.items())}
    gone = [key for key in held if key[0] in shaped.parents and key not in shaped.rows]
    for key in (*added, *changed, *gone):
        record.keep(shaped.table, dict(zip(shaped.key, key, strict=True)), held.get(key))
    delete_rows(connection, shaped.table, shaped.key, gone)
    if added:
        connection.execute(insert(shaped.table), list(added.values()))
    update_rows(connection, shaped.table, shaped.key, changed.values())
    words = {key: ADDED if key in added else CHANGED if key in changed else UNCHANGED for key in shaped.rows}
    of_rows = [(origin, word) for key, word in words.items() for origin in shaped.origins[key]]
    return [*of_rows, *((shaped.parents[key[0]], CHANGED) for key in gone)]


def rows_by_key(connection: Connection, table: Table, key: tuple[str, ...]) -> dict[Key, Mapping[str, Value]]:
    """All rows of a table but what the database computes."""
    columns = [column for column in table.c if column.computed is None]
    return {tuple(row[name] for name in key): row for row in connection.execute(select(*columns)).mappings()}


def update_rows(connection: Connection, table: Table, key: tuple[str, ...], rows: Iterable[Mapping[str, Value]]) -> None:
    """Set every column of rows that are there already."""
    prefixed = [{f"new_{name}": value for name, value in row.items()} for row in rows]
    if prefixed:
        names = [name.removeprefix("new_") for name in prefixed[0]]
        values = {name: bindparam(f"new_{name}") for name in names if name not in key} or {key[0]: bindparam(f"new_{key[0]}")}
        connection.execute(update(table).where(_same_key(table, key)).values(values), prefixed)


def delete_rows(connection: Connection, table: Table, key: tuple[str, ...], keys: Iterable[Key]) -> None:
    """Take rows away."""
    asked = [{f"new_{name}": value for name, value in zip(key, one, strict=True)} for one in keys]
    if asked:
        connection.execute(delete(table).where(_same_key(table, key)), asked)


def _same_key(table: Table, key: tuple[str, ...]):
    return and_(*(table.c[name] == bindparam(f"new_{name}") for name in key))


def _number_assessments(connection: Connection, scores: Shaped) -> None:
    """Put each assessment's number in the place of its key."""
    held = rows_by_key(connection, schema.assessment, ASSESSMENT_KEY)
    rows, origins = scores.rows, scores.origins
    scores.key, scores.rows, scores.origins = ("assessment_id", "domain_id", "item_id"), {}, {}
    for key, row in rows.items():
        assessment_id = held[key[: len(ASSESSMENT_KEY)]]["assessment_id"]
        kept = {name: value for name, value in row.items() if name not in ("team_id", "assessed_on", "rater", "rater_code")}
        for origin in origins[key]:
            scores.add({"assessment_id": assessment_id} | kept, origin)


def _write_implied(connection: Connection, table: Table, row: Mapping[str, Value], record: Record) -> None:
    """Add the stratifier and group of totals where neither the files nor the store have them."""
    key = tuple(column.name for column in table.primary_key)
    if tuple(row[name] for name in key) not in rows_by_key(connection, table, key):
        record.keep(table, {name: row[name] for name in key}, None)
        connection.execute(insert(table), row)
