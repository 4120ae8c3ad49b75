"""For everybody: axe finds nothing in any theme and width, and every control is reached by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.drawn import opened

WIDTHS = {"wide": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
THEMES = ("light", "dark", "projector")


def objections(page: Page) -> list[str]:
    """What axe-core objects to, one line each."""
    violations = Axe().run(page).response["violations"]
    return [f"{violation['id']}: {node['target']} {node['failureSummary']}" for violation in violations for node in violation["nodes"]]


@pytest.fixture
def checked(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """checked(path, width, theme): a page of the Network page that axe can be put into, with this theme kept from before."""

    def begun(path: str, *, width: str = "wide", theme: str = "light", charts: int = 19) -> Page:
        # axe is put into the page as a script, which the page's own policy rightly forbids.
        page = new_page(bypass_csp=True, viewport=WIDTHS[width])
        page.add_init_script(f"localStorage.setItem('lantern-theme', {theme!r})")
        return opened(page, path, charts)

    return begun


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_on_the_network_page_with_its_tables_open(checked: Callable[..., Page], width: str, theme: str) -> None:
    page = checked("/", width=width, theme=theme)
    assert objections(page) == []
    for summary in page.locator(".card-foot summary").all():
        summary.click()
    assert objections(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_with_a_notice_and_a_search(checked: Callable[..., Page], width: str) -> None:
    page = checked("/?measure=nonsense&find=amber", width=width, charts=1 + 4)
    expect(page.get_by_role("status")).to_be_visible()
    assert objections(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_where_there_is_no_page(checked: Callable[..., Page], theme: str, watch) -> None:
    page = checked("/nowhere", theme=theme, charts=0)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
    assert objections(page) == []
    watch.forgive()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_on_a_bad_day(checked: Callable[..., Page], no_store: None, width: str, theme: str) -> None:
    page = checked("/", width=width, theme=theme, charts=0)
    expect(page.get_by_role("alert")).to_be_visible()
    assert objections(page) == []


def test_tab_leads_past_every_control_and_each_shows_its_focus(network_at: Callable[..., Page]) -> None:
    page = network_at("/?measure=preterm_birth&find=amber", charts=1 + 4)
    wanted = {
        "skip",
        "theme",
        "network-measure",
        "network-stratifier",
        "network-group",
        "network-reference",
        "remove",
        "reset",
        "Table",
        "CSV",
        "Definition",
        "network-panels-find",
    }
    seen: set[str] = set()
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.evaluate(
            "() => { const at = document.activeElement; const style = getComputedStyle(at);"
            " return [at.id, at.className, at.textContent, at.tagName, style.outlineStyle + style.boxShadow] }"
        )
        if focused[3] == "BODY":
            break
        seen |= {focused[0], *focused[1].split(), focused[2]}
        assert "solid" in focused[4] or "rgb" in focused[4]
    assert wanted <= seen


def test_the_first_tab_skips_to_the_page(network: Page) -> None:
    network.keyboard.press("Tab")
    expect(network.get_by_role("link", name="Skip to the page")).to_be_focused()
    network.keyboard.press("Enter")
    expect(network).to_have_url(f"{network.url.split('#')[0]}#main")


def test_a_choice_is_made_by_keyboard_alone(network: Page) -> None:
    network.locator("#network-measure").focus()
    network.keyboard.type("Preterm")
    expect(network.locator("#network-sentence")).to_contain_text("preterm birth")
    expect(network.locator("#network-measure")).to_be_focused()


def test_a_filter_is_taken_away_by_keyboard(network_at: Callable[..., Page]) -> None:
    page = network_at("/?measure=preterm_birth")
    page.locator("#network-badges .remove").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#network-measure")).to_have_value("bp_control")
    expect(page.locator("#question")).to_be_focused()


def test_where_the_system_chooses_the_colors_one_page_of_the_menu_is_the_current_one_and_selects_have_their_arrow(network_at: Callable[..., Page]) -> None:
    page = network_at("/", forced_colors="active")
    edges = page.locator(".menu a").evaluate_all("(links) => links.map((link) => getComputedStyle(link).borderBottomColor)")
    assert edges.count(edges[0]) == 1 and len(set(edges)) == 2
    assert page.locator("#network-measure").evaluate("(select) => getComputedStyle(select).appearance") == "auto"
