"""Setting up a second factor and signing in with it, by keyboard, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from data_access.accounts.totp import code_at, step_of
from tests.browser.test_sign_in import FITS, SIZES, objections, people, signed_in  # noqa: F401  people is a fixture
from tests.web.people import People


def code_after(secret: str, steps: int) -> str:
    return code_at(secret, step_of(datetime.now(UTC)) + steps)


def sent(page: Page, words: str) -> None:
    """Press a button by keyboard."""
    page.get_by_role("button", name=words).focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_it_is_set_up_and_asked_for_by_keyboard_and_axe_finds_nothing(people: People, new_page: Callable[..., Page], theme: str, size: str) -> None:  # noqa: F811
    email = people.add("reader").email
    page = new_page(bypass_csp=True, viewport=SIZES[size])
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    signed_in(page, email, "/account/second-factor")
    sent(page, "Set it up")
    expect(page.get_by_role("img", name="square code")).to_be_visible()
    assert objections(page) == [] and ((theme, size) == ("projector", "phone") or page.evaluate(FITS))
    secret = page.locator(".key-to-type code").inner_text().replace(" ", "")
    page.locator("#code").fill(code_after(secret, 0))
    page.keyboard.press("Enter")
    expect(page.locator(".codes li")).to_have_count(10)
    assert objections(page) == [] and ((theme, size) == ("projector", "phone") or page.evaluate(FITS))
    page.goto("/account/second-factor")
    assert objections(page) == []
    sent(page, "Sign out")
    expect(page.locator("#email")).to_be_visible()
    signed_in(page, email)
    expect(page.locator("#code")).to_be_focused()
    assert objections(page) == []
    page.keyboard.type(code_after(secret, 1))
    page.keyboard.press("Enter")
    expect(page.locator("#code")).to_have_count(0)
    expect(page.locator("#question")).to_be_visible()


def test_the_square_code_is_dark_on_light_in_the_dark(people: People, page: Page) -> None:  # noqa: F811
    page.add_init_script("localStorage.setItem('lantern-theme', 'dark')")
    signed_in(page, people.add("reader").email, "/account/second-factor")
    sent(page, "Set it up")
    expect(page.get_by_role("img", name="square code")).to_be_visible()
    fills = page.locator(".square-code path").evaluate_all("paths => paths.map(one => getComputedStyle(one).fill + getComputedStyle(one).stroke)")
    assert any("rgb(255, 255, 255)" in fill for fill in fills) and any("rgb(0, 0, 0)" in fill for fill in fills)


def test_a_session_is_ended_from_another_by_keyboard(people: People, new_page: Callable[..., Page], watch) -> None:  # noqa: F811
    email = people.add("reader").email
    here, there = new_page(), new_page()
    signed_in(there, email, "/account")
    signed_in(here, email, "/account")
    expect(here.get_by_role("row")).to_have_count(3)
    here.get_by_role("button", name="End the session of Chrome on Linux").focus()
    here.keyboard.press("Enter")
    expect(here.get_by_role("status")).to_contain_text("The session is ended.")
    expect(here.get_by_role("row")).to_have_count(2)
    there.reload()
    expect(there.locator("#email")).to_be_visible()
    watch.forgive()
