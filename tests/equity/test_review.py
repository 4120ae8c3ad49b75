from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from equity.catalogue import Network, Team
from equity.periods import period_of
from equity.review import (
    ROLL,
    QuarterState,
    decision_then,
    decisions_in,
    is_over,
    moves,
    quarter_before,
    quarter_name,
    quarter_named,
    quarter_state,
    review_grain,
    reviewed_quarters,
    roll_up,
    stood_on,
    until,
    was_member,
)
from equity.trend import gap_trend
from tests.examples import BASELINE, MEASURE, series_of, straight_series

Q3 = period_of(date(2025, 7, 1), "quarter")
NETWORK = Network("kc", "Kansas City", date(2024, 2, 1), 24, date(2025, 10, 1), True, "public_data")
# Eight quarters of 2024 and 2025, the gap from 20 to 6 points.
CLOSING = straight_series((0.5, 0.64), (0.7, 0.7))


def team(joined: date | None = None, left: date | None = None) -> Team:
    return Team("a", "Ash", "", "", "", joined, left, "")


def state_of(table: str) -> QuarterState:
    series = series_of(table)
    return quarter_state(gap_trend(series, MEASURE, BASELINE), series.periods[-1])


@pytest.mark.parametrize("said", ["2025-Q3", "2025-q3", "2025Q3", " 2025-Q3 "])
def test_an_address_names_a_quarter(said):
    assert quarter_named(said) == Q3
    assert quarter_name(Q3) == "2025-Q3"


@pytest.mark.parametrize(
    ("grain", "label", "address"), [("half-year", "2nd half 2025", "2025-Q4"), ("year", "2025", "2025-Q4"), ("quarter", "Q3 2025", "2025-Q3")]
)
def test_an_address_names_the_period_that_holds_its_quarter_and_a_period_is_named_by_its_last(grain, label, address):
    found = quarter_named("2025-Q3", grain)
    assert (found.label, quarter_name(found)) == (label, address)
    assert quarter_named(quarter_name(found), grain) == found


def test_a_review_is_as_long_as_the_shortest_period_that_is_reported():
    halves, years, quarters = (series_of("20/40 30/40", grain=grain) for grain in ("half-year", "year", "quarter"))
    assert [review_grain(some) for some in ([years, halves], [years], [halves, quarters], [])] == ["half-year", "year", "quarter", "quarter"]


def test_half_years_are_reviewed_as_such():
    series = series_of("20/40 30/40\n20/40 30/40\nhidden 30/40", grain="half-year")
    found = reviewed_quarters([series], NETWORK)
    assert [period.label for period in found] == ["1st half 2024", "2nd half 2024"]
    assert quarter_before(found[1]) == found[0]


@pytest.mark.parametrize("said", ["", "2025-Q0", "2025-Q5", "2025", "Q3", "2025-Q33", "0000-Q1", "9999-Q4", "٢٠٢٥-Q3", "<script>"])
def test_whatever_else_names_none(said):
    assert quarter_named(said) is None


def test_the_quarter_before_the_first_is_the_last_of_the_year_before():
    assert quarter_before(period_of(date(2025, 2, 1), "quarter")) == period_of(date(2024, 12, 1), "quarter")


