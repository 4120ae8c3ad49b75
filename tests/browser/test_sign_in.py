"""Signing in, the pages of forms, and a session that ends, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from dash import Dash
from playwright.sync_api import Page, expect

from tests.web.people import PASSWORD, People, production_people

SIZES = {"laptop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}
FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"

# Fields whose outline, seven pixels wide with what is clear within it, would reach the words over them.
CLEAR = """(fields) => fields.filter((field) => {
  const [box, over] = [field.querySelector("input, select"), field.querySelector("input, select").previousElementSibling];
  return box.getBoundingClientRect().top - over.getBoundingClientRect().bottom < 7;
}).map((field) => field.textContent)"""


@pytest.fixture
def people(app: Dash, live_app: str, demo_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> People:
    """The served app in production mode, with accounts."""
    return production_people(app, demo_url, tmp_path, monkeypatch)


def signed_in(page: Page, email: str, path: str = "/") -> Page:
    """The page after signing in by keyboard alone, on the way to this address."""
    page.goto(path)
    expect(page.locator("#email")).to_be_focused()
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#password")).to_have_count(0)
    return page


def objections(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def test_the_outline_of_what_has_the_focus_lies_on_no_word(people: People, page: Page) -> None:
    reader = people.add("reader")
    page.goto("/sign-in")
    for path in ("/sign-in", "/account"):
        if path == "/account":
            signed_in(page, reader.email, path)
        assert page.locator(".field").count() > 1
        assert page.locator(".field").evaluate_all(CLEAR) == []


def test_a_phones_bar_leaves_room_around_the_name(people: People, new_page: Callable[..., Page]) -> None:
    page = signed_in(new_page(viewport=SIZES["phone"]), people.add("administrator").email, "/accounts")
    box = page.locator(".brand").bounding_box()
    assert box["height"] >= 44
    assert page.locator(".menu").bounding_box()["y"] >= box["y"] + box["height"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_axe_finds_nothing_on_the_pages_of_forms_and_none_scrolls_sideways(people: People, new_page: Callable[..., Page], watch, theme: str, size: str) -> None:
    keeper = people.add("administrator")
    page = new_page(bypass_csp=True, viewport=SIZES[size])
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    page.goto("/sign-in")
    assert objections(page) == []
    signed_in(page, keeper.email, "/accounts")
    for path in ("/accounts", f"/accounts/{keeper.account_id}", "/audit", "/account", "/account/second-factor", "/new-password?token=x"):
        page.goto(path)
        assert objections(page) == [], path
        assert (theme, size) == ("projector", "phone") or page.evaluate(FITS), path
    # A page that is not this role's is told so, and the browser notes the status.
    page.goto("/teams")
    assert objections(page) == []
    watch.forgive()


def test_each_page_of_forms_has_one_heading_and_every_field_a_label(people: People, page: Page) -> None:
    signed_in(page, people.add("administrator").email)
    for path in ("/accounts", "/audit", "/account"):
        page.goto(path)
        assert page.locator("h1").count() == 1
        for field in page.locator("input:visible, select:visible").all():
            assert page.locator(f"label[for='{field.get_attribute('id')}']").count() == 1


def test_a_session_that_ended_leads_to_sign_in_and_back_to_the_same_view(people: People, page: Page, watch) -> None:
    email = people.add("team_member", "hazelmoor").email
    signed_in(page, email, "/compare?team=hazelmoor")
    expect(page.locator("#question")).to_be_visible()
    expect(page.locator(".who summary")).to_contain_text("Pat team_member")
    page.context.clear_cookies()
    page.locator("#compare-measure").select_option(index=2)
    expect(page.locator("#email")).to_be_visible()
    assert "next=%2Fcompare%3Fteam%3Dhazelmoor%26measure%3D" in page.url
    page.locator("#email").fill(email)
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_be_visible()
    assert "/compare?team=hazelmoor&measure=" in page.url
    watch.forgive()


def test_signing_out_leaves_nothing_behind_the_back_button(people: People, page: Page, watch) -> None:
    signed_in(page, people.add("reader").email, "/methods")
    expect(page.locator("#question")).to_be_visible()
    page.locator(".who summary").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("#email")).to_be_visible()
    page.go_back()
    expect(page.locator("#email")).to_be_visible()
    watch.forgive()


def test_a_fault_of_the_server_is_said_with_its_number(people: People, page: Page, watch, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(page, people.add("reader").email, "/compare")
    expect(page.locator("#question")).to_be_visible()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("web.pages.remembered", broken)
    page.locator("#compare-measure").select_option(index=2)
    expect(page.get_by_role("alert")).to_contain_text("Say this number when you ask about it: ")
    watch.forgive()
