"""A fault of ours tells a reader a number and nothing else, and the log where it happened."""

from __future__ import annotations

import json
import logging

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, ReaderClient, page_of, page_question, panel_teams, shown_version, update_question
from web import doors, pages, who_sees
from web.errors import OLD_LINK, STALE
from web.logs import OneLine

CANARY = "SELECT 7 FROM /srv/CANARY"
PERSON = {"Accept": "text/html"}


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


@pytest.mark.parametrize(
    ("path", "status", "title", "what"),
    [
        ("/who-sees/nobody", 403, "This is not open to you", "Your role does not include this."),
        ("/forgotten", 404, "There is no such page", OLD_LINK),
    ],
)
def test_a_person_reads_plain_words_over_a_refusal_and_a_script_its_name(client: FlaskClient, path: str, status: int, title: str, what: str) -> None:
    person, script = client.get(path, headers=PERSON), client.get(path)
    assert (person.status_code, script.status_code) == (status, status)
    assert f'<h1 class="question">{title}</h1>' in person.text
    assert what in person.text
    assert (script.json["error"], script.json["what"]) == ({403: "Forbidden", 404: "Not Found"}[status], what)


def test_a_form_older_than_its_session_says_so_in_its_title(client: ReaderClient) -> None:
    client.given = "x"
    answer = client.post("/see-as", data={"role": "reader"}, headers=PERSON)
    assert (answer.status_code, '<h1 class="question">This page is too old</h1>' in answer.text) == (400, True)


def test_a_fault_of_ours_is_titled_by_what_the_reader_misses(client: FlaskClient, monkeypatch: pytest.MonkeyPatch, lines: list[str]) -> None:
    monkeypatch.setattr(who_sees, "choices_of", raising)
    monkeypatch.setitem(doors.ROUTES, "/who-sees/<team_id>", doors.ROUTES["/forgotten"])
    answer = client.get("/who-sees/hazelmoor", headers=PERSON)
    assert answer.status_code == 500
    assert '<h1 class="question">This page could not be made</h1>' in answer.text
    assert json.loads(lines[-1])["incident"] in answer.text
