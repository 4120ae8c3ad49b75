"""The Methods page."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from equity.method_cards import METHODS
from tests.asking import components, found, page_of, text_of


def test_every_method_stands_on_the_page_under_its_id(client: FlaskClient) -> None:
    page = page_of(client, path="/methods")
    ids = [one["props"].get("id") for one in components(page)]
    for cards in METHODS.values():
        for card in cards:
            assert ids.count(f"method-{card.method_id}") == 1
            assert card.formula in text_of(page)


PAGES = {
    "/": "",
    "/teams": "",
    "/teams/hazelmoor": "?team=hazelmoor",
    "/compare": "?team=hazelmoor",
    "/maturity": "?team=hazelmoor",
    "/practices": "?team=hazelmoor",
    "/data": "",
    "/measures": "",
}


@pytest.mark.parametrize("path", PAGES)
def test_every_card_of_every_page_leads_to_its_method_and_its_measure_in_one_click(client: FlaskClient, path: str) -> None:
    places = {one["props"].get("id") for other in ("/methods", "/measures") for one in components(page_of(client, path=other))}
    for card in (one for one in components(page_of(client, PAGES[path], path)) if one["type"] == "Section" and one["props"]["id"] != "team-mine"):
        feet = [one for one in components(card) if one["props"].get("className") == "card-foot"]
        links = [one["props"]["href"] for foot in feet for one in components(foot) if one["type"] == "A"]
        assert [link for link in links if link.startswith("/methods")], card["props"]["id"]
        assert [link for link in links if link.startswith(("/methods#", "/measures")) and "#" in link and link.partition("#")[2] not in places] == []


@pytest.mark.parametrize("path", PAGES)
def test_every_card_with_a_chart_of_a_measure_leads_to_its_definition(client: FlaskClient, path: str) -> None:
    for card in (one for one in components(page_of(client, PAGES[path], path)) if one["type"] == "Section" and found(one, role="img")):
        links = [one["props"].get("href") or "" for one in components(card) if one["type"] == "A"]
        assert [link for link in links if link.startswith("/measures")], card["props"]["id"]


def test_the_foot_of_every_page_leads_there(client: FlaskClient) -> None:
    links = [one for one in components(page_of(client, path="/methods")) if one["props"].get("href") == "/methods"]
    assert [text_of(link) for link in links] == ["Methods"]
