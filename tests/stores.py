"""Stores for tests: fresh ones by copying a migrated template, and the demo network; and the guard against any other."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from data_access.engine import open_engine
from data_access.migrate import migrate
from tests import postgres
from tests.shared import REPOSITORY

OPENERS = {"store_url", "engine", "demo_url", "demo_postgres_url", "own_store", "app"}


def _migrate(url: str) -> None:
    engine = open_engine(url)
    migrate(engine)
    engine.dispose()


def seed(url: str) -> str:
    """Load the demo network into a store, by the command that people use."""
    environment = {**os.environ, "DATABASE_URL": url}
    done = subprocess.run([sys.executable, "-m", "data_access", "seed"], cwd=REPOSITORY, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"The demo network was not loaded:\n{done.stdout}\n{done.stderr}")
    return url


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    with postgres.running_server() as server:
        yield server


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "migrated.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: postgres.Server) -> Iterator[str]:
    with postgres_server.database() as url:
        _migrate(url)
        yield url.split("/")[3].split("?")[0]


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a fresh, migrated, empty store; the test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        path = shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path / "store.db")
        yield f"sqlite:///{path}"
        return
    server, template = request.getfixturevalue("postgres_server"), request.getfixturevalue("postgres_template")
    with server.database(template) as url:
        yield url


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """An engine on store_url, for reading and writing."""
    engine = open_engine(store_url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="session")
def demo_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a SQLite store with the demo network. All tests share it: read only."""
    return seed(f"sqlite:///{tmp_path_factory.mktemp('demo') / 'demo.db'}")


@pytest.fixture(scope="session")
def demo_postgres_url(postgres_server: postgres.Server) -> Iterator[str]:
    """Address of a PostgreSQL store with the demo network. All tests share it: read only."""
    with postgres_server.database() as url:
        yield seed(url)


@pytest.fixture
def own_store() -> None:
    """Says that this test opens a store of its own making."""


def _refuse(*_: object) -> None:
    pytest.fail(f"This test opens a store without asking for one. Ask for one of the fixtures {', '.join(sorted(OPENERS))}.")


@pytest.fixture(autouse=True)
def store_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Any unasked-for store access fails the test."""
    if OPENERS & set(request.fixturenames):
        yield
        return
    event.listen(Engine, "do_connect", _refuse)
    yield
    event.remove(Engine, "do_connect", _refuse)
