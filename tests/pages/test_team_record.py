"""The lower half of a team's page: what is told of the demo's teams, and what of a team that told nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from datetime import date
from urllib.parse import urlencode

import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access import store
from data_access.viewer import NETWORK_LEAD, Viewer
from pages import _team_record_maturity as maturity
from pages._team_answer import answer_to, team_asked
from pages._team_record import RECORD_FILES, record_cards
from tests.asking import CALLBACKS, by_id, components, found, held_in, inside, notices_of, page_of, shown_version, text_of, update_question
from tests.components.plain import text
from tests.data_access.builder import Builder

Written = Callable[..., tuple[Builder, FlaskClient]]
CARDS = ("maturity", "progress", "practices", "words", "actions", "due", "quality")


def asked(client: FlaskClient, team: str = "hazelmoor", **query: str) -> dict:
    return page_of(client, f"?{urlencode(query)}" if query else "", f"/teams/{team}")


def title(page: dict, card: str) -> str:
    return text_of(by_id(page, f"team-{card}-title"))


def test_the_record_of_a_team_stands_in_the_order_in_which_it_is_read(client: FlaskClient) -> None:
    page = asked(client)
    ids = [one["props"]["id"] for one in components(page) if str(one["props"].get("className", "")).startswith("card") and one["type"] == "Section"]
    assert ids[-len(CARDS) :] == [f"team-{card}" for card in CARDS]
    assert [title(page, card) for card in CARDS] == [
        "Hazelmoor Clinics: up in five of five domains",
        "Progress score 3.5: improvement toward the goals",
        "Six of seven practices are in use",
        "In the team's words",
        "Three of four actions are shown by evidence; one is adopted and not yet acted on",
        "Next: reports are due on 14 November 2026, in 17 days",
        "Data quality: good enough to judge; 7% of patients have no recorded group",
    ]


def test_every_level_is_said_in_words_with_the_next_one(client: FlaskClient) -> None:
    said = text_of(by_id(asked(client), "team-maturity-rows"))
    assert "3 Developing." in said and "Next:" in said
    assert "Level 2 in July 2025, level 3 in September 2026." in said


def test_a_move_up_without_evidence_is_hollow_and_named(client: FlaskClient) -> None:
    page = asked(client, "dunmarrow")
    assert "Moved up with no evidence on file: drawn hollow." in text_of(by_id(page, "team-maturity-rows"))
    assert "Moved up with no evidence on file: “Leading for Outcomes”." in text_of(by_id(page, "team-maturity-foot"))
    assert len(found(by_id(page, "team-maturity-rows"), className="now unproven")) == 1


def test_another_framework_is_chosen_and_its_address_kept(client: FlaskClient) -> None:
    page = asked(client, framework="rise_to_health~2023")
    select = by_id(page, "team-framework")["props"]
    assert select["value"] == "rise_to_health~2023"
    assert [option["value"] for option in select["options"]] == ["community_solutions~2018", "ihi_equity~2016", "rise_to_health~2023"]
    assert "Rise to Health, 2023" in text_of(by_id(page, "team-maturity-head"))


def test_a_framework_that_is_none_gets_a_notice_in_its_card(client: FlaskClient) -> None:
    page = asked(client, framework="nonsense")
    assert by_id(page, "team-framework")["props"]["value"] == "community_solutions~2018"
    (said,) = notices_of(by_id(page, "team-maturity-notice"))
    assert "The link asks for framework" in said


def test_the_progress_score_says_who_set_it_and_that_nothing_computed_it(client: FlaskClient) -> None:
    page = asked(client)
    assert "Set by the team itself and coach. It is never worked out from the data." in text_of(by_id(page, "team-progress-head"))
    assert "The gain goes on; several changes are in use at more than one site." in text_of(by_id(page, "team-progress-foot"))


def test_the_teams_words_are_unchanged_and_say_who_spoke_and_when(client: FlaskClient) -> None:
    said = text_of(by_id(asked(client), "team-words"))
    assert "Now the pharmacist stays until eight on two nights." in said
    assert "Nurse lead, report of Q3 2026" in said
    assert "Read all 4 reports" in said


def test_a_focus_area_is_called_what_its_framework_calls_it(client: FlaskClient) -> None:
    assert "Data to identify the largest clinical inequities" in text_of(by_id(asked(client), "team-actions"))


@pytest.mark.parametrize(
    ("team", "measure", "said"),
    [
        ("stonewren", "preterm_birth", "Data quality: judge with care; two reports are missing and 14% of births have no recorded group"),
        ("hazelmoor", "real_complete", "Data quality: good enough to judge"),
    ],
)
def test_the_quality_is_that_of_the_chosen_measures_reports(client: FlaskClient, team: str, measure: str, said: str) -> None:
    page = asked(client, team, measure=measure)
    assert title(page, "quality").startswith(said)
    assert "These limits are our own." in text_of(by_id(page, "team-quality"))


def test_missing_reports_are_named(client: FlaskClient) -> None:
    assert "Q2 2026 and Q3 2026 not reported" in text_of(by_id(asked(client, "stonewren", measure="preterm_birth"), "team-quality-reports-fact"))


def test_an_unknown_share_that_files_do_not_tell_is_left_out(written: Written) -> None:
    made, client = written(groups={"black": "group", "white": "group"})
    made.team("a", name="Anchor")
    made.reports("a black 2025-01-01 30/90 30/90 30/90\n a white 2025-01-01 60/90 60/90 60/90")
    made.keep()
    page = asked(client, "a")
    assert "Dashed" not in text_of(by_id(page, "team-quality-head"))
    assert "Not told" in text_of(by_id(page, "team-quality-share-fact"))
    assert "Not known" in text_of(by_id(page, "team-quality-people-fact"))
    assert "so this is left out" in text_of(by_id(page, "team-quality-grade-fact"))


def test_where_no_share_tells_how_many_people_there_are_the_totals_do(written: Written) -> None:
    made, client = written(groups={"black": "group", "white": "group"})
    made.team("a", name="Anchor")
    made.reports("a black 2025-01-01 30/90 30/90 30/90\n a white 2025-01-01 60/90 60/90 60/90\n a all 2025-01-01 90/180 90/180 90/180")
    made.keep()
    # three months of 180
    assert "540" in text_of(by_id(asked(client, "a"), "team-quality-people-fact"))
    assert [row["people"] for row in listed(client, "quality", "a") if row["people"]] == ["540"]


@pytest.mark.parametrize("query", ["?measure=preterm_birth", "?framework=ihi_equity~2016"])
def test_a_choice_sends_what_a_whole_page_shows(app: Dash, client: FlaskClient, query: str) -> None:
    page = page_of(client, query, "/teams/hazelmoor")
    sent = client.post(CALLBACKS, json=update_question(app, query, version=shown_version(page), path="/teams/hazelmoor", page="team")).json["response"]
    for part in ("team-maturity-head", "team-maturity-rows", "team-quality-head", "team-quality-grade-fact"):
        assert held_in(sent[part]) == inside(by_id(page, part))
    for chart in ("team-maturity-radar", "team-quality-share-chart", "team-quality-people-chart"):
        assert sent[chart]["figure"] == by_id(page, chart)["props"]["figure"]


def listed(client: FlaskClient, card: str, team: str = "hazelmoor", **query: str) -> list[dict[str, str]]:
    answer = client.get(f"/csv/team/{card}?{urlencode({'team_id': team, **query})}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


@pytest.mark.parametrize("card", CARDS)
def test_every_card_has_its_file_and_every_row_names_team_and_network(client: FlaskClient, card: str) -> None:
    rows = listed(client, card)
    assert rows
    assert {(row["team_id"], row["team"], row["network"], row["data"]) for row in rows} == {
        ("hazelmoor", "Hazelmoor Clinics", "Three Rivers Equity Network", "synthetic demonstration data")
    }


def test_files_hold_what_the_cards_show(client: FlaskClient) -> None:
    within = listed(client, "maturity")[0]
    assert (within["domain"], within["then"], within["now"], within["evidence_missing"]) == ("Leading from Within", "2", "3", "no")
    assert [row["counts"] for row in listed(client, "actions")] == ["yes", "yes", "yes", "no"]
    assert {row["kind"] for row in listed(client, "due")} == {"report", "aim", "convening"}
    assert {row["kind"] for row in listed(client, "quality", measure="preterm_birth")} == {"people", "report"}
    assert len(listed(client, "practices")) == 7 * 5


def test_the_file_of_a_team_that_is_not_there_says_so(client: FlaskClient) -> None:
    answer = client.get("/csv/team/progress?team_id=nobody")
    assert answer.status_code == 400
    assert "a team of this network" in answer.get_data(as_text=True)


@pytest.fixture
def demo(app: Dash, demo_url: str) -> Iterator[None]:
    """The demo's store, asked without the web."""
    store.connect(demo_url)
    yield
    store.disconnect()


