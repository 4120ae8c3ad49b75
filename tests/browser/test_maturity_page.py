"""The Maturity page in a browser: each choice by mouse and keyboard, each an address, the words of every level without a pointer."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import all_drawn, answered, choose

TEAM = "copperlea"
CHARTS = 4
PHONE = {"width": 390, "height": 844}


def opened(page: Page, search: str = "") -> Page:
    page.goto(f"/maturity{search}")
    expect(page.locator("#question")).to_have_text("Are we building what lasts?")
    all_drawn(page, CHARTS)
    return page


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("framework", "ihi_equity~2016", "“Decrease institutional racism within the organization” is lowest"),
        ("framework", "rise_to_health~2023", "15 teams were scored once, in September 2026."),
        ("view", "team", "Copperlea Hospital: up in five of five domains"),
        ("view", "both", "Copperlea Hospital beside the middle team"),
    ],
)
def test_every_choice_is_an_address_that_reload_keeps_and_back_undoes(page: Page, name: str, value: str, words: str) -> None:
    opened(page, f"?team={TEAM}")
    before = page.locator("#maturity-sentence").inner_text(), page.locator("#maturity-radar-title").inner_text()
    choose(page, name, value, on="maturity")
    said = page.locator("#maturity-sentence" if name == "framework" else "#maturity-radar-title")
    expect(said).to_contain_text(words)
    assert f"{name}={value.replace('~', '%7E')}" in page.url.replace("~", "%7E")
    page.reload()
    expect(said).to_contain_text(words)
    page.go_back()
    expect(page.locator("#maturity-sentence")).to_have_text(before[0])
    expect(page.locator("#maturity-radar-title")).to_have_text(before[1])


def test_a_choice_by_keyboard_redraws_the_radar_and_keeps_the_focus(page: Page) -> None:
    opened(page, f"?team={TEAM}")
    select = page.locator("#maturity-view")
    select.focus()
    with answered(page):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#maturity-radar-title")).to_have_text("Copperlea Hospital: up in five of five domains")
    expect(select).to_be_focused()


@pytest.mark.parametrize("way", ["mouse", "keyboard"])
def test_a_framework_chosen_by_hand_is_an_address_for_back_forward_and_another_reader(page: Page, new_page: Callable[..., Page], way: str) -> None:
    opened(page, f"?team={TEAM}")
    select, said = page.locator("#maturity-framework"), page.locator("#maturity-sentence")
    first, before = select.input_value(), said.inner_text()
    keys = ["ArrowDown"] if way == "keyboard" else ["ArrowDown", "Enter"]
    # The list of a select is the system's own: the mouse opens it, and keys go through it.
    select.focus() if way == "keyboard" else select.click()
    with answered(page):
        for key in keys:
            page.keyboard.press(key)
    expect(said).not_to_have_text(before)
    expect(select).to_be_focused()
    chosen, after, search = select.input_value(), said.inner_text(), page.url.split("/maturity")[1]
    assert chosen != first
    assert f"framework={chosen}" in unquote(search)
    page.go_back()
    expect(said).to_have_text(before)
    expect(select).to_have_value(first)
    page.go_forward()
    expect(said).to_have_text(after)
    other = opened(new_page(), search)
    expect(other.locator("#maturity-framework")).to_have_value(chosen)
    expect(other.locator("#maturity-sentence")).to_have_text(after)


def test_the_framework_is_said_by_its_select_on_a_screen_and_by_its_badge_on_a_phone(page: Page, new_page: Callable[..., Page]) -> None:
    badge = ".badge-doubled"
    opened(page)
    expect(page.locator(badge)).to_be_hidden()
    expect(page.locator("#maturity-framework")).to_be_visible()
    phone = opened(new_page(viewport=PHONE))
    expect(phone.locator(badge)).to_be_visible()
    expect(phone.locator("#maturity-framework")).to_be_hidden()


def test_a_choice_leaves_the_other_charts_where_they_are(page: Page) -> None:
    opened(page, f"?team={TEAM}")
    page.evaluate("() => { document.querySelector('#maturity-raters-chart').dataset.kept = 'yes' }")
    choose(page, "view", "both", on="maturity")
    expect(page.locator("#maturity-raters-chart[data-kept=yes]")).to_have_count(1)


def test_a_filter_is_taken_away_by_its_badge_and_all_by_reset(page: Page) -> None:
    opened(page, f"?team={TEAM}&framework=ihi_equity~2016&view=both")
    with answered(page):
        page.get_by_role("link", name="Remove the filter Radar").click()
    expect(page.locator("#maturity-view")).to_have_value("network")
    with answered(page):
        page.get_by_role("link", name="Reset").click()
    expect(page.locator("#maturity-framework")).to_have_value("community_solutions~2018")
    assert page.url.endswith(f"?team={TEAM}")


def test_my_team_is_marked_in_squares_map_and_raters(page: Page) -> None:
    opened(page, f"?team={TEAM}")
    expect(page.locator("#maturity-levels .squares .mine")).to_have_count(5)
    expect(page.locator("#maturity-heat tr.mine th")).to_contain_text("Copperlea Hospital")
    expect(page.locator("#maturity-raters-chart")).to_contain_text("2 apart")
    expect(page.locator("#maturity-progress-chart")).to_contain_text("self, coach")


def test_the_words_of_every_level_open_by_keyboard(page: Page) -> None:
    opened(page)
    page.locator("#maturity-radar .rubric-open").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    first = page.locator("#maturity-radar .rubric details").first
    expect(first.get_by_text("We have not talked about why we are here or what it asks of us.")).to_be_visible()
    expect(first.locator("dt")).to_have_count(5)


def test_the_words_of_every_level_open_by_a_tap_on_a_phone(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(viewport=PHONE, has_touch=True))
    page.locator("#maturity-radar .rubric-open").tap()
    page.locator("#maturity-radar .rubric details summary", has_text="Leading for Sustainability").tap()
    expect(page.get_by_text("The work ends when the grant ends.")).to_be_visible()


def test_on_a_phone_the_map_scrolls_in_its_place_and_names_stay(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(viewport=PHONE))
    place = page.locator("#maturity-heat .heat-scroll")
    name = page.locator("#maturity-heat tbody th").first
    before = name.bounding_box()["x"]
    place.evaluate("(element) => { element.scrollLeft = 200 }")
    # It stays, but for the space between two cells.
    assert 0 <= before - name.bounding_box()["x"] <= 3
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]


def test_shades_are_the_grammars_own_and_turn_in_the_dark(new_page: Callable[..., Page]) -> None:
    shades = {}
    for scheme in ("light", "dark"):
        page = opened(new_page(color_scheme=scheme))
        cells = page.locator("#maturity-heat .heat-key .level")
        shades[scheme] = [cell.evaluate("(element) => getComputedStyle(element).backgroundColor") for cell in cells.all()]
        assert len(set(shades[scheme])) == 5
    assert shades["light"][0] != shades["dark"][0]
