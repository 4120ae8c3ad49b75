"""The grid and the panels lead to each team."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, components, page_of, text_of


def links(page: dict, card: str) -> list[str]:
    return [one["props"]["href"] for one in components(by_id(page, card)) if one["type"] == "A" and one["props"]["href"].startswith("/teams/")]


def test_a_cell_leads_to_the_team_at_its_measure_and_my_team_goes_along(client: FlaskClient) -> None:
    found = links(page_of(client, "?team=hazelmoor"), "network-grid")
    assert "/teams/elmstead?measure=missed_visits&team=hazelmoor" in found
    assert "/teams/elmstead?team=hazelmoor" in found


def test_a_measure_that_a_team_does_not_work_on_leads_nowhere(client: FlaskClient) -> None:
    assert "/teams/elmstead?measure=preterm_birth" not in links(page_of(client), "network-grid")
    assert "/teams/elmstead?measure=bp_control" in links(page_of(client), "network-grid")


def test_the_readers_row_is_marked(client: FlaskClient) -> None:
    card = by_id(page_of(client, "?team=hazelmoor"), "network-grid")
    (mine,) = [one for one in components(card) if one["props"].get("className") == "mine"]
    assert text_of(mine["props"]["children"][0]) == "Hazelmoor Clinics"
