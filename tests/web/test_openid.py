"""Signing in at a real OpenID provider that runs beside the tests, and what is refused of what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from flask import Flask

from data_access.accounts.changes import disable
from tests.asking import ReaderClient
from tests.openid_provider import CLIENT_ID, CLIENT_SECRET, Provider, free_port, running_provider
from tests.web.people import KEEPER, People, send
from web import openid, openid_client
from web.openid import DOWN, NOT_DONE
from web.openid_client import OPENID, OpenIdProvider

SITE = "http://localhost:8050"
DATA = "/csv/network/gap"
AUDIENCE = {"aud": {"essential": True, "value": "another program"}}


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    with running_provider(SITE) as running:
        yield running


@pytest.fixture
def organization(people: People, provider: Provider, monkeypatch: pytest.MonkeyPatch) -> People:
    """The app, which knows the provider."""
    monkeypatch.setitem(people.server.config, OPENID, OpenIdProvider(provider.issuer, CLIENT_ID, CLIENT_SECRET, SITE))
    return people


def at_provider(address: str, name: str) -> str:
    """Sign in there as this person and agree; where the provider leads back to."""
    there = requests.Session()
    answer = there.get(address, allow_redirects=False)
    for _ in range(20):
        if answer.is_redirect:
            target = urljoin(answer.url, answer.headers["Location"])
            if target.startswith(SITE):
                return target
            answer = there.get(target, allow_redirects=False)
            continue
        form = re.search(r'action="([^"]+)"', answer.text)[1]
        fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(\w+)"', answer.text)) | {"login": name, "password": "x"}
        answer = there.post(urljoin(answer.url, form), data=fields, allow_redirects=False)
    raise AssertionError("The provider led nowhere.")


def begin(browser: ReaderClient, target: str = "/") -> str:
    """Where the app leads to at the provider."""
    led = browser.get("/sign-in/openid", query_string={"next": target})
    assert led.status_code == 302
    return led.headers["Location"]


def come_back(browser: ReaderClient, address: str):
    """The answer to whoever comes back with this address."""
    return browser.get(address.removeprefix(SITE))


def test_the_first_time_a_verified_email_finds_the_account_and_then_the_identity_alone(organization: People) -> None:
    organization.add("reader", email="ann@example.org", password=None)
    browser = organization.browser()
    assert "/sign-in/openid?next=" in browser.get("/sign-in").text
    landed = come_back(browser, at_provider(begin(browser, "/compare?team=hazelmoor"), "ann"))
    assert (landed.status_code, landed.headers["Location"]) == (303, "/compare?team=hazelmoor")
    assert browser.get(DATA).status_code == 200
    again = organization.browser()
    assert come_back(again, at_provider(begin(again), "ann")).status_code == 303
    other = organization.browser()
    # The same e-mail under another of the provider's numbers.
    refused = come_back(other, at_provider(begin(other), "unverified-ann"))
    assert (refused.status_code, other.get(DATA).status_code) == (403, 401)


def test_the_question_has_state_nonce_and_pkce_and_asks_for_no_more_than_the_email(organization: People) -> None:
    asked = parse_qs(urlsplit(begin(organization.browser())).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) >= 43
    assert len(asked["state"][0]) >= 20 and len(asked["nonce"][0]) >= 20
    assert (asked["scope"], asked["redirect_uri"]) == (["openid email"], [f"{SITE}/sign-in/openid/back"])


@pytest.mark.parametrize("name", ["nobody", "unverified-ann"])
def test_nobody_gets_an_account_by_signing_in_there_and_an_unverified_email_is_none(organization: People, name: str) -> None:
    keeper = organization.signed_in("administrator")
    organization.add("reader", email="ann@example.org", password=None)
    before = keeper.get("/accounts").text.count("<tr>")
    browser = organization.browser()
    answer = come_back(browser, at_provider(begin(browser), name))
    assert (answer.status_code, "No account here belongs to this sign-in." in answer.text) == (403, True)
    assert browser.get(DATA).status_code == 401
    assert keeper.get("/accounts").text.count("<tr>") == before


def test_a_disabled_account_is_not_let_in_there_either(organization: People) -> None:
    person = organization.add("reader", email="gone@example.org", password=None)
    disable(KEEPER, person.account_id, datetime.now(UTC))
    browser = organization.browser()
    assert come_back(browser, at_provider(begin(browser), "gone")).status_code == 403


def test_an_answer_belongs_to_the_browser_that_asked_and_holds_once(organization: People) -> None:
    organization.add("reader", email="ann@example.org", password=None)
    browser, other = organization.browser(), organization.browser()
    back = at_provider(begin(browser), "ann")
    begin(other)
    assert [come_back(one, back).status_code for one in (other, organization.browser())] == [400, 400]
    assert come_back(browser, back).status_code == 303
    assert come_back(browser, back).status_code == 400
    assert other.get(DATA).status_code == 401


@pytest.mark.parametrize("change", [{"code": "guessed"}, {"state": "guessed"}, {"code": ""}, {"state": ""}])
def test_a_code_or_state_that_is_none_opens_nothing(organization: People, change: dict[str, str]) -> None:
    organization.add("reader", email="ann@example.org", password=None)
    browser = organization.browser()
    back = {name: values[0] for name, values in parse_qs(urlsplit(at_provider(begin(browser), "ann")).query).items()}
    answer = browser.get("/sign-in/openid/back", query_string=back | change)
    assert (answer.status_code, NOT_DONE in answer.text.replace("&#39;", "'")) == (400, True)
    assert browser.get(DATA).status_code == 401


def test_another_nonce_another_audience_another_issuer_and_an_old_token_are_refused(organization: People, monkeypatch: pytest.MonkeyPatch) -> None:
    organization.add("reader", email="ann@example.org", password=None)
    known = organization.server.config[OPENID]

    def answered(change) -> int:
        browser = organization.browser()
        back = at_provider(begin(browser), "ann")
        with monkeypatch.context() as changed:
            change(browser, changed)
            return come_back(browser, back).status_code

    def other_nonce(browser: ReaderClient, _: pytest.MonkeyPatch) -> None:
        with browser.session_transaction() as kept:
            for name in (name for name in kept if name.startswith("_state_")):
                kept[name] = {**kept[name], "data": {**kept[name]["data"], "nonce": "another"}}

    def other_audience(_: ReaderClient, changed: pytest.MonkeyPatch) -> None:
        def asked(server: Flask) -> object:
            client = openid_client.provider_client(server)
            told = client.parse_id_token
            client.parse_id_token = lambda token, nonce, **more: told(token, nonce, **{**more, "claims_options": AUDIENCE})
            return client

        changed.setattr(openid, "provider_client", asked)

    def other_issuer(_: ReaderClient, changed: pytest.MonkeyPatch) -> None:
        named = OpenIdProvider(known.issuer.replace("127.0.0.1", "localhost"), CLIENT_ID, CLIENT_SECRET, SITE)
        changed.setitem(organization.server.config, OPENID, named)

    def later(_: ReaderClient, changed: pytest.MonkeyPatch) -> None:
        changed.setattr(openid_client, "LEEWAY", -7200)

    assert [answered(change) for change in (other_nonce, other_audience, other_issuer, later)] == [400] * 4
    assert answered(lambda *_: None) == 303


def test_whoever_signs_out_here_is_offered_to_sign_out_there(organization: People, provider: Provider) -> None:
    organization.add("reader", email="ann@example.org", password=None)
    browser = organization.browser()
    come_back(browser, at_provider(begin(browser), "ann"))
    page = send(browser, "/sign-out").text
    assert 'href="/sign-out/openid"' in page
    led = browser.get("/sign-out/openid").headers["Location"]
    asked = parse_qs(urlsplit(led).query)
    assert led.startswith(f"{provider.issuer}/session/end?") and asked["post_logout_redirect_uri"] == [f"{SITE}/sign-in"]
    assert requests.get(led).status_code == 200
    assert "/sign-out/openid" not in browser.get("/sign-in").text
    assert "/sign-out/openid" not in send(organization.signed_in("reader"), "/sign-out").text


def test_a_provider_that_does_not_answer_is_said_so_and_the_password_still_works(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    nowhere = OpenIdProvider(f"http://127.0.0.1:{free_port()}", CLIENT_ID, CLIENT_SECRET, SITE)
    monkeypatch.setitem(people.server.config, OPENID, nowhere)
    browser = people.browser()
    for path in ("/sign-in/openid", "/sign-in/openid/back?code=x&state=y", "/sign-out/openid"):
        answer = browser.get(path)
        assert (answer.status_code, DOWN in answer.text.replace("&#39;", "'")) == (503, True)
    assert people.signed_in("reader").get(DATA).status_code == 200


def test_a_refusal_at_the_provider_leads_back_to_sign_in(organization: People) -> None:
    answer = organization.browser().get("/sign-in/openid/back?error=access_denied&error_description=%3Cscript%3E")
    assert (answer.status_code, "<script>" in answer.text) == (400, False)


@pytest.mark.parametrize("path", ["/sign-in/openid", "/sign-in/openid/back", "/sign-out/openid"])
def test_without_a_provider_there_is_no_such_door(people: People, path: str) -> None:
    assert people.browser().get(path).status_code == 404
    assert "/sign-in/openid" not in people.browser().get("/sign-in").text
