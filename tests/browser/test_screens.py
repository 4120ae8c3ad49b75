"""Themes, narrow screens, large rooms and paper: nothing is cut, and charts follow."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import all_drawn, choose

PHONE = {"width": 390, "height": 844}
# Letter paper, 8.5 inches less two margins of 0.6, in CSS pixels.
PAPER = round((8.5 - 2 * 0.6) * 96)
INK = "#network-gap-chart .xtick text"
FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"
WIDEST = "() => Math.max(...[...document.querySelectorAll('.js-plotly-plot svg.main-svg')].map(svg => svg.getBoundingClientRect().right))"


def ink(page: Page) -> str:
    """The colour of the words on the lead chart's axis."""
    return page.locator(INK).first.evaluate("text => getComputedStyle(text).fill")


def paper(page: Page) -> str:
    return page.evaluate("() => getComputedStyle(document.documentElement).backgroundColor")


def is_dark(colour: str) -> bool:
    return sum(int(part) for part in colour.strip("rgb()").split(",")) < 3 * 128


def test_a_theme_colours_page_and_charts_and_is_kept(network: Page) -> None:
    light = ink(network)
    assert (is_dark(light), is_dark(paper(network))) == (True, False)
    network.get_by_label("Theme").select_option("dark")
    expect(network.locator(INK).first).not_to_have_css("fill", light)
    assert (is_dark(ink(network)), is_dark(paper(network))) == (False, True)

    network.reload()
    all_drawn(network)
    expect(network.get_by_label("Theme")).to_have_value("dark")
    expect(network.locator(INK).first).not_to_have_css("fill", light)
    assert is_dark(paper(network))

    network.get_by_label("Theme").select_option("system")
    expect(network.locator(INK).first).to_have_css("fill", light)
    assert not is_dark(paper(network))


def test_charts_that_a_choice_brings_wear_the_theme_too(network: Page) -> None:
    light = ink(network)
    network.get_by_label("Theme").select_option("dark")
    expect(network.locator(INK).first).not_to_have_css("fill", light)
    choose(network, "measure", "preterm_birth")
    expect(network.locator("#network-gap-chart .infolayer")).to_contain_text("Preterm birth")
    assert not is_dark(ink(network))


def test_dark_follows_the_system_unless_the_reader_chose(network_at: Callable[..., Page]) -> None:
    page = network_at("/", color_scheme="dark")
    assert (is_dark(ink(page)), is_dark(paper(page))) == (False, True)
    page.get_by_label("Theme").select_option("light")
    expect(page.locator(INK).first).not_to_have_css("fill", "rgb(255, 255, 255)")
    assert not is_dark(paper(page))


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1440, 2560])
def test_no_width_scrolls_sideways_and_no_chart_is_cut(network_at: Callable[..., Page], width: int) -> None:
    page = network_at("/", viewport={"width": width, "height": 900})
    assert page.evaluate(FITS)
    assert page.evaluate(WIDEST) <= width


def test_the_projector_fits_its_room(network_at: Callable[..., Page]) -> None:
    page = network_at("/", viewport={"width": 1920, "height": 1080})
    page.get_by_label("Theme").select_option("projector")
    expect(page.locator("html")).to_have_css("zoom", "1.5")
    assert page.evaluate(FITS)
    assert page.evaluate(WIDEST) <= 1920


def test_a_phone_shows_one_measure_of_the_grid_the_one_that_is_chosen(network_at: Callable[..., Page]) -> None:
    page = network_at("/", viewport=PHONE)
    heads = page.locator("#network-grid thead th.col:visible")
    expect(heads).to_have_count(1)
    expect(heads).to_contain_text("Blood pressure")
    # Without room the selects unfold.
    expect(page.locator("#network-measure")).to_be_hidden()
    page.get_by_role("button", name="Change").click()
    choose(page, "measure", "preterm_birth")
    expect(heads).to_contain_text("Preterm birth")
    expect(heads).to_have_count(1)


def test_a_phone_s_menu_unfolds_and_folds_by_keyboard(network_at: Callable[..., Page]) -> None:
    page = network_at("/", viewport=PHONE)
    menu = page.get_by_role("button", name="Menu")
    expect(page.get_by_role("link", name="Compare")).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Compare")).to_be_visible()
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Compare")).to_be_hidden()


def test_turning_the_phone_draws_the_charts_for_its_new_width(network_at: Callable[..., Page]) -> None:
    page = network_at("/", viewport=PHONE)
    svg = page.locator("#network-gap-chart svg.main-svg").first
    before = int(svg.get_attribute("width"))
    page.set_viewport_size({"width": 844, "height": 390})
    expect(svg).not_to_have_attribute("width", str(before))
    assert before < int(svg.get_attribute("width")) <= 844


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_paper_is_white_without_controls_and_cuts_no_chart(network_at: Callable[..., Page], theme: str) -> None:
    page = network_at("/")
    page.get_by_label("Theme").select_option(theme)
    page.emulate_media(media="print")
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    expect(page.locator("#network-measure")).to_be_hidden()
    expect(page.get_by_label("Theme")).to_be_hidden()
    widths = "() => [...document.querySelectorAll('.js-plotly-plot svg.main-svg')].map(svg => svg.getBoundingClientRect().width)"
    assert max(page.evaluate(widths)) <= PAPER
    assert not is_dark(paper(page))
    assert is_dark(ink(page))
    page.evaluate("() => { dispatchEvent(new Event('afterprint')) }")


def test_the_page_prints_to_paper(network: Page) -> None:
    printed = network.pdf(format="Letter")
    assert printed.startswith(b"%PDF")
    # Leaves in the page tree, whatever stands behind the word.
    assert 3 <= len(re.findall(rb"/Type\s*/Page\b", printed)) <= 12
