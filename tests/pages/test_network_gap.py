"""What stands beside the lead chart of the Network page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from data_access import schema
from data_access.engine import writing
from tests.asking import by_id, page_of, text_of
from tests.data_access.builder import Builder


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


@pytest.mark.parametrize(("path", "card"), [("/", "network-gap"), ("/teams/a", "team-run")])
def test_a_new_definition_is_drawn_and_said(written: Callable[..., tuple[Builder, FlaskClient]], path: str, card: str) -> None:
    made, client = written()
    with writing(made.engine) as connection:
        connection.execute(update(schema.measure).values(valid_from=date(2025, 7, 1), version="2025.2"))
    made.team("a")
    made.reports(f"a black 2025-01-01 {' '.join(['20/100'] * 12)}\na white 2025-01-01 {' '.join(['60/100'] * 12)}")
    made.keep()
    page = page_of(client, path=path)
    assert "from 1 July 2025 on the measure is defined anew (version 2025.2)" in text_of(by_id(page, card))
    shapes = by_id(page, f"{card}-chart")["props"]["figure"]["layout"]["shapes"]
    assert {shape["x0"] for shape in shapes if shape.get("line", {}).get("dash") == "9px,4px"} == {"2025-07-01"}
