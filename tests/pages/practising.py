"""How tests ask the Practices page, and read what it says."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date
from urllib.parse import urlencode

from dash.development.base_component import Component
from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import Viewer
from tests.asking import by_id, components, page_of, text_of
from tests.components.plain import every, text, walk
from tests.data_access.builder import Builder

TEAM = "hazelmoor"
READER = Viewer("reader")
MEMBER = Viewer("team_member", frozenset({TEAM}))


def asked(client: FlaskClient, **query: str) -> dict:
    return page_of(client, f"?{urlencode(query)}", "/practices")


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"practices-{card}-title"))


def shown(page: dict, card: str) -> list[list[str]]:
    """The rows of a card's table, its head left out; none where it has no table."""
    bodies = [one for one in components(by_id(page, f"practices-{card}")) if one["type"] == "Tbody"]
    return [[text_of(cell).strip() for cell in row["props"]["children"]] for body in bodies for row in body["props"]["children"]]


def rows(client: FlaskClient, card: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/practices/{card}?{urlencode(query)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))


def card_for(client: FlaskClient, viewer: Viewer, card: str, **query: str) -> Component:
    """A card as another viewer gets it."""
    assert page_of(client)
    layout = sys.modules["pages.practices"].layout(viewer, query)
    return next(one for one in walk(layout) if getattr(one, "id", None) == f"practices-{card}")


def rows_for(client: FlaskClient, viewer: Viewer, card: str, **query: str) -> list[list[str]]:
    bodies = every(card_for(client, viewer, card, **query), "Tbody")
    return [[text(cell) for cell in row.children] for row in every(bodies, "Tr")]


def tell(made: Builder, team_id: str, stage: str, *, practice_id: str = "listen", day: date = date(2025, 7, 1)) -> None:
    made.insert(schema.practice_use, {"team_id": team_id, "practice_id": practice_id, "period_start": day, "stage": stage})
