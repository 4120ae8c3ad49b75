"""One page against its budgets, on one store."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from dash import Dash
from playwright.sync_api import Browser

from tests.asking import CALLBACKS
from tests.bench.browser import Pairs, choices, first_pages, sent_for
from tests.bench.chosen import Benched, Shown, shown_page
from tests.bench.floor import write_floor
from tests.bench.server import Cost, asked_of, change_cost, memory_after_requests, question
from tests.bench.serving import Served, ask, running_app, running_floor
from tests.bench.table import Row, ratio_row, spread_row

FIRST_PAGES, CHOICES, ROUNDS = 7, 12, 5
PER_WORKER = 8


def one_page(browser: Browser, app: Dash, url: str, folder: Path, page: Benched) -> list[Row]:
    """Every row that DESIGN.md section 8 has for a page. Takes folder: where the floor is written."""
    with running_app(url) as served:
        shown = shown_page(browser, served.url, page)
        write_floor(folder, shown)
        with running_floor(folder) as floor:
            rows = browser_rows(browser, floor, served, shown)
        cost = change_cost(app, url, shown)
        memory = memory_after_requests(served, shown, asked_of(shown))
    return [
        *rows,
        *cost_rows(cost),
        Row("Memory of a worker after 1,000 requests", max(memory), 150, "MB", 0, ", ".join(f"{one:.0f}" for one in memory)),
    ]


def release_row(browser: Browser, app: Dash, released: str, public: str, page: Benched) -> Row:
    """What the release adds to a choice that is remembered: the same network with its numbers protected, and with every count told."""
    shown = {}
    for url in (public, released):
        with running_app(url) as served:
            shown[url] = shown_page(browser, served.url, page)
    rounds = [[median(change_cost(app, url, shown[url]).cached) for url in (public, released)] for _ in range(ROUNDS)]
    return ratio_row("Server CPU of a choice, cached: released against all told", Pairs(*map(list, zip(*rounds, strict=True))), 1.2)


def server_rows(browser: Browser, app: Dash, url: str, page: Benched) -> list[Row]:
    """What a page's choices cost the server, of a page that draws little or nothing."""
    with running_app(url) as served:
        shown = shown_page(browser, served.url, page)
    return cost_rows(change_cost(app, url, shown))


def cost_rows(cost: Cost) -> list[Row]:
    return [spread_row("Server CPU of a choice, cached", cost.cached, 5, "ms"), spread_row("Server CPU of a choice, uncached", cost.uncached, 25, "ms")]


def browser_rows(browser: Browser, floor: Served, app: Served, shown: Shown) -> list[Row]:
    warm(browser, floor, app, shown)
    path = shown.page.path
    opened = first_pages(browser, floor.url, app.url, path=path, figures=len(shown.figures), runs=FIRST_PAGES)
    sent, least = (sent_for(browser, one.url, at, len(shown.figures)) for one, at in ((app, path), (floor, "/")))
    chosen = choices(browser, floor.url, app.url, shown, runs=CHOICES)
    return [
        ratio_row("First page, cold, until all charts are drawn", opened, 1.8),
        Row("First page, as sent", sent.bytes / 1000, 900, "kB", 0, f"floor {least.bytes / 1000:.0f} kB"),
        Row("First page, requests", sent.requests, 25, "", 0, f"floor {least.requests}"),
        ratio_row(f"Choice of a {shown.page.choice} until redrawn", chosen, 1.8),
    ]


def warm(browser: Browser, floor: Served, app: Served, shown: Shown) -> None:
    """Let both workers have answered before: a cold cache is the reader's, not the server's."""
    questions = [shown.page_question, *(question(shown.change_question, f"?measure={measure}") for measure in shown.changes)]
    for asked in questions * PER_WORKER:
        ask(app.port, CALLBACKS, asked)
    first_pages(browser, floor.url, app.url, path=shown.page.path, figures=len(shown.figures), runs=2)
