"""What is refused before it is read: other sites' requests, and strangers, who are led to where one signs in."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, page_question
from tests.web.people import People
from web.doors import ROUTES, STRANGER, is_there

EVIL = "https://evil.example"


@pytest.mark.parametrize("headers", [{"Origin": EVIL}, {"Origin": "null"}, {"Origin": ""}, {"Origin": "http://localhost.evil.example"}])
@pytest.mark.parametrize("path", [CALLBACKS, "/", "/nowhere"])
def test_what_another_site_sends_is_refused(client: FlaskClient, headers: dict[str, str], path: str) -> None:
    assert client.post(path, json=page_question(), headers=headers).status_code == 403


@pytest.mark.parametrize(("begun", "status"), [("cross-site", 403), ("same-site", 403), ("", 403), ("same-origin", 200), ("none", 200)])
def test_a_browser_that_says_where_a_request_began_is_believed(client: FlaskClient, begun: str, status: int) -> None:
    assert client.post(CALLBACKS, json=page_question(), headers={"Sec-Fetch-Site": begun, "Origin": "http://localhost"}).status_code == status


def test_a_link_on_another_site_may_lead_here(client: FlaskClient) -> None:
    assert client.get("/", headers={"Sec-Fetch-Site": "cross-site", "Referer": EVIL}).status_code == 200


@pytest.mark.parametrize("path", [CALLBACKS, "/", "/csv/network/gap", "/assets/20-page.css"])
def test_no_other_site_is_told_that_it_may_read(client: FlaskClient, path: str) -> None:
    asked = {"Origin": EVIL, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    for answer in (client.options(path, headers=asked), client.get(path, headers={"Origin": EVIL}, buffered=True)):
        assert [name for name in dict(answer.headers) if name.lower().startswith("access-control")] == []


@pytest.mark.parametrize(("kind", "status"), [("text/plain", 415), ("application/x-www-form-urlencoded", 415), (None, 415), ("application/json", 200)])
def test_a_question_is_json_and_says_so(client: FlaskClient, kind: str | None, status: int) -> None:
    body = client.application.json.dumps(page_question())
    assert client.post(CALLBACKS, data=body, content_type=kind).status_code == status


@pytest.mark.parametrize(
    ("path", "led_to"),
    [
        ("/", "/sign-in"),
        ("/teams/amberford", "/sign-in?next=%2Fteams%2Famberford"),
        ("/?measure=bp_control&group=black", "/sign-in?next=%2F%3Fmeasure%3Dbp_control%26group%3Dblack"),
        ("/nowhere", "/sign-in?next=%2Fnowhere"),
    ],
)
def test_a_stranger_who_opens_a_page_is_led_to_sign_in_and_back(production: FlaskClient, path: str, led_to: str) -> None:
    answer = production.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (303, led_to)


def test_no_route_answers_a_stranger_but_those_of_the_table(people: People) -> None:
    stranger = people.browser()
    for rule in people.server.url_map.iter_rules():
        path = re.sub(r"<(\w+:)?\w+>", "1", rule.rule)
        for method in rule.methods - {"OPTIONS"}:
            answer = stranger.open(path, method=method, buffered=True)
            is_open = STRANGER in ROUTES[rule.rule] or not is_there(rule.rule, is_demo=False)
            assert is_open or answer.status_code in (303, 401), (method, path)


@pytest.mark.parametrize("path", ["/_dash-layout", "/_dash-dependencies", "/csv/network/gap", "/csv/nothing/nothing"])
def test_a_script_or_a_file_is_told_401(production: FlaskClient, path: str) -> None:
    answer = production.get(path)
    assert (answer.status_code, answer.json["error"]) == (401, "Unauthorized")


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/assets/20-page.css", "/_dash-component-suites/dash/dcc/dash_core_components.js", "/_favicon.ico"])
def test_what_holds_no_data_is_open(production: FlaskClient, path: str) -> None:
    assert production.get(path, buffered=True).status_code == 200


def test_no_header_and_no_field_stands_for_another_method(client: FlaskClient) -> None:
    for headers, body in (({"X-HTTP-Method-Override": "GET"}, ""), ({}, "_method=GET")):
        assert client.post("/", headers=headers, data=body, content_type="application/x-www-form-urlencoded").status_code == 405
