"""Whatever is asked in the place of a question, the answer is the reader's page or a refusal, never a fault of ours."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.asking import CALLBACKS, page_question
from tests.web.test_doors import questions

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=30),
    lambda part: some.lists(part, max_size=4) | some.dictionaries(some.sampled_from(["id", "property", "value", "type", "team", "$ne", ""]), part, max_size=4),
    max_leaves=12,
)
TEXTS = some.text(max_size=60) | some.sampled_from(
    ["?team=%00", "/teams/T01' OR 1=1", "?measure[]=x", "?page=99999999999999999999", "/teams/..%2f..", "?find=" + "%" * 40]
)
LOOSE = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def status(client: FlaskClient) -> Callable[[object], int]:
    return lambda question: client.post(CALLBACKS, data=json.dumps(question), content_type="application/json").status_code


@pytest.fixture
def asked(app: Dash) -> list[dict]:
    return list(questions(app))


@LOOSE
@given(body=JSON)
def test_any_json_in_the_place_of_a_question_is_refused(status: Callable[[object], int], body: object) -> None:
    assert status(body) == 400


@LOOSE
@given(choice=some.data())
def test_any_json_in_the_place_of_any_part_of_any_callback_is_answered_or_refused(
    status: Callable[[object], int], asked: list[dict], choice: some.DataObject
) -> None:
    question = json.loads(json.dumps(choice.draw(some.sampled_from(asked))))
    for _ in range(choice.draw(some.integers(1, 3))):
        part = question
        while isinstance(part, dict | list) and part and choice.draw(some.booleans()):
            holder, key = part, choice.draw(some.sampled_from(sorted(part) if isinstance(part, dict) else range(len(part))))
            part = holder[key]
        if part is not question:
            holder[key] = choice.draw(JSON)
    assert status(question) in (200, 400)


@LOOSE
@given(path=TEXTS, search=TEXTS)
def test_any_text_in_the_place_of_an_address_is_answered_or_refused(status: Callable[[object], int], path: str, search: str) -> None:
    assert status(page_question(f"/{path.lstrip('/')}", search)) in (200, 400)
    assert status(page_question("/", f"?{search}")) == 200
