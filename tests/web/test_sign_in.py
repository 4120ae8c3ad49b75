"""Signing in and out, as a browser does it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from flask.testing import FlaskClient

from data_access.accounts.changes import disable
from data_access.accounts.reset_links import reset_link_by
from data_access.accounts.second_factor import confirm_second_factor, offer_second_factor
from data_access.accounts.totp import code_at, step_of
from equity.sentences.protection import OWNERS
from tests.asking import CALLBACKS, page_question
from tests.web.people import FORM, KEEPER, PASSWORD, People, enter, send
from tests.web.test_addresses import OUTSIDE
from web import clock
from web.sign_in import ENDED

DATA = "/csv/network/gap"


def later(monkeypatch: pytest.MonkeyPatch, **passed: float) -> None:
    """Let this much time pass for the server."""
    then = datetime.now(UTC) + timedelta(**passed)
    monkeypatch.setattr(clock, "now", lambda: then)


@pytest.mark.parametrize(
    ("role", "teams", "landed"),
    [
        ("network_lead", (), "/"),
        ("team_member", ("hazelmoor", "amberford"), "/teams/amberford?team=amberford"),
        ("coach", ("hazelmoor",), "/"),
        ("funder", (), "/review"),
        ("reader", (), "/"),
        ("administrator", (), "/accounts"),
    ],
)
def test_each_begins_where_its_question_is_answered(people: People, role: str, teams: tuple[str, ...], landed: str) -> None:
    answer = enter(people.browser(), people.add(role, *teams).email, follow=False)
    assert (answer.status_code, answer.headers["Location"]) == (303, landed)


def test_whose_the_numbers_are_is_said_where_one_comes_in(people: People) -> None:
    assert unescape(people.browser().get("/sign-in").text).count(OWNERS) == 1


def test_whoever_was_going_somewhere_comes_there(people: People) -> None:
    browser, email = people.browser(), people.add("reader").email
    target = "/compare?measure=bp_control&team=hazelmoor"
    led = browser.get(target)
    assert f'name="next" value="{target.replace("&", "&amp;")}"' in browser.get(led.headers["Location"]).text
    assert enter(browser, email, follow=False, next=target).headers["Location"] == target


@pytest.mark.parametrize("target", [target for target in OUTSIDE if target])
def test_nobody_is_led_out_of_the_house(people: People, target: str) -> None:
    browser = people.browser()
    assert 'name="next" value="/"' in browser.get("/sign-in", query_string={"next": target}).text
    assert enter(browser, people.add("reader").email, follow=False, next=target).headers["Location"] == "/"
    assert browser.get("/sign-in", query_string={"next": target}).headers["Location"] == "/"


def test_a_wrong_password_and_an_unknown_person_are_told_the_same(people: People) -> None:
    people.add("reader", email="known@example.org")
    told = [enter(people.browser(), email, "wrong password 1") for email in ("known@example.org", "other@example.org")]
    texts = [answer.text.replace("known", "other").partition("csrf_token")[0] for answer in told]
    assert [answer.status_code for answer in told] == [400, 400]
    assert texts[0] == texts[1]
    assert "The e-mail or the password is not right." in texts[0]
    assert "wrong password 1" not in told[0].text


def test_too_many_tries_wait_whatever_a_browser_says_of_where_it_is(people: People) -> None:
    email = people.add("reader").email
    browser = people.browser()
    browser.token()
    wrong = {"data": {"email": email, "password": "x"}, "content_type": FORM}
    answers = [browser.post("/sign-in", headers={"X-Forwarded-For": f"10.0.0.{number}"}, **wrong) for number in range(20)]
    assert answers[-1].status_code == 429
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_signing_in_gives_a_new_session_and_ends_the_old_one(people: People) -> None:
    browser, email = people.browser(), people.add("reader").email
    name = people.server.config["SESSION_COOKIE_NAME"]
    browser.set_cookie(name, "set by somebody else")
    assert enter(browser, email).status_code == 200
    first = browser.get_cookie(name).value
    enter(browser, email)
    assert browser.get_cookie(name).value != first
    assert browser.get(DATA).status_code == 200
    browser.set_cookie(name, first)
    assert browser.get(DATA).status_code == 401


def test_a_cookie_that_was_kept_is_worth_nothing_after_signing_out(people: People) -> None:
    browser = people.signed_in("reader")
    name = people.server.config["SESSION_COOKIE_NAME"]
    kept = browser.get_cookie(name).value
    assert browser.get("/sign-out").status_code in (404, 405)
    assert send(browser, "/sign-out", follow=False).headers["Location"] == "/sign-in"
    browser.set_cookie(name, kept)
    assert (browser.get(DATA).status_code, browser.post(CALLBACKS, json=page_question()).status_code) == (401, 401)


def test_an_account_that_is_disabled_is_out_with_the_next_request(people: People) -> None:
    browser, gone = people.browser(), people.add("reader")
    enter(browser, gone.email)
    assert browser.post(CALLBACKS, json=page_question()).status_code == 200
    disable(KEEPER, gone.account_id, datetime.now(UTC))
    assert browser.post(CALLBACKS, json=page_question()).status_code == 401
    assert ENDED["disabled"] in browser.get("/sign-in").text


@pytest.mark.parametrize(("passed", "why"), [({"minutes": 30}, "idle"), ({"hours": 8}, None)])
def test_a_session_ends_by_itself_and_says_so(people: People, monkeypatch: pytest.MonkeyPatch, passed: dict[str, float], why: str | None) -> None:
    browser = people.signed_in("reader")
    later(monkeypatch, **passed)
    assert browser.post(CALLBACKS, json=page_question()).status_code == 401
    assert ("You were signed out after" in browser.get("/sign-in").text) and (why is None or ENDED[why] in browser.get("/sign-in").text)


def test_the_cookie_says_nothing_of_who_is_signed_in(people: People) -> None:
    browser = people.signed_in("team_member", "hazelmoor")
    with browser.session_transaction() as kept:
        assert set(kept) <= {"token", "csrf_token"}
        said = str(dict(kept))
    assert not any(word in said for word in ("team_member", "hazelmoor", "example.org", PASSWORD))


def with_factor(people: People, role: str = "reader", *team_ids: str) -> tuple[str, str, tuple[str, ...]]:
    """A new person with a second factor: their e-mail, its secret, their recovery codes. The code of this moment is used up."""
    person, now = people.add(role, *team_ids), datetime.now(UTC)
    offer = offer_second_factor(person.account_id, now)
    codes = confirm_second_factor(person.account_id, code_at(offer.secret, step_of(now)), "", now).codes
    return person.email, offer.secret, codes


def next_code(secret: str) -> str:
    return code_at(secret, step_of(datetime.now(UTC)) + 1)


def test_a_second_factor_is_asked_for_after_the_password(people: People) -> None:
    email, secret, _ = with_factor(people, "team_member", "hazelmoor")
    browser = people.browser()
    asked = enter(browser, email)
    assert (asked.status_code, asked.request.path, "Six-digit code" in asked.text, PASSWORD in asked.text) == (200, "/sign-in/code", True, False)
    assert browser.get(DATA).status_code == 401
    wrong = send(browser, "/sign-in/code", code="000000")
    assert (wrong.status_code, "not right, or was used before" in wrong.text) == (400, True)
    assert "Enter the six-digit code" in send(browser, "/sign-in/code", code="").text
    code = next_code(secret)
    assert send(browser, "/sign-in/code", code=code, follow=False).headers["Location"] == "/teams/hazelmoor?team=hazelmoor"
    assert browser.get(DATA).status_code == 200
    again = people.browser()
    enter(again, email)
    assert "used before" in send(again, "/sign-in/code", code=code).text


def test_the_second_step_leads_where_one_was_going_and_not_out_of_the_house(people: People) -> None:
    email, secret, codes = with_factor(people)
    browser = people.browser()
    led = enter(browser, email, follow=False, next="/compare?team=hazelmoor")
    assert led.headers["Location"] == "/sign-in/code?next=%2Fcompare%3Fteam%3Dhazelmoor"
    assert 'value="/compare?team=hazelmoor"' in browser.get(led.headers["Location"]).text
    assert send(browser, "/sign-in/code", follow=False, code=next_code(secret), next="/compare?team=hazelmoor").headers["Location"] == "/compare?team=hazelmoor"
    other = people.browser()
    enter(other, email)
    assert send(other, "/sign-in/code", follow=False, code=codes[0], next="//evil.example").headers["Location"] == "/"


def test_a_recovery_code_stands_for_the_app_once(people: People) -> None:
    email, _, codes = with_factor(people)
    browser = people.browser()
    enter(browser, email)
    assert send(browser, "/sign-in/code", code=codes[0].upper()).status_code == 200
    assert browser.get(DATA).status_code == 200
    again = people.browser()
    enter(again, email)
    assert send(again, "/sign-in/code", code=codes[0]).status_code == 400


def test_the_second_step_alone_opens_nothing(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    email, secret, _ = with_factor(people)
    browser = people.browser()
    assert browser.get("/sign-in/code").headers["Location"] == "/sign-in"
    assert "The time for the code is over." in send(browser, "/sign-in/code", code=next_code(secret)).text
    enter(browser, email)
    with browser.session_transaction() as kept:
        assert set(kept) <= {"step", "csrf_token"}
    later(monkeypatch, minutes=11)
    late = send(browser, "/sign-in/code", code=next_code(secret))
    assert (late.status_code, "The time for the code is over." in late.text, 'id="password"' in late.text) == (400, True, True)


def test_wrong_codes_wait_and_the_password_does_not_begin_anew(people: People) -> None:
    email, secret, _ = with_factor(people)
    answers = []
    for code in (*["000000"] * 5, next_code(secret)):
        browser = people.browser()
        enter(browser, email)
        answers.append(send(browser, "/sign-in/code", code=code))
    assert [answer.status_code for answer in answers] == [400] * 5 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 0


def test_a_link_sets_a_password_once(people: People) -> None:
    person = people.add("reader", password=None)
    path = reset_link_by(KEEPER, person.account_id, datetime.now(UTC)).path
    browser, token = people.browser(), path.partition("token=")[2]
    assert token in browser.get(path).text
    assert send(browser, "/new-password", token=token, new="password1").status_code == 400
    assert "Your password is set." in send(browser, "/new-password", token=token, new=PASSWORD).text
    assert "used before or is too old" in send(browser, "/new-password", token=token, new=PASSWORD).text
    assert enter(browser, person.email).status_code == 200


@pytest.mark.parametrize("path", ["/sign-in", "/account", "/accounts", "/audit", "/new-password"])
def test_the_demo_has_no_accounts(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_without_a_store_the_page_says_so(people: People, client_on, tmp_path) -> None:
    browser = people.browser()
    browser.get("/sign-in")
    client_on(f"sqlite:///{tmp_path / 'none.db'}")
    answer = browser.post("/sign-in", data={"email": "a@example.org", "password": "x"}, headers={"Accept": "text/html"}, content_type=FORM)
    assert (answer.status_code, "There is no store yet" in answer.text) == (503, True)
