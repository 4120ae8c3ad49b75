"""A real Chromium for tests. What a page prints, and whom it asks, is written down and judged when the test ends."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from tests.chromium import chromium_path

WIDE = {"width": 1280, "height": 900}
INSIDE = ("data", "blob", "about")


@dataclass
class Watch:
    """What a browser's pages did: requests made, requests to other hosts, errors and warnings on the console."""

    host: str
    requests: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    forgiving: bool = False

    def follow(self, context: BrowserContext) -> None:
        context.on("request", self._request)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _request(self, request: Request) -> None:
        self.requests.append(request.url)
        address = urlsplit(request.url)
        if address.scheme not in INSIDE and address.netloc != self.host:
            self.outside.append(request.url)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def forgive(self) -> None:
        """Of a test that makes pages complain. What they complain of may come after the test's last step, so nothing is taken off the list."""
        self.forgiving = True

    def judge(self) -> None:
        """Fail the test if a page asked another host, or complained on the console without being forgiven."""
        assert self.outside == []
        assert self.complaints == [] or self.forgiving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, one for the session."""
    # Chromium's sandbox refuses root; tests open only our own pages.
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def watch(live_app: str) -> Iterator[Watch]:
    """What the test's pages did; judged at its end. A test that makes pages complain forgives them."""
    watch = Watch(host=urlsplit(live_app).netloc)
    yield watch
    watch.judge()


@pytest.fixture
def new_page(browser: Browser, live_app: str, watch: Watch) -> Iterator[Callable[..., Page]]:
    """new_page(**options): a watched page in a context of its own, options as Playwright's new_context takes them."""
    contexts: list[BrowserContext] = []

    def opened(**options: object) -> Page:
        context = browser.new_context(**{"base_url": live_app, "viewport": WIDE, **options})
        contexts.append(context)
        watch.follow(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A watched page, 1280 wide."""
    return new_page()


@pytest.fixture
def axe_findings(new_page: Callable[..., Page]) -> Callable[..., list[str]]:
    """axe_findings(path, **options): what axe-core objects to on this page, one line each; options as for new_page."""

    def found(path: str, **options: object) -> list[str]:
        # axe is put into the page as a script, which the page's own policy rightly forbids.
        page = new_page(bypass_csp=True, **options)
        page.goto(path)
        page.wait_for_load_state("networkidle")
        violations = Axe().run(page).response["violations"]
        return [f"{violation['id']}: {node['target']} {node['failureSummary']}" for violation in violations for node in violation["nodes"]]

    return found
