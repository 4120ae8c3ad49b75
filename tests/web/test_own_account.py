"""One's own account: what each person changes of it, and nobody else can."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from data_access.accounts.totp import code_at, step_of
from tests.web.people import PASSWORD, People, enter, send

OTHER = "copper kettle orbit 93"


def test_a_changed_password_ends_every_other_session(people: People) -> None:
    email = people.add("reader").email
    here, elsewhere = people.browser(), people.browser()
    enter(here, email)
    enter(elsewhere, email)
    assert "Your password is changed." in send(here, "/account/password", old=PASSWORD, new=OTHER).text
    assert (here.get("/account").status_code, elsewhere.get("/csv/network/gap").status_code) == (200, 401)
    assert enter(people.browser(), email, OTHER).status_code == 200


def test_a_wrong_old_or_a_weak_new_password_changes_nothing(people: People) -> None:
    browser = people.signed_in("reader")
    for old, new in (("wrong", OTHER), (PASSWORD, "short"), (PASSWORD, "equity2025")):
        answer = send(browser, "/account/password", old=old, new=new)
        assert answer.status_code == 400
        assert 'role="alert"' in answer.text
    assert send(browser, "/account/password", old=PASSWORD, new=OTHER).status_code == 200


def test_a_second_factor_is_set_up_and_taken_away_by_codes(people: People) -> None:
    browser = people.signed_in("reader")
    secret = re.search(r"<code>(\w+)</code>", send(browser, "/account/second-factor").text)[1]
    step = step_of(datetime.now(UTC))
    assert send(browser, "/account/second-factor/confirm", code="000000").status_code == 400
    assert "Your second factor is on." in send(browser, "/account/second-factor/confirm", code=code_at(secret, step)).text
    assert "in use" in send(browser, "/account/second-factor").text
    assert send(browser, "/account/second-factor/drop", code=code_at(secret, step)).status_code == 400
    assert "Your second factor is off." in send(browser, "/account/second-factor/drop", code=code_at(secret, step + 1)).text
    assert send(browser, "/account/second-factor/drop", code="123456").status_code == 400
    assert send(browser, "/account/second-factor/other").status_code == 404


def test_signing_out_everywhere_ends_this_session_too(people: People) -> None:
    email = people.add("reader").email
    here, elsewhere = people.browser(), people.browser()
    enter(here, email)
    enter(elsewhere, email)
    assert "You are signed out everywhere." in send(here, "/account/sessions").text
    assert [browser.get("/csv/network/gap").status_code for browser in (here, elsewhere)] == [401, 401]


def test_a_form_after_the_session_ended_leads_to_sign_in_and_back(people: People) -> None:
    answer = people.browser().post("/account/password", data={"old": "x"}, headers={"Referer": "http://localhost/account"})
    assert answer.headers["Location"] == "/sign-in?next=%2Faccount"


def test_what_a_form_adds_about_whose_account_it_is_is_not_read(people: People) -> None:
    other = people.add("funder")
    browser = people.signed_in("reader")
    send(browser, "/account/password", old=PASSWORD, new=OTHER, account_id=str(other.account_id), email=other.email, role="administrator")
    assert enter(people.browser(), other.email).status_code == 200
    assert "Reader" in browser.get("/account").text
