"""A note on a value is marked at its point on a team's sheet of the review, and told in words beneath it."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient

from data_access.viewer import NETWORK_LEAD, Viewer
from tests.asking import by_id, components, text_of
from tests.data_access.test_value_notes import noted
from tests.pages.reviewing import asked, page_for, part_for, said
from tests.pages.trusting import Written

LATE = "Late laboratory and home readings added"


def keys(page: dict, team: str) -> list[str]:
    """The boxed letters on the chart of a team's sheet."""
    sheet = next(one for one in components(by_id(page, f"review-team-{team}")) if one["type"] == "Graph")
    return [one["text"] for one in sheet["props"]["figure"]["layout"]["annotations"] if one["text"] in ("<b>a</b>", "<b>b</b>", "<b>a, b</b>")]


def test_a_note_is_marked_and_told_on_the_sheet_of_its_team_alone(client: FlaskClient) -> None:
    page = asked(client, "2026-Q3")
    assert keys(page, "copperlea") == ["<b>a</b>"]
    assert f"{LATE} All patients, Apr 2026 to Jun 2026. Loaded by " in said(page, "team-copperlea")
    assert keys(page, "amberford") == []
    assert "Notes on values" not in said(page, "team-amberford")
    assert text_of(page).count(LATE) == 1


def test_a_past_quarter_has_no_note_on_a_later_value(client: FlaskClient) -> None:
    page = asked(client, "2026-Q1")
    assert keys(page, "copperlea") == []
    assert LATE not in text_of(page)


def test_a_note_on_a_hidden_value_is_for_the_team_alone(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.reports("a black 2025-01-01 200/400 2/9 " + "200/400 " * 10 + "\na white 2025-01-01 " + "200/400 " * 12)
    noted(made, "Clinic closed", date(2025, 2, 1))
    made.keep()
    mine = Viewer("team_member", frozenset({"a"}))
    lead, own = (part_for(page_for(client, viewer), "review-team-a") for viewer in (NETWORK_LEAD, mine))
    assert ("Clinic closed" in lead, "Clinic closed" in own) == (False, True)


def test_a_sheet_has_the_notes_on_both_its_groups_and_everybody(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.reports("\n".join(f"a {group} 2025-01-01 " + "200/400 " * 12 for group in ("black", "white", "hispanic")))
    noted(made, "Flood", date(2025, 2, 1))
    noted(made, "New system", date(2025, 5, 1), group_code="white")
    made.keep()
    page = asked(client)
    assert sorted(keys(page, "a")) == ["<b>a</b>", "<b>b</b>"]
    assert "Flood" in said(page, "team-a")
    assert "New system" in said(page, "team-a")


@pytest.mark.parametrize(("months", "letters", "is_beneath"), [(5, 28, False), (6, 28, True), (1, 450, False), (1, 480, True)])
def test_notes_that_a_sheet_has_no_room_for_beside_its_chart_stand_beneath_it(written: Written, months: int, letters: int, is_beneath: bool) -> None:
    made, client = written()
    made.team("a")
    made.reports("\n".join(f"a {group} 2025-01-01 " + "200/400 " * 12 for group in ("black", "white", "hispanic")))
    for month in range(1, months + 1):
        noted(made, f"{month}".ljust(letters, "x"), date(2025, month, 1))
    made.keep()
    charts = [one["props"]["className"] for one in components(asked(client)) if (one["props"].get("className") or "").startswith("review-chart")]
    assert charts == ["review-chart review-noted" if is_beneath else "review-chart"]
