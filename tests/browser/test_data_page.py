"""The Data page in a browser: each choice by mouse and keyboard, each an address; tables that scroll by keyboard, and as blocks on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import all_drawn, answered, is_an_address

TEAM = "hazelmoor"
CHARTS = 2
PHONE = {"width": 390, "height": 844}
BODY = "#data-{}-body"


def opened(page: Page, search: str = "") -> Page:
    page.goto(f"/data{search}")
    expect(page.locator("#question")).to_have_text("Can we trust these numbers?")
    all_drawn(page, CHARTS)
    return page


@pytest.mark.parametrize(
    ("name", "value", "card", "words"),
    [
        ("measure", "preterm_birth", "quality", "Reports on preterm birth:"),
        ("stratifier", "place", "unknown", "1% of patients have no recorded group"),
        ("view", "measure", "calendar", "Twelve of 13 teams reported for Q3 2026"),
    ],
)
def test_every_choice_is_an_address_that_reload_keeps_and_back_undoes(page: Page, name: str, value: str, card: str, words: str) -> None:
    opened(page, f"?team={TEAM}")
    is_an_address(page, (name, value), f"#data-{card}-title", words, on="data")


def test_a_choice_by_keyboard_keeps_the_focus_and_is_taken_away_by_its_badge(page: Page) -> None:
    opened(page)
    select = page.locator("#data-view")
    select.focus()
    with answered(page):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#data-calendar .card-subtitle")).to_contain_text("Reports on blood pressure under control")
    expect(select).to_be_focused()
    with answered(page):
        page.get_by_role("link", name="Remove the filter Calendar and notes").click()
    expect(page.locator("#data-calendar .card-subtitle")).to_contain_text("Reports on all measures together")


def test_my_team_is_marked_and_has_its_chart(page: Page) -> None:
    opened(page, f"?team={TEAM}")
    for card in ("calendar", "due", "quality", "notes"):
        expect(page.locator(BODY.format(card) + " tr.mine th")).to_contain_text("Hazelmoor Clinics")
    expect(page.locator("#data-unknown-team-chart")).to_contain_text("7%")
    expect(page.locator("#data-unknown-network-chart")).to_contain_text("9.1%")


def test_a_teams_row_leads_to_its_page_by_keyboard(page: Page) -> None:
    opened(page)
    page.locator("#data-calendar tbody a", has_text="Dunmarrow Hospital").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#question")).to_contain_text("Is Dunmarrow Hospital's gap closing?")
    assert "/teams/dunmarrow" in page.url


def test_every_report_says_its_state_to_whoever_cannot_see_it(page: Page) -> None:
    opened(page)
    cell = page.get_by_role("row", name="Stonewren Health Department").first.get_by_role("cell").nth(8)
    expect(cell).to_have_accessible_name("not reported")
    expect(cell).to_have_attribute("title", "Q3 2026: not reported.")


def test_on_a_phone_the_calendar_scrolls_in_its_place_and_rows_of_tables_are_blocks(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(viewport=PHONE))
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]
    place = page.locator("#data-calendar .grid-scroll")
    place.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('#data-calendar .grid-scroll').scrollLeft > 0")
    row = page.locator("#data-due tbody tr", has_text="Stonewren")
    assert row.locator("td").first.evaluate("(cell) => getComputedStyle(cell, '::before').content") == '"Late with: "'
    # Drawn as blocks, and still a table.
    expect(page.get_by_role("table", name="What each team owes, in alphabetical order")).to_be_visible()
    expect(page.get_by_role("row", name="Stonewren").nth(1).get_by_role("cell").nth(1)).to_contain_text("151")


def test_the_files_are_one_click_away(page: Page) -> None:
    opened(page, f"?team={TEAM}")
    links = page.locator("section.card .card-foot a[download]")
    assert [link.get_attribute("href").split("?")[0] for link in links.all()] == [
        f"/csv/data/{card}" for card in ("calendar", "due", "unknown", "quality", "notes", "changes", "loads")
    ]
    with page.expect_download() as download:
        links.nth(1).click()
    assert re.fullmatch(r"lantern-data-due-bp-control-\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename)
