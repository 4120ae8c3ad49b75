"""Times in a real Chromium, floor and app by turns, so that whatever else the machine does meets both."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.chosen import Shown, opened_page
from tests.chromium import chromium_path

OPENED = "(figures) => bench.opened(figures)"
EXPECT = "(figures) => bench.expectChange(figures)"
CHANGED = "() => bench.changed"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Milliseconds of each turn."""

    floor: list[float] = field(default_factory=list)
    app: list[float] = field(default_factory=list)


@dataclass(slots=True)
class Sent:
    """What the first page cost on the wire."""

    requests: int = 0
    bytes: int = 0


@contextmanager
def chromium() -> Iterator[Browser]:
    # Chromium's sandbox refuses root; only our own pages are opened.
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=arguments)
        yield browser
        browser.close()


def first_pages(browser: Browser, floor: str, app: str, *, path: str, figures: int, runs: int) -> Pairs:
    """From the start of the page until all figures are on the screen, nothing in the cache."""
    pairs = Pairs()
    for _ in range(runs):
        pairs.floor.append(first_page(browser, floor, "/", figures))
        pairs.app.append(first_page(browser, app, path, figures))
    return pairs


def first_page(browser: Browser, url: str, path: str, figures: int) -> float:
    page = opened_page(browser, url)
    page.goto(path, wait_until="commit")
    page.wait_for_load_state("domcontentloaded")
    taken = page.evaluate(OPENED, figures)
    page.context.close()
    return taken


def sent_for(browser: Browser, url: str, path: str, figures: int) -> Sent:
    """Requests and bytes as sent, headers counted, of the first page."""
    page, sent = opened_page(browser, url), Sent()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    asked: set[str] = set()

    def begun(event: dict) -> None:
        # An image written into a style sheet is no request.
        if event["request"]["url"].startswith(url):
            asked.add(event["requestId"])

    def finished(event: dict) -> None:
        sent.requests += event["requestId"] in asked
        sent.bytes += int(event["encodedDataLength"])

    network.on("Network.requestWillBeSent", begun)
    network.on("Network.loadingFinished", finished)
    page.goto(path)
    page.evaluate(OPENED, figures)
    page.wait_for_load_state("networkidle")
    page.context.close()
    return sent


def choices(browser: Browser, floor: str, app: str, shown: Shown, *, runs: int) -> Pairs:
    """From another choice until all its figures are on the screen; the first of each is left out."""
    pages = [opened_page(browser, url) for url in (floor, app)]
    for page, path in zip(pages, ("/", shown.page.path), strict=True):
        page.goto(path)
        page.evaluate(OPENED, len(shown.figures))
    turns = list(islice(cycle(shown.changes.items()), runs + 2))
    times = [[changed(page, shown.page.select, value, len(figures)) for page in pages] for value, figures in turns]
    for page in pages:
        page.context.close()
    return Pairs(*map(list, zip(*times[2:], strict=True)))


def changed(page: Page, select: str, value: str, figures: int) -> float:
    page.bring_to_front()
    page.evaluate(EXPECT, figures)
    page.select_option(select, value)
    return page.evaluate(CHANGED)
