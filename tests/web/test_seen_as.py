"""The demo is seen as each role sees it, chosen by a form of the bar."""

from __future__ import annotations

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import ReaderClient, found, page_of, text_of
from web.seen_as import KEPT, SEEN_AS, viewer_of

FORM = "application/x-www-form-urlencoded"


def chosen(client: FlaskClient, role: str, page: str = "/") -> dict:
    """What the session keeps after this role was chosen on this page."""
    answer = client.post("/see-as", data={"role": role}, content_type=FORM, headers={"Referer": f"http://localhost{page}"})
    assert (answer.status_code, answer.headers["Location"]) == (303, page)
    with client.session_transaction() as kept:
        return kept[KEPT]


def test_the_first_reader_is_the_network_lead_and_can_choose_among_five(client: FlaskClient) -> None:
    (select,) = found(client.get("/_dash-layout").json, id="see-as")
    assert select["props"]["value"] == "network_lead"
    assert [option["value"] for option in select["props"]["options"]] == list(SEEN_AS)
    assert "administrator" not in SEEN_AS


@pytest.mark.parametrize("role", SEEN_AS)
def test_a_choice_holds_on_every_page_and_is_shown_in_the_bar(app: Dash, client: FlaskClient, role: str) -> None:
    chosen(client, role, "/compare?measure=bp_control")
    layout = client.get("/_dash-layout").json
    assert f"Demo:  {SEEN_AS[role]}" in text_of(layout)
    for page in dash.page_registry.values():
        assert text_of(page_of(client, "", page["path"]))


@pytest.mark.parametrize(("role", "page", "teams"), [
    ("team_member", "/", ["amberford"]), ("team_member", "/?team=hazelmoor", ["hazelmoor"]), ("coach", "/teams?team=nobody", ["amberford"]),
    ("funder", "/?team=hazelmoor", []), ("network_lead", "/?team=hazelmoor", []), ("reader", "/", []),
])  # fmt: skip
def test_a_member_and_a_coach_have_my_team_or_the_first(client: FlaskClient, role: str, page: str, teams: list[str]) -> None:
    assert chosen(client, role, page) == {"role": role, "teams": teams}


def test_a_members_team_is_their_own_and_a_coachs_is_coached() -> None:
    teams = frozenset({"amberford"})
    assert [viewer_of(role, teams).owns("amberford") for role in ("team_member", "coach")] == [True, False]
    assert [viewer_of(role, teams).sees("amberford") for role in ("team_member", "coach")] == [True, True]


def test_a_member_sees_what_a_funder_does_not(client: FlaskClient) -> None:
    seen = {}
    for role in ("team_member", "funder"):
        chosen(client, role)
        seen[role] = client.get("/csv/team/maturity?team_id=amberford").text
    assert seen["team_member"] != seen["funder"]


@pytest.mark.parametrize("role", ["administrator", "stranger", "", "Network lead", "network_lead "])
def test_no_other_role_can_be_chosen(client: FlaskClient, role: str) -> None:
    assert client.post("/see-as", data={"role": role}, content_type=FORM).status_code == 400


def test_without_a_store_there_is_no_team_to_be_a_member_of(asking: FlaskClient) -> None:
    assert chosen(asking, "team_member") == {"role": "team_member", "teams": []}


def test_the_switch_needs_the_token_and_our_own_page(client: ReaderClient) -> None:
    evil = client.post("/see-as", data={"role": "funder"}, content_type=FORM, headers={"Origin": "https://evil.example"})
    client.given = ""
    assert (evil.status_code, client.post("/see-as", data={"role": "funder"}, content_type=FORM).status_code) == (403, 400)
    assert client.get("/see-as").status_code in (404, 405)


def test_the_form_that_the_bar_shows_is_taken(client: ReaderClient) -> None:
    (hidden,) = found(client.get("/_dash-layout").json, name="csrf_token")
    client.given = ""
    sent = {"role": "reader", "csrf_token": hidden["props"]["value"]}
    assert client.post("/see-as", data=sent, content_type=FORM).status_code == 303


def test_in_production_nobody_chooses_a_role(client: FlaskClient, request: pytest.FixtureRequest) -> None:
    chosen(client, "network_lead")
    production = request.getfixturevalue("production")
    assert production.post("/see-as", data={"role": "network_lead"}, content_type=FORM).status_code == 404
    assert production.get("/csv/network/gap").status_code == 401
