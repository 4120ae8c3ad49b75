"""The record of one load: made with its first change, so that a load that changes nothing leaves no trace."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Table, insert, select, update

from data_access.loading.cells import Value
from data_access.loading.csv_source import Source
from data_access.schema import definition_history, load, load_file

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"


class Record:
    """Counts the rows of one load, keeps what it replaces, and gives it its number."""

    def __init__(self, connection: Connection, loaded_by: str, vintage: date | None, sources: Sequence[Source]) -> None:
        self.connection = connection
        self.rows: Counter[str] = Counter()
        self.restated = 0
        self.data_through: date | None = None
        self._loaded_by = loaded_by
        self._vintage = vintage
        self._sources = sources
        self._load_id: int | None = None
        self._steps: list[dict[str, Value]] = []

    @property
    def made(self) -> int | None:
        """The load's number; None as long as nothing was changed."""
        return self._load_id

    def make(self) -> int:
        """The load's number; its row is made now if it was not yet."""
        if self._load_id is None:
            self._load_id = make_load(self.connection, self._loaded_by, self._vintage)
        return self._load_id

    def keep(self, table: Table, key: Mapping[str, Value], old: Mapping[str, Value] | None) -> None:
        """Keep a row as it was; None = the load adds it."""
        step = {
            "load_id": self.make(),
            "step": len(self._steps) + 1,
            "table_name": table.name,
            "row_key": json.dumps(dict(key), default=str),
            "old_row": None if old is None else json.dumps(dict(old), default=str),
        }
        self._steps.append(step)

    def finish(self) -> None:
        """Write all that is known at the end."""
        load_id = self._load_id
        if load_id is None:
            return
        finish_load(self.connection, load_id, self.rows, later(self.data_through, _data_through(self.connection)))
        files = {source.name: source.sha256 for source in self._sources}
        self.connection.execute(insert(load_file), [{"load_id": load_id, "file_name": name, "sha256": sha} for name, sha in files.items()])
        if self._steps:
            self.connection.execute(insert(definition_history), self._steps)


def make_load(connection: Connection, loaded_by: str, vintage: date | None) -> int:
    """A new row of `load`, its counts still to come."""
    values = {"loaded_at": datetime.now(UTC), "loaded_by": loaded_by, "vintage": vintage}
    counts = {"rows_added": 0, "rows_changed": 0, "rows_unchanged": 0, "rows_rejected": 0}
    return connection.execute(insert(load).values(values | counts)).inserted_primary_key[0]


def finish_load(connection: Connection, load_id: int, rows: Mapping[str, int], data_through: date | None) -> None:
    """Fill in a load's counts and how far its data reach."""
    counts = {f"rows_{word}": rows.get(word, 0) for word in (ADDED, CHANGED, UNCHANGED)}
    connection.execute(update(load).where(load.c.load_id == load_id).values(**counts, data_through=data_through))


def later(one: date | None, other: date | None) -> date | None:
    """The later of two days, either of which may be missing."""
    return max((day for day in (one, other) if day is not None), default=None)


def standing_loads(connection: Connection) -> Sequence[int]:
    """Loads whose changes are in the store, the latest first: neither undone nor an undoing."""
    undoing = select(load.c.undone_by).where(load.c.undone_by.is_not(None))
    return connection.scalars(select(load.c.load_id).where(load.c.undone_by.is_(None), load.c.load_id.not_in(undoing)).order_by(load.c.load_id.desc())).all()


def _data_through(connection: Connection) -> date | None:
    standing = standing_loads(connection)
    return connection.scalar(select(load.c.data_through).where(load.c.load_id.in_(standing)).order_by(load.c.data_through.desc().nulls_last()).limit(1))
