"""What is counted, and what do the words mean? Every definition at its address, found by words, whatever the network is like."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from urllib.parse import urlencode

import dash
import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access import schema
from equity.glossary import GLOSSARY, PLACES
from tests.asking import CALLBACKS, by_id, components, found, held_in, notices_of, page_of, shown_version, text_of, update_question
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]


def asked(client: FlaskClient, **query: str | list[str]) -> dict:
    return page_of(client, f"?{urlencode(query, doseq=True)}", "/measures")


def cards(page: dict) -> list[str]:
    return [one["props"]["id"] for one in components(page) if one["type"] == "Section"]


def entries(page: dict, kind: str) -> list[str]:
    ids = [one["props"]["id"] for one in components(page) if one["type"] == "Article"]
    return [place.removeprefix(f"{kind}-") for place in ids if place.startswith(f"{kind}-")]


def links(part: dict) -> dict[str, str]:
    return {text_of(one): one["props"]["href"] for one in components(part) if one["type"] == "A"}


def file(client: FlaskClient, part: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/measures/{part}?{urlencode(query)}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.data.decode("utf-8-sig"))))


def test_every_measure_stands_in_the_card_of_its_kind(client: FlaskClient) -> None:
    page = asked(client)
    kinds = ["measures-outcome", "measures-process", "measures-balancing"]
    assert cards(page) == [*kinds, "measures-divisions", "measures-frameworks", "measures-practices", "measures-teams", "measures-words"]
    assert entries(by_id(page, "measures-balancing"), "measure") == ["missed_visits"]
    assert text_of(by_id(page, "measures-sentence")).startswith("Eight measures are in use: five outcome measures, two process measures and one balancing")


def test_a_measure_says_all_that_is_defined_of_it(client: FlaskClient) -> None:
    said = text_of(by_id(asked(client), "measure-bp_control"))
    for words in (
        "In short: blood pressure.",
        "13 teams work on it as a core measure.",
        "Numerator Patients whose latest blood pressure",
        "A higher rate is better.",
        "By month, due 45 days after the month has ended.",
        "Black against all other patients.",
        "in percentage points",
        "A gap that changed by 5 points or more.",
        "Guarded by Missed visits",
        "Steward National Committee for Quality Assurance",
        "Version 2025, valid from 1 July 2024.",
        "load 1: first loaded, version 2025",
    ):
        assert words in said


def test_what_guards_and_what_is_guarded_lead_to_each_other(client: FlaskClient) -> None:
    page = asked(client)
    assert links(by_id(page, "measure-bp_control"))["Missed visits"] == "#measure-missed_visits"
    assert links(by_id(page, "measure-missed_visits"))["Blood pressure under control"] == "#measure-bp_control"
    assert links(by_id(page, "measure-bp_control"))["Race and ethnicity"] == "#division-race_ethnicity"


def test_a_measure_leads_to_the_pages_that_show_it_and_to_my_team_where_it_works_on_it(client: FlaskClient) -> None:
    own = links(by_id(asked(client, team="hazelmoor"), "measure-preterm_birth"))
    assert own["Network"] == "/?measure=preterm_birth&team=hazelmoor"
    assert own["Compare"] == "/compare?measure=preterm_birth&team=hazelmoor"
    assert own["Hazelmoor Clinics"] == "/teams/hazelmoor?measure=preterm_birth&team=hazelmoor"
    assert set(links(by_id(asked(client), "measure-preterm_birth"))) == {"Network", "Compare", "#", "Race and ethnicity"}


def test_groups_say_who_is_counted_and_which_are_in_no_gap(client: FlaskClient) -> None:
    said = text_of(by_id(asked(client), "division-race_ethnicity"))
    assert "Standard: OMB Statistical Policy Directive 15, March 2024." in said
    assert "Unknown Not asked or not recorded. Group not known: in every total and in no gap" in said
    assert "Declined to answer Asked and preferred not to say. Chose not to say: in every total and in no gap" in said
    assert "Vietnamese Not defined further." in text_of(by_id(asked(client), "division-language"))


def test_frameworks_have_the_words_of_every_level_practices_theirs_and_teams_their_kinds(client: FlaskClient) -> None:
    page = asked(client)
    assert "3 Developing One equity goal stands in the yearly plan" in text_of(by_id(page, "framework-ihi_equity~2016"))
    assert "Its items: " in text_of(by_id(page, "measures-frameworks"))
    assert "Partners are paid for what they do" in text_of(by_id(page, "practice-pay_partners"))
    assert "Rural three teams" in text_of(by_id(page, "measures-teams"))


def test_every_word_stands_at_its_address(client: FlaskClient) -> None:
    page = asked(client)
    assert "the one gap of a team and a measure" in text_of(by_id(page, "word-gap-of-record"))
    ids = [one["props"].get("id") for one in components(by_id(page, "measures-words"))]
    assert [one.word_id for one in GLOSSARY if ids.count(one.word_id) != 1] == []


def test_every_page_that_a_word_is_met_on_is_there(app: Dash) -> None:
    assert {path for path in PLACES.values() if path} <= {page["path"] for page in dash.page_registry.values()}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ({"view": "process"}, ["measures-process"]),
        ({"view": "frameworks"}, ["measures-frameworks"]),
        ({"view": "words", "find": "verdict"}, ["measures-words"]),
        ({"find": "vaccines"}, ["measures-outcome"]),
        ({"find": "MEDICARE"}, ["measures-process", "measures-divisions"]),
        ({"find": "co-design paid"}, ["measures-practices"]),
        ({"find": "suburban"}, ["measures-teams"]),
        ({"find": "zzz"}, ["measures-none"]),
        ({"view": "teams", "find": "vaccines"}, ["measures-none"]),
    ],
)
def test_the_reader_is_shown_what_was_looked_for(client: FlaskClient, query: dict, shown: list[str]) -> None:
    assert cards(asked(client, **query)) == shown


def test_what_was_found_is_counted_and_every_filter_can_be_taken_away(client: FlaskClient) -> None:
    page = asked(client, view="outcome", find="blood", team="hazelmoor")
    assert text_of(by_id(page, "measures-sentence")).startswith("One entry holds “blood”.")
    badges = by_id(page, "measures-badges")
    assert [one["props"]["href"] for one in found(badges, className="remove")] == [
        "?measure=bp_control&find=blood&team=hazelmoor",
        "?measure=bp_control&team=hazelmoor&view=outcome",
    ]
    assert found(badges, className="reset")[0]["props"]["href"] == "?team=hazelmoor"


def test_where_nothing_was_found_there_is_a_way_back(client: FlaskClient) -> None:
    page = asked(client, find="zzz")
    assert "Looked for: “zzz”." in text_of(by_id(page, "measures-none"))
    assert links(by_id(page, "measures-none"))["Show everything"] == "?"


def test_contents_list_what_is_shown_and_nothing_else(client: FlaskClient) -> None:
    nav = links(by_id(asked(client, find="vaccines"), "measures-contents"))
    assert nav == {"Outcome measures": "#measures-outcome", "Childhood vaccines complete": "#measure-childhood_vaccines"}


@pytest.mark.parametrize(("query", "said"), [({"view": "structural"}, "view"), ({"page": "2"}, "page"), ({"page": "x"}, "page")])
def test_a_value_that_is_no_choice_is_answered_beside_the_whole_page(client: FlaskClient, query: dict, said: str) -> None:
    page = asked(client, **query)
    (notice,) = notices_of(page)
    assert said in notice
    assert "measures-outcome" in cards(page)


def test_a_choice_brings_the_parts_of_the_page_that_change(client: FlaskClient, app: Dash) -> None:
    page = asked(client)
    question = update_question(app, "?view=practices", version=shown_version(page), path="/measures", page="measures")
    answer = client.post(CALLBACKS, json=question).json["response"]
    assert cards(held_in(answer["measures-parts"])) == ["measures-practices"]
    assert "Practices" in text_of(held_in(answer["measures-contents"]))
    assert answer["measures-find"]["value"] in ("", None)


def test_the_files_hold_what_is_shown(client: FlaskClient) -> None:
    measures = file(client, "measures", view="balancing")
    assert [(row["measure_id"], row["guards"], row["teams_core"], row["teams_own"], row["first_load"]) for row in measures] == [
        ("missed_visits", "bp_control", "0", "11", "1")
    ]
    assert {row["kind"] for row in file(client, "divisions")} == {"group", "unknown", "declined"}
    levels = file(client, "frameworks", find="Framework for Achieving")
    assert {row["framework_id"] for row in levels} == {"ihi_equity"} and len(levels) == 25
    assert [row["practice_id"] for row in file(client, "practices", find="paid fair")] == ["pay_partners"]
    assert {"by": "cohort", "kind": "2", "teams": "7"} in file(client, "teams")
    assert [row["word"] for row in file(client, "words", find="reference")] == ["reference group"]
    assert file(client, "words", view="teams") == []


def test_a_small_network_says_what_it_does_not_have(written: Written) -> None:
    made, client = written()
    made.measure(measure_id="days", name="Days between harms", number="time_between", denominator_words="", stratifier_id="overall", focus_group="all")
    made.insert(schema.practice, {"practice_id": "listen", "name": "Listening"})
    made.team("t1", sector="Clinic")
    made.keep()
    page = asked(client)
    assert cards(page) == ["measures-outcome", "measures-divisions", "measures-practices", "measures-teams", "measures-words"]
    said = text_of(by_id(page, "measure-days"))
    for words in ("None: the number stands alone.", "None: it is told for all people as one.", "Not named.", "No source is given.", "Not numbered."):
        assert words in said
    assert "The store keeps no load of this definition." in said
    assert "No team works on it yet." in said
    assert list(links(by_id(page, "measure-days"))) == ["#"]
    assert "No words are given." in text_of(by_id(page, "practice-listen"))
    assert "Not given" in text_of(by_id(page, "measures-teams"))
    assert "This network's files name no frameworks yet." in text_of(by_id(asked(client, view="frameworks"), "measures-none"))


def test_levels_that_hold_for_every_domain_are_said_once(written: Written) -> None:
    made, client = written()
    key = {"framework_id": "f", "version": "1"}
    made.insert(schema.framework, {**key, "name": "Frame"})
    made.insert(schema.framework_domain, *({**key, "domain_id": one, "domain": one.title(), "position": at} for at, one in enumerate(("lead", "data", "own"))))
    made.insert(schema.framework_level, *({**key, "domain_id": "", "level": level, "label": "", "wording": ""} for level in (1, 2)))
    made.insert(schema.framework_level, {**key, "domain_id": "own", "level": 2, "label": "Done", "wording": "It is done."})
    made.keep()
    said = text_of(by_id(asked(client), "framework-f~1"))
    assert said.count("Lead; Data 1 There are no words for this level. 2 There are no words for this level.") == 1
    assert "Own 1 There are no words for this level. 2 Done It is done." in said


@pytest.fixture
def many(written: Written) -> FlaskClient:
    """61 measures, the last of which the first guards."""
    made, client = written()
    for number in range(1, 61):
        made.measure(measure_id=f"m{number:02}", name=f"Measure {number:02}", position=number)
    made.insert(schema.measure_guard, {"measure_id": "m01", "guarded_measure_id": "m60"})
    made.team("t1")
    made.keep()
    return client


def test_many_measures_come_page_by_page(many: FlaskClient) -> None:
    first, last = asked(many), asked(many, page="3")
    assert len(entries(first, "measure")) == 30
    assert entries(last, "measure") == ["m60"]
    assert "61 measures, page 1 of 3" in text_of(first)
    assert links(first)["Later measures"] == "/measures?measure=bp&page=2"
    assert links(asked(many, page="2"))["Earlier measures"] == "/measures?measure=bp&page=1"


def test_a_link_to_a_measure_leads_to_the_page_on_which_it_stands(many: FlaskClient) -> None:
    assert "m60" in entries(asked(many, measure="m60"), "measure")
    assert "m60" not in entries(asked(many, measure="m60", page="1"), "measure")
    assert links(by_id(asked(many), "measure-m01"))["Measure 60"] == "/measures?find=Measure+60#measure-m60"
    assert entries(asked(many, find="Measure 60"), "measure") == ["m60"]


def test_a_page_of_measures_that_is_not_there_is_the_nearest(many: FlaskClient) -> None:
    assert entries(asked(many, page="9"), "measure") == ["m60"]
    assert len(file(many, "measures", page="2")) == 61


def offered(page: dict, field: str) -> list[str]:
    return [one["props"]["value"] for one in components(by_id(page, f"{field}-known")) if one["type"] == "Option"]


def test_every_word_that_is_offered_while_one_types_is_found(client: FlaskClient) -> None:
    words = offered(asked(client), "measures")
    assert {"Blood pressure under control", "National Committee for Quality Assurance", "Race and ethnicity", GLOSSARY[0].word} <= set(words)
    assert len(words) == len(set(words))
    for one in words[:: len(words) // 12]:
        assert "measures-none" not in cards(asked(client, find=one)), one


def test_every_team_is_offered_while_one_types_unless_they_are_too_many(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    names = offered(page_of(client, "", "/teams"), "teams-directory")
    assert len(names) == 15 and "Hazelmoor Clinics" in names
    monkeypatch.setattr("pages._teams_answer.MOST_LISTED", 14)
    assert all(one["props"].get("id") != "teams-directory-known" for one in components(page_of(client, "?order=sector", "/teams")))
