"""The page as the browser gets it: its figures, what a choice changes, and the questions that it asks of the server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, Response

from tests.asking import CALLBACKS, components

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
VIEWPORT = {"width": 1280, "height": 900}
WIDTHS = "() => [...document.querySelectorAll('.js-plotly-plot')].map((graph) => Math.round(graph._fullLayout.width))"
MEASURES = "(select) => [...select.options].filter((option) => option.value && !option.disabled).map((option) => option.value)"


@dataclass(frozen=True, slots=True)
class Benched:
    """A page that is measured: where it stands, and the select that changes it."""

    name: str
    path: str
    select: str

    @property
    def choice(self) -> str:
        """What its select asks for, as a parameter of the address."""
        return self.select.rsplit("-", 1)[-1]


@dataclass(frozen=True, slots=True)
class Shown:
    """What one page shows and asks.

    figures: (id, figure) in the order of the page; widths in pixels, in the same order; changes: what each choice redraws, by its value.
    page_question, change_question: what the browser posted, to be asked again.
    """

    page: Benched
    figures: list[tuple[str, dict]]
    widths: list[int]
    changes: dict[str, dict[str, dict]]
    page_question: dict
    change_question: dict


def opened_page(browser: Browser, url: str) -> Page:
    """A page with nothing in its cache that tells when it is drawn."""
    context = browser.new_context(base_url=url, viewport=VIEWPORT, bypass_csp=True)
    context.add_init_script(WATCH)
    return context.new_page()


def shown_page(browser: Browser, url: str, benched: Benched) -> Shown:
    """Open the page once, choose twice, and write down what came."""
    page = opened_page(browser, url)
    answers: list[Response] = []
    page.on("response", lambda response: answers.append(response) if CALLBACKS in response.url else None)
    page.goto(benched.path)
    page.locator(benched.select).wait_for()
    page.wait_for_load_state("networkidle")
    content = answers[-1].json()["response"]["_pages_content"]["children"]
    page_question = json.loads(answers[-1].request.post_data)
    figures = list(figures_of(content))
    page.evaluate("(figures) => bench.opened(figures)", len(figures))
    first, second, *_ = page.locator(benched.select).evaluate(MEASURES)
    widths = page.evaluate(WIDTHS)
    changes = {value: chosen(page, benched.select, value) for value in (second, first)}
    change_question = json.loads(answers[-1].request.post_data)
    page.context.close()
    return Shown(benched, figures, widths, changes, page_question, change_question)


def chosen(page: Page, select: str, value: str) -> dict[str, dict]:
    """The figures that come when this is chosen, by the id of their graph."""
    with page.expect_response(lambda response: CALLBACKS in response.url) as answer:
        page.select_option(select, value)
    parts = answer.value.json()["response"]
    given = {graph_id: properties["figure"] for graph_id, properties in parts.items() if "figure" in properties}
    return given | dict(figures_of([properties.get("children") for properties in parts.values()]))


def figures_of(content: object) -> Iterator[tuple[str, dict]]:
    """(id, figure) of every graph, ids as the page writes them."""
    for one in components(content):
        if one["type"] == "Graph":
            graph_id = one["props"]["id"]
            yield graph_id if isinstance(graph_id, str) else json.dumps(graph_id, sort_keys=True, separators=(",", ":")), one["props"]["figure"]
