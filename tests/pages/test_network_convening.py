"""The next convening, on the Network page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from flask.testing import FlaskClient

from data_access import schema
from tests.asking import by_id, components, page_of, text_of
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]


def card_words(page: dict) -> str:
    return text_of(by_id(page, "network-convening"))


def test_it_says_when_and_where_it_is_and_what_is_due_before(client: FlaskClient) -> None:
    words = card_words(page_of(client))
    assert "Next: Convening 4 on 8 and 9 December 2026" in words
    assert "Millbrace Hall. Reports are due before it on" in words


def test_what_there_is_to_talk_about_comes_from_the_data(client: FlaskClient) -> None:
    card = by_id(page_of(client), "network-convening")
    topics = [text_of(one) for one in components(card) if one["type"] == "H3"]
    assert topics == ["What moved, and for whom", "Three teams whose gap widens", "What was tested", "Who has not reported", "Holding the gains after month 18"]


def test_after_the_last_one_the_card_says_so(written: Written) -> None:
    made, client = written()
    days = {"starts_on": date(2025, 2, 3), "ends_on": date(2025, 2, 4)}
    made.insert(schema.event, {"event_id": "c1", "kind": "convening", "number": 1, "name": "Convening 1", "cohort": "", "place": "", **days})
    made.keep()
    words = card_words(page_of(client))
    assert "No further convening is planned" in words
    assert "The last one was Convening 1 on 3 and 4 February 2025." in words


def test_a_network_without_events_says_how_one_comes_to_stand_here(written: Written) -> None:
    made, client = written()
    made.keep()
    assert "No convening is planned yet" in card_words(page_of(client))
    assert client.get("/csv/network/convening").text.splitlines()[0].startswith("\ufeffconvening,starts_on,topic,words")
