from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from dash import html

from components import network_cards as words
from components.cards import card_head
from components.marks import blank_cell
from equity.catalogue import Catalogue, Event, Group, Load, Network, Stratifier
from equity.counts import Count
from equity.maturity_profile import DomainProfile, MaturityProfile
from equity.pairwise import every_group_against
from equity.periods import periods_between
from equity.sentences import Sentence, headline, lead_title
from equity.trend import gap_trend
from tests.components.plain import cells, every, same, text
from tests.examples import BASELINE, MEASURE, RACE, measure_like, names_for, series_of, straight_trend

NETWORK = Network("n", "Three Rivers Equity Network", date(2024, 7, 1), 18, date(2025, 9, 10), True, "standard")
LOAD = Load(7, "2025-09-11T10:20:30", date(2025, 6, 30))
CATALOGUE = Catalogue(NETWORK, (MEASURE,), (RACE,), (), LOAD)
CLOSING = straight_trend((0.52, 0.60), (0.66, 0.68))
NAMES = names_for(CLOSING)
HIDDEN = Count(None, None, "hidden")
STEADY, SHAKY = Count(520, 1000), Count(12, 29)


def event(kind, number, starts_on, ends_on):
    return Event(f"{kind}{number}", kind, number, f"{kind.replace('_', ' ').capitalize()} {number}", starts_on, ends_on, "", "")


def subtitle(head):
    return text(head[1])


@pytest.mark.parametrize(
    ("changes", "titles"),
    [
        (
            {},
            (
                "Blood pressure under control, % of patients",
                "Blood pressure, %",
                "Gap: difference in percentage points, with 95% interval",
                "Gap: ratio of those without it, log scale (1 = no gap)",
            ),
        ),
        (
            {"number": "rate", "multiplier": 1000, "unit": "per 1,000 births", "improvement_direction": "lower"},
            (
                "Blood pressure under control, per 1,000 births",
                "Blood pressure, per 1,000 births",
                "Gap: difference per 1,000, with 95% interval",
                "Gap: ratio, log scale (1 = no gap)",
            ),
        ),
        (
            {"multiplier": 1, "unit": "share"},
            (
                "Blood pressure under control, share",
                "Blood pressure, share",
                "Gap: difference in shares, with 95% interval",
                "Gap: ratio of those without it, log scale (1 = no gap)",
            ),
        ),
    ],
)
def test_panels_are_titled_by_what_they_show(changes, titles):
    assert words.panel_titles(measure_like(**changes)) == titles


@pytest.mark.parametrize(("unit", "said"), [("percentage points", "in percentage points"), ("per 1,000", "per 1,000"), ("", "in shares")])
def test_a_gap_is_said_in_its_unit(unit, said):
    assert words.in_unit(unit) == said


def test_the_source_names_its_load_where_there_is_one():
    assert words.source_words(LOAD) == "Team reports, load 7."
    assert words.source_words(None, "More.") == "Team reports. More."


def test_the_lead_card_is_headed_by_its_finding_and_says_it_whole():
    expected = card_head(
        "network-gap",
        lead_title(CLOSING, NAMES),
        "Twelve teams together, by quarter. Shaded bands and thin bars are 95% intervals.",
        summary=headline(CLOSING, NAMES).text,
    )
    assert same(words.lead_head("network-gap", CLOSING, NAMES, teams=12), expected)


def test_monthly_measures_are_shown_by_quarter():
    trend = replace(CLOSING, measure=replace(MEASURE, grain="month"))
    assert subtitle(words.lead_head("network-gap", trend, NAMES, teams=1)).startswith("One team together, by quarter.")


def test_a_sentences_verdict_is_bold():
    assert same(words.sentence_parts(Sentence("Closing.", "By half.")), [html.B("Closing."), " ", "By half."])


def test_the_grids_title_counts_verdicts_alone():
    head = words.grid_head("network-grid", {"blood pressure": {"closing": 3, "widening": 1, "hidden": 9}})
    assert text(head[0]) == "Three teams are closing the blood pressure gap; one gap is widening"
    assert subtitle(head).startswith("Verdict on the gap for each team and measure")


@pytest.mark.parametrize(("first_convening", "ending"), [(True, "same scales. Dotted line: convening 1."), (False, "same scales.")])
def test_panels_say_whose_gap_they_show(first_convening, ending):
    head = words.panels_head("network-panels", [("Ash", "closing"), ("Elm", "widening")], NAMES, first_convening=first_convening)
    assert text(head[0]) == "One of two gaps is closing; Elm's is widening"
    assert subtitle(head).startswith("Blood pressure: gap in percentage points, Black patients against all other patients.")
    assert subtitle(head).endswith(ending)


