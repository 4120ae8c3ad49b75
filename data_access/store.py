"""The door: the one way in which pages and queries reach the store."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar, cast

from sqlalchemy import Connection

from data_access.door import Door, Reading
from equity.errors import StoreEmpty, StoreError, StoreMissing

T = TypeVar("T")

# Some results for each of the latest selections: a worker may use 150 MB in all.
REMEMBERED_MOST = 128

_door: Door | None = None
_current: ContextVar[Reading | None] = ContextVar("reading", default=None)
_remembered: OrderedDict[Hashable, object] = OrderedDict()
_remembered_lock = threading.Lock()


def connect(url: str) -> None:
    """Make this the process's store. Nothing is opened yet."""
    global _door
    disconnect()
    _door = Door(url)


def disconnect() -> None:
    """Close every connection and forget all results."""
    global _door
    if _door is not None:
        _door.leave()
    _door = None
    with _remembered_lock:
        _remembered.clear()


def leave_to_parent() -> None:
    """Forget connections that this process has inherited by a fork, without closing them: they are its parent's."""
    if _door is not None:
        _door.leave(close=False)


os.register_at_fork(after_in_child=leave_to_parent)


@contextmanager
def reading() -> Iterator[Connection]:
    """A connection for reading. Inside another reading it is the same one: the same state of the store.

    Raises   StoreMissing, StoreLocked, StoreUnreadable, SchemaOlder, SchemaNewer, StoreEmpty.
    """
    with _reading() as now:
        yield now.connection


def store_version() -> int:
    """The store's version: another one after every load. Raises as reading() does."""
    with _reading() as now:
        return now.stamp.version


def is_ready() -> tuple[bool, str]:
    """Whether the store answers and its schema is current, and why if not. An empty store is ready: ready to be loaded."""
    try:
        store_version()
    except StoreEmpty as error:
        return True, str(error)
    except StoreError as error:
        return False, str(error)
    return True, "The store answers."


def remembered(key: Hashable, build: Callable[[], T]) -> T:
    """What build returns, kept for as long as the store stays as it is.

    Takes    key: all that the result depends on, also the viewer's scope if it depends on the viewer.
    Raises   as reading() does, also where the result is known: a store that is gone does not answer from memory.
    """
    with _reading() as now:
        place = (now.stamp, key)
        with _remembered_lock:
            if place in _remembered:
                _remembered.move_to_end(place)
                return cast(T, _remembered[place])
        result = build()
    with _remembered_lock:
        _remembered[place] = result
        while len(_remembered) > REMEMBERED_MOST:
            _remembered.popitem(last=False)
    return result


@contextmanager
def reading_accounts() -> Iterator[Connection]:
    """A connection for reading accounts, which may be there before any network is. Raises as reading() does, StoreEmpty apart."""
    with _the_door().accounts() as connection:
        yield connection


@contextmanager
def keeping_accounts(*, in_a_hurry: bool = False) -> Iterator[Connection]:
    """A transaction in which nobody else writes accounts; in_a_hurry: give up at once where the store is busy. Raises as reading_accounts() does."""
    with _the_door().keeping_accounts(in_a_hurry=in_a_hurry) as connection:
        yield connection


@contextmanager
def keeping_choices() -> Iterator[Connection]:
    """A transaction in which nobody else writes what teams chose, nor loads. Raises as reading_accounts() does, StoreLocked while a load goes on."""
    with _the_door().keeping_choices() as connection:
        yield connection


def _the_door() -> Door:
    if _door is None:
        raise StoreMissing
    return _door


@contextmanager
def _reading() -> Iterator[Reading]:
    now = _current.get()
    if now is not None:
        yield now
        return
    with _the_door().opened() as now:
        token = _current.set(now)
        try:
            yield now
        finally:
            _current.reset(token)
