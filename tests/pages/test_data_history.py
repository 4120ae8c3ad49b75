"""What later loads replaced, and every load."""

from __future__ import annotations

from datetime import UTC, date, datetime

from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.asking import by_id, text_of
from tests.pages.trusting import Written, asked, rows, seen, shown, two_teams


def test_replaced_values_are_shown_to_the_team_and_counted_for_others(client: FlaskClient) -> None:
    assert "67 values hidden" in seen(client, NETWORK_LEAD, "changes")
    own = seen(client, Viewer("team_member", frozenset({"copperlea"})), "changes")
    assert "→" in own
    assert "61 more in the file" in own
    assert {row["old_blank"] for row in rows(client, "changes")} == {"hidden"}


def test_every_load_says_who_when_and_what_became_of_its_rows(client: FlaskClient) -> None:
    page = asked(client)
    newest, first = shown(page, "loads")
    assert (newest[0], newest[3:]) == ("2", ["observations.csv", "209", "83", "0", "0", "yes"])
    assert first[0] == "1"
    assert "teams.csv" in first[3]
    assert "Data through 30 September 2026." in text_of(by_id(page, "data-loads"))
    assert [row["load_id"] for row in rows(client, "loads")] == ["2", "1"]


def test_replaced_values_of_every_kind_are_told_as_they_may_be_seen(written: Written) -> None:
    made, client = two_teams(written)
    made.measure(measure_id="falls", number="count", grain="quarter")
    made.team("a", "falls")
    made.reports("a black 2025-01-01 " + "20 " * 8, measure_id="falls", number="count")
    made.load(3)
    made.load(2, loaded_at=datetime(2026, 1, 7, 9, 0, tzinfo=UTC), loaded_by="Ben", vintage=date(2025, 12, 31), undone_by=3)
    key = {"load_id": 2, "old_load_id": 1, "old_note": "", "series_id": 3}
    for month, old, new in ((1, 19, 20), (4, 5, 20)):
        made.insert(schema.observation_history, {**key, "period_start": date(2025, month, 1), "old_numerator": old, "new_numerator": new})
    made.keep(["bp", "falls"])
    page = asked(client)
    (row,) = shown(page, "changes")
    assert row[:5] == ["Ash", "2", "blood pressure", "Q1 2025 to Q2 2025", "2"]
    assert row[5] == "Black, Q1 2025: 19 → 20 Black, Q2 2025: hidden → 20"
    assert [one[-1] for one in shown(page, "loads")] == ["yes", "taken back by load 3", "yes"]
    assert shown(page, "loads")[1][1] == "2026-01-07 09:00, as of 31 December 2025"
    assert [(one["old_numerator"], one["old_blank"], one["new_numerator"]) for one in rows(client, "changes")] == [("19", "", "20"), ("", "hidden", "20")]
