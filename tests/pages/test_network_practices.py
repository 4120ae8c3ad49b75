"""Practices in use on the Network page."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, components, found, page_of, text_of


def card(client: FlaskClient) -> dict:
    return by_id(page_of(client), "network-practices")


def test_every_practice_has_a_line_with_how_many_teams_use_it(client: FlaskClient) -> None:
    rows = [one for one in components(card(client)) if one["type"] == "Li"]
    assert len(rows) == 7
    words = [text_of(row) for row in rows]
    assert words == sorted(words, key=str.lower)
    assert any(said.startswith("Stratify every measure 13 of 15 teams") for said in (" ".join(one.split()) for one in words))


def test_the_title_says_the_practice_that_most_teams_took_up_and_what_counts(client: FlaskClient) -> None:
    assert "13 teams now use “Stratify every measure”; two did at the start" in text_of(by_id(card(client), "network-practices-title"))
    assert "A practice counts as in use once a team tells" in text_of(card(client))


def test_no_team_is_named_in_the_file(client: FlaskClient) -> None:
    text = client.get("/csv/network/practices").text
    assert text.splitlines()[0].startswith("\ufeffpractice,stage,teams_then,teams_now")
    assert "hazelmoor" not in text
    assert len(found(card(client), children="CSV")) == 1
