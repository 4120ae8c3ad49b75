"""Actions counted by teams: split as asked, withheld where one team could be told."""

from __future__ import annotations

from datetime import date

from flask.testing import FlaskClient

from data_access import schema
from tests.asking import by_id, text_of
from tests.components.plain import text
from tests.pages.practising import READER, asked, card_for, rows, rows_for, shown, title
from tests.pages.trusting import Written


def test_each_area_is_counted_then_each_of_its_inequities(client: FlaskClient) -> None:
    found = shown(asked(client), "actions")
    assert found[:2] == [
        ["Data to identify the largest clinical inequities", "any", "10", "8", "8"],
        ["Data to identify the largest clinical inequities", "Blood pressure control of Black patients", "4", "3", "3"],
    ]
    assert [row[0] for row in found] == sorted(row[0] for row in found)


def test_teams_are_split_by_cohort_or_sector(client: FlaskClient) -> None:
    found = shown(asked(client, view="cohort"), "actions")
    assert found[:2] == [["All areas", "any", "1", "8", "7", "7"], ["All areas", "any", "2", "7", "6", "6"]]
    sectors = {row[2] for row in shown(asked(client, view="sector"), "actions")}
    assert {"Hospital", "Insurer"} <= sectors


def test_the_title_is_of_all_teams_however_they_are_split(client: FlaskClient) -> None:
    assert title(asked(client), "actions") == title(asked(client, view="sector"), "actions")


def test_the_file_has_the_same_and_says_how_teams_are_split(client: FlaskClient) -> None:
    found = rows(client, "actions", view="cohort")
    assert {row["teams_split"] for row in found} == {"by cohort"}
    first = found[0]
    assert (first["focus_area"], first["inequity"], first["kind"], first["teams_adopted"], first["teams_shown"]) == ("All areas", "any", "1", "8", "7")


def test_others_than_the_lead_see_no_count_of_few_teams_and_no_inequity_of_theirs(client: FlaskClient) -> None:
    found = rows_for(client, READER, "actions")
    assert {row[1] for row in found} == {"any"}
    assert any("too few teams" in row for row in found)
    # Elsewhere one to four teams stand in one of the steps.
    assert {row[0]: row[2:] for row in found if "too few teams" not in row} == {
        "Dedicating institutional resources": ["5", "5", "5"],
        "Specific action to reduce them": ["7", "7", "7"],
    }
    assert "Fewer than five teams are not counted" in text(card_for(client, READER, "actions"))
    client.post("/see-as", data={"role": "reader"})
    assert {row["blank"] for row in rows(client, "actions") if not row["teams_adopted"]} == {"too few teams"}


def test_of_very_many_rows_the_first_are_shown_and_the_file_has_all(written: Written) -> None:
    made, client = written()
    made.team("a", name="Ash")
    words = {"team_id": "a", "focus_area": "local", "adopted_on": date(2025, 5, 1)}
    made.insert(schema.action, *({**words, "action_id": f"{number}", "inequity": f"Inequity {number:03}"} for number in range(90)))
    made.keep()
    page = asked(client, view="sector")
    found = shown(page, "actions")
    assert len(found) == 80
    assert found[1][:3] == ["Local", "any", "no sector given"]
    assert "The first 80 of 92 rows. The file has all." in text_of(by_id(page, "practices-actions-body"))
    assert len(rows(client, "actions", view="sector")) == 92
