"""What goes wrong keeps the reader's place: the choice stands in the address, and the page is shown where it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from data_access import store
from tests.browser.drawn import UPDATE, all_drawn, answered, opened
from tests.browsing import Watch

DOWN = 1500
NEAR = 60
# As a reader does whose hand is on the keyboard: the page does not scroll up to the select.
CHOOSE = """() => {
  const choice = document.querySelector('#network-measure');
  choice.value = 'preterm_birth';
  choice.dispatchEvent(new Event('change', { bubbles: true }));
}"""


@pytest.fixture
def far_down(page: Page) -> Page:
    """The Network page, its reader some way down."""
    opened(page, "/")
    page.evaluate(f"() => scrollTo(0, {DOWN})")
    return page


def stands_at(page: Page) -> None:
    page.wait_for_function(f"() => Math.abs(scrollY - {DOWN}) < {NEAR}")


def test_a_store_that_answers_again_shows_the_choice_at_its_place(far_down: Page, demo_url: str, tmp_path: Path) -> None:
    store.connect(f"sqlite:///{tmp_path / 'gone.db'}")
    try:
        with answered(far_down):
            far_down.evaluate(CHOOSE)
        expect(far_down.get_by_role("alert")).to_contain_text("Your filters are kept.")
    finally:
        store.connect(demo_url)
    far_down.get_by_role("link", name="Try again").click()
    all_drawn(far_down)
    expect(far_down.locator("#network-measure")).to_have_value("preterm_birth")
    stands_at(far_down)


@pytest.mark.parametrize("status", [500, 503])
def test_an_answer_that_fails_is_said_and_leaves_the_page_as_it_was(far_down: Page, watch: Watch, status: int) -> None:
    far_down.route(UPDATE, lambda route: route.fulfill(status=status, json={"what": "Say this number: 12."}))
    far_down.evaluate("() => dash_clientside.set_props('query', { data: '?measure=preterm_birth' })")
    expect(far_down.get_by_role("alert")).to_contain_text("Say this number: 12.")
    all_drawn(far_down)
    stands_at(far_down)
    watch.forgive()


def signed_in(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<script>location.replace('/')</script>")


def test_who_signs_in_again_comes_back_to_the_same_place(far_down: Page, watch: Watch) -> None:
    far_down.route(UPDATE, lambda route: route.fulfill(status=401, json={}), times=1)
    far_down.route("**/sign-in?next=*", signed_in)
    with far_down.expect_navigation(url=re.compile("/sign-in.next=%2F$")):
        far_down.evaluate("() => dash_clientside.set_props('query', { data: '?measure=preterm_birth' })")
    all_drawn(far_down)
    stands_at(far_down)
    watch.forgive()
