"""When a page is ready to be looked at: every chart that it has is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from playwright.sync_api import Page, expect

CHARTS = 15 + 4
UPDATE = re.compile("_dash-update-component")


def opened(page: Page, path: str, charts: int = CHARTS) -> Page:
    """The page at this path of the Network page, all charts drawn."""
    page.goto(path)
    all_drawn(page, charts)
    return page


def all_drawn(page: Page, charts: int = CHARTS) -> None:
    expect(page.locator(".js-plotly-plot")).to_have_count(charts)
    expect(page.locator(".js-plotly-plot:has(svg.main-svg)")).to_have_count(charts)


@contextmanager
def answered(page: Page) -> Iterator[None]:
    """Waits until the server has answered the choice that is made inside."""
    with page.expect_response(UPDATE) as response:
        yield
    assert response.value.status == 200


def choose(page: Page, name: str, value: str, *, on: str = "network") -> None:
    """Choose in this page's select of this name, and wait for the answer."""
    with answered(page):
        page.locator(f"#{on}-{name}").select_option(value)
    expect(page.locator(f"#{on}-{name}")).to_have_value(value)


def is_an_address(page: Page, choice: tuple[str, str], said: str, words: str, *, on: str) -> None:
    """What a choice makes a place say is kept by a reload, stands in the address, and is undone by going back.

    Takes    choice: name and value; said: the selector of the place; words: what it says then.
    """
    place = page.locator(said)
    before = place.inner_text()
    choose(page, *choice, on=on)
    expect(place).to_contain_text(words)
    assert "=".join(choice) in unquote(page.url)
    page.reload()
    expect(place).to_contain_text(words)
    page.go_back()
    expect(place).to_have_text(before)