def seen_by(viewer: Viewer, team: str = "hazelmoor") -> list:
    query = {"team_id": team}
    with store.reading():
        found_team = team_asked(viewer, query)
        return record_cards(answer_to(viewer, query, found_team).asked, found_team)


def test_a_stranger_sees_the_network_in_place_of_a_teams_levels_and_is_told_why(demo: None) -> None:
    said = text(seen_by(Viewer("team", frozenset({"kettlebrook"}))))
    assert "Levels of a single team are shown to its members, its coaches and the network's lead, and to others where it agreed." in said
    assert "Level 2 middle team at the start" in said or "middle team now" in said
    assert "No progress score yet" in said
    assert "Moved up with no evidence" not in said


def test_what_shows_the_levels_stands_behind_the_card_for_whoever_sees_them(demo: None) -> None:
    for viewer in (NETWORK_LEAD, Viewer("team_member", frozenset({"hazelmoor"})), Viewer("coach", coached=frozenset({"hazelmoor"}))):
        said = text(seen_by(viewer))
        assert "What shows the levels of Hazelmoor Clinics: the last that each rater wrote" in said
        assert said.index("The team named two habits") < said.index("Three neighborhood partners") < said.index("Clinic hours were named as a cause.")
    for viewer in (Viewer("funder"), Viewer("team_member", frozenset({"kettlebrook"}))):
        assert "What shows the levels" not in text(seen_by(viewer))


