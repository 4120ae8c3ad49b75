"""The Compare page in a browser: every choice by mouse and keyboard, pins, long names and many teams, a chart that goes and comes back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data_access import store
from data_access.engine import open_engine
from tests.browser.drawn import answered, choose
from tests.data_access.builder import Builder

PHONE, LAPTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
OVERLAPS = Path(__file__).with_name("overlaps.js").read_text(encoding="utf-8")
DRAWN = "() => [...document.querySelectorAll('.chart')].every((chart) => chart.querySelector('svg.main-svg'))"
FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
LONG = "The Very Long Named Cooperative Health Center of the North"


def opened(page: Page, search: str = "?team=hazelmoor") -> Page:
    page.goto(f"/compare{search}")
    expect(page.locator("#question")).to_be_visible()
    page.wait_for_function(DRAWN)
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(300)
    return page


@pytest.fixture
def compare(page: Page) -> Page:
    """The page of the demo with a team of the reader's own, 1280 wide."""
    return opened(page)


def names(page: Page) -> list[str]:
    return page.locator("#compare-table-body tbody th a").all_inner_texts()


@pytest.mark.parametrize(
    ("name", "value"),
    [("measure", "preterm_birth"), ("stratifier", "payer"), ("group", "white"), ("reference", "overall"), ("view", "peers"), ("order", "size")],
)
def test_every_choice_is_an_address_that_reload_keeps_and_back_undoes(compare: Page, name: str, value: str) -> None:
    before = compare.locator("#compare-table-body").inner_text()
    choose(compare, name, value, on="compare")
    expect(compare.locator("#compare-table-body")).not_to_have_text(before)
    assert re.search(rf"[?&]{name}={value}\b", compare.url) and "team=hazelmoor" in compare.url
    after = compare.locator("#compare-table-body").inner_text()
    compare.reload()
    expect(compare.locator(f"#compare-{name}")).to_have_value(value)
    assert compare.locator("#compare-table-body").inner_text() == after
    compare.go_back()
    expect(compare.locator("#compare-table-body")).to_have_text(before, use_inner_text=True)


def test_a_peer_is_pinned_and_unpinned_by_links_that_are_addresses(compare: Page) -> None:
    compare.locator("#compare-peers summary", has_text="Pin another team").click()
    with answered(compare):
        compare.get_by_role("link", name="Pin Dunmarrow Hospital").click()
    assert compare.url.endswith("&peers=dunmarrow")
    expect(compare.locator("#compare-peers-head")).to_contain_text("Pinned by you: Dunmarrow Hospital.")
    expect(compare.locator("#compare-multiples-chart svg.main-svg").first).to_be_visible()
    with answered(compare):
        compare.get_by_role("link", name="Take the pin from Dunmarrow Hospital").click()
    assert "peers" not in compare.url


def test_the_keyboard_alone_chooses_and_orders(compare: Page) -> None:
    compare.locator("#compare-order").focus()
    with answered(compare):
        compare.keyboard.press("End")
    expect(compare.locator("#compare-order")).to_have_value("setting")
    compare.locator("#compare-table-body thead a", has_text="Black patients").focus()
    with answered(compare):
        compare.keyboard.press("Enter")
    assert "order=size" in compare.url


def test_fewer_rows_take_less_room(compare: Page) -> None:
    height = compare.locator("#compare-dots-frame").bounding_box()["height"]
    choose(compare, "view", "peers", on="compare")
    compare.wait_for_function("([before]) => document.querySelector('#compare-dots-frame').getBoundingClientRect().height < before - 100", arg=[height])


def test_a_chart_that_was_withheld_comes_back_as_wide_as_its_place(page: Page) -> None:
    opened(page, "?team=hazelmoor&measure=severe_morbidity")
    expect(page.locator("#compare-sentence")).to_contain_text("This comparison is withheld.")
    expect(page.locator("#compare-dots-frame")).not_to_be_visible()
    choose(page, "measure", "bp_control", on="compare")
    expect(page.locator("#compare-dots-frame")).to_be_visible()
    for card in ("dots", "funnel", "quadrant"):
        chart = page.locator(f"#compare-{card}-chart svg.main-svg").first
        expect(chart).to_be_visible()
        assert abs(chart.bounding_box()["width"] - page.locator(f"#compare-{card}-body, #compare-{card}").first.bounding_box()["width"]) < 4


@pytest.mark.parametrize("view", [LAPTOP, PHONE], ids=["laptop", "phone"])
@pytest.mark.parametrize("measure", ["preterm_birth", "real_complete", "childhood_vaccines", "diabetes_poor", "severe_morbidity"])
def test_no_text_lies_on_another_whatever_the_measure(new_page: Callable[..., Page], measure: str, view: dict[str, int]) -> None:
    page = opened(new_page(viewport=view), f"?team=kettlebrook&measure={measure}")
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(FITS)


@pytest.fixture
def large(live_app: str, demo_url: str, sqlite_template: Path, tmp_path: Path) -> Iterator[None]:
    """The app is served on a network of 70 teams, every tenth with a name of sixty letters."""
    url = f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'large.db')}"
    engine = open_engine(url)
    made = Builder(engine)
    made.measure()
    lines = []
    for place in range(70):
        made.team(f"t{place:03}", name=f"{LONG} {place}" if place % 10 == 0 else f"Team {place:03}", setting=("urban", "rural")[place % 2], sector="Clinic")
        for group, share in (("black", 0.42 + 0.003 * (place % 30)), ("white", 0.68)):
            people = 60 + 37 * (place % 23)
            lines.append(f"t{place:03} {group} 2025-01-01 " + " ".join(f"{round(people * (share + 0.01 * month))}/{people}" for month in range(12)))
    made.reports("\n".join(lines))
    made.keep()
    engine.dispose()
    store.connect(url)
    yield
    store.connect(demo_url)


@pytest.mark.parametrize("view", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_long_names_and_many_teams_keep_clear_of_each_other(large: None, new_page: Callable[..., Page], view: dict[str, int]) -> None:
    page = opened(new_page(viewport=view), "?team=t010")
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(FITS)


def test_a_large_network_is_turned_page_by_page_and_a_team_is_found(large: None, page: Page) -> None:
    opened(page, "?team=t011")
    assert len(names(page)) == 24
    page.get_by_role("link", name="Later teams").click()
    expect(page.locator("#compare-dots-pager")).to_contain_text("70 teams, page 2 of 3")
    assert "page=2" in page.url
    page.get_by_label("Find a team").fill("Team 06")
    page.keyboard.press("Enter")
    expect(page.locator("#compare-dots-pager")).to_contain_text("9 teams, page 1 of 1")


def test_on_paper_a_chart_longer_than_a_sheet_gives_way_to_its_table(large: None, page: Page) -> None:
    opened(page, "?team=t011")
    page.locator("#compare-dots").evaluate("(card) => card.classList.add('tall')")
    page.emulate_media(media="print")
    expect(page.locator("#compare-dots-frame")).not_to_be_visible()
    expect(page.locator("#compare-table-body table")).to_be_visible()
