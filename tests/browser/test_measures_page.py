"""Definitions in a browser: one click from every chart, found by words, at addresses that mark what they name, by mouse and keyboard."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import answered
from tests.browser.test_review_page import SHEETS, sheets

PHONE, PROJECTOR = {"width": 390, "height": 844}, {"width": 1280, "height": 720}
QUESTION = "What is counted, and what do the words mean?"


@pytest.fixture
def measures(page: Page) -> Page:
    """The definitions of the demo, 1280 wide."""
    return opened(page)


def opened(page: Page, address: str = "/measures") -> Page:
    page.goto(address)
    expect(page.locator("#question")).to_have_text(QUESTION)
    return page


def test_a_charts_definition_unfolds_and_leads_to_all_of_it_with_my_team(page: Page) -> None:
    page.goto("/?team=hazelmoor&measure=preterm_birth")
    page.locator("#network-gap-foot summary", has_text="Definition").click()
    page.locator("#network-gap-foot").get_by_role("link", name="Full definition").click()
    expect(page).to_have_url(re.compile(r"/measures\?measure=preterm_birth&team=hazelmoor#measure-preterm_birth$"))
    expect(page.locator("#measure-preterm_birth.here")).to_be_in_viewport()
    expect(page.locator("#my-team")).to_have_value("hazelmoor")


def test_a_card_leads_to_its_method_by_keyboard(page: Page) -> None:
    page.goto("/?team=hazelmoor")
    link = page.locator("#network-groups-foot").get_by_role("link", name="Method")
    link.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/methods\?.*team=hazelmoor.*#method-proportion$"))
    expect(page.locator("#method-proportion.here")).to_be_in_viewport()


@pytest.mark.parametrize("place", ["measure-missed_visits", "division-payer", "framework-ihi_equity~2016", "practice-stratify", "word-levelled-down"])
def test_an_address_brings_its_entry_into_view_and_marks_it(page: Page, place: str) -> None:
    opened(page, f"/measures#{place}")
    entry = page.locator(f"[id='{place}']")
    expect(entry).to_have_class(re.compile(r"\bhere\b"))
    expect(entry).to_be_in_viewport()


def test_a_part_is_an_address_that_back_undoes(measures: Page) -> None:
    with answered(measures):
        measures.locator("#measures-view").select_option("practices")
    expect(measures.locator("section.card")).to_have_count(1)
    expect(measures).to_have_url(re.compile(r"\?view=practices$"))
    measures.reload()
    expect(measures.locator("#measures-practices")).to_be_visible()
    measures.go_back()
    expect(measures.locator("#measures-outcome")).to_be_visible()


def test_words_are_looked_for_by_keyboard_and_taken_away_by_their_badge(measures: Page) -> None:
    measures.locator("#measures-find").focus()
    with answered(measures):
        measures.keyboard.type("vaccin")
        measures.keyboard.press("Enter")
    expect(measures.locator("article.entry")).to_have_count(1)
    expect(measures.locator("#measures-sentence")).to_contain_text("One entry holds “vaccin”.")
    with answered(measures):
        measures.get_by_role("link", name="Remove the filter Words: “vaccin”").click()
    expect(measures.locator("#measures-find")).to_have_value("")
    expect(measures.locator("#measures-words")).to_be_visible()


def test_where_nothing_holds_the_words_there_is_a_way_back(measures: Page) -> None:
    with answered(measures):
        measures.locator("#measures-find").fill("zzz")
        measures.locator("#measures-find").press("Enter")
    expect(measures.locator(".nothing-found")).to_contain_text("Looked for: “zzz”.")
    with answered(measures):
        measures.get_by_role("link", name="Show everything").click()
    expect(measures.locator("#measures-outcome")).to_be_visible()


def test_contents_lead_to_an_entry_on_the_page(measures: Page) -> None:
    measures.locator("#measures-contents").get_by_role("link", name="Payer", exact=True).click()
    expect(measures.locator("#division-payer.here")).to_be_in_viewport()


def test_my_team_is_one_click_from_a_measure_that_it_works_on(page: Page) -> None:
    opened(page, "/measures?team=hazelmoor")
    page.locator("#measure-bp_control").get_by_role("link", name="Hazelmoor Clinics").click()
    expect(page).to_have_url(re.compile(r"/teams/hazelmoor\?measure=bp_control&team=hazelmoor$"))


def test_on_a_phone_terms_stand_beside_their_meaning_and_nothing_scrolls_sideways(new_page: Callable[..., Page]) -> None:
    page = opened(new_page(viewport=PHONE))
    name, meaning = (page.locator(f"#measure-bp_control {part}").first.bounding_box() for part in ("dt", "dd"))
    assert meaning["x"] >= name["x"] + name["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_paper_definitions_stay_and_what_can_only_be_clicked_goes(measures: Page) -> None:
    measures.emulate_media(media="print")
    expect(measures.locator("#measures-contents")).to_be_hidden()
    expect(measures.locator("#measure-bp_control .entry-links")).to_be_hidden()
    expect(measures.locator("#measure-bp_control .definition").first).to_be_visible()


def test_a_projector_shows_definitions_in_large_type(new_page: Callable[..., Page]) -> None:
    page = new_page(viewport=PROJECTOR)
    page.add_init_script("localStorage.setItem('lantern-theme', 'projector')")
    opened(page)
    size = page.locator("#measure-bp_control dd").first.evaluate("(part) => parseFloat(getComputedStyle(part).fontSize) * (part.currentCSSZoom || 1)")
    assert size >= 18


def test_the_list_of_methods_fills_its_columns(page: Page) -> None:
    page.goto("/methods")
    expect(page.locator("#question")).to_be_visible()
    whole = page.locator(".contents").bounding_box()
    parts = [part.bounding_box() for part in page.locator(".contents > div").all()]
    assert len({part["x"] for part in parts}) in (4, 5)
    assert whole["height"] < sum(part["height"] for part in parts) / 2
    assert sum(part["y"] == parts[0]["y"] for part in parts) == len({part["x"] for part in parts})


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize(("path", "first"), [("/measures", "Preterm birth"), ("/help", "Two rates, and the gap"), ("/methods", "The review of a quarter")])
def test_on_paper_words_follow_each_other_and_no_heading_stands_alone(page: Page, tmp_path: Path, path: str, first: str, paper: str) -> None:
    page.goto(path)
    expect(page.locator("#question")).to_be_visible()
    titles = page.locator(".card-title, .card-subtitle").all_inner_texts()
    told, _ = sheets(page, paper, tmp_path)
    assert len(told) > 3
    assert first in " ".join(told[0].split())
    last = [[line.strip() for line in words.splitlines() if line.strip()][-1] for words in told]
    assert [line for line in last if line in titles] == []
