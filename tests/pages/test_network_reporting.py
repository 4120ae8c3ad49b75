"""Who reported, on the Network page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from data_access import schema
from tests.asking import by_id, components, page_of, text_of
from tests.data_access.builder import Builder


def rows(page: dict) -> list[list[str]]:
    card = by_id(page, "network-reporting")
    body = next(one for one in components(card) if one["type"] == "Tbody")
    return [[text_of(cell) for cell in row["props"]["children"]] for row in body["props"]["children"]]


def test_every_team_has_a_row_by_name_and_every_cell_a_word(client: FlaskClient) -> None:
    shown = rows(page_of(client))
    names = [row[0] for row in shown]
    assert len(names) == 15
    assert names == sorted(names, key=str.lower)
    assert all(cell.strip() for row in shown for cell in row)


def test_the_title_names_who_has_missed(client: FlaskClient) -> None:
    assert "Stonewren Health Department" in text_of(by_id(page_of(client), "network-reporting-title"))


def test_the_file_says_what_the_calendar_shows(client: FlaskClient) -> None:
    said = list(csv.DictReader(io.StringIO(client.get("/csv/network/reporting").data.decode("utf-8-sig"))))
    shown = rows(page_of(client))
    assert [row["report"] for row in said] == [cell.strip() for row in shown for cell in row[1:]]


def test_the_readers_team_is_marked(client: FlaskClient) -> None:
    card = by_id(page_of(client, "?team=hazelmoor"), "network-reporting")
    (mine,) = [one for one in components(card) if one["props"].get("className") == "mine"]
    assert text_of(mine).startswith("Hazelmoor Clinics")


@pytest.fixture
def large(written: Callable[..., tuple[Builder, FlaskClient]]) -> FlaskClient:
    """Asks a network of 62 teams that have sent nothing, and one that has."""
    made, client = written()
    made.insert(schema.team, *[{"team_id": f"t{number:02}", "name": f"Team {number:02}"} for number in range(62)])
    made.insert(schema.team_measure, *[{"team_id": f"t{number:02}", "measure_id": "bp", "standing": "core"} for number in range(62)])
    made.team("sent", name="Ash")
    made.reports("sent black 2025-01-01 " + "200/400 " * 12 + "\nsent white 2025-01-01 " + "200/400 " * 12)
    made.keep()
    return client


def test_a_large_network_shows_those_that_are_behind_page_by_page(large: FlaskClient) -> None:
    first, last = page_of(large), page_of(large, "?behind=4")
    assert text_of(by_id(first, "network-reporting-title")) == "62 of 63 teams have not sent their latest report that is due, for Q4 2025"
    assert [row[0] for row in rows(first)] == [f"Team {number:02}" for number in range(20)]
    assert [row[0] for row in rows(last)] == ["Team 60", "Team 61"]
    card = by_id(first, "network-reporting")
    assert "62 teams, page 1 of 4" in text_of(card)
    assert "Only teams that are behind" in text_of(card)
    turned = [one["props"]["href"] for one in components(card) if one["props"].get("data-turn")]
    assert turned == ["/?measure=bp&behind=2#network-reporting"]


@pytest.mark.parametrize("value", ["99", "0", "-1", "x", ""])
def test_a_page_that_is_not_there_is_the_nearest(large: FlaskClient, value: str) -> None:
    assert len(rows(page_of(large, f"?behind={value}"))) == (2 if value == "99" else 20)


def test_the_file_of_a_large_network_is_of_the_page_that_is_shown(large: FlaskClient) -> None:
    (link,) = [
        one["props"]["href"] for one in components(by_id(page_of(large, "?behind=4"), "network-reporting-foot")) if one["props"].get("children") == "CSV"
    ]
    said = list(csv.DictReader(io.StringIO(large.get(link).data.decode("utf-8-sig"))))
    assert {row["team"] for row in said} == {"Team 60", "Team 61"}
