"""How tests ask the Data page, and read what it says."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from urllib.parse import urlencode

from flask.testing import FlaskClient

from data_access.viewer import Viewer
from tests.asking import by_id, components, page_of, text_of
from tests.components.plain import text, walk
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
READER = Viewer("reader")
TEAM = "hazelmoor"


def asked(client: FlaskClient, **query: str) -> dict:
    return page_of(client, f"?{urlencode(query)}", "/data")


def sentence(page: dict) -> str:
    return text_of(by_id(page, "data-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"data-{card}-title"))


def shown(page: dict, card: str) -> list[list[str]]:
    """The rows of a card's first table, its head left out."""
    body = next(one for one in components(by_id(page, f"data-{card}")) if one["type"] == "Tbody")
    return [[text_of(cell).strip() for cell in row["props"]["children"]] for row in body["props"]["children"]]


def heads(page: dict, card: str) -> list[str]:
    return [text_of(one) for one in components(by_id(page, f"data-{card}")) if one["type"] == "Th" and one["props"].get("scope") == "col"]


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed", "badge-fixed badge-doubled")
    return [text_of(one) for one in components(by_id(page, "data-badges")) if one["props"].get("className") in kinds]


def rows(client: FlaskClient, card: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/data/{card}?{urlencode(query)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))


def seen(client: FlaskClient, viewer: Viewer, card: str, **query: str) -> str:
    """What another viewer reads in a card."""
    assert page_of(client)
    layout = sys.modules["pages.data"].layout(viewer, query)
    return text(next(one for one in walk(layout) if getattr(one, "id", None) == f"data-{card}"))


def two_teams(written: Written) -> tuple[Builder, FlaskClient]:
    """Ash sent all that is due and has a contact, Birch nothing since March; nothing is kept yet."""
    made, client = written()
    made.team("a", name="Ash", contact="Quality office")
    made.team("b", name="Birch")
    made.reports("a black 2025-01-01 " + "200/400 " * 10 + "\nb black 2025-01-01 200/400 200/400 200/400")
    return made, client
