"""Every group of a team, then and now: what is not steady is hollow in the chart, named above it, and said in table and file."""

from __future__ import annotations

import csv
import io

from flask.testing import FlaskClient

from tests.asking import by_id, page_of, text_of


def groups_card(client: FlaskClient, team: str) -> dict:
    return by_id(page_of(client, "?measure=bp_control", f"/teams/{team}"), "team-groups")


def hollow_marks(card: dict) -> list[str]:
    traces = by_id(card, "team-groups-chart")["props"]["figure"]["data"]
    return [trace["text"][0] for trace in traces if trace["mode"] == "markers" and "Too few people" in trace["text"][0]]


def test_a_small_teams_hollow_marks_are_named_and_said_in_table_and_file(client: FlaskClient) -> None:
    card = groups_card(client, "dunmarrow")
    rows = list(csv.DictReader(io.StringIO(client.get("/csv/team/groups?measure=bp_control&team_id=dunmarrow").data.decode("utf-8-sig"))))
    unsteady = [row for row in rows if row["steady"] == "no"]
    assert unsteady and len(hollow_marks(card)) == len(unsteady)
    assert "Hollow: too few people for a steady figure." in text_of(by_id(card, "team-groups-head"))
    assert text_of(by_id(card, "team-groups-foot")).count("not steady") == len(unsteady)
    assert {row["steady"] for row in rows if row["blank"]} <= {"", "yes"}


def test_small_is_then_and_large_is_now(client: FlaskClient) -> None:
    assert "Small: the baseline year. Large: Q3 2026" in text_of(groups_card(client, "hazelmoor"))
