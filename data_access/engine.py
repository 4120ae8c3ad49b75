"""How the store is opened: the same rules on SQLite and PostgreSQL, for reading alone or for writing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from urllib.parse import quote, unquote

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select

# A reader's page waits this long for a busy store, a load longer: loads queue, pages do not.
READER_WAITS_MS = 5_000
WRITER_WAITS_MS = 60_000
CONNECT_SECONDS = 5
READER_RULES = ("foreign_keys = ON", "query_only = ON")
WRITER_RULES = ("foreign_keys = ON", "journal_mode = WAL", "synchronous = NORMAL")
# One writer at a time on PostgreSQL as well: any number does, as long as it is the same for all.
WRITER_LOCK = 0x4C616E7465726E
# Accounts have a lock of their own: on PostgreSQL nobody waits for a load to sign in.
ACCOUNTS_LOCK = WRITER_LOCK + 1


def open_engine(url: str, *, read_only: bool = False, waits_ms: int | None = None, makes: bool = True) -> Engine:
    """An engine on the store at this address; nothing is opened before the first connection.

    Takes    url: sqlite:///path or postgresql://…; read_only: the database itself refuses every change;
             waits_ms: how long it waits for a busy store, where that is another time than a reader's or a load's;
             makes: whether a writer makes a file that is not there.
    Reads    a reader sees one state of the store for as long as its connection lasts, whatever is loaded meanwhile;
             a writer is alone from its first statement on.
    """
    address = make_url(url)
    waits = waits_ms or (READER_WAITS_MS if read_only else WRITER_WAITS_MS)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(_file_address(address, makes=makes and not read_only), waits, read_only=read_only)
    return _open_postgresql(address, waits, read_only=read_only)


def _open_sqlite(address: URL, waits_ms: int, *, read_only: bool) -> Engine:
    engine = create_engine(address, hide_parameters=True)
    rules = (*(READER_RULES if read_only else WRITER_RULES), f"busy_timeout = {waits_ms}")

    @event.listens_for(engine, "connect")
    def set_rules(connection: SqliteConnection, _: object) -> None:
        # The driver begins transactions late and ends them before some statements; below they begin where we say.
        connection.isolation_level = None
        for rule in reversed(rules):
            connection.execute(f"PRAGMA {rule}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _file_address(address: URL, *, makes: bool) -> URL:
    """The address as SQLite itself takes it: a reader never makes the file; a writer that may makes it and its folder."""
    if address.database in (None, "", ":memory:"):
        return address
    path = Path(address.database).absolute()
    if makes:
        path.parent.mkdir(parents=True, exist_ok=True)
    return address.set(database=f"file:{quote(str(path))}", query={"mode": "rwc" if makes else "rw", "uri": "true"})


def _open_postgresql(address: URL, waits_ms: int, *, read_only: bool) -> Engine:
    settings = f"-c default_transaction_read_only={'on' if read_only else 'off'} -c lock_timeout={waits_ms}"
    # Values stay out of what an error says: a small count, a hash.
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        isolation_level="REPEATABLE READ" if read_only else "READ COMMITTED",
        pool_pre_ping=True,
        hide_parameters=True,
        connect_args={"connect_timeout": CONNECT_SECONDS, "options": settings},
    )


@contextmanager
def writing(engine: Engine, lock: int = WRITER_LOCK) -> Iterator[Connection]:
    """A transaction in which nobody else with this lock writes: all of it is kept, or nothing if it raises or the process dies."""
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(lock)))
        yield connection


def is_missing(engine: Engine) -> bool:
    """True where the store is a file that is not there; a server's store is looked for by asking it."""
    place = engine.url.database or ""
    return engine.dialect.name == "sqlite" and place.startswith("file:") and not Path(unquote(place.removeprefix("file:"))).exists()
