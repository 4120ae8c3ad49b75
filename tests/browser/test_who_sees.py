"""A member hides a measure by keyboard, in a real browser: from the team's page to the warning, and saved."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.test_sign_in import FITS, SIZES, objections, people, signed_in  # noqa: F401  people is a fixture
from tests.web.people import People


def save(page: Page) -> None:
    """Press the first of the form's buttons by keyboard."""
    page.get_by_role("button", name="Save").first.focus()
    page.keyboard.press("Enter")


def spotless(page: Page) -> bool:
    """True where axe finds nothing, in light and in dark, and nothing scrolls sideways."""
    for theme in ("dark", "light"):
        page.evaluate("theme => document.documentElement.dataset.theme = theme", theme)
        assert objections(page) == [], theme
    return page.evaluate(FITS)


def test_a_measure_is_hidden_by_keyboard_and_axe_finds_nothing(people: People, new_page: Callable[..., Page], watch) -> None:  # noqa: F811
    page = new_page(bypass_csp=True, viewport=SIZES["phone"])
    signed_in(page, people.add("team_member", "amberford").email, "/teams/amberford")
    page.locator(".team-choice a").focus()
    page.keyboard.press("Enter")
    first = page.locator(".one-of").first
    expect(first.get_by_label("Under our name")).to_be_checked()
    assert spotless(page)
    first.get_by_label("Under our name").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Nothing was changed yet.")
    expect(first.get_by_label("Hidden")).to_be_checked()
    expect(page.locator(".risks li")).to_contain_text("network's total")
    assert spotless(page)
    page.get_by_label("I have read this.").focus()
    page.keyboard.press("Space")
    save(page)
    expect(page.get_by_role("status")).to_contain_text("Saved.")
    expect(first.get_by_label("Hidden")).to_be_checked()
    # The page with the warning was an answer of 400.
    watch.forgive()
