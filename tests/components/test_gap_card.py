from __future__ import annotations

from dataclasses import replace

import pytest
from dash import html

from components.gap_card import MOST_MARKS, gap_aside, guards_words, side_cells, tally, tally_row, trend_table, with_interval
from components.marks import blank_cell, mark, verdict_cell
from equity.counts import Count
from equity.rates import NOT_COMPUTABLE, Estimate
from equity.sentences import how_sure, rule_in_words, who_moved
from equity.trend import gap_trend
from tests.components.plain import cells, every, same, text
from tests.examples import BASELINE, MEASURE, names_for, series_of

TREND = gap_trend(series_of("52/100 1320/2000\n hidden 132/200\n 100/100 200/200"), MEASURE, BASELINE)
NAMES = names_for(TREND)


def test_a_table_of_the_gap_has_both_rates_with_counts_and_both_gaps():
    table = trend_table(TREND, NAMES)
    assert cells(table)[0] == ["Period", "Black patients", "Counted", "All other patients", "Counted", "Gap (percentage points)", "Ratio"]
    first = cells(table)[1]
    assert (first[0], first[2], first[4]) == ("Q1 2024", "52 of 100", "1,320 of 2,000")
    # 66 - 52; 48/100 over 680/2000
    assert [first[place].split(" (")[0] for place in (1, 3, 5, 6)] == ["52.0%", "66.0%", "14.0", "1.41"]
    assert text(every(table, "Caption")) == "Blood pressure under control: Black patients and all other patients. Each with its 95% interval."


def test_a_table_of_the_gap_has_the_keys_of_notes():
    table = cells(trend_table(TREND, NAMES, noted={1: "a"}))
    assert [row[-1] for row in table] == ["Notes", "none", "a", "none"]


def test_a_period_without_a_gap_keeps_the_known_side_and_says_why():
    row = cells(trend_table(TREND, NAMES))[2]
    assert [row[place] for place in (1, 2, 4, 5, 6)] == ["hidden", "hidden", "132 of 200", "hidden", "hidden"]


def test_a_ratio_of_two_zeros_is_not_computable_once():
    assert cells(trend_table(TREND, NAMES))[3][5:] == ["0.0 (−1.9 to 3.7)", "not computable"]


def test_shares_have_no_unit():
    assert cells(trend_table(TREND, replace(NAMES, unit_words="", multiplier=1)))[0][5] == "Gap (difference)"


@pytest.mark.parametrize(("count", "blank"), [(Count(None, None, "not_due"), "not_due"), (Count(0, 0), "not_applicable")])
def test_a_side_without_a_rate_is_blank_in_both_cells(count, blank):
    assert same(side_cells(count, NOT_COMPUTABLE, 100), [blank_cell(blank), blank_cell(blank)])


def test_a_value_without_interval_stands_alone():
    assert with_interval("7.0", Estimate(7, 5, 9), 1) == "7.0 (5.0 to 9.0)"
    assert with_interval("not computable", NOT_COMPUTABLE, 1) == "not computable"


def test_the_tally_counts_verdicts_then_blanks_a_mark_a_team():
    head, rows = tally({"closing": 2, "not_applicable": 3, "hidden": 1, "widening": 0}, working=6, title="teams have a verdict")
    assert same(head, html.P([html.B("2 of 6"), " teams have a verdict"]))
    assert [text(row) for row in rows.children] == ["2closing", "1hidden", "3do not work on it"]
    assert len(every(rows.children[0], "Span")) == 2 + 2


# below, at and above what finds room in a row
@pytest.mark.parametrize(("count", "marks"), [(MOST_MARKS - 1, MOST_MARKS - 1), (MOST_MARKS, MOST_MARKS), (MOST_MARKS + 1, 1)])
def test_many_teams_are_a_numbers_work(count, marks):
    expected = html.Li([html.Span(f"{count}", className="number"), html.Span([mark("closing")] * marks, className="marks plain-closing"), "closing"])
    assert same(tally_row(count, "closing", "closing"), expected)


def test_a_guard_says_the_networks_verdict_and_where_its_gap_widens():
    found = guards_words([("waiting time", "widening", {"widening": 2, "closing": 3}), ("returns", None, {"hidden": 4})])
    assert same(found[0], html.H3("What guards it"))
    words = ["Waiting time, a balancing measure: ", "in the network ", verdict_cell("widening"), ", and ", "its gap widens at 2 of 5 teams."]
    assert same(found[1], html.P(words))
    assert text(found[2]) == "Returns, a balancing measure: its gap widens at 0 of 4 teams."


def test_a_guard_that_is_shown_itself_says_what_it_guards():
    found = guards_words([], ["blood pressure", "diabetes"])
    assert [text(part) for part in found] == ["What it guards", "Blood pressure and diabetes. A gain there that makes this gap widen has a price."]


def test_without_guards_nothing_is_said_of_them():
    assert guards_words([]) == []


def test_beside_the_chart_stand_who_moved_how_sure_and_the_rule():
    expected = [
        "tally",
        html.H3("Who moved"),
        html.P(who_moved(TREND, NAMES)),
        html.H3("How sure are we?"),
        html.P(how_sure(TREND)),
        "guards",
        html.H3("What counts as a real change"),
        html.P(rule_in_words(MEASURE)),
    ]
    assert same(gap_aside(TREND, NAMES, ["tally"], ["guards"]), expected)


def test_a_true_zero_wears_its_mark_beside_its_number():
    value, counted = side_cells(Count(0, 40), Estimate(0.0, 0.0, 8.8), 100)
    assert text(value) == "0.0% (0.0 to 8.8) zero events"
    assert counted == "0 of 40"


def test_beside_the_tally_stands_what_chance_alone_would_bring():
    said = tally({"closing": 5}, working=13, title="teams have a verdict", by_chance="About 0.5 would still seem to.")
    assert text(said[-1]) == "About 0.5 would still seem to."
    assert len(tally({"closing": 5}, working=13, title="teams have a verdict")) == len(said) - 1


def test_whether_the_gap_is_there_inside_the_teams_is_said_where_it_is_known():
    assert "Inside the teams" in text(gap_aside(TREND, NAMES, [], [], inside="It is about the same."))
    assert "Inside the teams" not in text(gap_aside(TREND, NAMES, [], []))
