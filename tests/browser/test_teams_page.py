"""The directory of teams in a browser: every filter by mouse and keyboard, each an address, and each taken back again."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import answered

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def teams(page: Page) -> Page:
    """The directory of the demo, 1280 wide."""
    return opened(page)


def opened(page: Page, search: str = "") -> Page:
    page.goto(f"/teams{search}")
    expect(page.locator("#question")).to_have_text("Who is in the network, and what do they work on?")
    return page


def names(page: Page) -> list[str]:
    return page.locator(".team-name").all_inner_texts()


def choose(page: Page, name: str, words: str) -> None:
    """Choose the last option of these words: a select that leaves nothing out says them in its unseen first one too."""
    value = page.locator(f"#teams-{name} option", has_text=words).last.get_attribute("value")
    with answered(page):
        page.locator(f"#teams-{name}").select_option(value)


@pytest.mark.parametrize(
    ("name", "words", "search", "count"),
    [
        ("measure", "Preterm birth", "measure=preterm_birth", 15),
        ("view", "Only those that work on it", "view=working", 13),
        ("sector", "Hospital", "sector=Hospital", 3),
        ("setting", "Rural", "setting=rural", 3),
        ("cohort", "2", "cohort=2", 7),
        ("order", "By setting", "order=setting", 15),
    ],
)
def test_every_choice_is_an_address_that_reload_keeps_and_back_undoes(teams: Page, name: str, words: str, search: str, count: int) -> None:
    before = names(teams)
    choose(teams, name, words)
    expect(teams.locator(".team-name")).to_have_count(count)
    expect(teams.locator(".team-part")).to_have_count(4 if name == "order" else 0)
    assert teams.url.endswith(f"/teams?{search}")
    after = names(teams)
    teams.reload()
    expect(teams.locator(".team-name")).to_have_text(after)
    teams.go_back()
    expect(teams.locator(".team-name")).to_have_text(before)


def test_a_filter_is_taken_away_by_its_badge_and_all_by_reset(teams: Page) -> None:
    choose(teams, "setting", "Rural")
    choose(teams, "cohort", "2")
    with answered(teams):
        teams.get_by_role("link", name="Remove the filter Setting: rural").click()
    expect(teams.locator("#teams-setting")).to_have_value("")
    expect(teams.locator(".team-name")).to_have_count(7)
    with answered(teams):
        teams.locator(".badges .reset").click()
    expect(teams.locator(".team-name")).to_have_count(15)


def test_the_keyboard_alone_chooses_finds_and_opens_a_team(teams: Page) -> None:
    teams.locator("#teams-setting").focus()
    with answered(teams):
        teams.keyboard.press("r")
        teams.keyboard.press("Enter")
    expect(teams.locator(".team-name")).to_have_count(3)
    teams.locator("#teams-directory-find").focus()
    with answered(teams):
        teams.keyboard.type("ox")
        teams.keyboard.press("Enter")
    expect(teams.locator(".team-name")).to_have_text(["Oxmeadow Health Center"])
    teams.locator(".team-name").focus()
    teams.keyboard.press("Enter")
    expect(teams).to_have_url(re.compile("/teams/oxmeadow"))


def test_where_nothing_fits_there_is_a_way_back(teams: Page) -> None:
    with answered(teams):
        teams.locator("#teams-directory-find").fill("zzz")
        teams.locator("#teams-directory-find").press("Enter")
    expect(teams.locator(".nothing-found")).to_contain_text("Looked for: teams named “zzz”.")
    with answered(teams):
        teams.get_by_role("link", name="Show all teams").click()
    expect(teams.locator(".team-name")).to_have_count(15)
    expect(teams.locator("#teams-directory-find")).to_have_value("")


def test_my_team_is_marked_and_kept_on_the_way_to_a_team(teams: Page) -> None:
    with answered(teams):
        teams.locator("#my-team").select_option("hazelmoor")
    expect(teams.locator(".team-row.mine .team-name")).to_have_text("Hazelmoor Clinics")
    expect(teams.locator(".team-name").first).to_have_attribute("href", re.compile("team=hazelmoor"))


def test_on_a_phone_a_team_is_a_block_of_lines_and_nothing_scrolls_sideways(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(viewport=PHONE))
    expect(page.locator(".team-heads")).to_be_hidden()
    first = page.locator(".team-row").first
    assert first.bounding_box()["width"] > 340
    expect(first.locator(".team-aim .fact-name")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_every_name_on_a_phone_is_large_enough_for_a_finger(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(viewport=PHONE))
    assert min(box["height"] for box in (name.bounding_box() for name in page.locator(".team-name").all())) >= 24