def test_the_file_of_levels_holds_no_more_for_a_stranger(demo: None) -> None:
    listing = RECORD_FILES["maturity"](Viewer("team", frozenset({"kettlebrook"})), {"team_id": "hazelmoor"})
    assert {row[:2] for row in listing.rows} == {("", "Network, middle team")}
    assert RECORD_FILES["progress"](Viewer("team"), {"team_id": "hazelmoor"}).rows == ()


def test_members_see_their_own(demo: None) -> None:
    said = text(seen_by(Viewer("team", frozenset({"hazelmoor"}))))
    assert "Hazelmoor Clinics: up in five of five domains" in said


def test_a_team_that_told_nothing_has_every_card_and_each_says_what_will_stand_there(written: Written) -> None:
    made, client = written()
    made.team("a", name="Anchor")
    made.keep()
    page = asked(client, "a")
    assert title(page, "progress") == "No progress score yet"
    assert title(page, "practices") == "No practice has been reported yet"
    assert title(page, "actions") == "No action has been adopted yet"
    assert "Nothing was told yet." in text_of(by_id(page, "team-words"))
    # no framework is loaded: nothing is seen of it, and what a choice changes is there
    assert found(page, id="team-maturity-title") == []
    stood = [by_id(page, output.component_id) for output in maturity.OUTPUTS]
    assert [one["props"].get("tag", one["type"]) for one in stood] == ["Div"] * len(maturity.OUTPUTS)
    assert listed(client, "maturity", "a") == []


def test_a_team_that_hides_its_reports_has_no_grade_for_others(written: Written) -> None:
    made, client = written()
    made.team("a", name="Anchor", terms={"visibility": "hidden"})
    made.reports("a black 2025-01-01 30/90 30/90 30/90\n a white 2025-01-01 60/90 60/90 60/90")
    made.keep()
    page = asked(client, "a")
    assert title(page, "quality") == "Data quality: hidden"
    assert "30" not in text_of(by_id(page, "team-quality-people-fact"))
    assert "shows these reports to its own members alone" in text_of(by_id(page, "team-quality-grade-fact"))


def test_before_the_first_report_is_due_it_is_too_early(written: Written) -> None:
    made, client = written(as_of=date(2025, 1, 2))
    made.team("a", name="Anchor")
    made.keep()
    assert title(asked(client, "a"), "quality") == "Data quality: too early to say"
