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
    written: list[str] = []
    for file, shape in SHAPES.items():
        words = [UNCHANGED] * len(batch.rows[file])
        for shaped in shape(batch, known):
            for origin, word in _write(connection, _numbered(connection, shaped), record):
                words[origin] = max(words[origin], word, key=STRENGTH.index)
        written += words
        if file in IMPLIED:
            _write_implied(connection, *IMPLIED[file], record)
    record.rows.update(written)
    return any(word != UNCHANGED for word in written)


def _write(connection: Connection, shaped: Shaped, record: Record) -> Iterable[tuple[int, str]]:
    """Bring a table to the shaped rows; says of each row of the file what became of it."""
    if not shaped.parents and not shaped.rows:
        return []
    held = rows_by_key(connection, shaped.table, shaped.key)
    words = {key: _word(row, held.get(key)) for key, row in shaped.rows.items()}
    added, changed = (_of_word(shaped, words, word) for word in (ADDED, CHANGED))
    gone = [key for key in held if key[0] in shaped.parents and key not in words]
    for key in (*added, *changed, *gone):
        record.keep(shaped.table, dict(zip(shaped.key, key, strict=True)), held.get(key))
    delete_rows(connection, shaped.table, shaped.key, gone)
    if added:
        connection.execute(insert(shaped.table), list(added.values()))
    update_rows(connection, shaped.table, shaped.key, changed.values())
    of_rows = [(origin, word) for key, word in words.items() for origin in shaped.origins[key]]
    return [*of_rows, *((shaped.parents[key[0]], CHANGED) for key in gone)]


def _word(row: Mapping[str, Value], held: Mapping[str, Value] | None) -> str:
    """What becomes of a row that the store holds so, or does not hold."""
    if held is None:
        return ADDED
    return UNCHANGED if all(held[name] == value for name, value in row.items()) else CHANGED


def _of_word(shaped: Shaped, words: Mapping[Key, str], asked: str) -> dict[Key, dict[str, Value]]:
    return {key: shaped.rows[key] for key, word in words.items() if word == asked}


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


def _numbered(connection: Connection, shaped: Shaped) -> Shaped:
    """Scores with their assessment's number in the place of its key; other tables as they are."""
    if shaped.table is not schema.score:
        return shaped
    held = rows_by_key(connection, schema.assessment, ASSESSMENT_KEY)
    scores = Shaped(schema.score, ("assessment_id", "domain_id", "item_id"))
    for key, row in shaped.rows.items():
        kept = {name: value for name, value in row.items() if name in schema.score.c}
        for origin in shaped.origins[key]:
            scores.add({"assessment_id": held[key[: len(ASSESSMENT_KEY)]]["assessment_id"]} | kept, origin)
    return scores


def _write_implied(connection: Connection, table: Table, row: Mapping[str, Value], record: Record) -> None:
    """Add the stratifier and group of totals where neither the files nor the store have them."""
    key = tuple(column.name for column in table.primary_key)
    if tuple(row[name] for name in key) not in rows_by_key(connection, table, key):
        record.keep(table, {name: row[name] for name in key}, None)
        connection.execute(insert(table), row)
