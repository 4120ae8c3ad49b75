"""Notes on single values, for whoever sees the value."""

from __future__ import annotations

from flask.testing import FlaskClient

from data_access.viewer import NETWORK_LEAD, Viewer
from tests.pages.trusting import asked, rows, seen, shown


def test_notes_are_told_once_with_all_their_values(client: FlaskClient) -> None:
    told = {(row[0], row[4]): row for row in shown(asked(client), "notes")}
    assert told["Oxmeadow Health Center", "Clinic closed by a flood"][1:4] == ["Nov 2024 to Dec 2024", "depression follow-up and data completeness", "4"]
    # Who brought it and when stands beside it.
    assert told["Oxmeadow Health Center", "Clinic closed by a flood"][5].endswith(" 2026")
    listed = rows(client, "notes")
    assert {bool(row["loaded_by"] and row["loaded_at"]) for row in listed} == {True}
    assert sum(row["note"] == "Clinic closed by a flood" for row in listed) == 4


def test_a_note_beside_a_hidden_value_is_for_the_team_alone(client: FlaskClient) -> None:
    # 9 of 111 births in September 2026
    note = {"view": "measure", "measure": "preterm_birth"}
    assert "Brackenfield" not in seen(client, NETWORK_LEAD, "notes", **note)
    assert "Brackenfield" in seen(client, Viewer("team_member", frozenset({"brackenfield"})), "notes", **note)
