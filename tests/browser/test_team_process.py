"""The chart with limits of a team in a browser: its choices by mouse and keyboard, its rules with and without pointing, every width and theme."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data_access import store
from data_access.engine import open_engine
from tests.browser.drawn import answered
from tests.browser.test_team_page import LAPTOP, OVERLAPS, opened
from tests.data_access.builder import Builder
from tests.pages.test_team_process import HIGHER, STILL, team_over_time

LONG = "/teams/a?measure=long"
THEME = "() => localStorage.setItem('lantern-theme', 'projector')"


@pytest.fixture
def long_team(live_app: str, demo_url: str, sqlite_template: Path, tmp_path: Path) -> Iterator[None]:
    """The app serves one team with twenty quarters, a step after its first change, and a last value beyond its limits."""
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'long.db')}"
    engine = open_engine(url)

    def written(**network: object) -> tuple[Builder, None]:
        made = Builder(engine, **network)
        made.measure()
        return made, None

    team_over_time(written, [*STILL, *HIGHER[:9], 400])
    store.connect(url)
    yield
    store.connect(demo_url)
    engine.dispose()


@pytest.fixture
def team(new_page: Callable[..., Page]) -> Page:
    """Hazelmoor's page of the demo, drawn."""
    return opened(new_page(**LAPTOP), "/teams/hazelmoor")


@pytest.fixture
def long_page(long_team: None, new_page: Callable[..., Page]) -> Page:
    """The team of twenty quarters, drawn."""
    return opened(new_page(**LAPTOP), LONG)


def texts(page: Page) -> list[str]:
    return page.locator("#team-process-chart .annotation-text").all_text_contents()


@pytest.mark.parametrize(("name", "value"), [("line", "gap"), ("line", "everybody"), ("chart", "p"), ("chart", "i-prime")])
def test_every_choice_stands_in_the_address_and_survives_back_and_reload(team: Page, name: str, value: str) -> None:
    said = team.locator("#team-process-title" if name == "line" else "#team-process-head .card-subtitle")
    before = said.inner_text()
    with answered(team):
        team.locator(f"#team-{name}").select_option(value)
    expect(team).to_have_url(f"{team.url.split('?')[0]}?{name}={value}")
    expect(said).not_to_have_text(before)
    after = said.inner_text()
    team.reload()
    expect(team.locator(f"#team-{name}")).to_have_value(value)
    expect(said).to_have_text(after)
    team.go_back()
    expect(said).to_have_text(before)


def test_a_line_is_chosen_by_keyboard_and_its_kind_is_asked_anew(team: Page) -> None:
    with answered(team):
        team.locator("#team-chart").select_option("p")
    team.locator("#team-line").focus()
    with answered(team):
        team.keyboard.press("ArrowDown")
    expect(team).to_have_url(f"{team.url.split('?')[0]}?line=reference")
    expect(team.locator("#team-line")).to_be_focused()
    expect(team.locator("#team-process-title")).to_contain_text("all other patients")


def test_a_new_phase_begins_at_a_change_and_goes_with_its_measure(long_page: Page) -> None:
    with answered(long_page):
        long_page.locator("#team-since").select_option("cuffs")
    expect(long_page.locator("#team-process-notes")).to_contain_text("The new phase runs since Q3 2024")
    expect(long_page.locator("#team-process-chart .annotation-text", has_text="Since A: average")).to_be_visible()
    with answered(long_page):
        long_page.locator(".badges .remove").last.click()
    expect(long_page).to_have_url(f"{long_page.url.split('?')[0]}?measure=long")
    expect(long_page.locator("#team-since")).to_have_value("")


def test_a_phase_that_is_too_short_is_refused_in_words(long_page: Page) -> None:
    with answered(long_page):
        long_page.locator("#team-since").select_option("late")
    expect(long_page.locator("#team-process-notes")).to_contain_text("So the chart stays in one phase")
    assert not any("Since" in text for text in texts(long_page))


def test_a_choice_of_another_measure_takes_chart_and_phase_along(team: Page) -> None:
    change = team.locator("#team-since option").nth(1).get_attribute("value")
    opened(team, f"/teams/hazelmoor?chart=p&since={change}")
    with answered(team):
        team.locator("#team-measure").select_option("missed_visits")
    expect(team).to_have_url(f"{team.url.split('?')[0]}?measure=missed_visits")
    expect(team.locator("#team-notices .notice")).to_have_count(0)


def test_rules_are_told_at_a_point_and_without_pointing(long_team: None, new_page: Callable[..., Page]) -> None:
    page = opened(new_page(**LAPTOP), f"{LONG}&since=cuffs&chart=p")
    expect(page.locator("#team-process-notes")).to_contain_text("Beyond limit. A value beyond a limit")
    assert "Beyond limit" in texts(page)
    page.locator("#team-process-chart").scroll_into_view_if_needed()
    # The cards above are drawn meanwhile and move the chart: the point is looked for where it is now.
    for _ in range(20):
        point = page.locator("#team-process-chart .scatterlayer .point").last.bounding_box()
        page.mouse.move(point["x"] + point["width"] / 2, point["y"] + point["height"] / 2, steps=3)
        if page.locator("#team-process-chart .hovertext").count():
            break
        page.wait_for_timeout(200)
    expect(page.locator("#team-process-chart .hovertext")).to_contain_text("Beyond limit: A value beyond a limit")


def test_the_table_unfolds_by_keyboard_and_holds_every_quarter(long_page: Page) -> None:
    summary = long_page.locator("#team-process-foot summary")
    summary.focus()
    long_page.keyboard.press("Enter")
    expect(long_page.locator("#team-process-foot tbody tr")).to_have_count(20)
    expect(long_page.locator("#team-process-foot tbody")).to_be_visible()


def test_a_row_of_the_table_of_measures_leads_to_its_charts(team: Page) -> None:
    link = team.locator("#team-measures-body a", has_text="Diabetes")
    link.scroll_into_view_if_needed()
    link.focus()
    with answered(team):
        team.keyboard.press("Enter")
    expect(team.locator("#team-run")).to_be_focused()
    expect(team.locator("#team-run-title")).to_be_in_viewport()
    expect(team.locator("#team-run-head")).to_contain_text("Diabetes out of control")


@pytest.mark.parametrize("size", [(390, 844), (768, 1024), (1280, 720), (1440, 900)], ids=str)
@pytest.mark.parametrize("asked", ["", "&since=cuffs&chart=p", "&line=gap&since=late", "&line=everybody&chart=individuals"])
def test_no_text_lies_on_another(long_team: None, new_page: Callable[..., Page], asked: str, size: tuple[int, int]) -> None:
    page = opened(new_page(viewport={"width": size[0], "height": size[1]}), f"{LONG}{asked}")
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(300)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_a_projector_no_text_lies_on_another(long_team: None, new_page: Callable[..., Page]) -> None:
    page = new_page(viewport={"width": 1280, "height": 720})
    page.goto(LONG)
    page.evaluate(THEME)
    opened(page, f"{LONG}&since=cuffs&chart=p")
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(300)
    assert page.evaluate(OVERLAPS) == []
    expect(page.locator("#team-process-notes")).to_contain_text("Beyond limit. A value beyond a limit")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(long_team: None, axe_findings: Callable[..., list[str]], scheme: str) -> None:
    assert axe_findings(f"{LONG}&since=cuffs&chart=p", color_scheme=scheme) == []
