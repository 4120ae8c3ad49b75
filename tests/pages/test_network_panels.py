"""The small multiples of the Network page."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from flask.testing import FlaskClient

from tests.asking import by_id, components, page_of, text_of
from tests.data_access.test_value_notes import noted
from tests.pages.test_team import Written


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
    (grid,) = panels(page, "panels")
    heads = [one for one in components(grid) if one["type"] == "H3"]
    assert all(head["props"]["children"]["props"]["href"].startswith("/teams/") for head in heads)


def test_against_the_largest_group_each_team_has_its_own(client: FlaskClient) -> None:
    page = page_of(client, "?reference=largest")
    assert "each team's largest group" in text_of(by_id(page, "network-panels"))
    assert "the largest group (White patients)" in text_of(by_id(page, "network-gap"))


def test_a_team_with_a_group_of_its_own_is_told_with_it(client: FlaskClient) -> None:
    words = text_of(by_id(page_of(client, "?measure=real_complete"), "network-panels"))
    assert "Ironwillow Employers (No insurance)" in words
    assert "Hazelmoor Clinics (" not in words
    answer = client.get("/csv/network/panels?measure=real_complete")
    filed = csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff")))
    groups = {row["team_id"]: row["focus_group"] for row in filed}
    assert (groups["ironwillow"], groups["hazelmoor"]) == ("uninsured", "medicaid")


def daggers(page: dict) -> dict[str, int]:
    """How many daggers each team's panel has."""
    graphs = [one["props"] for one in components(by_id(page, "network-panels")) if one["type"] == "Graph"]
    return {graph["id"]["team"]: sum(mark["text"] == "<b>†</b>" for mark in graph["figure"]["layout"]["annotations"]) for graph in graphs}


def test_notes_are_marked_in_the_panels_and_told_beneath_them(client: FlaskClient) -> None:
    page = page_of(client, "?measure=bp_control")
    assert {team: count for team, count in daggers(page).items() if team in ("copperlea", "amberford")} == {"copperlea": 1, "amberford": 0}
    beneath = text_of(by_id(page, "network-panels-notes"))
    assert "Copperlea Hospital: Late laboratory and home readings added All patients, Apr 2026 to Jun 2026. Loaded by " in beneath
    answer = client.get("/csv/network/panels?measure=bp_control")
    filed = list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))
    assert [row["period"] for row in filed if row["team_id"] == "copperlea" and row["notes"]] == ["Q2 2026"]


def test_a_gap_bears_the_notes_on_both_its_groups_and_on_no_other(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.reports("\n".join(f"a {group} 2025-01-01 " + "200/400 " * 12 for group in ("black", "white")))
    noted(made, "Flood", date(2025, 2, 1))
    noted(made, "New system", date(2025, 2, 1), group_code="white")
    made.keep()
    told = [text_of(by_id(page_of(client, query), "network-panels-notes")) for query in ("?measure=bp", "?measure=bp&reference=hispanic")]
    assert [("Flood" in words, "New system" in words) for words in told] == [(True, True), (True, False)]


@pytest.mark.parametrize(("teams", "is_page"), [(2, False), (16, True)])
def test_where_the_panels_are_not_all_teams_their_title_says_so(written: Written, teams: int, is_page: bool) -> None:
    made, client = written()
    for place in range(teams):
        made.team(f"t{place:02}", name=f"Team {place:02}")
    made.reports("\n".join(f"t{place:02} {group} 2025-01-01 {'200/400 ' * 6}" for place in range(teams) for group in ("black", "white")))
    made.keep()
    assert text_of(by_id(page_of(client), "network-panels-title")).startswith("On this page ") is is_page


def test_the_gap_of_a_team_with_a_group_of_its_own_bears_the_notes_on_that_group(written: Written) -> None:
    made, client = written()
    made.team("a", terms={"focus_group": "hispanic", "focus_stratifier_id": "race"})
    made.reports("\n".join(f"a {group} 2025-01-01 " + "200/400 " * 12 for group in ("black", "hispanic", "white")))
    noted(made, "Of its own", date(2025, 2, 1), group_code="hispanic")
    noted(made, "Of the measure's", date(2025, 2, 1), group_code="black")
    made.keep()
    told = text_of(by_id(page_of(client, "?measure=bp&reference=white"), "network-panels-notes"))
    own = text_of(by_id(page_of(client, "?measure=bp"), "network-panels-notes"))
    assert ("Of its own" in own, "Of the measure's" in told, "Of its own" in told) == (True, True, False)