def test_the_readers_own_panel_is_explained_where_it_is_shown():
    assert subtitle(words.panels_head("network-panels", [], NAMES, first_convening=False, has_mine=True)).endswith("same scales. Thick line: my team.")


def test_panels_of_shares_say_so():
    assert "gap in shares" in subtitle(words.panels_head("network-panels", [], replace(NAMES, unit_words=""), first_convening=False))


def test_groups_say_when_then_and_now_are():
    marks = words.marks_words([("Black", STEADY, HIDDEN)], MEASURE, then="the baseline year", now="Q1 2026")
    head = words.groups_head("network-groups", MEASURE, marks, RACE)
    assert text(head[0]) == "Blood pressure by race and ethnicity: every group, then and now"
    assert subtitle(head) == "Small: the baseline year. Large: Q1 2026, with its 95% interval and the people counted. Groups in alphabetical order."
    assert text(head[2]) == f"{text(head[0])}. {subtitle(head)} The table gives every number."


@pytest.mark.parametrize("counts", [(SHAKY, STEADY), (STEADY, SHAKY)])
def test_hollow_marks_are_named_where_there_is_one(counts):
    said = words.marks_words([("Black", STEADY, STEADY), ("Asian", *counts)], MEASURE, then="the start", now="now")
    assert said.endswith(" Hollow: too few people for a steady figure.")


def test_a_rate_that_is_not_steady_says_so_in_the_table():
    table = cells(words.groups_table([("Black", STEADY, SHAKY), ("Asian", HIDDEN, HIDDEN)], MEASURE, pairs={}, against="others"))
    (black, asian) = table[1:]
    assert black[4].startswith("52.0%") and "not steady" not in black[4]
    assert black[1].startswith("41.4%") and black[1].endswith(" not steady")
    assert not any("steady" in cell for cell in asian)


@pytest.mark.parametrize(
    ("labels", "ordered", "said"),
    [
        (("Asian", "Black"), False, "Groups in alphabetical order."),
        (("Black", "Asian"), False, "Groups in the network's own order."),
        (("Under 18", "18 to 64"), True, "Groups in their natural order."),
    ],
)
def test_the_order_of_groups_is_said_as_it_is(labels, ordered, said):
    groups = tuple(Group(label, label, label, place, "group", "") for place, label in enumerate(labels, start=1))
    unknown = Group("a", "A unknown", "Unknown", 9, "unknown", "")
    assert words.order_words(Stratifier("s", "Some", ordered, "1", (*groups, unknown))) == said


def test_the_unknown_are_said_to_be_in_every_total():
    head = words.unknown_head("network-unknown", 7.1, 12.0, NAMES, stratifier="Race and ethnicity")
    assert text(head[0]) == "7.1% of patients have no recorded group, down from 12%"
    assert "whose race and ethnicity is unknown or declined" in subtitle(head)


DATA = DomainProfile("data", "Data", 2, 3, (1, 2), (0, 3), 2, 0)
LAW = DomainProfile("law", "Law", None, None, (0, 0), (0, 0), 0, 0)


def test_maturity_says_when_it_was_scored_and_what_the_radar_shows():
    profile = MaturityProfile((DATA, LAW), (1, 2), 3, date(2024, 7, 1), date(2025, 9, 1))
    head = words.maturity_head("network-maturity", profile, "Path", "domain")
    assert text(head[0]) == "The middle team moved up on one of one domains"
    assert "Hollow, dashed: first scores (July 2024). Filled: latest (September 2025)." in subtitle(head)
    assert text(head[2]) == "Data: level 2 then, level 3 now. Law: not scored then, not scored now."


def test_maturity_that_nobody_scored_says_so():
    head = words.maturity_head("network-maturity", MaturityProfile((), (1, 2), 0, None, None), "Path", "domain")
    assert text(head[0]) == "No team has been scored yet"
    assert "first scores (never)" in subtitle(head)


ACTION = event("action_period", 3, date(2025, 9, 1), date(2025, 12, 1))


@pytest.mark.parametrize(
    ("as_of", "events", "said"),
    [
        (date(2024, 6, 30), [], "Three Rivers Equity Network"),
        (date(2024, 7, 1), [], "Three Rivers Equity Network, month 1 of 18"),
        (date(2025, 9, 10), [ACTION], "Three Rivers Equity Network, month 15 of 18, action period 3"),
        (date(2025, 12, 31), [ACTION], "Three Rivers Equity Network, month 18 of 18"),
        (date(2026, 1, 1), [ACTION], "Three Rivers Equity Network"),
    ],
)
def test_the_page_says_where_the_network_stands(as_of, events, said):
    assert words.eyebrow(replace(NETWORK, as_of=as_of), events) == said


