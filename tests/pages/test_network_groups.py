"""Every group of the network, then and now: with so many people every rate is steady, and no mark is explained that is not there."""

from __future__ import annotations

import csv
import io

from flask.testing import FlaskClient

from tests.asking import by_id, page_of, text_of


def test_where_every_rate_is_steady_no_mark_is_hollow(client: FlaskClient) -> None:
    card = by_id(page_of(client), "network-groups")
    traces = by_id(card, "network-groups-chart")["props"]["figure"]["data"]
    assert all(trace["marker"]["color"] == trace["marker"]["line"]["color"] for trace in traces if trace["mode"] == "markers")
    assert "Hollow" not in text_of(card) and "not steady" not in text_of(card)


def test_the_file_says_of_every_rate_that_it_is_steady(client: FlaskClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/csv/network/groups").data.decode("utf-8-sig"))))
    assert {row["steady"] for row in rows} == {"yes"}
    assert [row["group"] for row in rows][-1] == "Everybody"
