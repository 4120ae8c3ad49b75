"""The Help page, and the offer of a tour on the pages that have one."""

from __future__ import annotations

from functools import cache

from flask.testing import FlaskClient

from equity.help_texts import ASKING, HIDDEN, KEYS, KINDS, TAKING
from tests.asking import components, found, page_of, text_of


def test_everything_that_help_has_to_say_is_on_the_page(client: FlaskClient) -> None:
    said = text_of(page_of(client, path="/help"))
    words = [*(kind.reads for kind in KINDS), *(words for part in (KEYS, TAKING, HIDDEN, ASKING) for _, words in part)]
    assert [one for one in words if one not in said] == []


def test_each_kind_of_chart_leads_to_a_card_that_is_there(client: FlaskClient) -> None:
    @cache
    def ids(path: str) -> set[str]:
        return {one["props"].get("id") for one in components(page_of(client, path=path)) if isinstance(one["props"].get("id"), str)}

    addresses = [kind.address.partition("#") for kind in KINDS]
    assert [(path, card) for path, _, card in addresses if card and card not in ids(path)] == []
    assert {path for path, _, card in addresses if not card} == {"/teams"}


def test_the_rule_of_this_network_is_said_where_help_tells_what_is_hidden(client: FlaskClient) -> None:
    (card,) = found(page_of(client, path="/help"), id="help-hidden-head")
    assert "In this network: Small numbers are hidden and the rest is rounded." in text_of(card)


def test_the_foot_of_every_page_leads_to_help(client: FlaskClient) -> None:
    for path in ("/", "/teams", "/teams/amberford", "/compare", "/maturity", "/practices", "/data", "/measures", "/methods", "/help"):
        links = [one for one in components(page_of(client, path=path)) if one["props"].get("href") == "/help"]
        assert [text_of(link) for link in links] == ["Help"]


def test_a_tour_is_offered_on_the_network_page_and_on_a_teams_and_nowhere_else(client: FlaskClient) -> None:
    def offered(path: str) -> list[str]:
        return [one["props"]["id"] for one in found(page_of(client, path=path), className="tour-offer")]

    assert (offered("/"), offered("/teams/amberford"), offered("/compare"), offered("/help")) == (["tour-network"], ["tour-team"], [], [])
