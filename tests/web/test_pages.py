"""How pages are served: asked once for each state of the store, and shown to nobody who may not see them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import orjson
import pytest
from dash import Dash, Output, html
from flask.testing import FlaskClient
from plotly.io.json import to_json_plotly
from sqlalchemy import create_engine, select

from data_access import schema
from tests.asking import CALLBACKS, by_id, found, page_of, page_question, panel_teams, shown_version, text_of, update_question
from web.pages import key_of, parts_of_layout, path_variables, query_of
from web.plain import as_json

FILES = [
    f"/csv/network/{card}"
    for card in ("coaching", "convening", "gap", "grid", "groups", "maturity", "panels", "practices", "reporting", "summaries", "unknown")
]


@pytest.fixture(scope="session")
def secrets(demo_url: str) -> set[str]:
    """Words that only somebody who may see the store can know: names and ids of teams, measures, groups and the network."""
    engine = create_engine(demo_url)
    columns = [
        schema.team.c.name, schema.team.c.team_id, schema.measure.c.name, schema.measure.c.measure_id, schema.stratifier_group.c.label, schema.network.c.name,
        schema.practice.c.name, schema.event.c.name,
    ]  # fmt: skip
    with engine.connect() as connection:
        words = {word for column in columns for word in connection.execute(select(column)).scalars()} - {"Unknown"}
    engine.dispose()
    return {word for word in words if len(word) > 4}


def leaked(body: bytes, secrets: set[str]) -> list[str]:
    text = body.decode("utf-8", "replace").lower()
    return [word for word in secrets if re.search(rf"\b{re.escape(word.lower())}\b", text)]


def test_the_words_that_are_searched_for_are_found_where_they_may_stand(client: FlaskClient, secrets: set[str]) -> None:
    assert len(leaked(client.post(CALLBACKS, json=page_question()).data, secrets)) > 20


def test_production_shows_no_data_on_any_route(app: Dash, production: FlaskClient, secrets: set[str]) -> None:
    routes = [str(rule) for rule in app.server.url_map.iter_rules() if "GET" in rule.methods and "<" not in str(rule)]
    for path in [*routes, *FILES, "/nowhere", "/?x=1", "/teams/1"]:
        answer = production.get(path, buffered=True)
        assert leaked(answer.data, secrets) == []
    assert {production.get(path).status_code for path in FILES} == {401}


@pytest.mark.parametrize("search", ["", "?measure=bp_control", "?measure=nonsense", "?find=amber", "?page=2"])
def test_production_brings_no_page_to_a_stranger(production: FlaskClient, search: str) -> None:
    answer = production.post(CALLBACKS, json=page_question("/", search))
    assert (answer.status_code, answer.json) == (401, {"error": "Unauthorized", "what": "Sign in first."})


def test_production_answers_no_choice_even_if_a_page_was_seen_before(app: Dash, client: FlaskClient, secrets: set[str], request: pytest.FixtureRequest) -> None:
    page = page_of(client)
    question = update_question(app, "", teams=panel_teams(page), version=shown_version(page))
    assert "network-sentence" in client.post(CALLBACKS, json=question).text
    production = request.getfixturevalue("production")
    for version in (shown_version(page), "999", None):
        question["state"][0]["value"] = version
        answer = production.post(CALLBACKS, json=question)
        assert (answer.status_code, leaked(answer.data, secrets)) == (401, [])


@pytest.mark.parametrize("header", ["X-Forwarded-User", "Authorization", "Remote-User", "X-Role", "Cookie"])
def test_what_a_browser_says_of_itself_makes_nobody_a_viewer(production: FlaskClient, header: str) -> None:
    assert production.get("/csv/network/gap", headers={header: "network_lead"}).status_code == 401


def test_a_choice_after_the_store_went_away_says_so_on_the_page(
    app: Dash, asking: FlaskClient, place: Path, put_back: Callable[[], None], secrets: set[str]
) -> None:
    put_back()
    page = page_of(asking)
    question = update_question(app, "?measure=preterm_birth", teams=panel_teams(page), version=shown_version(page))
    place.unlink()
    answer = asking.post(CALLBACKS, json=question)
    whole = answer.json["sideUpdate"]["_pages_content"]["children"]
    assert text_of(by_id(whole, "question")) == "There is no store yet"
    assert leaked(answer.data, secrets) == []
    put_back()
    assert by_id(page_of(asking), "network-sentence")


def test_an_unknown_path_shows_a_page_that_says_so_and_repeats_nothing(client: FlaskClient) -> None:
    page = page_of(client, "?x=secret", "/nowhere/secret")
    assert text_of(by_id(page, "question")) == "There is no such page"
    assert "secret" not in text_of(page)
    assert [one["props"]["href"] for one in found(page, children="Network")] == ["/"]


@pytest.mark.parametrize("path", ["/", "/?measure=nonsense", "/?" + "x=1&" * 500])
def test_a_page_s_own_path_is_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("search", "query"),
    [
        ("?a=1&b=2", {"a": ["1"], "b": ["2"]}),
        ("?a=1&a=2", {"a": ["1", "2"]}),
        ("?a=", {"a": [""]}),
        ("?a", {"a": [""]}),
        ("?", {}),
        ("", {}),
        (None, {}),
        ("a=1", {}),
    ],
)
def test_the_query_of_an_address_keeps_empty_and_repeated_values(search: str | None, query: dict) -> None:
    assert query_of(search) == query


def test_queries_that_ask_the_same_have_one_key_and_others_have_others() -> None:
    assert key_of({"a": "1", "b": "2"}) == key_of({"b": ["2"], "a": ["1"]})
    assert len({key_of(query) for query in ({}, {"a": ""}, {"a": ["1"]}, {"a": ["1", "2"]}, {"a": ["2", "1"]}, {"b": ["1"]})}) == 6


TEAM_PAGE = {"path": "/teams/none", "path_template": "/teams/<team_id>"}


@pytest.mark.parametrize(
    ("path", "variables"),
    [
        ("/teams/ash", {"team_id": "ash"}),
        ("teams/ash/", {"team_id": "ash"}),
        ("/teams/a%20b", {"team_id": "a b"}),
        ("/teams", None),
        ("/teams/ash/more", None),
    ],
)
def test_a_path_tells_what_its_template_asks(path: str, variables: dict | None) -> None:
    assert path_variables(TEAM_PAGE, path) == variables


def test_a_page_without_variables_stands_at_its_path_alone() -> None:
    assert path_variables({"path": "/compare"}, "/compare/") == {}
    assert path_variables({"path": "/compare"}, "/compared") is None


def test_what_changes_is_found_in_the_new_layout_by_id() -> None:
    def layout(viewer: object, query: dict) -> html.Main:
        return html.Main([html.H1("Same"), html.Div([html.P(query["words"], id="said")], id={"part": "b", "type": "a"})])

    update = parts_of_layout(layout, [Output("said", "children"), Output({"type": "a", "part": "b"}, "className"), Output("said", "title")])
    words, class_name, title = update(None, {"words": "The gap fell."})
    assert (words, class_name, title) == ("The gap fell.", None, None)


def test_content_that_is_written_as_a_whole_is_what_the_new_layout_holds() -> None:
    update = parts_of_layout(lambda viewer, query: html.Main(html.P(["Closing.", " ", "Still."], id="said")), [Output("said", "content")])
    assert update(None, {}) == [["Closing.", " ", "Still."]]


def test_what_is_kept_is_written_as_dash_writes_it_in_answers() -> None:
    said = {"href": "/teams/a<b>?c"}
    kept = as_json(said)
    sent = to_json_plotly({"part": kept}, engine="orjson")
    assert sent == to_json_plotly({"part": said}, engine="orjson") == orjson.dumps({"part": kept}).decode()


def test_a_part_that_the_new_layout_lacks_cannot_be_updated() -> None:
    with pytest.raises(KeyError, match="said"):
        parts_of_layout(lambda viewer, query: html.Main(), [Output("said", "children")])(None, {})
