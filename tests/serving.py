"""The app for tests: asked through Flask's client, or served on a free port for a browser."""

from __future__ import annotations

import importlib
import logging
import threading
from collections.abc import Callable, Iterator

import pytest
from dash import Dash
from flask.testing import FlaskClient
from werkzeug.serving import make_server

from data_access import store
from settings import read_settings
from tests.asking import ReaderClient


@pytest.fixture(scope="session")
def app(demo_url: str) -> Dash:
    """The one app of the session, on the demo network. Dash keeps its pages for the process, so there is never a second."""
    # Imported here: pages exist only after the app does, and most tests need neither.
    app = importlib.import_module("app").create_app(read_settings({"DATABASE_URL": demo_url}))
    app.server.test_client_class = ReaderClient
    return app


@pytest.fixture
def client(app: Dash, demo_url: str) -> Iterator[FlaskClient]:
    """Asks the app on the demo network."""
    store.connect(demo_url)
    with app.server.test_client() as client:
        yield client


@pytest.fixture
def client_on(app: Dash, demo_url: str) -> Iterator[Callable[[str], FlaskClient]]:
    """client_on(url): asks the app on another store, for as long as the test lasts."""

    def connected(url: str) -> FlaskClient:
        store.connect(url)
        return app.server.test_client()

    yield connected
    store.connect(demo_url)


@pytest.fixture(scope="session")
def _served(app: Dash) -> Iterator[str]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def live_app(_served: str, demo_url: str) -> str:
    """Address of the app, served on the demo network."""
    store.connect(demo_url)
    return _served
