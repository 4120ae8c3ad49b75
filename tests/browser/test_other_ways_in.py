"""A forgotten password, the organization's own sign-in, and what a member finds who comes back: by keyboard, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from data_access.accounts.tables import account
from data_access.store import keeping_accounts
from tests.browser.test_sign_in import FITS, SIZES, objections, people, signed_in  # noqa: F401  people is a fixture
from tests.mail_server import Mailbox, certificate, mail_server
from tests.openid_provider import CLIENT_ID, CLIENT_SECRET, running_provider
from tests.web.people import PASSWORD, People
from web.forgotten import OUTBOX
from web.mail import MAIL, MailServer
from web.openid_client import OPENID, OpenIdProvider


@pytest.fixture
def mailbox(people: People, live_app: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:  # noqa: F811
    """What a real mail server took from the app."""
    pem = certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    with mail_server(pem) as taken:
        server = MailServer(f"smtp://lantern:p%40ss%2Fword@127.0.0.1:{taken.port}", "lantern@example.org", live_app)
        monkeypatch.setitem(people.server.config, MAIL, server)
        monkeypatch.setattr(people.server.config[OUTBOX], "pause_ms", (0, 0))
        yield taken


def by_keyboard(page: Page, words: str) -> None:
    """Follow a link of these words by keyboard."""
    page.get_by_role("link", name=words).focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("size", SIZES)
def test_a_forgotten_password_is_set_anew_by_a_link_that_comes_by_mail(people: People, mailbox: Mailbox, new_page: Callable[..., Page], size: str) -> None:  # noqa: F811
    email = people.add("funder", password=None).email
    page = new_page(bypass_csp=True, viewport=SIZES[size])
    page.goto("/sign-in")
    by_keyboard(page, "Forgot your password, or have none yet?")
    expect(page.locator("#email")).to_be_focused()
    assert objections(page) == [] and page.evaluate(FITS)
    page.keyboard.type(email)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    assert objections(page) == [] and page.evaluate(FITS)
    people.server.config[OUTBOX].wait()
    ((_, message),) = mailbox.taken
    page.goto(re.search(r"http://\S+/new-password\?token=[\w-]+", message.get_content())[0])
    assert objections(page) == []
    page.locator("#new").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your password is set.")).to_be_visible()
    signed_in(page, email)
    expect(page.locator("#question")).to_be_visible()


def test_whoever_has_an_account_at_the_organization_signs_in_there_and_comes_back_to_the_page(
    people: People,  # noqa: F811
    live_app: str,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Two sites, as in real life: the provider is at 127.0.0.1, the app at localhost.
    site = live_app.replace("127.0.0.1", "localhost")
    people.add("reader", email="ann@example.org", password=None)
    context = browser.new_context(base_url=site, bypass_csp=True)
    with running_provider(site) as provider:
        monkeypatch.setitem(people.server.config, OPENID, OpenIdProvider(provider.issuer, CLIENT_ID, CLIENT_SECRET, site))
        page = context.new_page()
        page.goto("/compare?team=hazelmoor")
        assert objections(page) == []
        by_keyboard(page, "Sign in with your organization's account")
        page.locator("[name=login]").fill("ann")
        page.locator("[name=password]").fill("anything")
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Continue").click()
        expect(page.locator("#question")).to_be_visible()
        assert page.url == f"{site}/compare?team=hazelmoor"
        expect(page.locator(".who summary")).to_contain_text("Pat reader")
    context.close()


def test_a_member_who_comes_back_reads_what_is_new_and_is_led_to_it_by_keyboard(people: People, new_page: Callable[..., Page]) -> None:  # noqa: F811
    member = people.add("team_member", "hazelmoor")
    with keeping_accounts() as connection:
        long_ago = datetime.now(UTC) - timedelta(days=400)
        connection.execute(account.update().where(account.c.account_id == member.account_id).values(last_sign_in=long_ago))
    page = signed_in(new_page(bypass_csp=True), member.email)
    news = page.locator("[aria-labelledby=team-news-title]")
    expect(news).to_contain_text("New since your last visit on")
    assert objections(page) == []
    link = news.get_by_role("link").first
    card = link.get_attribute("href").removeprefix("#")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#{card}")).to_be_in_viewport()
