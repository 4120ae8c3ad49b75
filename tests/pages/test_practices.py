"""What are teams trying, and what came of it? Every reader, choice and network gets a page; the same is on the screen, in updates and in files."""

from __future__ import annotations

import sys

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.asking import CALLBACKS, by_id, components, held_in, inside, notices_of, page_of, shown_version, text_of, update_question
from tests.pages.practising import TEAM, asked, rows, shown, title
from tests.pages.trusting import Written

CARDS = ("calendar", "ledger", "actions")


def badges(page: dict) -> list[str]:
    kinds = ("badge-set", "badge-fixed", "badge-fixed badge-doubled")
    return [text_of(one) for one in components(by_id(page, "practices-badges")) if one["props"].get("className") in kinds]


def test_the_finding_stands_under_the_question(client: FlaskClient) -> None:
    page = asked(client)
    assert text_of(by_id(page, "question")) == "What are teams trying, and what came of it?"
    assert text_of(by_id(page, "practices-sentence")) == (
        "13 of 15 teams use “Stratify every measure” in Q3 2026, more than any other practice.   "
        "49 changes in 15 teams: 25 adopted, eight adapted, three abandoned, 13 being tested. "
        "15 teams adopted an action against a named inequity; 13 can show what they did."
    )
    assert badges(page) == ["Practice:  all together", "Stages:  Q3 2025 to Q3 2026"]
    assert notices_of(page) == []


@pytest.mark.parametrize("query", [{}, {"team": TEAM, "practice": "stratify"}, {"view": "sector", "decision": "adopt", "find": "read"}])
def test_every_card_has_a_title_and_no_word_ranks_or_explains(client: FlaskClient, query: dict[str, str]) -> None:
    page = asked(client, **query)
    assert all(title(page, card) for card in CARDS)
    said = text_of(page).lower()
    assert [word for word in ("because", " rank", " best", " worst", "average", "led to") if word in said] == []


def test_every_choice_is_a_badge_that_can_be_taken_away(client: FlaskClient) -> None:
    query = {"practice": "stratify", "tested_on": "bp_control", "decision": "adopt", "driver": "Access", "find": "a", "view": "cohort"}
    page = asked(client, **query)
    assert badges(page)[:-1] == [
        "Practice:  Stratify every measure ×",
        "Changes on:  Blood pressure under control ×",
        "Decision:  adopted ×",
        "Driver:  Access ×",
        "Words:  “a” ×",
        "Actions:  by cohort ×",
    ]
    undone = [one["props"]["href"] for one in components(by_id(page, "practices-badges")) if one["props"].get("className") == "remove"]
    for name, address in zip(query, undone, strict=True):
        assert [other for other in query if f"{other}=" in address] == [other for other in query if other != name]


@pytest.mark.parametrize("query", [{"practice": "x"}, {"tested_on": "x"}, {"decision": "x"}, {"driver": "x"}, {"view": "x"}, {"calendar": "2"}, {"page": "9"}])
def test_what_is_no_choice_is_said_and_the_page_is_there(client: FlaskClient, query: dict[str, str]) -> None:
    page = asked(client, **query)
    (notice,) = notices_of(page)
    assert next(iter(query)) in notice
    assert all(title(page, card) for card in CARDS)


def test_an_update_gives_what_the_page_of_the_new_address_has(app: Dash, client: FlaskClient) -> None:
    search = f"?practice=stratify&decision=adapt&view=sector&team={TEAM}"
    question = update_question(app, search, version=shown_version(asked(client)), path="/practices", page="practices")
    parts, page = client.post(CALLBACKS, json=question).json["response"], page_of(client, search, "/practices")
    for name in ("practices-sentence", "practices-badges", *(f"practices-{card}-{part}" for card in CARDS for part in ("head", "body", "foot"))):
        assert held_in(parts[name]) == inside(by_id(page, name))


def test_no_id_stands_twice_and_every_output_has_its_place(client: FlaskClient) -> None:
    for page in (asked(client), asked(client, practice="stratify", find="zzz")):
        ids = [str(one["props"]["id"]) for one in components(page) if "id" in one["props"]]
        assert sorted(ids) == sorted(set(ids))
        assert [output.component_id for output in sys.modules["pages.practices"].OUTPUTS if output.component_id not in ids] == []


def test_a_file_says_in_every_row_what_was_chosen(client: FlaskClient) -> None:
    for card in CARDS:
        found = rows(client, card, decision="adapt")
        assert found
        assert {one["shown"] for one in found} == {"Decision: adapted"}
        assert {one["data"] for one in found} == {"synthetic demonstration data"}
    assert rows(client, "ledger")[0]["shown"] == "all"


def test_a_network_that_told_nothing_has_its_page(written: Written) -> None:
    made, client = written()
    made.keep()
    page = asked(client)
    assert title(page, "calendar") == "No team has told of its practices yet"
    assert title(page, "ledger") == "No change has been written down yet"
    assert title(page, "actions") == "No team has adopted an action yet"
    assert badges(page)[-1] == "Stages:  none yet"
    assert [shown(page, card) for card in CARDS] == [[], [], []]
    assert [rows(client, card) for card in CARDS] == [[], [], []]
