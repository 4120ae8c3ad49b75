"""The Practices page in a browser: choices by mouse and keyboard, each an address; words that are found; pages of the ledger; a phone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import answered, is_an_address

TEAM = "hazelmoor"
PHONE = {"width": 390, "height": 844}


def opened(page: Page, search: str = "") -> Page:
    page.goto(f"/practices{search}")
    expect(page.locator("#question")).to_have_text("What are teams trying, and what came of it?")
    return page


@pytest.mark.parametrize(
    ("name", "value", "card", "words"),
    [
        ("practice", "pay_partners", "calendar", "“Pay community partners” in Q3 2026"),
        ("tested_on", "preterm_birth", "ledger", "fit what was asked"),
        ("decision", "abandon", "ledger", "three abandoned"),
        ("driver", "Food", "ledger", "Two changes fit what was asked"),
    ],
)
def test_every_choice_is_an_address_that_reload_keeps_and_back_undoes(page: Page, name: str, value: str, card: str, words: str) -> None:
    opened(page, f"?team={TEAM}")
    is_an_address(page, (name, value), f"#practices-{card}-title", words, on="practices")


def test_a_choice_by_keyboard_keeps_the_focus_and_is_taken_away_by_its_badge(page: Page) -> None:
    opened(page)
    select = page.locator("#practices-view")
    select.focus()
    with answered(page):
        page.keyboard.type("by s")
        page.keyboard.press("Enter")
    expect(page.locator("#practices-actions thead")).to_contain_text("Sector")
    expect(select).to_be_focused()
    with answered(page):
        page.get_by_role("link", name="Remove the filter Actions").click()
    expect(page.locator("#practices-actions thead")).not_to_contain_text("Sector")


def test_words_find_changes_and_an_empty_field_finds_all(page: Page) -> None:
    opened(page)
    field = page.locator("#practices-ledger-find")
    for words, count in (("cuffs", 4), ("zzz", 0), ("", 20)):
        with answered(page):
            field.fill(words)
            field.press("Enter")
        expect(page.locator("#practices-ledger tbody tr")).to_have_count(count)


def test_pages_of_the_ledger_are_turned_by_keyboard_and_lead_back_to_the_card(page: Page) -> None:
    opened(page, f"?team={TEAM}")
    page.get_by_role("link", name="Later changes").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#practices-ledger .pager")).to_contain_text("49 changes, page 2 of 3")
    expect(page.locator("#practices-ledger")).to_be_in_viewport()


def test_a_measure_leads_to_the_team_s_chart_that_bears_the_change(page: Page) -> None:
    opened(page, f"?team={TEAM}&find=pharmacist")
    page.locator("#practices-ledger tbody ul a").first.click()
    expect(page.locator("#question")).to_contain_text("Is Hazelmoor Clinics' gap closing?")
    expect(page.locator("main")).to_contain_text("Evening pharmacist clinic at two sites")


def test_my_team_is_marked_and_marks_have_their_words(page: Page) -> None:
    opened(page, f"?team={TEAM}&practice=stratify")
    expect(page.locator("#practices-calendar tr.mine th")).to_have_text("Hazelmoor Clinics")
    expect(page.locator("#practices-ledger tr.mine th").first).to_have_text("Hazelmoor Clinics")
    expect(page.locator("#practices-calendar .key")).to_have_text("not in useplannedbeing testedin usepart of daily work")


def test_on_a_phone_changes_are_blocks_and_the_calendar_scrolls_in_its_place(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(viewport=PHONE))
    cell = page.locator("#practices-ledger tbody td").first
    assert cell.evaluate("(one) => [getComputedStyle(one).display, getComputedStyle(one, '::before').content]") == ["block", '"Began: "']
    place = page.locator("#practices-calendar .grid-scroll")
    place.focus()
    expect(place).to_be_focused()
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
