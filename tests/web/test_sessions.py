"""The session's cookie and the token that each form and callback brings."""

from __future__ import annotations

import json
import subprocess
import sys
import time

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, ReaderClient, page_question
from tests.bench.serving import ask, running_app
from tests.shared import REPOSITORY
from web.sessions import TOKEN_COOKIE, session_cookies

KEY = "0f" + "3b9c5a7e1d" * 3
COOKIES = """
import json, sys
from app import create_app
from settings import read_settings
app = create_app(read_settings(json.loads(sys.argv[1])))
with app.server.test_request_context("/", base_url="https://lantern.example"):
    from flask import session, Response
    session["x"] = 1
    answer = Response()
    app.server.session_interface.save_session(app.server, session, answer)
print(json.dumps([answer.headers["Set-Cookie"], app.server.secret_key, app.config.csrf_token_name]))
"""


def made(**settings: str) -> list[str]:
    """The session's cookie, the key, and the name of the token's cookie, of an app of its own."""
    done = subprocess.run([sys.executable, "-c", COOKIES, json.dumps(settings)], cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def asked(client: ReaderClient, token: str | None) -> int:
    client.given = token
    return client.post(CALLBACKS, json=page_question()).status_code


def test_a_callback_without_the_token_of_its_session_is_refused(client: ReaderClient, app: Dash) -> None:
    other = app.server.test_client()
    assert asked(client, None) == 200
    assert [asked(client, token) for token in ("", "x", "." * 90, other.token())] == [400] * 4
    assert asked(client, client.kept_token()) == 200


def test_a_token_is_worth_nothing_once_its_session_is_gone(client: ReaderClient) -> None:
    old = client.token()
    with client.session_transaction() as kept:
        kept.clear()
    assert asked(client, old) == 400
    client.get("/")
    assert asked(client, old) == 400
    assert asked(client, None) == 200


def test_a_session_that_somebody_else_signed_is_none(client: ReaderClient, app: Dash) -> None:
    token = client.token()
    name = app.server.config["SESSION_COOKIE_NAME"]
    head, _, _ = client.get_cookie(name).value.rpartition(".")
    client.set_cookie(name, f"{head}.AAAAAAAAAAAAAAAAAAAAAAAAAAA")
    assert asked(client, token) == 400


@pytest.mark.parametrize("path", ["/healthz", "/assets/20-page.css", "/csv/network/gap", "/_dash-layout"])
def test_the_token_comes_with_pages_alone(app: Dash, client: FlaskClient, path: str) -> None:
    answer = client.get(path, buffered=True)
    assert not any(app.server.config[TOKEN_COOKIE] in cookie for cookie in answer.headers.getlist("Set-Cookie"))


def test_two_demos_on_one_machine_do_not_take_each_others_cookies() -> None:
    names = [session_cookies(is_demo=True, port=port) for port in (8050, 8051)]
    assert not set(map(str, names[0].values())) & {str(names[1]["SESSION_COOKIE_NAME"]), str(names[1][TOKEN_COOKIE])}


def test_the_demo_makes_up_a_key_of_its_own_each_time() -> None:
    first, second = made(), made()
    assert len(first[1]) == 64
    assert first[1] != second[1]


def test_in_production_the_cookie_is_for_this_host_over_https_and_for_no_script() -> None:
    cookie, key, token_name = made(LANTERN_MODE="production", SECRET_KEY=KEY)
    name, *flags = (part.strip() for part in cookie.split(";"))
    assert name.startswith("__Host-lantern=")
    assert sorted(flags) == ["HttpOnly", "Path=/", "SameSite=Lax", "Secure"]
    assert (key, token_name) == (KEY, "__Host-lantern-token")


def test_two_workers_take_each_others_tokens(demo_url: str) -> None:
    with running_app(demo_url) as served:
        while len(served.workers()) < 2:
            time.sleep(0.05)
        assert {ask(served.port, CALLBACKS, page_question())[0] for _ in range(20)} == {200}
