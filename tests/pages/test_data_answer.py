"""What is asked of the Data page, and which teams of a large network it shows."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from data_access import schema
from tests.asking import by_id, components, notices_of, text_of
from tests.pages.trusting import Written, asked, badges, shown, title


@pytest.fixture
def large(written: Written) -> FlaskClient:
    """A network of 62 teams that have sent nothing, and one that has."""
    made, client = written()
    made.insert(schema.team, *[{"team_id": f"t{number:02}", "name": f"Team {number:02}"} for number in range(62)])
    made.insert(schema.team_measure, *[{"team_id": f"t{number:02}", "measure_id": "bp", "standing": "core"} for number in range(62)])
    made.team("sent", name="Ash")
    made.reports("sent black 2025-01-01 " + "200/400 " * 12 + "\nsent white 2025-01-01 " + "200/400 " * 12)
    made.keep()
    return client


def test_a_value_that_is_no_choice_is_told(client: FlaskClient) -> None:
    (said,) = notices_of(asked(client, view="rainbow"))
    assert "view “rainbow”. Choose one of: together, measure." in said
    (said,) = notices_of(asked(client, page="7"))
    assert "page “7”. Choose one of: 1. Shown instead: 1." in said


def test_a_large_network_shows_those_that_are_behind_page_by_page(large: FlaskClient) -> None:
    first, last = asked(large), asked(large, page="4")
    assert title(first, "calendar") == "62 of 63 teams have not sent their latest report that is due, for Q4 2025"
    assert [row[0] for row in shown(first, "calendar")] == ["Teams of this page: came", *(f"Team {number:02}" for number in range(20))]
    assert [row[0] for row in shown(last, "due")] == ["Team 60", "Team 61"]
    assert "62 teams, page 1 of 4" in text_of(by_id(first, "data-calendar"))
    turned = [one["props"]["href"] for one in components(by_id(first, "data-calendar")) if one["props"].get("data-turn") == "true"]
    assert turned == ["/data?measure=bp&page=2#data-calendar"]
    (said,) = notices_of(asked(large, page="9"))
    assert "Shown instead: 4." in said


def test_a_team_of_a_large_network_is_found_by_name_or_chosen_as_mine(large: FlaskClient) -> None:
    page = asked(large, find="ash")
    assert [row[0] for row in shown(page, "calendar")][-1] == "Ash"
    assert "Teams named:  “ash”" in " ".join(badges(page))
    assert [row[0] for row in shown(asked(large, team="sent"), "quality")][0] == "Ash"
    nobody = asked(large, find="zebra")
    assert "No report of a team can be shown here." in text_of(by_id(nobody, "data-calendar"))
    assert "There is nothing to grade here." in text_of(by_id(nobody, "data-quality"))
    assert "No team shown here has anything to report." in text_of(by_id(nobody, "data-due"))
