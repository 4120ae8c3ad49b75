"""Actions counted by teams, split as asked: what a team tells on its own page is told to everybody here, too."""

from __future__ import annotations

from datetime import date

from flask.testing import FlaskClient

from data_access import schema
from data_access.viewer import NETWORK_LEAD
from equity.sentences.practices_page import UNNAMED
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


def test_a_reader_sees_what_the_lead_sees(client: FlaskClient) -> None:
    assert rows_for(client, READER, "actions") == rows_for(client, NETWORK_LEAD, "actions")
    assert UNNAMED not in text(card_for(client, READER, "actions"))


def test_a_team_that_hides_every_measure_is_counted_for_those_who_see_it_alone(written: Written) -> None:
    made, client = written()
    for team_id, visibility in {"a": "hidden", "b": "network"}.items():
        made.team(team_id, terms={"visibility": visibility})
        row = {"action_id": team_id, "team_id": team_id, "focus_area": "local", "inequity": f"Inequity {team_id}", "adopted_on": date(2025, 5, 1)}
        made.insert(schema.action, row)
    made.keep()
    assert [row[1:3] for row in rows_for(client, READER, "actions")] == [["any", "1"], ["Inequity b", "1"]]
    assert [row[1:3] for row in rows_for(client, NETWORK_LEAD, "actions")] == [["any", "2"], ["Inequity a", "1"], ["Inequity b", "1"]]
    assert UNNAMED in text(card_for(client, READER, "actions"))


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
