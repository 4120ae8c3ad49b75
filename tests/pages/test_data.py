"""Can we trust these numbers? Who has reported, what is missing, how good it is, what was noted, replaced and loaded; for every viewer."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import update

from data_access import schema
from data_access.engine import writing
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.asking import CALLBACKS, by_id, components, found, notices_of, page_of, shown_version, text_of, update_question
from tests.components.plain import text, walk
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
CARDS = ("calendar", "due", "unknown", "blanks", "quality", "notes", "changes", "loads")
READER = Viewer("reader")
TEAM = "hazelmoor"


def asked(client: FlaskClient, **query: str) -> dict:
    return page_of(client, f"?{urlencode(query)}", "/data")


def sentence(page: dict) -> str:
    return text_of(by_id(page, "data-sentence"))


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"data-{card}-title"))


def shown(page: dict, card: str) -> list[list[str]]:
    """The rows of a card's first table, its head left out."""
    body = next(one for one in components(by_id(page, f"data-{card}")) if one["type"] == "Tbody")
    return [[text_of(cell).strip() for cell in row["props"]["children"]] for row in body["props"]["children"]]


def heads(page: dict, card: str) -> list[str]:
    return [text_of(one) for one in components(by_id(page, f"data-{card}")) if one["type"] == "Th" and one["props"].get("scope") == "col"]


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed", "badge-fixed badge-doubled")
    return [text_of(one) for one in components(by_id(page, "data-badges")) if one["props"].get("className") in kinds]


def rows(client: FlaskClient, card: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/data/{card}?{urlencode(query)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).lstrip("\ufeff"))))


def seen(client: FlaskClient, viewer: Viewer, card: str, **query: str) -> str:
    """What another viewer reads in a card."""
    assert page_of(client)
    layout = sys.modules["pages.data"].layout(viewer, query)
    return text(next(one for one in walk(layout) if getattr(one, "id", None) == f"data-{card}"))


def test_the_finding_stands_under_the_question(client: FlaskClient) -> None:
    page = asked(client)
    assert text_of(by_id(page, "question")) == "Can we trust these numbers?"
    assert sentence(page) == (
        "14 of 15 teams reported for Q3 2026; Stonewren Health Department has missed two in a row.   "
        "In Q3 2026, 9.1% of patients had no recorded group; in Q3 2024 it was 15.1%. "
        "Five of 13 teams sent reports on blood pressure that are good enough to judge."
    )
    assert badges(page) == ["Measure:  Blood pressure under control", "Divided by:  Race and ethnicity", "Calendar:  Q3 2024 to Q4 2026"]
    assert notices_of(page) == []


@pytest.mark.parametrize("query", [{}, {"team": TEAM}, {"view": "measure", "measure": "severe_morbidity", "team": "dunmarrow"}, {"stratifier": "place"}])
def test_every_card_has_a_title_and_no_word_ranks_or_explains(client: FlaskClient, query: dict[str, str]) -> None:
    page = asked(client, **query)
    assert all(title(page, card) for card in CARDS)
    said = text_of(page).lower()
    assert [word for word in ("because", " rank", " best", " worst", "average") if word in said] == []


def test_the_calendar_has_a_row_a_team_by_name_under_what_all_come_to(client: FlaskClient) -> None:
    everybody, *teams = shown(asked(client), "calendar")
    assert everybody[0] == "All teams: came"
    assert everybody[-2:] == ["14/15 14 of 15 came", "– none due"]
    names = [row[0] for row in teams]
    assert (len(names), names) == (15, sorted(names, key=str.lower))
    assert next(row for row in teams if row[0].startswith("Stonewren"))[-3:] == ["not reported", "not reported", "not due"]
    assert next(row for row in teams if row[0].startswith("Dunmarrow"))[-3] == "in part"


def test_a_teams_row_leads_to_its_page_and_the_readers_own_is_marked(client: FlaskClient) -> None:
    card = by_id(asked(client, team=TEAM), "data-calendar")
    (mine,) = [one for one in components(card) if one["props"].get("className") == "mine"]
    assert text_of(mine).startswith("Hazelmoor Clinics")
    links = [one["props"]["href"] for one in components(card) if one["type"] == "A"]
    assert f"/teams/{TEAM}?measure=bp_control&team={TEAM}" in links


def test_the_key_has_a_mark_and_a_word_for_every_state(client: FlaskClient) -> None:
    (key,) = found(by_id(asked(client), "data-calendar"), className="key")
    words = ["on time", "late", "in part", "reported, day not known", "not due", "not reported", "hidden", "does not apply"]
    assert [text_of(one).strip() for one in key["props"]["children"]] == words


