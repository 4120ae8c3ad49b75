"""One's own account: what each person changes of it, and nobody else can."""

from __future__ import annotations

import re

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


def session_names(page: str) -> list[str]:
    """What the forms that end a session name it by."""
    return re.findall(r'name="name" value="(\w+)"', page)


def test_ones_sessions_are_listed_and_one_can_be_ended_from_another(people: People) -> None:
    email = people.add("reader").email
    here, there = people.browser(), people.browser()
    enter(here, email)
    there.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"
    enter(there, email)
    page = here.get("/account").text
    assert page.count("(this one)") == 1 and "Safari on iPhone" in page and "Another browser (this one)" in page
    (name,) = session_names(page)
    assert "The session is ended." in send(here, "/account/sessions/one", name=name).text
    assert (here.get("/csv/network/gap").status_code, there.get("/csv/network/gap").status_code) == (200, 401)
    assert "had ended already" in send(here, "/account/sessions/one", name=name).text


def test_nobody_ends_another_persons_session(people: People) -> None:
    reader, funder = people.signed_in("reader"), people.signed_in("funder")
    second = people.browser()
    enter(second, "funder@example.org")
    (name,) = session_names(funder.get("/account").text)
    assert "had ended already" in send(reader, "/account/sessions/one", name=name).text
    assert second.get("/csv/network/gap").status_code == 200


def test_all_others_are_ended_at_once(people: People) -> None:
    email = people.add("reader").email
    here, there, third = people.browser(), people.browser(), people.browser()
    for browser in (here, there, third):
        enter(browser, email)
    assert "2 other sessions are ended." in send(here, "/account/sessions/others").text
    assert [browser.get("/csv/network/gap").status_code for browser in (here, there, third)] == [200, 401, 401]
    assert "No other session was open." in send(here, "/account/sessions/others").text
    assert "End all others" not in here.get("/account").text
    assert send(here, "/account/sessions/none").status_code == 404


def test_signing_out_everywhere_ends_this_session_too(people: People) -> None:
    email = people.add("reader").email
    here, elsewhere = people.browser(), people.browser()
    enter(here, email)
    enter(elsewhere, email)
    assert "You are signed out everywhere." in send(here, "/account/sessions/all").text
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


def test_ones_teams_are_called_by_their_names(people: People) -> None:
    page = people.signed_in("team_member", "hazelmoor").get("/account").text
    assert "Team member of Hazelmoor Clinics." in page
    assert "Reader." in people.signed_in("reader").get("/account").text
