"""Who reported, on the Network page."""

from __future__ import annotations

import csv
import io

import pytest
from flask.testing import FlaskClient

from data_access.viewer import NETWORK_LEAD
from pages import _network_reporting
from pages._network_answer import answer_to
from tests.asking import by_id, components, page_of, text_of


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


def test_a_large_network_shows_those_that_are_behind_alone(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_network_reporting, "WHOLE_GRID", 14)

    shown = _network_reporting.reporting_of(answer_to(NETWORK_LEAD, {}))
    assert not shown.is_whole
    assert list(shown.names.values()) == ["Stonewren Health Department"]
    assert "of 15 teams have not sent their latest report" in shown.title
