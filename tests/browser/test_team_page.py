"""The page of one team in a browser: every control, the way there and back, every width."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import answered

OVERLAPS = Path(__file__).with_name("overlaps.js").read_text(encoding="utf-8")
DRAWN = "() => [...document.querySelectorAll('.chart')].every((chart) => chart.querySelector('svg.main-svg'))"
LAPTOP = {"viewport": {"width": 1440, "height": 900}}


def opened(page: Page, path: str) -> Page:
    page.goto(path)
    expect(page.locator("#question")).to_be_visible()
    page.wait_for_function(DRAWN)
    return page


@pytest.fixture
def team(new_page: Callable[..., Page]) -> Page:
    """Hazelmoor's page, drawn."""
    return opened(new_page(**LAPTOP), "/teams/hazelmoor")


@pytest.mark.parametrize(
    ("name", "value"), [("measure", "missed_visits"), ("stratifier", "payer"), ("group", "hispanic"), ("reference", "overall")], ids=lambda value: str(value)
)
def test_every_choice_stands_in_the_address_and_survives_back_and_reload(team: Page, name: str, value: str) -> None:
    before = team.locator("#team-sentence").inner_text()
    with answered(team):
        team.locator(f"#team-{name}").select_option(value)
    expect(team).to_have_url(f"{team.url.split('?')[0]}?{name}={value}")
    expect(team.locator("#team-sentence")).not_to_have_text(before)
    after = team.locator("#team-sentence").inner_text()
    team.reload()
    expect(team.locator(f"#team-{name}")).to_have_value(value)
    expect(team.locator("#team-sentence")).to_have_text(after)
    team.go_back()
    expect(team.locator("#team-sentence")).to_have_text(before)


def test_a_measure_is_chosen_by_keyboard(team: Page) -> None:
    team.locator("#team-measure").focus()
    with answered(team):
        team.keyboard.press("ArrowDown")
    expect(team).to_have_url(f"{team.url.split('?')[0]}?measure=preterm_birth")
    expect(team.locator("#team-measure")).to_be_focused()


def test_a_row_of_the_table_opens_its_measure_without_a_new_page(team: Page) -> None:
    team.evaluate("() => { window.kept = true }")
    with answered(team):
        team.locator("#team-measures-body a", has_text="Diabetes").click()
    expect(team.locator("#team-measure")).to_have_value("diabetes_poor")
    expect(team.locator("#team-run-head")).to_contain_text("Diabetes out of control")
    assert team.evaluate("() => window.kept")
    # The way back keeps the measure that is shown now.
    assert "measure=diabetes_poor" in team.locator(".crumbs a", has_text="Teams").get_attribute("href")


def test_this_team_becomes_my_team_and_stays_it(team: Page) -> None:
    team.get_by_role("link", name="Make this my team").click()
    expect(team.locator("#team-mine")).to_have_text("my team")
    expect(team.locator("#my-team")).to_have_value("hazelmoor")
    with answered(team):
        team.locator("#team-measure").select_option("missed_visits")
    expect(team.locator("#team-mine")).to_have_text("my team")


def test_a_peer_leads_to_its_own_page_with_the_same_measure(team: Page) -> None:
    team.locator("#team-peers-body a", has_text="Kettlebrook").click()
    expect(team.locator("#question")).to_have_text("Is Kettlebrook Health's gap closing?")
    expect(team.locator("#team-measure")).to_have_value("bp_control")


def test_an_unknown_team_leads_to_one_that_is_there(new_page: Callable[..., Page]) -> None:
    page = new_page(**LAPTOP)
    page.goto("/teams/nobody?measure=missed_visits")
    expect(page.locator("#question")).to_have_text("There is no such team here")
    page.get_by_role("link", name="Amberford County Health").click()
    expect(page.locator("#question")).to_have_text("Is Amberford County Health's gap closing?")
    expect(page.locator("#team-measure")).to_have_value("missed_visits")


@pytest.mark.parametrize("size", [(390, 844), (768, 1024), (1024, 768), (1280, 720)], ids=str)
@pytest.mark.parametrize(
    "path",
    ["dunmarrow?measure=preterm_birth", "kettlebrook?measure=severe_morbidity", "umberline?measure=bp_control", "narrowgate?measure=bp_control", "garnet-row"],
)
def test_no_text_lies_on_another_whatever_a_team_reported(new_page: Callable[..., Page], path: str, size: tuple[int, int]) -> None:
    page = opened(new_page(viewport={"width": size[0], "height": size[1]}), f"/teams/{path}")
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(300)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_flags_letters_are_legible_in_dark(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(**LAPTOP, color_scheme="dark"), "/teams/hazelmoor?measure=bp_control")
    letter = page.locator("#team-run-chart .annotation-text", has_text="A").filter(has_text="A").first
    fills = page.locator("#team-run-chart .annotation-text").evaluate_all(
        "(texts) => texts.filter((text) => text.textContent === 'A').map((text) => getComputedStyle(text).fill)"
    )
    expect(letter).to_be_visible()
    assert fills == ["rgb(21, 23, 27)"]