def test_only_periods_that_had_ended_are_told():
    shown = until(CLOSING, Q3.end)
    assert [period.label for period in shown.periods] == ["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "Q1 2025", "Q2 2025", "Q3 2025"]
    assert (shown.focus, shown.reference) == (CLOSING.focus[:7], CLOSING.reference[:7])
    # A day before its end a quarter is not over.
    assert len(until(CLOSING, date(2025, 9, 29)).periods) == 6
    assert until(CLOSING, date(2023, 12, 31)).periods == ()


def test_a_past_verdict_is_that_of_the_rule_on_the_periods_until_then():
    for place, period in enumerate(CLOSING.periods, start=1):
        shown = gap_trend(until(CLOSING, period.end), MEASURE, BASELINE)
        alone = gap_trend(series_of("\n".join(f"{f.numerator}/{f.denominator} {r.numerator}/{r.denominator}" for f, r in pairs(place))), MEASURE, BASELINE)
        assert shown.verdict == alone.verdict
    assert quarter_state(gap_trend(CLOSING, MEASURE, BASELINE), CLOSING.periods[-1]) == QuarterState("closing", None)
    assert quarter_state(gap_trend(until(CLOSING, date(2024, 9, 30)), MEASURE, BASELINE), CLOSING.periods[2]) == QuarterState("cannot_tell_yet", None)


def pairs(first: int) -> list[tuple]:
    return list(zip(CLOSING.focus, CLOSING.reference, strict=True))[:first]


def test_a_report_that_did_not_come_or_is_not_due_stands_before_an_older_verdict():
    known = "200/400 300/400\n" * 5
    assert state_of(known).word
    assert state_of(f"{known}not_reported 300/400") == QuarterState(None, "not_reported")
    assert state_of(f"{known}not_due not_due") == QuarterState(None, "not_due")


def test_where_nobodys_numbers_of_the_quarter_have_come_it_is_not_due():
    early = gap_trend(until(CLOSING, date(2025, 6, 30)), MEASURE, BASELINE)
    assert quarter_state(early, CLOSING.periods[5]).word
    assert quarter_state(early, Q3) == QuarterState(None, "not_due")
    yearly = gap_trend(series_of("200/400 300/400", grain="year"), MEASURE, None)
    # The year that runs has not ended: its number is not behind.
    assert [quarter_state(yearly, quarter).word for quarter in (Q3, period_of(date(2025, 12, 1), "quarter"))] == ["cannot_tell_yet", None]


def test_mostly_hidden_periods_hide_the_verdict():
    known, hidden = "200/400 300/400\n", "hidden 300/400\n"
    assert state_of(known * 4 + hidden * 4).word
    assert state_of(known * 4 + hidden * 5) == QuarterState(None, "hidden")
    assert state_of("hidden_at_source 300/400") == QuarterState(None, "hidden")


def test_a_team_without_numbers_says_why():
    assert state_of("not_applicable 300/400") == QuarterState(None, "not_applicable")
    assert quarter_state(gap_trend(until(CLOSING, date(2023, 1, 1)), MEASURE, BASELINE), Q3) == QuarterState(None, "not_due")


def test_each_team_is_counted_once_and_cannot_tell_yet_by_itself():
    states = [QuarterState("closing", None), QuarterState("cannot_tell_yet", None), QuarterState("no_clear_change", None), QuarterState(None, "not_reported")]
    counts = roll_up([*states, QuarterState("closing", None)])
    assert tuple(counts) == ROLL
    assert {key: count for key, count in counts.items() if count} == {"closing": 2, "no_clear_change": 1, "cannot_tell_yet": 1, "not_reported": 1}
    assert QuarterState(None, None).key == "not_due"


def test_quarters_are_over_within_the_networks_time_and_have_numbers():
    assert [quarter.label for quarter in reviewed_quarters([CLOSING], NETWORK)] == [f"Q{place} 2024" for place in (1, 2, 3, 4)] + [
        "Q1 2025",
        "Q2 2025",
        "Q3 2025",
    ]
    assert reviewed_quarters([series_of("not_reported 300/400\nhidden hidden")], NETWORK) == ()
    assert reviewed_quarters([series_of("1/40 3/40", start=date(2023, 10, 1))], NETWORK) == ()
    assert [is_over(Q3, NETWORK), is_over(period_of(date(2025, 10, 1), "quarter"), NETWORK)] == [True, False]
    # The store is as of a day's end: on a quarter's last day it is over.
    assert [is_over(Q3, replace(NETWORK, as_of=day)) for day in (Q3.end - timedelta(days=1), Q3.end)] == [False, True]


def test_a_years_numbers_are_told_in_its_last_quarter_where_others_report_by_quarter():
    yearly = series_of("200/400 300/400", grain="year")
    assert [period.label for period in reviewed_quarters([yearly], NETWORK)] == ["2024"]
    later = series_of("hidden hidden", start=date(2025, 1, 1))
    assert [period.label for period in reviewed_quarters([yearly, later], NETWORK)] == ["Q4 2024"]


def test_a_team_is_a_member_of_every_quarter_in_which_it_was_for_a_day():
    assert was_member(team(), Q3)
    assert [was_member(team(joined=date(2025, 9, day)), Q3) for day in (29, 30)] == [True, True]
    assert not was_member(team(joined=date(2025, 10, 1)), Q3)
    assert [was_member(team(left=day), Q3) for day in (date(2025, 6, 30), date(2025, 7, 1))] == [False, True]


def test_a_decision_of_a_later_day_is_still_a_test():
    assert decision_then("adopt", date(2025, 9, 30), Q3.end) == "adopt"
    assert decision_then("adopt", date(2025, 10, 1), Q3.end) == "running"
    assert decision_then("adopt", None, Q3.end) == "undated"
    assert decision_then("running", None, Q3.end) == "running"


def test_changes_are_counted_in_the_quarter_in_which_they_were_decided():
    june, july, october = date(2025, 6, 30), date(2025, 7, 1), date(2025, 10, 1)
    changes = [
        ("adopt", june, july),
        ("adopt", june, june),
        ("abandon", july, october),
        ("running", june, None),
        ("adopt", october, october),
        ("adapt", june, None),
    ]
    assert decisions_in(changes, Q3) == {"adopt": 1, "running": 2, "undated": 1}
    assert decisions_in([], Q3) == {}


def test_only_teams_that_are_told_otherwise_have_moved():
    then = {"a": QuarterState("cannot_tell_yet", None), "b": QuarterState("closing", None)}
    now = {"a": QuarterState("closing", None), "b": QuarterState("closing", None), "c": QuarterState("widening", None)}
    assert moves(then, now) == [("a", then["a"], now["a"])]


def test_an_aim_is_told_as_it_stood():
    edits = [(9.0, date(2025, 3, 1)), (7.0, date(2025, 11, 1))]
    assert [stood_on(6.0, edits, day) for day in (date(2025, 2, 1), date(2025, 3, 1), Q3.end, date(2025, 11, 1))] == [9.0, 7.0, 7.0, 6.0]
