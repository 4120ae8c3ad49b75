"""One store as a process sees it: its connections, the file they are open on, and the check that stands before every reading.

The check is one statement that finds the schema's revision, the store's version and whether a network is there. Nothing
about the store is remembered between readings, so one that is replaced, migrated, deleted or back again is noticed at once.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy import Connection, Row, TextClause, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from data_access.driver_errors import in_our_words, says_undefined
from data_access.engine import ACCOUNTS_LOCK, READER_WAITS_MS, open_engine, writing
from data_access.migrate import found_revision, head_revision, known_revisions
from equity.errors import SchemaNewer, SchemaOlder, StoreEmpty, StoreMissing

TOUCH_WAITS_MS = 50
REVISION = text("SELECT (SELECT version_num FROM alembic_version) AS revision")
STAMP = text(
    """
    SELECT (SELECT version_num FROM alembic_version) AS revision,
           (SELECT version FROM store_state) AS version,
           (SELECT network_id FROM network) AS network_id,
           (SELECT CAST(MAX(loaded_at) AS VARCHAR) FROM load) AS loaded_at
    """
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of one store from every other."""

    # How often the file was another one: a new file may get the number of the one that was deleted.
    successor: int
    version: int
    network_id: str
    loaded_at: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A connection in a transaction of its own, and the state of the store that it sees."""

    connection: Connection
    stamp: Stamp


class Door:
    """A store's address, and the engine on it."""

    def __init__(self, url: str) -> None:
        self._path = make_url(url).database if url.startswith("sqlite") else None
        self._file: tuple[int, int] | None = None
        self._successor = 0
        self._lock = threading.Lock()
        self.engine = open_engine(url, read_only=True)
        # Nobody waits longer to sign in than for a page, and hardly at all for the note that they are still there.
        self.keeper, self.toucher = (open_engine(url, waits_ms=waits, makes=False) for waits in (READER_WAITS_MS, TOUCH_WAITS_MS))

    def leave(self, *, close: bool = True) -> None:
        """Give up every connection; close=False: without closing, since they are another process's."""
        for engine in (self.engine, self.keeper, self.toucher):
            engine.dispose(close=close)

    @contextmanager
    def opened(self) -> Iterator[Reading]:
        """A reading of the store as it is now. Raises a StoreError if it cannot be read."""
        with in_our_words():
            self._follow()
            with self.engine.connect() as connection, connection.begin():
                yield Reading(connection, self._stamp(connection))

    @contextmanager
    def accounts(self) -> Iterator[Connection]:
        """A connection for reading accounts: they may be there before any network is. Raises a StoreError if they cannot be read."""
        with in_our_words():
            self._follow()
            with self.engine.connect() as connection, connection.begin():
                self._require_head(connection)
                yield connection

    @contextmanager
    def keeping_accounts(self, *, in_a_hurry: bool = False) -> Iterator[Connection]:
        """A transaction that writes accounts. Raises a StoreError, StoreLocked where a load goes on in the same file."""
        with in_our_words():
            self._follow()
            with writing(self.toucher if in_a_hurry else self.keeper, ACCOUNTS_LOCK) as connection:
                self._require_head(connection)
                yield connection

    @contextmanager
    def keeping_choices(self) -> Iterator[Connection]:
        """A transaction that writes what a team chose; no load writes at the same time. Raises a StoreError, StoreLocked where one goes on."""
        with in_our_words():
            self._follow()
            with writing(self.keeper) as connection:
                self._require_head(connection)
                yield connection

    def _follow(self) -> None:
        """Close the connections that are open on another file than the one that is there now."""
        if self._path is not None:
            self._follow_file(self._path)

    def _follow_file(self, path: str) -> None:
        try:
            found = os.stat(path)
        except OSError:
            found = None
        file = (found.st_dev, found.st_ino) if found else None
        with self._lock:
            if self._file != file:
                self.leave()
                self._file = file
                self._successor += 1
        if file is None:
            raise StoreMissing

    def _require_head(self, connection: Connection) -> None:
        found = self._asked(connection, REVISION).revision
        if found != head_revision():
            refuse_revision(found)

    def _asked(self, connection: Connection, question: TextClause) -> Row:
        """The answer's one row. A store that does not know what is asked for has another schema."""
        try:
            return connection.execute(question).one()
        except DBAPIError as error:
            if not says_undefined(error):
                raise
            connection.rollback()
            refuse_revision(found_revision(self.engine))

    def _stamp(self, connection: Connection) -> Stamp:
        row = self._asked(connection, STAMP)
        if row.revision != head_revision():
            refuse_revision(row.revision)
        if row.network_id is None or row.version is None:
            raise StoreEmpty
        return Stamp(self._successor, row.version, row.network_id, row.loaded_at)


def refuse_revision(found: str | None) -> NoReturn:
    """Raise what a schema other than ours means: an older one can be migrated, an unknown one is newer than we are."""
    if found is not None and found not in known_revisions():
        raise SchemaNewer(found=found)
    raise SchemaOlder(found=found or "none")
