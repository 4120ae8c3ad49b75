"""Fixtures of this room: a store that can be taken away, spoilt and put back, with the app on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy.engine import make_url

from tests.web.people import People, production_people
from web.seen_as import KEPT
from web.sessions import DEMO


@pytest.fixture
def demo_file(demo_url: str) -> Path:
    """The file of the demo network: to be copied, never changed."""
    return Path(make_url(demo_url).database)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the app looks for its store; nothing is there yet."""
    return tmp_path / "store.db"


@pytest.fixture
def asking(client_on: Callable[[str], FlaskClient], place: Path) -> FlaskClient:
    """Asks the app, whose store is at `place`."""
    return client_on(f"sqlite:///{place}")


@pytest.fixture
def put_back(demo_file: Path, place: Path) -> Callable[[], None]:
    """put_back(): the demo network is at `place`."""
    return lambda: shutil.copy(demo_file, place)


@pytest.fixture
def seen_by(app: Dash, client: FlaskClient) -> Callable[[str], FlaskClient]:
    """seen_by(role): asks the app on the demo network with this role's eyes, as the switch of the demo leaves them."""

    def changed(role: str, *team_ids: str) -> FlaskClient:
        with client.session_transaction() as kept:
            kept[KEPT] = {"role": role, "teams": list(team_ids)}
        return client

    return changed


@pytest.fixture
def production(app: Dash, client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """Asks the app in production mode, on the demo network: nobody has an account."""
    monkeypatch.setitem(app.server.config, DEMO, False)
    return client


@pytest.fixture
def people(app: Dash, client_on: Callable[[str], FlaskClient], demo_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> People:
    """The app in production mode on a copy of the demo network, where accounts can be made. client_on gives the store back afterwards."""
    return production_people(app, demo_url, tmp_path, monkeypatch)
