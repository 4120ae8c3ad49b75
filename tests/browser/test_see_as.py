"""The demo's switch: reached by keyboard, found in the menu of a phone, kept on the page where it was used."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

SIZES = {"laptop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}


def opened(page: Page, path: str) -> Page:
    page.goto(path)
    expect(page.locator("#question")).to_be_visible()
    menu = page.get_by_role("button", name="Menu")
    # Where there is no room for the bar it is folded.
    if menu.is_visible():
        menu.click()
    return page


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_axe_finds_nothing_with_the_switch_open(new_page: Callable[..., Page], theme: str, size: str) -> None:
    page = new_page(bypass_csp=True, viewport=SIZES[size])
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    opened(page, "/methods")
    page.locator(".who summary").click()
    expect(page.locator("#see-as")).to_be_visible()
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]] == []


@pytest.mark.parametrize(("theme", "size"), [("light", "laptop"), ("projector", "laptop"), ("light", "phone")])
def test_the_open_switch_makes_no_page_scroll_sideways(new_page: Callable[..., Page], theme: str, size: str) -> None:
    page = new_page(viewport=SIZES[size])
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    opened(page, "/methods")
    page.locator(".who summary").click()
    expect(page.locator("#see-as")).to_be_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("size", SIZES)
def test_another_role_is_chosen_by_keyboard_and_the_page_stays(new_page: Callable[..., Page], size: str) -> None:
    page = opened(new_page(viewport=SIZES[size]), "/methods?team=hazelmoor")
    page.locator(".who summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#see-as")).to_be_focused()
    page.keyboard.type("Team")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".who summary b")).to_have_text("Team member")
    assert page.url.endswith("/methods?team=hazelmoor")


def test_a_page_older_than_its_session_opens_anew_by_itself(new_page: Callable[..., Page], watch) -> None:
    page = opened(new_page(), "/compare")
    page.context.clear_cookies()
    page.locator("#compare-measure").select_option(index=2)
    page.wait_for_load_state("networkidle")
    expect(page.locator("#question")).to_be_visible()
    page.locator("#compare-measure").select_option(index=1)
    expect(page.locator("#fault")).to_have_count(0)
    watch.forgive()