@pytest.mark.parametrize(
    ("load", "first"),
    [
        (LOAD, "Data through 30 June 2025, loaded 11 September 2025 (load 7)."),
        (replace(LOAD, data_through=None), "No data yet, loaded 11 September 2025 (load 7)."),
        (None, "Nothing is loaded yet."),
    ],
)
def test_the_foot_says_how_far_data_reach_and_what_is_hidden(load, first):
    assert words.foot_parts(replace(CATALOGUE, load=load)) == [first, "Small numbers are hidden and the rest is rounded. A team sees its own whole."]


def test_measures_stand_in_blocks_of_one_kind():
    kinds = ["balancing", "outcome", "structural", "process", "outcome"]
    measures = [measure_like(measure_id=f"m{place}", kind=kind) for place, kind in enumerate(kinds)]
    assert [measure.measure_id for measure in words.in_blocks(measures)] == ["m1", "m4", "m3", "m2", "m0"]


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("others", "Black against all other patients"),
        ("overall", "Black against all patients"),
        ("best", "Black against the best-off group"),
        ("largest", "Black against the largest group"),
        ("white", "Black against White"),
    ],
)
def test_a_column_says_who_is_compared_with_whom(reference, said):
    assert words.compared_words(CATALOGUE, measure_like(reference_group=reference)) == said


@pytest.mark.parametrize(("count", "said"), [(Count(5, 1203), "of 1,203"), (Count(0, 0), ""), (HIDDEN, "")])
def test_a_group_says_how_many_were_counted(count, said):
    assert words.size_label(count) == said


@pytest.mark.parametrize(("many", "places"), [(0, []), (1, [0]), (3, [0, 1, 2]), (4, [0, 1, 2, 3]), (5, [0, 2, 3, 4])])
def test_a_narrow_table_holds_the_first_period_and_the_latest_three(many, places):
    quarters = list(periods_between(date(2024, 1, 1), date(2025, 12, 31), "quarter"))[:many]
    assert words.few_periods(quarters) == places


def test_a_table_of_groups_has_each_then_and_now_with_counts():
    table = words.groups_table([("Black", Count(52, 100), HIDDEN)], MEASURE, pairs={}, against="all patients")
    head, row = cells(table)
    assert head == ["Group", "Now", "Counted", "Against all patients", "Then", "Counted"]
    assert (row[:4], row[4].split(" (")[0], row[5]) == (["Black", "hidden", "hidden", "not compared"], "52.0%", "52 of 100")


def test_a_table_of_groups_says_how_each_stands_beside_its_reference():
    pairs = every_group_against({"Black": Count(400, 800), "Asian": HIDDEN}, Count(150, 200), MEASURE)
    rows = [("Black", HIDDEN, Count(400, 800)), ("Asian", HIDDEN, HIDDEN)]
    table = words.groups_table(rows, MEASURE, pairs=pairs, against="White patients")
    _, black, asian = cells(table)
    assert black[3].startswith("worse off by 25.0 points") and black[3].endswith(", 200 to reach")
    assert asian[3] == "not compared"
    assert "Worse or better off: by more than chance allows among one group," in text(table)


def test_a_table_of_panels_has_a_row_a_team_and_a_column_a_period():
    trend = gap_trend(series_of("52/100 66/100\n hidden 66/100"), MEASURE, BASELINE)
    table = words.panels_table({"a": trend}, {"a": "Ash"}, NAMES, states={"a": ("closing", None)})
    head, row = cells(table)
    assert head == ["Team", "Verdict", "Q1 2024", "Q2 2024"]
    assert (row[:2], row[2].split(" (")[0], row[3]) == (["Ash", "closing"], "14.0", "hidden")
    assert text(every(table, "Caption")) == "Gap in percentage points: Black patients against all other patients, with 95% interval"


def test_a_table_without_panels_has_its_head_alone():
    assert cells(words.panels_table({}, {}, replace(NAMES, unit_words=""), states={})) == [["Team", "Verdict"]]


def test_a_gap_that_bears_a_note_has_a_dagger_and_the_head_says_what_it_is():
    trend = gap_trend(series_of("52/100 132/200\n hidden 132/200\n 56/100 132/200"), MEASURE, BASELINE)
    row = cells(words.panels_table({"a": trend}, {"a": "Ash"}, NAMES, states={"a": ("closing", None)}, noted={"a": {0, 1}}))[1]
    assert [cell.endswith("†") for cell in row] == [False, False, True, True, False]
    heads = [text(words.panels_head("card", [("Ash", "closing")], NAMES, first_convening=False, has_notes=has)) for has in (True, False)]
    assert ["†: a note on a value, told below." in head for head in heads] == [True, False]


def test_a_cell_without_a_gap_is_its_blank():
    point = gap_trend(series_of("hidden 66/100"), MEASURE, None).points[0]
    assert same(words.gap_cell(point, 100), blank_cell("hidden"))
