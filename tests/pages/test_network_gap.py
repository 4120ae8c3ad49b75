"""What stands beside the lead chart of the Network page."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, page_of, text_of


def aside(client: FlaskClient, search: str = "") -> str:
    return text_of(by_id(page_of(client, search), "network-aside"))


def test_the_tally_says_how_many_moves_chance_alone_would_bring(client: FlaskClient) -> None:
    assert "Seven gaps of eleven moved, one of them wider. If no gap had moved, about 0.4 would still seem to." in aside(client)


def test_a_measure_says_what_guards_it_and_a_guard_what_it_guards(client: FlaskClient) -> None:
    assert "What guards it" in aside(client)
    assert "its gap widens at 2 of 11 teams." in aside(client)
    assert "A gain there that makes this gap widen has a price." in aside(client, "?measure=missed_visits")
    assert "guards blood pressure" in text_of(by_id(page_of(client), "network-grid"))


def test_the_gap_inside_the_teams_is_told_for_the_gap_of_record_alone(client: FlaskClient) -> None:
    assert "Inside the teams" in aside(client)
    assert "Inside the teams" not in aside(client, "?group=hispanic")
