"""Who is in the network, and what do they work on? Every filter by itself and together, whatever the network is like."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, by_id, components, found, held_in, inside, notices_of, page_of, shown_version, text_of, update_question
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
QUESTION = "Who is in the network, and what do they work on?"
FILTERS = ("view", "sector", "setting", "cohort", "order")


def asked(client: FlaskClient, **query: str | int | list[str]) -> dict:
    return page_of(client, f"?{urlencode(query, doseq=True)}", "/teams")


def names(page: dict) -> list[str]:
    return [text_of(one) for one in found(page, className="team-name")]


def row(page: dict, name: str) -> dict:
    (one,) = [
        item for item in components(page) if (item["props"].get("className") or "").startswith("team-row") and name in text_of(item) and item["type"] == "Li"
    ]
    return one


def sentence(page: dict) -> str:
    return text_of(by_id(page, "teams-sentence"))


def options(page: dict, name: str) -> list[str]:
    return [option["value"] for option in by_id(page, f"teams-{name}")["props"]["options"]]


def links(page: dict) -> dict[str, str]:
    return {text_of(one): one["props"]["href"] for one in found(page, className="team-name")}


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed")
    return [text_of(one) for one in components(by_id(page, "teams-badges")) if one["props"].get("className") in kinds]


def test_all_teams_stand_by_name_with_what_they_work_on(client: FlaskClient) -> None:
    page = asked(client)
    assert text_of(by_id(page, "question")) == QUESTION
    assert names(page) == sorted(names(page)) and len(names(page)) == 15
    assert sentence(page).startswith("15 teams are in the network; 13 work on blood pressure under control.   Four are mixed")
    said = text_of(row(page, "Hazelmoor Clinics"))
    assert "Federally qualified health center" in said and "Urban, cohort 1" in said and "6 points or less by December 2026" in said and "Q3 2026" in said


def test_the_order_is_said_and_is_never_by_result(client: FlaskClient) -> None:
    assert "In alphabetical order, never by result." in text_of(by_id(asked(client), "teams-directory-head"))
    by_setting = asked(client, order="setting")
    assert [text_of(one) for one in found(by_setting, className="team-part")] == ["Mixed", "Rural", "Suburban", "Urban"]
    assert names(by_setting)[:4] == ["Amberford County Health", "Farrowmere Health Plan", "Ironwillow Employers", "Kettlebrook Health"]
    assert "By setting" in text_of(by_id(by_setting, "teams-directory-head"))


@pytest.mark.parametrize(
    ("query", "teams"),
    [
        ({"sector": "Hospital"}, ["Copperlea Hospital", "Dunmarrow Hospital", "Larkmead Women's Hospital"]),
        ({"sector": "Hospital", "view": "working"}, ["Copperlea Hospital", "Dunmarrow Hospital"]),
        ({"sector": "Hospital", "view": "working", "measure": "preterm_birth"}, ["Copperlea Hospital", "Dunmarrow Hospital", "Larkmead Women's Hospital"]),
        ({"setting": "rural", "cohort": "2"}, ["Dunmarrow Hospital", "Oxmeadow Health Center", "Umberline Family Health"]),
        ({"find": "health d"}, ["Stonewren Health Department"]),
    ],
)
def test_filters_hold_by_themselves_and_together(client: FlaskClient, query: dict, teams: list[str]) -> None:
    assert names(asked(client, **query)) == teams


def test_every_filter_is_a_badge_that_can_be_taken_away(client: FlaskClient) -> None:
    page = asked(client, sector="Hospital", setting="urban", cohort="2", view="working", find="lark", measure="preterm_birth")
    assert badges(page) == [
        "Measure:  Preterm birth ×",
        "Gap of:  Black against all other births",
        "Teams:  only those that work on it ×",
        "Sector:  Hospital ×",
        "Setting:  urban ×",
        "Cohort:  2 ×",
        "Teams named:  “lark” ×",
    ]
    undo = [one["props"]["href"] for one in found(by_id(page, "teams-badges"), className="remove")]
    assert undo[2] == "?measure=preterm_birth&find=lark&view=working&setting=urban&cohort=2"
    assert found(page, className="reset")[0]["props"]["href"] == "?"


def test_the_choices_are_those_that_teams_have(client: FlaskClient) -> None:
    page = asked(client)
    assert options(page, "setting") == ["", "mixed", "rural", "suburban", "urban"]
    assert options(page, "cohort") == ["", "1", "2"]
    assert options(page, "order") == ["", "sector", "setting"]


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("value", ["nonsense", "URBAN", "<script>alert(1)</script>", "' OR 1=1; --"])
def test_a_value_that_is_no_choice_gets_a_notice_and_leaves_nothing_out(client: FlaskClient, name: str, value: str) -> None:
    page = asked(client, **{name: value})
    (said,) = notices_of(page)
    assert f"The link asks for {name}" in said
    assert len(names(page)) == 15
    assert by_id(page, f"teams-{name}")["props"]["value"] == ""


def test_a_team_leads_to_its_page_and_keeps_the_question_and_my_team(client: FlaskClient) -> None:
    page = asked(client, measure="preterm_birth", team="hazelmoor", setting="urban")
    assert links(page)["Larkmead Women's Hospital"] == "/teams/larkmead?measure=preterm_birth&team=hazelmoor"


def test_my_team_is_marked(client: FlaskClient) -> None:
    page = asked(client, team="hazelmoor")
    assert "mine" in row(page, "Hazelmoor Clinics")["props"]["className"]
    assert [text_of(one) for one in found(page, className="my-team")] == ["my team"]


def test_own_measures_are_told_apart_and_a_group_of_its_own_is_named(client: FlaskClient) -> None:
    said = text_of(row(asked(client, measure="real_complete"), "Ironwillow Employers"))
    assert "Own group: No insurance" in said
    assert "Own:  diabetes" in text_of(row(asked(client), "Oxmeadow Health Center"))


def test_a_team_that_does_not_work_on_the_measure_says_so(client: FlaskClient) -> None:
    assert text_of(row(asked(client), "Garnet Row Neighbors")).count("does not apply") == 3


def test_nothing_found_says_what_was_looked_for_and_leads_back(client: FlaskClient) -> None:
    page = asked(client, find="zzz", setting="rural", team="hazelmoor")
    assert sentence(page) == "None of 15 teams fits these filters.   Take one away to see more."
    (box,) = found(page, className="nothing-found")
    assert "Looked for: setting rural and teams named “zzz”." in text_of(box)
    assert found(box, className="button")[0]["props"]["href"] == "?team=hazelmoor"


@pytest.mark.parametrize("query", ["", "?setting=rural&order=sector", "?find=zzz", "?measure=real_complete&view=working&team=hazelmoor"])
def test_a_choice_sends_what_a_whole_page_shows(app: Dash, client: FlaskClient, query: str) -> None:
    page = page_of(client, query, "/teams")
    answer = client.post(CALLBACKS, json=update_question(app, query, version=shown_version(page), path="/teams", page="teams"))
    sent = answer.json["response"]
    assert held_in(sent["teams-rows"]) == inside(by_id(page, "teams-rows"))
    assert held_in(sent["teams-sentence"]) == inside(by_id(page, "teams-sentence"))
    assert sent["teams-directory-find"]["value"] == by_id(page, "teams-directory-find")["props"]["value"]


def listed(client: FlaskClient, search: str = "") -> list[dict[str, str]]:
    text = client.get(f"/csv/teams/directory{search}").get_data(as_text=True).removeprefix("\ufeff")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_file_holds_the_teams_that_are_shown(client: FlaskClient) -> None:
    rows = listed(client, "?setting=rural&measure=real_complete&group=uninsured")
    assert [one["team"] for one in rows] == ["Dunmarrow Hospital", "Oxmeadow Health Center", "Umberline Family Health"]
    first = rows[0]
    assert (first["works_on"], first["standing"], first["aim"], first["aim_on"]) == ("bp_control;preterm_birth;real_complete", "core", "4.0", "2026-12-31")
    # the verdict is on the measure's own gap, whatever the reader compares elsewhere
    assert (first["measure_shown"], first["group_in_focus"], first["data"]) == ("real_complete", "medicaid", "synthetic demonstration data")


def test_the_file_of_a_team_without_the_measure_has_its_blank(client: FlaskClient) -> None:
    (one,) = listed(client, "?find=Garnet")
    assert (one["standing"], one["aim"], one["verdict"], one["last_report"], one["blank"]) == ("", "", "", "", "does not apply")


def many(made: Builder, count: int) -> None:
    for number in range(count):
        made.team(f"t{number:03}", name=f"Team {number:03}", setting="urban")
    made.keep()


def test_sixty_teams_stand_on_one_page(written: Written) -> None:
    made, client = written()
    many(made, 60)
    page = asked(client)
    assert len(names(page)) == 60
    assert found(page, className="pager") == []


def test_more_teams_come_page_by_page_and_can_be_made_ones_own(written: Written) -> None:
    made, client = written()
    many(made, 61)
    page = asked(client, page=3)
    assert names(page) == ["Team 060"]
    assert "61 teams, page 3 of 3" in text_of(found(page, className="pager")[0])
    assert text_of(by_id(page, "teams-directory-title")) == "Teams 61 to 61 of 61"
    (choose,) = [one for one in components(page) if text_of(one) == "Make this my team" and one["type"] == "A"]
    assert "team=t060" in choose["props"]["href"] and choose["props"]["data-soft"] == "true"
    assert len(notices_of(asked(client, page=4))) == 1


def test_a_network_without_teams_says_so(written: Written) -> None:
    made, client = written()
    made.keep()
    page = asked(client)
    assert sentence(page) == "No team has joined yet.   Teams stand here once they are loaded."
    assert "name no team yet" in text_of(by_id(page, "teams-rows"))


def test_names_from_files_are_text(written: Written) -> None:
    made, client = written()
    made.team("a", name="<b>Anchor</b> & Sons", sector="<i>", population="<script>")
    made.keep()
    assert names(asked(client, order="sector")) == ["<b>Anchor</b> & Sons"]
