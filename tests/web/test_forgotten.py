"""A link for a new password by e-mail, to a real mail server; and that nobody learns from it who has an account."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.mail_server import Mailbox, certificate, mail_server
from tests.web.people import PASSWORD, People, enter, send
from tests.web.test_trail import lines
from web.forgotten import ON_ITS_WAY, OUTBOX
from web.mail import MAIL, MailServer

SITE = "https://lantern.example.org"


@pytest.fixture
def mailbox(people: People, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """What the mail server took from the app, which sends without a pause."""
    pem = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with mail_server(pem) as taken:
        server = MailServer(f"smtp://lantern:p%40ss%2Fword@127.0.0.1:{taken.port}", "lantern@example.org", SITE)
        monkeypatch.setitem(people.server.config, MAIL, server)
        monkeypatch.setattr(people.server.config[OUTBOX], "pause_ms", (0, 0))
        yield taken


def asked(people: People, email: str) -> str:
    """The answer's page to whoever asks for a link, the mail sent."""
    page = send(people.browser(), "/forgotten", email=email).text
    people.server.config[OUTBOX].wait()
    return page


def test_a_link_comes_by_mail_and_sets_a_password_once(people: People, mailbox: Mailbox) -> None:
    person, browser = people.add("funder", password=None), people.browser()
    assert 'href="/forgotten"' in browser.get("/sign-in").text
    assert ON_ITS_WAY in asked(people, person.email.upper())
    (((recipient,), message),) = mailbox.taken
    text = message.get_content()
    token = re.search(rf"{SITE}/new-password\?token=([\w-]+)", text)[1]
    assert recipient == person.email
    said = text.replace(token, "").lower()
    assert [word for word in ("pat ", "funder", "network", "team", "gap") if word in said] == []
    assert "Your password is set." in send(browser, "/new-password", token=token, new=PASSWORD).text
    assert enter(browser, person.email).status_code == 200
    assert "used before" in send(browser, "/new-password", token=token, new=PASSWORD).text


def test_the_link_leads_to_the_address_that_is_set_whatever_a_browser_says(people: People, mailbox: Mailbox) -> None:
    email, browser = people.add("reader").email, people.browser()
    browser.token()
    sent = {"data": {"email": email}, "content_type": "application/x-www-form-urlencoded"}
    browser.post("/forgotten", headers={"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}, **sent)
    people.server.config[OUTBOX].wait()
    assert SITE in mailbox.taken[0][1].get_content() and "evil" not in str(mailbox.taken[0][1])


def test_known_unknown_and_disabled_are_told_the_same_and_only_one_gets_mail(people: People, mailbox: Mailbox) -> None:
    people.add("reader", email="known@example.org")
    told = {re.sub(r'value="[^"]+"', "", asked(people, email)) for email in ("known@example.org", "unknown@example.org", "no address", "")}
    assert len(told) == 1
    assert [recipients for recipients, _ in mailbox.taken] == [["known@example.org"]]


def test_the_answer_takes_as_long_for_an_account_as_for_none(people: People, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = []
    monkeypatch.setattr(people.server.config[OUTBOX], "put", waiting.append)
    seconds = {"known": [], "unknown": []}
    for number in range(24):
        # Each from another address and about another person, so that nobody waits.
        kind = ("known", "unknown")[number % 2]
        email = people.add("reader", email=f"{kind}{number}@example.org", password=None).email if kind == "known" else f"{kind}{number}@example.org"
        browser = people.browser()
        browser.environ_base["REMOTE_ADDR"] = f"127.0.0.{number + 2}"
        browser.token()
        begun = time.perf_counter()
        browser.post("/forgotten", data={"email": email}, content_type="application/x-www-form-urlencoded")
        seconds[kind].append(time.perf_counter() - begun)
    assert len(waiting) == 24
    assert abs(median(seconds["known"]) - median(seconds["unknown"])) < 0.02


def test_who_asks_too_often_waits_and_no_mailbox_is_filled(people: People, mailbox: Mailbox) -> None:
    email = people.add("reader").email
    answers = []
    for _ in range(5):
        answers.append(send(people.browser(), "/forgotten", email=email).status_code)
    people.server.config[OUTBOX].wait()
    assert answers == [200] * 3 + [429] * 2 and len(mailbox.taken) == 3


def test_a_mail_that_is_not_taken_is_told_to_the_trail_and_not_to_who_asked(people: People, mailbox: Mailbox) -> None:
    keeper, email = people.signed_in("administrator"), people.add("reader").email
    mailbox.refuses = True
    assert ON_ITS_WAY in asked(people, email)
    said = [line[5:] for line in lines(keeper.get("/audit?what=reset_link").text)]
    assert said[0][0].endswith("mail to account 2 was not taken") and said[0][1] == "refused"


def test_without_a_mail_server_there_is_no_such_page(people: People) -> None:
    browser = people.browser()
    assert [browser.get("/forgotten").status_code, send(browser, "/forgotten", email="a@example.org").status_code] == [404, 404]
    assert "Ask your network's administrator for a link." in browser.get("/sign-in").text
    assert "/forgotten" not in browser.get("/sign-in").text
