"""Who is late, who skipped, what comes next, and whom to ask."""

from __future__ import annotations

from datetime import date

from flask.testing import FlaskClient

from data_access.viewer import Viewer
from tests.asking import by_id, text_of
from tests.pages.trusting import READER, Written, asked, heads, rows, seen, shown, title, two_teams


def test_who_is_late_is_named_with_the_days_and_what_comes_next(client: FlaskClient) -> None:
    page = asked(client)
    # April was due on 30 May; the network's day is 28 October
    assert title(page, "due") == "Late with reports: Stonewren Health Department by 151 days"
    by_name = {row[0]: row[1:] for row in shown(page, "due")}
    assert by_name["Stonewren Health Department"][1] == "151"
    assert by_name["Dunmarrow Hospital"] == [
        "nothing",
        "nothing",
        "Feb 2025 and Jun 2026: five measures",
        "30 October 2026, in two days: September 2026, data completeness",
    ]
    # In the demo no contact is named.
    assert heads(page, "due") == ["Team", "Late with", "Days late", "Skipped before", "Due next"]


def test_teams_that_owe_nothing_have_no_row(written: Written) -> None:
    made, client = written()
    made.team("a", name="Ash", left_on=date(2025, 3, 31))
    made.team("b", name="Birch")
    made.reports("a black 2025-01-01 200/400 200/400 200/400\nb black 2025-01-01 200/400 200/400 200/400")
    made.keep()
    page = asked(client)
    assert [row[0] for row in shown(page, "due")] == ["Birch"]
    assert "One other team owes nothing, and nothing is due there." in text_of(by_id(page, "data-due"))


def test_the_file_names_every_missing_report(client: FlaskClient) -> None:
    late = [row for row in rows(client, "due") if row["report"] == "late"]
    assert {row["team_id"] for row in late} == {"stonewren"}
    assert max(int(row["days_late"]) for row in late) == 151
    coming = [row for row in rows(client, "due") if row["report"] == "due next"]
    assert len({row["team_id"] for row in coming}) == 15


def test_contacts_are_shown_to_whoever_sees_the_team(written: Written) -> None:
    made, client = two_teams(written)
    made.keep()
    page = asked(client)
    assert heads(page, "due")[-1] == "Contact"
    assert [row[-1] for row in shown(page, "due")] == ["Quality office", "none named"]
    coach = seen(client, Viewer("coach", coached=frozenset({"a"})), "due")
    assert "Quality office" in coach
    assert "not shown" in coach
    for viewer in (READER, Viewer("funder"), Viewer("team_member", frozenset({"b"}))):
        assert "Quality office" not in seen(client, viewer, "due")
