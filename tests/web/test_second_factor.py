"""The page of one's second factor, over HTTP."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from data_access.accounts.totp import code_at, step_of
from tests.asking import ReaderClient
from tests.web.people import PASSWORD, People, enter, send
from web.second_factor import in_groups

PAGE = "/account/second-factor"


def key_on(page: str) -> str:
    """The key that the page says to type."""
    return re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")


def set_up(browser: ReaderClient) -> tuple[str, list[str]]:
    """A second factor for whoever is signed in: its key, the recovery codes."""
    secret = key_on(send(browser, PAGE).text)
    shown = send(browser, f"{PAGE}/confirm", code=code_at(secret, step_of(datetime.now(UTC))))
    assert shown.status_code == 200
    return secret, re.findall(r"<li><code>([a-z2-7-]{19})</code></li>", shown.text)


def test_it_is_set_up_by_a_code_and_its_recovery_codes_are_shown_once(people: People) -> None:
    browser = people.signed_in("reader")
    assert "Off." in browser.get(PAGE).text
    offered = send(browser, PAGE)
    secret = key_on(offered.text)
    assert offered.text.count("<svg ") == 1 and 'role="img"' in offered.text and f"secret={secret}" in offered.text
    wrong = send(browser, f"{PAGE}/confirm", code="000000")
    assert (wrong.status_code, key_on(wrong.text)) == (400, secret)
    shown = send(browser, f"{PAGE}/confirm", code=code_at(secret, step_of(datetime.now(UTC))))
    codes = re.findall(r"<li><code>([a-z2-7-]{19})</code></li>", shown.text)
    assert len(codes) == 10 and "Your second factor is on." in shown.text
    page = browser.get(PAGE).text
    assert "10 of your codes are unused." in page and codes[0] not in page and secret not in page


def test_a_key_in_use_is_neither_shown_nor_replaced(people: People) -> None:
    browser = people.signed_in("reader")
    secret, _ = set_up(browser)
    again = send(browser, PAGE)
    assert (again.status_code, "in use" in again.text, secret in again.text) == (400, True, False)
    assert send(browser, f"{PAGE}/confirm", code="123456").status_code == 400
    assert send(browser, f"{PAGE}/other").status_code == 404


def test_the_password_makes_other_codes_and_takes_it_away(people: People) -> None:
    browser = people.signed_in("reader")
    _, old = set_up(browser)
    assert send(browser, f"{PAGE}/codes", password="wrong").status_code == 400
    assert old[0] not in send(browser, f"{PAGE}/codes", password=PASSWORD).text
    assert send(browser, f"{PAGE}/drop", password="wrong").status_code == 400
    assert "On. Each sign-in" in browser.get(PAGE).text
    assert "Your second factor is off." in send(browser, f"{PAGE}/drop", password=PASSWORD).text
    assert "There is no second factor." in send(browser, f"{PAGE}/drop", password=PASSWORD).text
    assert enter(people.browser(), "reader@example.org").request.path != "/sign-in/code"


def test_it_is_each_persons_own(people: People) -> None:
    reader, funder = people.signed_in("reader"), people.signed_in("funder")
    set_up(reader)
    assert "Off." in funder.get(PAGE).text
    assert people.browser().get(PAGE).headers["Location"].startswith("/sign-in")


def test_a_key_is_typed_in_groups_of_four() -> None:
    assert in_groups("ABCDEFGHIJ") == "ABCD EFGH IJ"
