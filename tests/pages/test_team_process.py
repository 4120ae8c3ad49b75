"""Is the process stable? The series, the kind of chart and the phase that a reader asks for; what no address can ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from dash import Dash
from flask.testing import FlaskClient

from data_access import schema
from tests.asking import CALLBACKS, by_id, found, held_in, inside, notices_of, page_of, shown_version, text_of, update_question
from tests.data_access.builder import Builder
from tests.pages.test_team import asked, figure, file_of, links, options, title

Written = Callable[..., tuple[Builder, FlaskClient]]
STILL = [500, 522, 505, 515, 498, 520, 517, 507, 518, 503]
HIGHER = [one + 100 for one in STILL]
CHANGES = {"cuffs": ("Cuffs lent for use at home", date(2024, 6, 1)), "late": ("Reminders by text", date(2026, 2, 1))}


def team_over_time(written: Written, numerators: list[int], *, aim: float | None = 6.0, **measure: object) -> FlaskClient:
    """Team a, so many quarters from 2022 on, its focus group against a steady reference, two changes on record."""
    made, client = written(starts_on=date(2022, 1, 1), months=60, as_of=date(2026, 12, 31))
    made.measure(measure_id="long", **{"grain": "quarter", **measure})
    made.team("a", "long", terms={"aim": aim, "registered_on": date(2022, 1, 1)})
    cells = " ".join(f"{numerator}/1000" for numerator in numerators)
    counted = {"measure_id": "long", "number": str(measure.get("number", "proportion"))}
    made.reports(f"a black 2022-01-01 {cells}\na white 2022-01-01 {' '.join(['660/1000'] * len(numerators))}", **counted)
    made.reports(f"a all 2022-01-01 {' '.join(f'{numerator + 660}/2000' for numerator in numerators)}", **counted)
    for change_id, (tested, started_on) in CHANGES.items():
        made.insert(schema.change, {"change_id": change_id, "team_id": "a", "tested": tested, "started_on": started_on, "decision": "running"})
        made.insert(schema.change_measure, {"change_id": change_id, "measure_id": "long"})
    made.keep(("bp", "long"))
    return client


def card(page: dict) -> str:
    return text_of(by_id(page, "team-process"))


def value(page: dict, name: str) -> str:
    return by_id(page, f"team-{name}")["props"]["value"]


def test_below_ten_points_no_limits_are_drawn_and_it_says_what_it_takes_and_until_when(client: FlaskClient) -> None:
    page = asked(client, measure="bp_control")
    assert title(page, "process") == "Too early to say whether the rate of Black patients is stable"
    assert "Limits and rules need ten quarters that can be judged, and nine quarters are there." in card(page)
    assert "If the next quarter is reported, they can stand with Q4 2026, due by 14 February 2027." in card(page)
    assert [trace["name"] for trace in figure(page, "process")["data"]] == ["Black patients"]


def test_limits_that_are_chosen_below_ten_points_are_withheld_too(client: FlaskClient) -> None:
    page = asked(client, measure="bp_control", chart="p")
    assert "You chose a p chart: limits from the counts. Suggested is a run chart." in card(page)
    assert len(figure(page, "process")["data"]) == 1
    assert {row["upper_limit"] for row in file_of(client, "process", measure="bp_control", chart="p")} == {""}


def test_the_kind_is_suggested_and_another_may_be_chosen_in_the_address(written: Written) -> None:
    client = team_over_time(written, STILL * 2)
    page, chosen = asked(client, "a", measure="long"), asked(client, "a", measure="long", chart="individuals")
    assert options(page, "chart")[""] == "Suggested: p chart" and value(page, "chart") == ""
    assert "A p chart: limits from the counts. The counts alone tell how far the points may scatter." in card(page)
    assert title(page, "process") == "The rate of Black patients is stable: it moves as chance alone would move it"
    assert (value(chosen, "chart"), "You chose an XmR chart" in card(chosen)) == ("individuals", True)
    assert {"XmR chart", "p chart"} == {file_of(client, "process", "a", measure="long", **one)[0]["chart"] for one in ({}, {"chart": "individuals"})}


def test_rates_are_offered_their_own_kinds(written: Written) -> None:
    client = team_over_time(written, STILL * 2, number="rate", multiplier=1000)
    assert list(options(asked(client, "a", measure="long"), "chart")) == ["", "run", "u", "u-prime", "individuals", "i-prime"]


@pytest.mark.parametrize(
    ("line", "name", "first"),
    [("focus", "Black patients", "500"), ("reference", "all other patients", "660"), ("everybody", "all patients", "1160"), ("gap", "the gap", "")],
)
def test_every_series_can_be_looked_at(written: Written, line: str, name: str, first: str) -> None:
    client = team_over_time(written, STILL * 2)
    page = asked(client, "a", measure="long", line=line)
    assert (notices_of(page), value(page, "line")) == ([], line)
    row = file_of(client, "process", "a", measure="long", line=line)[0]
    assert (row["series"], row["numerator"]) == (name, first)
    assert figure(page, "process")["data"][-1]["name"] == name


def test_the_gap_is_held_against_the_aim_in_words(written: Written) -> None:
    client = team_over_time(written, STILL * 2)
    page = asked(client, "a", measure="long", line="gap")
    assert "As it runs now, this will miss its aim. It will take a change to meet it." in card(page)
    assert "aim 6" in [one["text"] for one in figure(page, "process")["layout"]["annotations"]]
    assert "The team's aim is set for the gap." in card(asked(client, "a", measure="long"))
    (states,) = [one for one in found(by_id(page, "team-measures-body"), className="team-states")]
    assert text_of(states).endswith("no signal, only chance aim: will miss it")
    (row,) = file_of(client, "measures", "a", measure="long")
    assert (row["chart_signal"], row["aim"], row["aim_met"]) == ("common cause", "6.0", "fails")


def test_a_team_without_an_aim_has_none_to_meet(written: Written) -> None:
    client = team_over_time(written, STILL * 2, aim=None)
    assert "No aim is registered for this gap." in card(asked(client, "a", measure="long", line="gap"))
    assert "No aim is registered here." in card(asked(client, "a", measure="long"))


def test_a_new_phase_begins_at_a_change_on_record_and_names_it(written: Written) -> None:
    client = team_over_time(written, STILL + HIGHER)
    page = asked(client, "a", measure="long", since="cuffs")
    assert (notices_of(page), value(page, "since")) == ([], "cuffs")
    said = card(page)
    assert "“Cuffs lent for use at home” began on 1 June 2024. The new phase runs since Q3 2024, the first whole quarter after it." in said
    assert "The verdict at the top still rests on every period." in said and "because" not in said.lower()
    texts = [one["text"] for one in figure(page, "process")["layout"]["annotations"]]
    assert {"Before A: average 51.0%", "Since A: average 61.1%"} <= set(texts)
    assert [row["phase"] for row in file_of(client, "process", "a", measure="long", since="cuffs")] == ["1"] * 10 + ["2"] * 10


def test_the_run_chart_follows_the_phase_and_the_verdict_does_not(written: Written) -> None:
    client = team_over_time(written, STILL + HIGHER)
    plain, phased = (asked(client, "a", measure="long", **one) for one in ({}, {"since": "cuffs"}))
    assert "with the middle value (median) of each phase, before and since 1 June 2024" in text_of(by_id(phased, "team-run-head"))
    lines = [shape for shape in figure(phased, "run")["layout"]["shapes"] if shape["type"] == "line" and shape["yref"] == "y"]
    medians = [shape for shape in lines if shape["x1"] == "2024-07-01"]
    assert len(medians) == 2
    assert text_of(by_id(phased, "team-sentence")) == text_of(by_id(plain, "team-sentence"))
    assert title(phased, "run") == title(plain, "run")


def test_a_phase_of_fewer_than_ten_points_is_refused_in_words(written: Written) -> None:
    client = team_over_time(written, STILL + HIGHER)
    page = asked(client, "a", measure="long", since="late")
    assert notices_of(page) == []
    assert "There are 17 quarters before it and three quarters since. So the chart stays in one phase, and the day is marked." in card(page)
    assert {row["phase"] for row in file_of(client, "process", "a", measure="long", since="late")} == {"1"}
    assert "of all periods" in text_of(by_id(page, "team-run-head"))


@pytest.mark.parametrize(
    ("asked_for", "words"),
    [
        ({"line": "best"}, "line “best”. Choose one of: focus, reference, everybody, gap. Shown instead: focus."),
        ({"chart": "u"}, "chart “u”. Choose one of: run, p, p-prime, individuals, i-prime. Shown instead: the suggested kind."),
        ({"line": "gap", "chart": "p"}, "chart “p”. Choose one of: run, gap. Shown instead: the suggested kind."),
        ({"since": "2024-06-01"}, "since “2024-06-01”. Choose one of: cuffs, late. Shown instead: one phase."),
        ({"since": ""}, "since nothing. Choose one of: cuffs, late. Shown instead: one phase."),
    ],
)
def test_what_is_no_choice_gets_a_notice_and_changes_nothing(written: Written, asked_for: dict[str, str], words: str) -> None:
    client = team_over_time(written, STILL * 2)
    page = asked(client, "a", measure="long", **asked_for)
    (notice,) = notices_of(page)
    assert notice.endswith(words)
    assert (value(page, "chart"), value(page, "since")) == ("", "")


def test_a_change_of_another_team_or_measure_can_begin_no_phase(client: FlaskClient) -> None:
    theirs = {change for measure in ("bp_control", "depression_followup") for change in options(asked(client, measure=measure), "since")} - {""}
    for change in theirs - set(options(asked(client, "copperlea", measure="bp_control"), "since")):
        assert len(notices_of(asked(client, "copperlea", measure="bp_control", since=change))) == 1


def test_where_no_change_is_on_record_the_choice_says_so(written: Written) -> None:
    made, client = written()
    made.team("a")
    made.keep()
    page = asked(client, "a", since="x")
    assert options(page, "since") == {"": "No change is on record"}
    assert notices_of(page)[0].endswith("Choose one of: none is on record for this measure. Shown instead: one phase.")
    assert notices_of(asked(client, "a", since="none is on record for this measure")) == []


def test_what_was_chosen_stands_in_badges_and_each_can_be_taken_away(written: Written) -> None:
    client = team_over_time(written, STILL + HIGHER)
    page = asked(client, "a", measure="long", line="reference", chart="run", since="cuffs")
    undone = {one["props"]["aria-label"]: one["props"]["href"] for one in found(by_id(page, "team-badges"), className="remove")}
    assert undone["Remove the filter New phase since: 1 June 2024"] == "?measure=long&line=reference&chart=run"
    assert undone["Remove the filter Kind of chart: run chart"] == "?measure=long&line=reference&since=cuffs"
    assert undone["Remove the filter Whose line: all other patients"] == "?measure=long&chart=run&since=cuffs"


def test_a_choice_sends_the_card_that_the_page_would_show(app: Dash, client: FlaskClient) -> None:
    page, expected = asked(client), asked(client, line="gap")
    body = update_question(app, "?line=gap", version=shown_version(page), path="/teams/hazelmoor", page="team")
    answer = client.post(CALLBACKS, json=body).json["response"]
    assert answer["team-process-chart"]["figure"] == figure(expected, "process")
    assert held_in(answer["team-process-notes"]) == inside(by_id(expected, "team-process-notes"))
    assert answer["team-line"]["value"] == "gap"


def test_rules_are_told_at_the_point_and_without_pointing(written: Written) -> None:
    client = team_over_time(written, [*STILL, *STILL[:9], 300])
    page = asked(client, "a", measure="long", chart="p")
    rule = "A value beyond a limit, which lies three standard deviations from the centre."
    assert f"Beyond limit. {rule}" in card(page).replace("  ", " ")
    assert "Beyond limit: A value beyond a limit" in figure(page, "process")["data"][-1]["text"][19].replace("<br>", " ")
    assert text_of(by_id(page, "team-process-title")) == "The rate of Black patients is changing for the worse"


def test_the_card_leads_to_how_it_is_made(client: FlaskClient) -> None:
    assert set(links(by_id(asked(client), "team-process-notes")).values()) == {"/methods#method-run-chart"}
    methods = page_of(client, "", "/methods")
    assert by_id(methods, "method-process-chart") and by_id(methods, "method-run-chart")


def test_hidden_numbers_stay_hidden_in_every_series(client: FlaskClient) -> None:
    for line in ("focus", "gap"):
        page = asked(client, "dunmarrow", measure="preterm_birth", line=line)
        assert text_of(by_id(page, "team-process-key")) == "hidden"
        assert figure(page, "process")["data"] == []
        assert {row["value"] for row in file_of(client, "process", "dunmarrow", measure="preterm_birth", line=line)} == {""}
    rows = [row for row in file_of(client, "measures", "dunmarrow") if row["measure_id"] == "preterm_birth"]
    assert [(row["chart_signal"], row["aim_met"]) for row in rows] == [("", "")]


def test_everybody_stands_in_their_own_periods_where_a_team_does_not_divide_its_people_so(client: FlaskClient) -> None:
    told = [
        {row["period"]: row["value"] for row in file_of(client, "process", "amberford", measure="childhood_vaccines", line="everybody", **division)}
        for division in ({"stratifier": "place", "group": "rural"}, {"stratifier": "payer", "group": "commercial"})
    ]
    assert told[0] == told[1] and len([value for value in told[0].values() if value]) > 3