def test_the_calendar_of_one_measure_has_the_teams_that_work_on_it(client: FlaskClient) -> None:
    page = asked(client, view="measure", measure="severe_morbidity")
    assert title(page, "calendar") == "All six teams reported for Q3 2026"
    came, in_time, *teams = shown(page, "calendar")
    assert len(teams) == 6
    # Of the quarters of the first load no day is known; of the last one it is.
    assert in_time[0] == "All teams: on time"
    assert in_time[-3:] == ["? days not known", "6/6 6 of 6 came on time", "– none due"]
    assert "Calendar and notes:  The chosen measure" in " ".join(badges(page))


def test_a_value_that_is_no_choice_is_told(client: FlaskClient) -> None:
    (said,) = notices_of(asked(client, view="rainbow"))
    assert "view “rainbow”. Choose one of: together, measure." in said
    (said,) = notices_of(asked(client, page="7"))
    assert "page “7”. Choose one of: 1. Shown instead: 1." in said


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


def test_the_file_names_every_missing_report(client: FlaskClient) -> None:
    late = [row for row in rows(client, "due") if row["report"] == "late"]
    assert {row["team_id"] for row in late} == {"stonewren"}
    assert max(int(row["days_late"]) for row in late) == 151
    coming = [row for row in rows(client, "due") if row["report"] == "due next"]
    assert len({row["team_id"] for row in coming}) == 15


def test_the_unknown_share_is_drawn_for_the_network_and_for_my_team(client: FlaskClient) -> None:
    page = asked(client, team=TEAM)
    for name in ("network", "team"):
        figure = by_id(page, f"data-unknown-{name}-chart")["props"]["figure"]
        assert len(figure["data"][0]["y"]) == 9
    assert text_of(by_id(page, "data-unknown-team")).startswith("Hazelmoor Clinics In Q3 2026, 5.6% of patients had no recorded group")
    said = text_of(by_id(page, "data-unknown-said"))
    assert "Hazelmoor Clinics: In Q3 2026" in said
    assert "the run rules need ten: two more quarters to go." in said
    listed = rows(client, "unknown", team=TEAM)
    assert [(row["team"], row["unknown"], row["people"]) for row in listed][0] == ("Network", "9619", "63664")
    assert listed[-1]["team"] == "Hazelmoor Clinics"


def test_without_a_team_the_second_chart_asks_for_one(client: FlaskClient) -> None:
    figure = by_id(asked(client), "data-unknown-team-chart")["props"]["figure"]
    assert figure["layout"]["annotations"][0]["text"] == "Choose your team above to see its own share."


def test_a_team_that_does_not_work_on_the_measure_has_no_share(client: FlaskClient) -> None:
    page = asked(client, measure="severe_morbidity", team="amberford")
    figure = by_id(page, "data-unknown-team-chart")["props"]["figure"]
    assert figure["layout"]["annotations"][0]["text"] == "This team does not work on the measure."


def test_every_team_has_a_grade_with_its_reasons_by_name(client: FlaskClient) -> None:
    page = asked(client)
    graded = shown(page, "quality")
    assert [row[0] for row in graded] == sorted(row[0] for row in graded)
    stonewren = next(row for row in graded if row[0].startswith("Stonewren"))
    assert stonewren[1:] == [
        "Judge with care",
        "14.6% of patients have no recorded group. 2 of 9 due reports did not come. No report came late or in part.",
        "Ask each person, record the answer in their own words, and note where they declined. Send the missing reports, also late.",
    ]
    assert [row["check"] for row in rows(client, "quality")][:3] == ["No recorded group", "Missing reports", "Late reports"]


@pytest.mark.parametrize(("team_id", "name"), [("stonewren", "Stonewren Health Department"), ("amberford", "Amberford County Health")])
def test_a_grade_is_the_one_of_the_teams_own_page(client: FlaskClient, team_id: str, name: str) -> None:
    own = text_of(by_id(page_of(client, "", f"/teams/{team_id}"), "team-quality-grade-fact"))
    (grade,) = [row[1] for row in shown(asked(client), "quality") if row[0] == name]
    assert grade in own


def test_notes_are_told_once_with_all_their_values(client: FlaskClient) -> None:
    told = {(row[0], row[4]): row for row in shown(asked(client), "notes")}
    assert told["Oxmeadow Health Center", "Clinic closed by a flood"][1:4] == ["Nov 2024 to Dec 2024", "five measures", "10"]
    listed = rows(client, "notes")
    assert sum(row["note"] == "Clinic closed by a flood" for row in listed) == 10


def test_a_note_beside_a_hidden_value_is_for_the_team_alone(client: FlaskClient) -> None:
    # 9 of 111 births in September 2026
    note = {"view": "measure", "measure": "preterm_birth"}
    assert "Brackenfield" not in seen(client, NETWORK_LEAD, "notes", **note)
    assert "Brackenfield" in seen(client, Viewer("team_member", frozenset({"brackenfield"})), "notes", **note)


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


