"""What holds on every page: drawn from our own house alone, nothing for axe to object to, no text on another, no width that scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.drawn import answered

TEAM = "hazelmoor"
PAGES = {
    "network": f"/?team={TEAM}",
    "teams": f"/teams?team={TEAM}",
    "team": f"/teams/{TEAM}?team={TEAM}",
    "compare": f"/compare?team={TEAM}",
    "maturity": f"/maturity?team={TEAM}",
    "practices": f"/practices?team={TEAM}",
    "review": f"/review/2026-Q3?team={TEAM}",
    "data": f"/data?team={TEAM}",
    "measures": f"/measures?team={TEAM}",
    "methods": f"/methods?team={TEAM}",
    "help": f"/help?team={TEAM}",
}
SIZES = {"laptop": (1440, 900), "projector": (1280, 720), "small": (1024, 768), "tablet": (768, 1024), "phone": (390, 844), "wall": (2560, 1440)}
# What Letter and A4 both hold between their margins.
PAPER = {"width": 690, "height": 900}
OVERLAPS = Path(__file__).with_name("overlaps.js").read_text(encoding="utf-8")
DRAWN = "() => [...document.querySelectorAll('.chart')].every((chart) => chart.querySelector('svg.main-svg'))"
CUT = "() => [...document.querySelectorAll('.grid-scroll')].filter((all) => all.scrollWidth > all.clientWidth + 1).map((all) => all.closest('.card').id)"
FITS = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


def drawn(page: Page, path: str) -> Page:
    """The page at this path, all of its charts drawn."""
    page.goto(path)
    expect(page.locator("#question")).to_be_visible()
    page.wait_for_function(DRAWN)
    # A chart that has come is measured once more when its place is known.
    page.evaluate("() => document.fonts.ready")
    page.wait_for_timeout(300)
    return page


def sized(size: str) -> dict[str, dict[str, int]]:
    width, height = SIZES[size]
    return {"viewport": {"width": width, "height": height}}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_no_text_lies_on_another_or_on_a_mark_and_nothing_scrolls_sideways(new_page: Callable[..., Page], name: str, size: str) -> None:
    page = drawn(new_page(**sized(size)), PAGES[name])
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(FITS)


@pytest.mark.parametrize("name", PAGES)
def test_on_paper_no_text_lies_on_another_and_no_chart_is_cut(new_page: Callable[..., Page], name: str) -> None:
    page = drawn(new_page(), PAGES[name])
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')) }")
    assert page.evaluate(OVERLAPS) == []
    sides = "() => [...document.querySelectorAll('svg.main-svg')].map((svg) => svg.getBoundingClientRect()).map((box) => [box.right, box.height])"
    assert all(right <= PAPER["width"] + 1 and height <= PAPER["height"] for right, height in page.evaluate(sides))


@pytest.mark.parametrize("size", [(360, 740), (320, 256)], ids=["small phone", "zoom 400 %"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_on_the_smallest_screens(new_page: Callable[..., Page], name: str, size: tuple[int, int]) -> None:
    page = drawn(new_page(viewport={"width": size[0], "height": size[1]}), PAGES[name])
    assert page.evaluate(FITS)


@pytest.mark.parametrize(("theme", "size"), [("projector", "projector"), ("light", "tablet")])
@pytest.mark.parametrize("name", ["team", "practices", "data"])
def test_no_column_of_a_list_leaves_a_projector_s_or_a_tablet_s_screen(new_page: Callable[..., Page], name: str, theme: str, size: str) -> None:
    page = new_page(**sized(size))
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    assert drawn(page, PAGES[name]).evaluate(CUT) == []


def test_the_search_for_overlaps_finds_words_on_words_and_words_on_marks(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(), PAGES["network"])
    page.evaluate("() => { document.querySelector('#network-sentence').style.marginTop = '-30px' }")
    assert any("Are we closing our gaps?" in found for found in page.evaluate(OVERLAPS))
    page.evaluate("() => { for (const text of document.querySelectorAll('#network-gap-chart .annotation')) { text.style.transform = 'translate(-60px, 0)' } }")
    assert any("lies on a mark of network-gap-chart" in found for found in page.evaluate(OVERLAPS))


@pytest.mark.parametrize("size", ["laptop", "phone"])
@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_with_every_table_open(new_page: Callable[..., Page], name: str, theme: str, size: str) -> None:
    # axe is put into the page as a script, which the page's own policy rightly forbids.
    page = new_page(bypass_csp=True, **sized(size))
    page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
    drawn(page, PAGES[name])
    for summary in page.locator(".card-foot summary").all():
        summary.click()
    violations = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in violations for node in one["nodes"]] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_card_has_a_title_a_link_that_shows_it_and_words_for_its_chart(new_page: Callable[..., Page], name: str) -> None:
    page = drawn(new_page(**sized("laptop")), PAGES[name])
    cards = page.locator("section.card")
    assert cards.count() > 0
    for card in cards.all():
        assert card.locator(".card-title").inner_text().strip()
        assert card.locator(".card-foot .source").count() == 1
    for chart in page.locator(".chart").all():
        assert page.locator(f"#{chart.get_attribute('aria-labelledby')}").inner_text().strip()
    last = cards.last.get_attribute("id")
    drawn(page, f"{PAGES[name]}#{last}")
    expect(page.locator(f"#{last}.here")).to_be_in_viewport()


@pytest.mark.parametrize("name", PAGES)
def test_the_team_goes_along_to_every_other_page(new_page: Callable[..., Page], name: str) -> None:
    page = drawn(new_page(**sized("laptop")), PAGES[name])
    expect(page.locator("#my-team")).to_have_value(TEAM)
    for link in page.locator(".menu a").all():
        assert f"team={TEAM}" in link.get_attribute("href")


def test_a_team_is_chosen_once_and_taken_back_by_the_browser(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(**sized("laptop")), "/compare")
    with answered(page):
        page.locator("#my-team").select_option(TEAM)
    expect(page).to_have_url(f"{page.url.split('?')[0]}?team={TEAM}")
    page.get_by_role("link", name="Maturity", exact=True).click()
    expect(page.locator("#my-team")).to_have_value(TEAM)
    page.go_back()
    expect(page.locator("#my-team")).to_have_value(TEAM)
    page.go_back()
    expect(page.locator("#my-team")).to_have_value("none")


def test_network_team_measure_table_and_definition_are_three_clicks_apart_and_crumbs_lead_back(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(**sized("laptop")), "/")
    page.locator("#network-grid tbody a").first.click()
    expect(page.locator(".crumbs")).to_contain_text("Teams")
    page.wait_for_function(DRAWN)
    page.locator("#team-run .card-foot summary", has_text="Table").click()
    expect(page.locator("#team-run .card-foot table.data").first).to_be_visible()
    page.locator("#team-run .card-foot summary", has_text="Definition").click()
    expect(page.locator("#team-run .definition").first).to_be_visible()
    page.locator(".crumbs a", has_text="Network").click()
    expect(page.locator("#question")).to_have_text("Are we closing our gaps?")
