"""How tests ask for a review, and read what it says."""

from __future__ import annotations

import csv
import io
import sys
from urllib.parse import urlencode

from dash.development.base_component import Component
from flask.testing import FlaskClient

from data_access.viewer import Viewer
from tests.asking import by_id, components, page_of, text_of
from tests.components.plain import text, walk

FUNDER = Viewer("funder")
TEAM = "hazelmoor"
CARDS = ("cover", "moved", "did", "show", "learned", "methods", "gaps")


def asked(client: FlaskClient, quarter: str = "", **query: str) -> dict:
    return page_of(client, f"?{urlencode(query)}", f"/review/{quarter}" if quarter else "/review")


def sentence(page: dict) -> str:
    return text_of(by_id(page, "review-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"review-{card}-title"))


def said(page: dict, card: str) -> str:
    return text_of(by_id(page, f"review-{card}"))


def card_ids(page: dict) -> list[str]:
    return [one["props"]["id"] for one in components(page) if one["type"] == "Section"]


def links(page: dict, class_name: str = "review-quarters") -> list[tuple[str, str]]:
    """(words, address) of the links in the part of this class."""
    part = next(one for one in components(page) if one["props"].get("className") == class_name)
    return [(text_of(one), one["props"]["href"]) for one in components(part) if one["type"] == "A"]


def roll(page: dict) -> dict[str, int]:
    """Teams by verdict or blank, as the cover lists them."""
    part = next(one for one in components(page) if one["props"].get("className") == "roll")
    cells = [[text_of(cell) for cell in row["props"]["children"]] for row in part["props"]["children"]]
    return {words.strip(): int(count) for count, words, _ in cells}


def figures(page: dict) -> list[dict]:
    return [one["props"]["figure"] for one in components(page) if one["type"] == "Graph"]


def rows(client: FlaskClient, card: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/review/{card}?{urlencode(query)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))


def page_for(client: FlaskClient, viewer: Viewer, **query: str) -> Component:
    """The whole page as another viewer gets it."""
    assert page_of(client)
    return sys.modules["pages._review_whole"].review(viewer, query)


def part_for(page: Component, part_id: str) -> str:
    """What that viewer reads in one part."""
    return text(next(one for one in walk(page) if getattr(one, "id", None) == part_id))
