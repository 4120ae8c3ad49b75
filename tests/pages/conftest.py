"""Fixtures of this room: the Network page as it is registered, and the app on small networks that a test writes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access.engine import open_engine
from tests.data_access.builder import Builder


@pytest.fixture
def registered(app: Dash) -> dict:
    """What the Network page registered: its update, outputs, listings."""
    return dash.page_registry["pages.network"]


@pytest.fixture
def written(tmp_path: Path, sqlite_template: Path, client_on: Callable[[str], FlaskClient]) -> Iterator[Callable[..., tuple[Builder, FlaskClient]]]:
    """written(**network): an empty network to write into, and a client on it."""
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'written.db')}"
    engine = open_engine(url)

    def begun(**network: object) -> tuple[Builder, FlaskClient]:
        made = Builder(engine, **network)
        made.measure()
        return made, client_on(url)

    yield begun
    engine.dispose()
