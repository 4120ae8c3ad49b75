"""The Methods page."""

from __future__ import annotations

from flask.testing import FlaskClient

from equity.method_cards import METHODS
from tests.asking import components, page_of, text_of


def test_every_method_stands_on_the_page_under_its_id(client: FlaskClient) -> None:
    page = page_of(client, path="/methods")
    ids = [one["props"].get("id") for one in components(page)]
    for cards in METHODS.values():
        for card in cards:
            assert ids.count(f"method-{card.method_id}") == 1
            assert card.formula in text_of(page)


def test_the_foot_of_every_page_leads_there(client: FlaskClient) -> None:
    links = [one for one in components(page_of(client, path="/methods")) if one["props"].get("href") == "/methods"]
    assert [text_of(link) for link in links] == ["Methods"]
