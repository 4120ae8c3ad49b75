"""Presenting: a page's cards one at a time, full screen, by keys, buttons, clicker and touch, legible from the last row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import objections
from tests.browser.test_every_page import OVERLAPS, PAGES, drawn

LEGIBLE = Path(__file__).with_name("legible.js").read_text(encoding="utf-8")
ROOMS = {"wide": {"width": 1280, "height": 720}, "square": {"width": 1024, "height": 768}}
FILTERS = "Blood pressure under control · Race and ethnicity · Black or African American · all other patients · Q3 2024 to Q3 2026"
FILES = {"presenting.js", "parts.js", "settling.js", "presenting.css"}
# Of pages of definitions the first screens stand for all.
MOST = 26
# axe-core takes a second and more of each screen.
MOST_BY_AXE = 5
CARDS = "() => document.querySelectorAll('section.card').length"


def settled(page: Page) -> Page:
    """The screen that was asked for is drawn."""
    page.locator(".stage[aria-busy=false]").wait_for(state="attached")
    return page


def presented(page: Page, path: str) -> Page:
    """The page at this path, presented by its button."""
    return present(drawn(page, path))


def present(page: Page) -> Page:
    """This page, presented by its button."""
    page.get_by_role("button", name="Present", exact=True).click()
    return settled(page)


def press(page: Page, key: str) -> None:
    page.keyboard.press(key)
    settled(page)


def place(page: Page) -> str:
    return page.locator(".stage-place").inner_text()


def screens(page: Page) -> Iterator[str]:
    """Every screen in turn, by the arrow key; the address of each."""
    last = ""
    for _ in range(MOST):
        if page.url == last:
            return
        last = page.url
        yield last
        press(page, "ArrowRight")


def words_on_words(page: Page) -> list[str]:
    """Texts on texts or marks; a head that is repeated on the next screen is measured in its first place."""
    return [found for found in page.evaluate(OVERLAPS) if len(set(re.findall("“([^”]*)”", found))) > 1 or "mark" in found]


def looked_at(page: Page, room: str) -> dict[str, list[str]]:
    """What is wrong with each screen, by its address; axe-core looks at the first screen of each of the first cards, in one of the rooms."""
    found: dict[str, list[str]] = {}
    for address in screens(page):
        firsts = sum(not re.search(r"/\d+$", one) for one in (*found, address))
        by_axe = room == "wide" and firsts <= MOST_BY_AXE and not re.search(r"/\d+$", address)
        found[address] = [*page.evaluate(LEGIBLE), *words_on_words(page), *(objections(page) if by_axe else [])]
    return found


@pytest.fixture
def in_room(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """in_room(path, room): a page presented in a room of this size."""
    return lambda path="/", room="wide": presented(new_page(viewport=ROOMS[room]), path)


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_in_the_projectors_theme_and_every_screen_are_legible_from_the_last_row(new_page: Callable[..., Page], name: str, room: str) -> None:
    # axe is put into the page as a script, which the page's own policy rightly forbids.
    page = new_page(viewport=ROOMS[room], bypass_csp=True)
    page.add_init_script("localStorage.setItem('lantern-theme', 'projector')")
    assert drawn(page, PAGES[name]).evaluate(LEGIBLE, True) == []
    present(page)
    found = looked_at(page, room)
    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    assert len(found) > 1


def test_what_is_hard_to_see_is_found(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(viewport=ROOMS["wide"]), "/")
    found = page.evaluate(LEGIBLE, True)
    assert any(one.endswith("px") for one in found)
    assert any(one.endswith(":1") for one in found)
    assert any(one.startswith("a line of network-gap") for one in found)


def test_keys_of_a_keyboard_and_of_a_clicker_lead_through_all_cards(in_room: Callable[..., Page]) -> None:
    page = in_room()
    total = page.evaluate(CARDS) + 1
    assert place(page) == f"1 of {total}"
    expect(page.locator("#question")).to_be_visible()
    expect(page.locator("#network-sentence")).to_be_visible()
    expect(page.locator("#network-badges")).to_contain_text("Compared with: all other patients")
    seen = []
    for key in ("ArrowRight", "PageDown", "ArrowDown", "PageUp", "ArrowLeft", "ArrowUp", "End", "Home"):
        press(page, key)
        seen.append(place(page).replace(f"of {total} ", ""))
    assert seen[:6] == ["2 (1/3)", "2 (2/3)", "2 (3/3)", "2 (2/3)", "2 (1/3)", f"1 of {total}"]
    assert seen[6].startswith(f"{total} ")
    assert seen[7] == f"1 of {total}"


def test_a_screen_is_announced_with_its_title_and_states_the_filters(in_room: Callable[..., Page]) -> None:
    page = in_room()
    press(page, "ArrowRight")
    expect(page.locator(".stage [role=status]")).to_contain_text(re.compile(r"^2 of \d+, part 1 of 3: The gap "))
    expect(page.locator(".stage-filters")).to_have_text(FILTERS)
    expect(page.locator(".stage-synthetic")).to_have_text("Synthetic data")
    expect(page.locator("#network-gap .card-title")).to_be_visible()
    expect(page.locator("#network-grid")).to_be_hidden()
    expect(page.locator("#network-gap-foot")).to_be_hidden()


def test_shift_leads_to_the_next_card_past_what_is_left_of_this_one(in_room: Callable[..., Page]) -> None:
    page = in_room()
    press(page, "ArrowRight")
    press(page, "Shift+ArrowRight")
    expect(page).to_have_url(re.compile("#present/network-grid$"))


def test_escape_ends_it_at_the_card_that_was_shown_and_takes_the_theme_back(in_room: Callable[..., Page]) -> None:
    page = in_room()
    size = "() => getComputedStyle(document.querySelector('#network-gap-chart .xtick text')).fontSize"
    expect(page.locator("html")).to_have_attribute("data-theme", "projector")
    press(page, "ArrowRight")
    assert float(page.evaluate(size).removesuffix("px")) >= 18
    press(page, "Shift+ArrowRight")
    page.keyboard.press("Escape")
    expect(page.locator("#network-grid")).to_be_focused()
    expect(page.locator("#network-grid")).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/\?team=hazelmoor#network-grid$|/#network-grid$"))
    expect(page.locator(".stage")).to_have_count(0)
    assert page.locator("html").get_attribute("data-theme") is None
    expect(page.locator("#network-gap-chart .xtick text").first).to_have_css("font-size", "14px")
    assert page.locator("html").evaluate("(html) => getComputedStyle(html).zoom") == "1"


def test_buttons_do_what_keys_do_and_end_where_it_began(in_room: Callable[..., Page]) -> None:
    page = in_room()
    page.get_by_role("button", name="Next").click()
    settled(page)
    expect(page).to_have_url(re.compile("#present/network-gap$"))
    page.get_by_role("button", name="Previous").click()
    settled(page)
    expect(page).to_have_url(re.compile("#present/$"))
    page.get_by_role("button", name="End presenting").click()
    expect(page.get_by_role("button", name="Present", exact=True)).to_be_focused()


def test_it_begins_and_goes_on_by_keyboard_alone(new_page: Callable[..., Page]) -> None:
    page = drawn(new_page(viewport=ROOMS["wide"]), "/teams")
    page.get_by_role("button", name="Present", exact=True).focus()
    page.keyboard.press("Enter")
    settled(page)
    expect(page.get_by_role("button", name="Next")).to_be_focused()
    press(page, "Enter")
    expect(page).to_have_url(re.compile("#present/teams-directory$"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Full screen")).to_be_focused()
    press(page, "Home")
    assert place(page).startswith("1 of ")


def test_an_address_opens_a_screen_and_a_reload_keeps_it(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=ROOMS["wide"])
    page.goto("/?reference=overall#present/network-gap/2")
    for _ in range(2):
        settled(page)
        assert place(page).endswith("(2/3)")
        expect(page.locator("#network-gap-chart .infolayer")).to_contain_text("Gap: difference")
        expect(page.locator(".stage-filters")).to_contain_text("all patients")
        page.reload()


def test_what_nobody_knows_opens_at_the_first_screen(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=ROOMS["wide"])
    page.goto("/teams#present/nothing/9")
    assert place(settled(page)) == "1 of 2"


def test_where_full_screen_is_refused_the_window_is_the_screen(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=ROOMS["wide"])
    page.add_init_script("Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'))")
    presented(page, "/")
    press(page, "ArrowRight")
    box = page.locator("#network-gap-chart").bounding_box()
    assert box["width"] > 1100
    page.keyboard.press("Escape")
    expect(page.locator("#network-gap")).to_be_focused()


def test_a_swipe_turns_the_page_on_a_tablet(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=ROOMS["square"], has_touch=True)
    drawn(page, "/")
    page.get_by_role("button", name="Present", exact=True).tap()
    settled(page)
    swipe = """([from, to]) => {
      const at = (x) => [new Touch({ identifier: 1, target: document.body, clientX: x, clientY: 300 })];
      document.body.dispatchEvent(new TouchEvent('touchstart', { touches: at(from), changedTouches: at(from), bubbles: true }));
      document.body.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: at(to), bubbles: true }));
    }"""
    page.evaluate(swipe, [600, 200])
    settled(page)
    expect(page).to_have_url(re.compile("#present/network-gap$"))
    page.evaluate(swipe, [200, 600])
    settled(page)
    expect(page).to_have_url(re.compile("#present/$"))


def test_the_window_may_change_its_size_meanwhile(in_room: Callable[..., Page]) -> None:
    page = in_room()
    press(page, "ArrowRight")
    page.set_viewport_size(ROOMS["square"])
    expect(page.locator("#network-gap-chart svg.main-svg").first).not_to_have_attribute("width", re.compile("^1[12]"))
    settled(page)
    assert page.evaluate(LEGIBLE) == []


def test_a_phone_presents_too(new_page: Callable[..., Page]) -> None:
    page = presented(new_page(viewport={"width": 390, "height": 844}), "/")
    press(page, "ArrowRight")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator("#network-gap-chart")).to_be_in_viewport()


def test_no_page_brings_it_before_it_is_asked_for(new_page: Callable[..., Page], watch) -> None:
    drawn(new_page(viewport=ROOMS["wide"]), "/")
    assert [address for address in watch.requests if "/assets/asked/" in address] == []
    presented(new_page(viewport=ROOMS["wide"]), "/")
    assert {address.rsplit("/", 1)[1] for address in watch.requests if "/assets/asked/" in address} == {
        "presenting.js",
        "parts.js",
        "settling.js",
        "presenting.css",
    }
