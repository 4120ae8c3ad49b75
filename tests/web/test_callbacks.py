"""A callback that the page's own script would not send is refused, whatever is wrong with it; never an error, never a traceback."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, page_of, page_question, panel_teams, shown_version, update_question

NESTED = "[" * 30_000 + "]" * 30_000
WRONG = [
    None,
    1,
    1.5,
    True,
    "x",
    "\ud800",
    [],
    {},
    [1],
    [None],
    [[]],
    [[[]]],
    {"a": 1},
    [{"id": 5}],
    [{"id": "query"}],
    [{"id": {"a": [1]}, "property": "data"}],
]
NO_TEXT = [1, True, [], {}, ["/"], {"a": 1}, "\ud800", "\udfff?"]
NO_JSON = ["", "{", "\0", b"\xff\xfe", "null", '"x"', "5", "[]", "[{}]", '{"output":NaN}', NESTED, f'{{"output":"x","inputs":{NESTED},"outputs":[]}}']


@pytest.fixture
def update(app: Dash, client: FlaskClient) -> Callable[[str], dict]:
    """update(search): the question of a reader who has the whole demo network before them."""
    page = page_of(client)
    return lambda search: update_question(app, search, teams=panel_teams(page), version=shown_version(page))


def broken(question: dict) -> Iterator[tuple[str, dict]]:
    """The question with each of its parts left out, and with each part wrong."""
    for name in ("output", "outputs", "inputs"):
        yield f"without {name}", {key: value for key, value in question.items() if key != name}
    for name in question:
        # Nothing changed is a question that may be asked.
        right = [question[name], []] if name == "changedPropIds" else [question[name]]
        yield from ((f"{name} {wrong!r}", {**question, name: wrong}) for wrong in WRONG if wrong not in right)
    for name in ("outputs", "inputs"):
        yield f"{name} twice", {**question, name: question[name] * 2}
        yield f"last of {name} missing", {**question, name: question[name][:-1]}
        yield f"{name} in a list", {**question, name: [question[name]]}
        for wrong in WRONG:
            yield f"first of {name} {wrong!r}", {**question, name: [wrong, *question[name][1:]]}


def refused(client: FlaskClient, question: object) -> bool:
    answer = client.post(CALLBACKS, data=json.dumps(question), content_type="application/json")
    return answer.status_code == 400 and "Traceback" not in answer.text


def test_questions_that_the_page_asks_are_answered(client: FlaskClient, update: Callable[[str], dict]) -> None:
    assert client.post(CALLBACKS, json=page_question()).status_code == 200
    assert client.post(CALLBACKS, json=update("?measure=preterm_birth")).status_code == 200


def test_a_question_for_a_page_with_any_part_missing_or_wrong_is_refused(client: FlaskClient) -> None:
    assert [what for what, question in broken(page_question()) if not refused(client, question)] == []


def test_a_choice_with_any_part_missing_or_wrong_is_refused(client: FlaskClient, update: Callable[[str], dict]) -> None:
    assert [what for what, question in broken(update("")) if not refused(client, question)] == []


@pytest.mark.parametrize("value", NO_TEXT, ids=repr)
def test_an_address_that_is_no_text_is_refused(client: FlaskClient, update: Callable[[str], dict], value: object) -> None:
    choice = update("")
    choice["inputs"][0]["value"] = value
    other_version = update("")
    other_version["state"][0]["value"] = value
    assert all(refused(client, question) for question in (page_question(value), page_question("/", value), choice, other_version))


@pytest.mark.parametrize("path", [None, "é", "../../etc/passwd", "\0", "http://[", ""])
def test_a_path_that_does_not_begin_at_the_root_is_refused(client: FlaskClient, path: str | None) -> None:
    assert refused(client, page_question(path))


@pytest.mark.parametrize("body", NO_JSON, ids=lambda body: repr(body[:20]))
def test_a_body_that_is_no_question_is_refused(client: FlaskClient, body: str | bytes) -> None:
    answer = client.post(CALLBACKS, data=body, content_type="application/json")
    assert answer.status_code == 400
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("name", ["x.children", "..", "", "_pages_dummy.children", "network-sentence.children", "\0", "x" * 10_000])
def test_a_callback_that_the_server_does_not_have_is_refused(client: FlaskClient, name: str) -> None:
    assert refused(client, {**page_question(), "output": name})


def test_a_wildcard_output_must_ask_for_components_of_its_kind(client: FlaskClient, update: Callable[[str], dict]) -> None:
    for wrong in ({}, {"id": {"type": "other", "team": "amberford"}, "property": "figure"}, {"id": "x", "property": "figure"}, None, 5):
        question = update("")
        question["outputs"][-2] = [wrong]
        assert refused(client, question)


@pytest.mark.parametrize("changed", ["query.data", 1, None, {}, [1], [None], [["query.data"]], [{}]], ids=repr)
def test_what_changed_must_be_a_list_of_names(client: FlaskClient, update: Callable[[str], dict], changed: object) -> None:
    assert refused(client, {**update(""), "changedPropIds": changed})


@pytest.mark.parametrize(
    "path", ["x/y", "dash/nope.js", "dash/deps/../version.py", "dash/%2e%2e/version.py", "flask/app.py", "dash/dash-renderer/build/x.v1m1.js"]
)
def test_a_file_that_no_package_serves_is_not_found(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/_dash-component-suites/{path}")
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_a_page_whose_teams_are_others_is_made_anew(app: Dash, client: FlaskClient) -> None:
    version = shown_version(page_of(client))
    for teams in ([], ["amberford"], ["amberford", "nobody"], ["amberford"] * 15):
        answer = client.post(CALLBACKS, json=update_question(app, "?measure=preterm_birth", teams=teams, version=version))
        whole = answer.json["sideUpdate"]["_pages_content"]["children"]
        assert answer.json["response"] == {}
        assert whole == page_of(client, "?measure=preterm_birth")


@pytest.mark.parametrize("version", [None, "", "1", "999"])
def test_a_page_of_another_state_of_the_store_is_made_anew(app: Dash, client: FlaskClient, version: str | None) -> None:
    teams = panel_teams(page_of(client))
    answer = client.post(CALLBACKS, json=update_question(app, "", teams=teams, version=version))
    assert answer.json["sideUpdate"]["_pages_content"]["children"] == page_of(client)