def test_the_files_say_what_the_cards_show(client: FlaskClient) -> None:
    told = [row["report"] for row in rows(client, "calendar") if row["team_id"]]
    assert told == [cell for row in shown(asked(client), "calendar")[1:] for cell in row[1:]]
    together = [row for row in rows(client, "calendar") if not row["team_id"]]
    assert (together[-2]["due"], together[-2]["came"], together[-2]["on_time"]) == ("15", "14", "")
    assert {row["data"] for row in rows(client, "calendar")} == {"synthetic demonstration data"}


def test_an_update_gives_what_the_page_of_the_new_address_has(app: Dash, client: FlaskClient) -> None:
    search = f"?view=measure&measure=preterm_birth&team={TEAM}"
    question = update_question(app, search, version=shown_version(asked(client)), path="/data", page="data")
    parts, page = client.post(CALLBACKS, json=question).json["response"], page_of(client, search, "/data")
    assert parts["data-unknown-network-chart"]["figure"] == by_id(page, "data-unknown-network-chart")["props"]["figure"]
    for name in ("data-sentence", "data-calendar-body", "data-due-body", "data-quality-head", "data-notes-body", "data-unknown-team", "data-loads-foot"):
        assert text_of(parts[name]["children"]) == text_of(by_id(page, name)["props"]["children"])


def test_no_id_stands_twice_and_every_output_has_its_place(client: FlaskClient) -> None:
    for page in (asked(client), asked(client, team=TEAM, view="measure", stratifier="place")):
        ids = [str(one["props"]["id"]) for one in components(page) if "id" in one["props"]]
        assert sorted(ids) == sorted(set(ids))
        assert [output.component_id for output in sys.modules["pages.data"].OUTPUTS if output.component_id not in ids] == []


@pytest.mark.parametrize("path", ["/", "/teams", f"/teams/{TEAM}", "/compare", "/maturity", "/methods", "/data"])
def test_every_page_says_through_when_the_data_reach_and_when_they_were_loaded(client: FlaskClient, path: str) -> None:
    assert "Data through 30 September 2026, loaded " in text_of(page_of(client, "", path))


@pytest.fixture
def small(written: Written) -> tuple[Builder, FlaskClient]:
    """Two teams: a sent all that is due and has a contact, b nothing since March."""
    made, client = written()
    made.team("a", name="Ash", contact="Quality office")
    made.team("b", name="Birch")
    made.reports("a black 2025-01-01 " + "200/400 " * 10 + "\nb black 2025-01-01 200/400 200/400 200/400")
    return made, client


def test_contacts_are_shown_to_whoever_sees_the_team(small: tuple[Builder, FlaskClient]) -> None:
    made, client = small
    made.keep()
    page = asked(client)
    assert heads(page, "due")[-1] == "Contact"
    assert [row[-1] for row in shown(page, "due")] == ["Quality office", "none named"]
    coach = seen(client, Viewer("coach", coached=frozenset({"a"})), "due")
    assert "Quality office" in coach
    assert "not shown" in coach
    for viewer in (READER, Viewer("funder"), Viewer("team_member", frozenset({"b"}))):
        assert "Quality office" not in seen(client, viewer, "due")


def test_what_a_team_hides_is_on_no_card(small: tuple[Builder, FlaskClient]) -> None:
    made, client = small
    with writing(made.engine) as connection:
        connection.execute(update(schema.team_measure).where(schema.team_measure.c.team_id == "b").values(visibility="hidden"))
    made.keep()
    page = asked(client)
    assert [row[0] for row in shown(page, "due")] == ["Ash"]
    assert shown(page, "quality")[1][1:3] == ["Hidden", "This team shows these reports to its own members alone."]
    assert set(shown(page, "calendar")[-1][1:]) == {"hidden"}


def test_a_stratifier_without_an_unknown_group_tells_nothing(written: Written) -> None:
    made, client = written(groups={"black": "group", "white": "group"})
    made.team("a")
    made.reports("a black 2025-01-01 200/400")
    made.keep()
    page = asked(client, team="a")
    assert "These files have no group for people whose group is unknown or declined." in sentence(page)
    assert text_of(by_id(page, "data-unknown-team")) == "Team a"


def test_a_network_without_teams_loads_or_reports_has_its_page(written: Written) -> None:
    made, client = written()
    with writing(made.engine) as connection:
        connection.execute(schema.load.delete())
    made.keep()
    page = asked(client)
    assert sentence(page).startswith("No report is due yet.   It is not known how many patients have no recorded group.")
    assert title(page, "loads") == "Nothing has been loaded yet"
    assert title(page, "due") == "No report is late"
    assert title(page, "quality") == "No team shown here works on blood pressure"
    assert title(page, "changes") == "No value has been replaced by a later load"
    assert [rows(client, card) for card in ("due", "quality", "notes", "changes", "loads")] == [[]] * 5


def test_replaced_values_of_every_kind_are_told_as_they_may_be_seen(small: tuple[Builder, FlaskClient]) -> None:
    made, client = small
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
