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
    heads = [one for one in components(by_id(page, "network-panels")) if one["type"] == "H3"]
    assert all(head["props"]["children"]["props"]["href"].startswith("/teams/") for head in heads)
