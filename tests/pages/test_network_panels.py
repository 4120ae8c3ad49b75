"""The small multiples of the Network page."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, components, page_of, text_of


def panels(page: dict, kind: str) -> list[dict]:
    return [one for one in components(by_id(page, "network-panels")) if one["props"].get("className") == kind]


def test_the_readers_panel_is_marked_and_every_name_is_a_link(client: FlaskClient) -> None:
    page = page_of(client, "?team=hazelmoor")
    (mine,) = panels(page, "panel mine")
    assert text_of(mine).startswith("Hazelmoor Clinics")
    assert len(panels(page, "panel")) == 14
    graphs = {one["props"]["id"]["team"]: one["props"]["figure"] for one in components(by_id(page, "network-panels")) if one["type"] == "Graph"}
    widths = {team_id: figure["data"][1]["line"]["width"] for team_id, figure in graphs.items() if len(figure["data"]) > 1}
    assert [team_id for team_id, width in widths.items() if width == 3] == ["hazelmoor"]
    assert "Thick line: my team." in text_of(by_id(page, "network-panels-head"))
    assert "Thick line" not in text_of(by_id(page_of(client), "network-panels-head"))
    heads = [one for one in components(by_id(page, "network-panels")) if one["type"] == "H3"]
    assert all(head["props"]["children"]["props"]["href"].startswith("/teams/") for head in heads)


def test_against_the_largest_group_each_team_has_its_own(client: FlaskClient) -> None:
    page = page_of(client, "?reference=largest")
    assert "each team's largest group" in text_of(by_id(page, "network-panels"))
    assert "the largest group (White patients)" in text_of(by_id(page, "network-gap"))
