"""Fixtures of this room: a small network to write into, with the door open on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access import store
from tests.data_access.builder import Builder
from tests.data_access.folders import load, write_folder
from tests.data_access.people import People


@pytest.fixture
def door(store_url: str) -> Iterator[str]:
    """The process's store is the test's own; gives its address."""
    store.connect(store_url)
    yield store_url
    store.disconnect()


@pytest.fixture
def made(engine: Engine, door: str) -> Builder:
    """A network with the measure bp and nothing reported yet."""
    made = Builder(engine)
    made.measure()
    return made


@pytest.fixture
def loaded(engine: Engine, tmp_path: Path) -> Engine:
    """The store with the small network, loaded from the folder `one`."""
    load(engine, write_folder(tmp_path / "one"))
    return engine


@pytest.fixture
def people(engine: Engine, door: str) -> People:
    """No account yet, and three teams; the door is open."""
    return People(engine)
