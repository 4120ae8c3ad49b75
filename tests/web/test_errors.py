"""A fault of ours tells a reader a number and nothing else, and the log where it happened."""

from __future__ import annotations

import json
import logging

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, ReaderClient, page_of, page_question, panel_teams, shown_version, update_question
from web import pages
from web.errors import STALE
from web.logs import OneLine

CANARY = "SELECT 7 FROM /srv/CANARY"


def raising(*_: object, **__: object) -> None:
    raise RuntimeError(CANARY)


@pytest.fixture
def lines(app: Dash) -> list[str]:
    """What the server's log wrote in this test."""
    written: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(self.format(record))

    kept = Kept()
    kept.setFormatter(OneLine())
    before, app.server.logger.handlers = app.server.logger.handlers, [kept]
    yield written
    app.server.logger.handlers = before


def test_an_error_in_any_callback_is_a_number_to_ask_about(
    app: Dash, client: FlaskClient, lines: list[str], monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    page = page_of(client)
    asked = [page_question(), update_question(app, "?measure=x", teams=panel_teams(page), version=shown_version(page))]
    monkeypatch.setattr(pages, "remembered", raising)
    for question in asked:
        with subtests.test(question["output"][:30]):
            answer = client.post(CALLBACKS, json=question)
            logged = json.loads(lines[-1])
            assert answer.status_code == 500
            assert answer.json["what"] == f"Something went wrong on our side. Say this number when you ask about it: {logged['incident']}."
            assert logged["error"] == "RuntimeError"
            assert logged["door"] == CALLBACKS
            assert not any(word in answer.text + lines[-1] for word in (CANARY, "CANARY", "SELECT"))
            assert not any(word in answer.text for word in ("Traceback", ".py", "RuntimeError"))


def test_an_error_in_a_file_wears_every_header(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, lines: list[str]) -> None:
    page = next(page for page in dash.page_registry.values() if page["name"] == "Network")
    monkeypatch.setitem(page["listings"], "gap", raising)
    answer = client.get("/csv/network/gap?group=CANARY")
    assert (answer.status_code, answer.headers["Cache-Control"], answer.headers["X-Content-Type-Options"]) == (500, "no-store", "nosniff")
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "CANARY" not in answer.text + lines[-1]


def test_a_page_older_than_its_session_is_told_to_open_anew(client: ReaderClient) -> None:
    client.given = "x"
    answer = client.post(CALLBACKS, json=page_question())
    assert (answer.status_code, answer.headers[STALE]) == (400, "1")
    client.given = None
    assert STALE not in client.post(CALLBACKS, json={}).headers


@pytest.mark.parametrize("path", ["/console", "/?__debugger__=yes&cmd=resource&f=debugger.js", "/_reload-hash", "/.env", "/.git/config"])
def test_there_is_no_debugger_and_no_file_of_ours(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == (200 if path.startswith("/?") else 404)
    assert not any(word in answer.text for word in ("EVALEX", "Interactive Console", "SECRET", "[core]"))


def test_debugging_cannot_be_switched_on_by_the_environment(app: Dash) -> None:
    assert (app.server.debug, app.server.testing) == (False, False)
