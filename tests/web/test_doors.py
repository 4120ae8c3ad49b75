"""The table of doors: complete, printed, and kept for each role over everything that can be asked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, page_question, update_question
from tests.house.test_documents import rows as printed_rows
from web import doors
from web.doors import ADMINISTRATOR, READERS, READING, ROLES, STRANGER

PATHS = {"team": "/teams/amberford"}
NOT_FOR_ADMINISTRATORS = {STRANGER: 401, ADMINISTRATOR: 403} | dict.fromkeys(READING, 200)


@pytest.fixture
def asked_by(seen_by: Callable[[str], FlaskClient], request: pytest.FixtureRequest) -> Callable[[str], FlaskClient]:
    """asked_by(role): asks with this role; a stranger asks in production mode, where nobody is signed in."""
    return lambda role: request.getfixturevalue("production") if role == STRANGER else seen_by(role)


def pages() -> list[dict]:
    return [page for page in dash.page_registry.values() if page["path"] != "/not-found-404"]


def path_of(page: dict) -> str:
    return PATHS.get(doors.page_key(page["name"]), page["path"])


def questions(app: Dash) -> Iterator[dict]:
    """Every callback that /_dash-dependencies names and the server answers, as the page's own script asks it."""
    for page in pages():
        yield page_question(path_of(page))
        if page.get("outputs"):
            yield update_question(app, "", version="0", path=path_of(page), page=doors.page_key(page["name"]))


def test_every_door_of_the_app_is_in_the_table(app: Dash) -> None:
    assert list(doors.undeclared(app)) == []
    doors.require_declared(app)


def test_the_app_does_not_start_with_a_route_a_page_or_a_callback_that_nobody_thought_about(app: Dash, monkeypatch: pytest.MonkeyPatch) -> None:
    for table, door in (("ROUTES", "/healthz"), ("PAGES", "compare")):
        monkeypatch.setattr(doors, table, {name: allowed for name, allowed in getattr(doors, table).items() if name != door})
    with pytest.raises(doors.UndeclaredDoor, match="route /healthz; page Compare; callback ..compare-measure.options") as caught:
        doors.require_declared(app)
    assert "Say in web/doors.py" in str(caught.value)


@pytest.mark.parametrize("output", ["x.children", "..x-head.children...network-head.children..", "", '{"team":"a","type":"other-panel"}.figure'])
def test_a_callback_belongs_to_one_page_that_is_known_or_to_none(output: str) -> None:
    assert doors.of_callback(output) is None


def test_a_component_of_many_belongs_to_the_page_that_its_type_names() -> None:
    assert doors.of_callback('..network-head.children...{"team":["ALL"],"type":"network-panel"}.figure..') == READERS


def test_a_page_that_is_not_in_the_table_is_for_nobody() -> None:
    assert doors.of_page("nothing") == doors.NOBODY


def test_the_handbook_prints_the_table() -> None:
    printed = printed_rows("docs/operations.md", "## Who may open what")
    assert printed[0] == ["Door", *(role.replace("_", " ") for role in ROLES)]
    assert printed[1:] == [[door, *("yes" if role in allowed else "" for role in ROLES)] for door, allowed in doors.rows()]


def test_every_callback_that_the_page_is_told_of_is_asked_here(app: Dash, client: FlaskClient) -> None:
    told = {one["output"] for one in client.get("/_dash-dependencies").json if not one["clientside_function"]}
    assert {question["output"] for question in questions(app)} == told


@pytest.mark.parametrize("role", ROLES)
def test_each_callback_answers_whom_the_table_names(app: Dash, asked_by: Callable[[str], FlaskClient], role: str) -> None:
    client = asked_by(role)
    asked = list(questions(app))
    assert len(asked) > len(pages())
    assert {client.post(CALLBACKS, json=question).status_code for question in asked} == {NOT_FOR_ADMINISTRATORS[role]}


@pytest.mark.parametrize("role", ROLES)
def test_each_file_is_for_whom_the_table_names(app: Dash, asked_by: Callable[[str], FlaskClient], role: str) -> None:
    client = asked_by(role)
    files = [f"/csv/{doors.page_key(page['name'])}/{card}?team_id=amberford" for page in pages() for card in page.get("listings", ())]
    assert len(files) > 20
    assert {client.get(path).status_code for path in files} == {NOT_FOR_ADMINISTRATORS[role]}


@pytest.mark.parametrize("role", [*READING, ADMINISTRATOR])
def test_each_page_is_for_whom_the_table_names(app: Dash, asked_by: Callable[[str], FlaskClient], role: str) -> None:
    client = asked_by(role)
    # From the first page an administrator is led to the accounts.
    paths = {*map(path_of, pages()), "/_dash-layout", "/_dash-dependencies"} - {"/"}
    assert {client.get(path).status_code for path in paths} == {NOT_FOR_ADMINISTRATORS[role]}


def test_a_page_that_its_role_may_not_open_is_refused_in_the_callback_too(seen_by: Callable[[str], FlaskClient], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(doors.PAGES, "compare", frozenset({"network_lead"}))
    client = seen_by("funder")
    assert client.post(CALLBACKS, json=page_question("/")).status_code == 200
    refused = [client.post(CALLBACKS, json=page_question("/compare")), client.get("/csv/compare/table")]
    assert [(answer.status_code, answer.json["what"]) for answer in refused] == [(403, "Your role does not include this.")] * 2


@pytest.mark.parametrize("path", ["/static/app.py", "/static/20-page.css", "/_reload-hash"])
def test_what_nobody_needs_is_not_there(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("value", ["administrator", ["administrator"], {"role": "administrator"}])
def test_a_role_in_a_question_is_nothing_that_the_server_reads(app: Dash, seen_by: Callable[[str], FlaskClient], value: object) -> None:
    client = seen_by("reader")
    question = page_question("/teams/amberford")
    plain = client.post(CALLBACKS, json=question)
    told = client.post(CALLBACKS, data=json.dumps({**question, "role": value, "viewer": value}), content_type="application/json")
    assert told.data == plain.data
