"""The tour of a page: offered and never forced, by keyboard, heard by a screen reader, remembered on the device, taken again from Help."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import FITS, PAPER, drawn, sized
from tests.browsing import Watch

STEPS = 6
POINTED = """() => {
  const at = document.querySelector('[data-tour-at]').getBoundingClientRect();
  return [at.top, Math.min(at.bottom, at.top + 60), document.querySelector('.tour').getBoundingClientRect().top];
}"""


def begun(page: Page, path: str = "/") -> Page:
    drawn(page, path)
    page.get_by_role("button", name="Show me around").press("Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    return page


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_every_step_points_at_something_that_the_words_do_not_cover(new_page: Callable[..., Page], size: str) -> None:
    page = begun(new_page(**sized(size)))
    for step in range(1, STEPS + 1):
        expect(page.locator(".tour-count")).to_have_text(f"Step {step} of {STEPS}")
        top, shown, words = page.evaluate(POINTED)
        assert top >= -1 and shown <= words
        assert page.evaluate(FITS)
        page.locator("[data-tour-go='1']").press("Enter")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-tour-at]")).to_have_count(0)


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_axe_finds_nothing_in_the_offer_or_in_the_step_of_marks(new_page: Callable[..., Page], theme: str) -> None:
    # axe is put into the page as a script, which the page's own policy rightly forbids.
    page = new_page(bypass_csp=True, reduced_motion="reduce", **sized("phone"))
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    begun(page)
    for _ in range(3):
        page.get_by_role("button", name="Next").click()
    expect(page.locator(".tour .blank")).to_have_count(5)
    violations = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['target']}" for one in violations for node in one["nodes"]] == []


def test_nothing_of_it_is_brought_before_somebody_says_yes(new_page: Callable[..., Page], watch: Watch) -> None:
    page = drawn(new_page(), "/")
    assert [asked for asked in watch.requests if "tour" in asked] == []
    expect(page.get_by_role("dialog")).to_have_count(0)
    begun(page)
    assert {asked.rpartition("/")[2] for asked in watch.requests if "tour" in asked} == {"tour.js", "tour.css"}


def test_escape_ends_it_gives_the_focus_back_and_the_device_remembers(new_page: Callable[..., Page]) -> None:
    page = begun(new_page())
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("#question")).to_be_focused()
    expect(page.locator("#tour-network")).to_be_hidden()
    drawn(page, "/")
    expect(page.locator("#tour-network")).to_be_hidden()
    drawn(page, "/teams/amberford")
    expect(page.locator("#tour-team")).to_be_visible()


def test_it_holds_nobody_and_who_works_on_in_the_page_stays_there(new_page: Callable[..., Page]) -> None:
    page = begun(new_page())
    for _ in range(4):
        page.keyboard.press("Tab")
    assert not page.evaluate("() => document.querySelector('.tour').contains(document.activeElement)")
    page.locator("#network-measure").focus()
    page.locator("#network-measure").select_option("preterm_birth")
    expect(page.locator("#network-sentence")).to_contain_text("preterm birth")
    page.keyboard.press("Escape")
    expect(page.locator("#network-measure")).to_be_focused()


def test_no_is_an_answer_for_every_page(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(), "/")
    page.get_by_role("button", name="No, thanks").click()
    expect(page.locator("#tour-network")).to_be_hidden()
    drawn(page, "/teams/amberford")
    expect(page.locator("#tour-team")).to_be_hidden()


def test_help_has_it_again_and_the_last_step_can_be_left_backwards(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(), "/")
    page.get_by_role("button", name="No, thanks").click()
    page.locator(".foot").get_by_role("link", name="Help").click()
    page.get_by_role("link", name="Tour of the Network page").click()
    expect(page.locator(".tour-count")).to_have_text(f"Step 1 of {STEPS}")
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Back").click()
    expect(page.locator(".tour-count")).to_have_text(f"Step 1 of {STEPS}")
    page.get_by_role("button", name="End tour").click()
    assert "#" not in page.url
    expect(page.locator("#question")).to_be_focused()


def test_a_teams_page_has_a_shorter_one(new_page: Callable[..., Page]) -> None:
    page = begun(new_page(), "/teams/amberford")
    expect(page.locator(".tour-count")).to_have_text("Step 1 of 4")


def test_paper_and_presenting_show_nothing_of_it(new_page: Callable[..., Page]) -> None:
    page = begun(new_page())
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    expect(page.locator("#tour-network")).to_be_hidden()
    expect(page.locator(".tour")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("[data-present]").click()
    expect(page.locator(".stage-foot")).to_be_visible()
    expect(page.locator(".tour")).to_have_count(0)
    expect(page.locator("#tour-network")).to_be_hidden()
