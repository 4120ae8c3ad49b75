"""The administrator's pages, and that they are for nobody else."""

from __future__ import annotations

import re

import pytest

from tests.asking import CALLBACKS, page_question
from tests.web.people import PASSWORD, People, enter, send

NEW = {"name": "Sam New", "email": "sam@example.org", "role": "team_member", "teams": "hazelmoor, amberford"}


def test_an_account_is_added_with_a_link_that_is_shown_once(people: People) -> None:
    keeper, sam = people.signed_in("administrator"), people.browser()
    made = send(keeper, "/accounts", **NEW)
    token = re.search(r"/new-password\?token=([\w-]+)", made.text)[1]
    assert token not in keeper.get("/accounts").text
    send(sam, "/new-password", token=token, new=PASSWORD)
    assert enter(sam, "sam@example.org", follow=False).headers["Location"] == "/teams/amberford?team=amberford"
    listed = keeper.get("/accounts").text
    assert "Sam New" in listed
    assert "amberford, hazelmoor" in listed


@pytest.mark.parametrize("wrong", [{"email": "x"}, {"teams": "nobody"}, {"teams": ""}, {"role": "king"}, {"name": ""}])
def test_an_account_that_cannot_be_is_refused_in_words_and_what_was_typed_stays(people: People, wrong: dict[str, str]) -> None:
    answer = send(people.signed_in("administrator"), "/accounts", **{**NEW, **wrong})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert f'value="{(NEW | wrong)["email"]}"' in answer.text


def test_a_changed_role_holds_from_the_next_request_on(people: People) -> None:
    keeper, person, browser = people.signed_in("administrator"), people.add("reader"), people.browser()
    enter(browser, person.email)
    page = send(keeper, f"/accounts/{person.account_id}/role", role="administrator", teams="")
    assert "Role and teams are changed." in page.text
    assert (browser.get("/csv/network/gap").status_code, browser.get("/accounts").status_code) == (403, 200)


def test_an_account_is_disabled_enabled_and_given_a_link(people: People) -> None:
    keeper, person = people.signed_in("administrator"), people.add("reader")
    place = f"/accounts/{person.account_id}"
    assert "The account is disabled." in send(keeper, f"{place}/disable").text
    assert enter(people.browser(), person.email).status_code == 400
    assert "Enable the account first." in send(keeper, f"{place}/reset-link").text
    assert "The account is enabled." in send(keeper, f"{place}/enable").text
    assert "/new-password?token=" in send(keeper, f"{place}/reset-link").text
    assert send(keeper, f"{place}/second-factor").status_code == 400


def test_all_sessions_of_an_account_are_ended_by_a_button(people: People) -> None:
    keeper, person, browser = people.signed_in("administrator"), people.add("reader"), people.browser()
    enter(browser, person.email)
    assert "All sessions of the account are ended." in send(keeper, f"/accounts/{person.account_id}/end-sessions").text
    assert browser.get("/csv/network/gap").status_code == 401
    assert enter(browser, person.email).status_code == 200


def test_the_last_administrator_stays_one(people: People) -> None:
    keeper = people.signed_in("administrator")
    number = re.search(r"/accounts/(\d+)", keeper.get("/accounts").text)[1]
    assert "is the last administrator" in send(keeper, f"/accounts/{number}/disable").text
    assert "is the last administrator" in send(keeper, f"/accounts/{number}/role", role="reader", teams="").text


@pytest.mark.parametrize("path", ["/accounts/999999", "/accounts/x", "/accounts/-1"])
def test_an_account_that_is_not_there_is_not_found(people: People, path: str) -> None:
    assert people.signed_in("administrator").get(path).status_code in (403, 404)


def test_a_change_that_is_none_is_not_found(people: People) -> None:
    keeper, person = people.signed_in("administrator"), people.add("reader")
    assert send(keeper, f"/accounts/{person.account_id}/delete").status_code == 404


@pytest.mark.parametrize("role", ["network_lead", "coach", "funder", "reader"])
def test_nobody_else_opens_them_or_sends_their_forms(people: People, role: str) -> None:
    browser, person = people.signed_in(role), people.add("reader", email="other@example.org")
    paths = ["/accounts", f"/accounts/{person.account_id}", "/audit"]
    assert {browser.get(path).status_code for path in paths} == {403}
    forms = ["/accounts", *(f"/accounts/{person.account_id}/{what}" for what in ("role", "disable", "enable", "reset-link", "second-factor", "end-sessions"))]
    assert {send(browser, path, role="administrator", **{"name": "x"}).status_code for path in forms} == {403}
    assert enter(people.browser(), person.email).status_code == 200


def test_an_administrator_sees_no_data(people: People) -> None:
    keeper = people.signed_in("administrator")
    assert keeper.get("/").headers["Location"] == "/accounts"
    assert [keeper.get(path).status_code for path in ("/teams", "/_dash-layout", "/csv/network/gap")] == [403, 403, 403]
    assert keeper.post(CALLBACKS, json=page_question()).status_code == 403


def test_words_in_a_name_are_words_and_not_a_page(people: People) -> None:
    keeper = people.signed_in("administrator")
    send(keeper, "/accounts", **{**NEW, "name": '<script>alert(1)</script>"><b>'})
    assert "<script>alert" not in keeper.get("/accounts").text
    assert "&lt;script&gt;" in keeper.get("/accounts").text
