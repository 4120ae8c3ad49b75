"""Can we trust these numbers? Every reader, view and network gets a page, and every page says how fresh its data are."""

from __future__ import annotations

import sys

import pytest
from dash import Dash
from flask.testing import FlaskClient
from sqlalchemy import update

from data_access import schema
from data_access.engine import writing
from tests.asking import CALLBACKS, by_id, components, held_in, inside, notices_of, page_of, shown_version, text_of, update_question
from tests.pages.trusting import TEAM, Written, asked, badges, rows, sentence, shown, title, two_teams

CARDS = ("calendar", "due", "unknown", "blanks", "quality", "notes", "changes", "loads")


def test_the_finding_stands_under_the_question(client: FlaskClient) -> None:
    page = asked(client)
    assert text_of(by_id(page, "question")) == "Can we trust these numbers?"
    assert sentence(page) == (
        "14 of 15 teams reported for Q3 2026; Stonewren Health Department has missed two in a row.   "
        "In Q3 2026, 9.1% of patients had no recorded group; in Q3 2024 it was 15.1%. "
        "Seven of 13 teams sent reports on blood pressure that are good enough to judge."
    )
    assert badges(page) == ["Measure:  Blood pressure under control", "Divided by:  Race and ethnicity", "Calendar:  Q3 2024 to Q4 2026"]
    assert notices_of(page) == []


@pytest.mark.parametrize("query", [{}, {"team": TEAM}, {"view": "measure", "measure": "severe_morbidity", "team": "dunmarrow"}, {"stratifier": "place"}])
def test_every_card_has_a_title_and_no_word_ranks_or_explains(client: FlaskClient, query: dict[str, str]) -> None:
    page = asked(client, **query)
    assert all(title(page, card) for card in CARDS)
    said = text_of(page).lower()
    assert [word for word in ("because", " rank", " best", " worst", "average") if word in said] == []


def test_an_update_gives_what_the_page_of_the_new_address_has(app: Dash, client: FlaskClient) -> None:
    search = f"?view=measure&measure=preterm_birth&team={TEAM}"
    question = update_question(app, search, version=shown_version(asked(client)), path="/data", page="data")
    parts, page = client.post(CALLBACKS, json=question).json["response"], page_of(client, search, "/data")
    assert parts["data-unknown-network-chart"]["figure"] == by_id(page, "data-unknown-network-chart")["props"]["figure"]
    for name in ("data-sentence", "data-calendar-body", "data-due-body", "data-quality-head", "data-notes-body", "data-unknown-team", "data-loads-foot"):
        assert held_in(parts[name]) == inside(by_id(page, name))


def test_no_id_stands_twice_and_every_output_has_its_place(client: FlaskClient) -> None:
    for page in (asked(client), asked(client, team=TEAM, view="measure", stratifier="place")):
        ids = [str(one["props"]["id"]) for one in components(page) if "id" in one["props"]]
        assert sorted(ids) == sorted(set(ids))
        assert [output.component_id for output in sys.modules["pages.data"].OUTPUTS if output.component_id not in ids] == []


@pytest.mark.parametrize("path", ["/", "/teams", f"/teams/{TEAM}", "/compare", "/maturity", "/practices", "/data", "/measures", "/methods"])
def test_every_page_says_through_when_the_data_reach_and_when_they_were_loaded(client: FlaskClient, path: str) -> None:
    assert "Data through 30 September 2026, loaded " in text_of(page_of(client, "", path))


def test_what_a_team_hides_is_on_no_card(written: Written) -> None:
    made, client = two_teams(written)
    with writing(made.engine) as connection:
        connection.execute(update(schema.team_measure).where(schema.team_measure.c.team_id == "b").values(visibility="hidden"))
    made.keep()
    page = asked(client)
    assert [row[0] for row in shown(page, "due")] == ["Ash"]
    assert shown(page, "quality")[1][1:3] == ["Hidden", "This team shows these reports to its own members alone."]
    assert set(shown(page, "calendar")[-1][1:]) == {"hidden"}


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
