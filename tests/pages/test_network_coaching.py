"""Where coaching may help, on the Network page: by name, each with every reason, never a rank."""

from __future__ import annotations

from flask.testing import FlaskClient

from tests.asking import by_id, components, page_of, text_of


def items(page: dict) -> dict[str, str]:
    """What is said of each team, by its name, in the order shown."""
    lines = [one["props"]["children"] for one in components(by_id(page, "network-coaching")) if one["type"] == "Li"]
    return {text_of(line[0]): text_of(line[1:]) for line in lines}


def test_teams_stand_by_name_each_with_its_reasons(client: FlaskClient) -> None:
    said = items(page_of(client))
    assert list(said) == sorted(said, key=str.lower)
    assert said["Elmstead Physicians"] == "Gaps widen: blood pressure and missed visits."
    assert "Tests of change stopped: the last one ended on 29 May 2026, 152 days ago." in said["Oxmeadow Health Center"]


def test_a_team_whose_reports_stopped_is_named_as_in_the_calendar(client: FlaskClient) -> None:
    page = page_of(client)
    assert "Stonewren Health Department has missed two in a row" in text_of(by_id(page, "network-reporting-title"))
    assert items(page)["Stonewren Health Department"].startswith("Reports stopped: blood pressure")


def test_the_rule_stands_beside_the_names_and_is_no_rank(client: FlaskClient) -> None:
    words = text_of(by_id(page_of(client), "network-coaching"))
    assert "though they had run some" in words
    assert "this is no rank" in words


def test_a_name_leads_to_the_team_at_the_measure_that_names_it_with_my_team_kept(client: FlaskClient) -> None:
    card = by_id(page_of(client, "?team=hazelmoor"), "network-coaching")
    links = [one["props"]["href"] for one in components(card) if one["type"] == "A"]
    assert "/teams/elmstead?measure=bp_control&team=hazelmoor" in links


def test_the_file_has_a_row_for_each_reason(client: FlaskClient) -> None:
    lines = client.get("/csv/network/coaching").text.splitlines()
    assert lines[0].startswith("\ufeffteam_id,team,reason")
    assert sum("widen" in line for line in lines) == 3
