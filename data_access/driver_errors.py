"""What a driver says about a store that does not answer, in words that a reader can act on: here and nowhere else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError, TimeoutError

from equity.errors import StoreError, StoreLocked, StoreMissing, StoreUnreadable

# SQLite's primary result codes; the extended ones carry them in the lowest byte. Source: sqlite.org/rescode.html
DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)
OUR_MISTAKE = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_MISUSE, sqlite3.SQLITE_RANGE)
# PostgreSQL's undefined_table and undefined_column. Source: postgresql.org/docs/current/errcodes-appendix.html
UNDEFINED = ("42P01", "42703")


@contextmanager
def in_our_words() -> Iterator[None]:
    """Raise what the driver says as one of our StoreErrors. A mistake in our own SQL passes as it is."""
    try:
        yield
    except SQLAlchemyError as error:
        known = store_error(error)
        if known is None:
            raise
        raise known from error


def store_error(error: SQLAlchemyError) -> StoreError | None:
    """Ours for a driver's error; None where the store is not to blame."""
    if isinstance(error, TimeoutError):
        return StoreLocked()
    if not isinstance(error, DBAPIError):
        return None
    code = sqlite_code(error)
    if code is not None:
        return _of_sqlite(code)
    if not isinstance(error, (OperationalError, InterfaceError)):
        return None
    # libpq gives no error code where a connection could not be made.
    return StoreMissing() if 'database "' in str(error.orig) and "does not exist" in str(error.orig) else StoreLocked()


def _of_sqlite(code: int) -> StoreError | None:
    if code in OUR_MISTAKE:
        return None
    return StoreUnreadable() if code in DAMAGED else StoreLocked()


def sqlite_code(error: DBAPIError) -> int | None:
    """SQLite's primary result code; None for another database or an error of the driver alone."""
    code = getattr(error.orig, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def says_undefined(error: DBAPIError) -> bool:
    """True where the database does not know a table or column that was asked for."""
    return sqlite_code(error) == sqlite3.SQLITE_ERROR or getattr(error.orig, "sqlstate", None) in UNDEFINED
