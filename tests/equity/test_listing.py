from __future__ import annotations

from math import inf, nan

import pytest

from equity.blanks import WORDS
from equity.counts import Count
from equity.listing import (
    TREND_HEAD,
    Listing,
    count_blank,
    groups_listing,
    interval,
    maturity_listing,
    rounded,
    share_listing,
    team_trends_listing,
    three,
    trend_listing,
    with_notes,
)
from equity.maturity_profile import DomainProfile, MaturityProfile
from equity.pairwise import every_group_against
from equity.periods import periods_between
from equity.rates import NOT_COMPUTABLE, Estimate
from equity.trend import gap_trend
from tests.examples import BASELINE, MEASURE, START, series_of

TREND = gap_trend(series_of("52/100 132/200\n hidden 132/200\n 100/100 200/200"), MEASURE, BASELINE)
QUARTERS = tuple(periods_between(START, START.replace(month=6), "quarter"))
HIDDEN = Count(None, None, "hidden")


def records(listing):
    """Rows by column name."""
    return [dict(zip(listing.head, row, strict=True)) for row in listing.rows]


@pytest.mark.parametrize(("value", "written"), [(66.66666, 66.6667), (-0.00004, 0), (nan, None), (inf, None), (-inf, None)])
def test_a_file_has_four_decimals_and_no_number_that_is_none(value, written):
    assert rounded(value) == written


def test_an_estimate_takes_three_columns():
    assert interval("gap") == ("gap", "gap_low_95", "gap_high_95")
    assert three(Estimate(1.23456, 0, inf)) == (1.2346, 0, None)
    assert three(NOT_COMPUTABLE) == (None, None, None)


def test_a_row_has_both_groups_both_gaps_and_their_intervals():
    first = records(trend_listing(TREND))[0]
    assert (first["period_start"], first["period_end"], first["period"]) == ("2024-01-01", "2024-03-31", "Q1 2024")
    assert (first["focus_numerator"], first["focus_denominator"], first["focus_rate"]) == (52, 100, 52)
    assert (first["reference_numerator"], first["reference_denominator"], first["reference_rate"]) == (132, 200, 66)
    # 66 - 52; 48/100 over 68/200
    assert (first["gap"], first["ratio"]) == (14, pytest.approx(0.48 / 0.34, abs=1e-4))
    assert first["gap_low_95"] < 14 < first["gap_high_95"]
    assert (first["teams"], first["blank"]) == (1, "")


def test_a_row_without_a_gap_keeps_what_is_known_and_says_why():
    second = records(trend_listing(TREND))[1]
    assert (second["focus_numerator"], second["focus_rate"], second["gap"], second["ratio"]) == (None,) * 4
    assert (second["reference_numerator"], second["reference_rate"]) == (132, 66)
    assert second["blank"] == "hidden"


def test_each_side_of_a_gap_says_whether_it_is_steady_and_why_it_is_missing():
    trend = gap_trend(series_of("52/100 132/200\n hidden 132/200\n 2/11 0/200"), MEASURE, None)
    flags = ("focus_steady", "focus_blank", "reference_steady", "reference_blank")
    assert [tuple(row[flag] for flag in flags) for row in records(trend_listing(trend))] == [
        ("yes", "", "yes", ""),
        (None, "hidden", "yes", ""),
        ("no", "", "yes", "zero events"),
    ]


def test_a_ratio_of_two_zeros_is_empty_beside_a_gap_of_nought():
    third = records(trend_listing(TREND))[2]
    assert (third["gap"], third["ratio"], third["blank"]) == (0, None, "")


def test_teams_are_those_behind_the_larger_side():
    series = series_of("52/100 66/100")
    point = gap_trend(type(series)(series.periods, (Count(52, 100, None, 3),), (Count(66, 100, None, 5),)), MEASURE, None)
    assert records(trend_listing(point))[0]["teams"] == 5


def test_a_file_of_many_teams_names_each_and_its_verdict():
    listing = team_trends_listing(
        {"b": TREND, "a": gap_trend(series_of("not_due not_due"), MEASURE, None)}, {"a": "Ash", "b": "Birch"}, {"a": "black", "b": "hispanic"}
    )
    rows = records(listing)
    assert [(row["team_id"], row["team"], row["period"], row["verdict"], row["blank"]) for row in rows] == [
        ("b", "Birch", "Q1 2024", "cannot_tell_yet", ""),
        ("b", "Birch", "Q2 2024", "cannot_tell_yet", "hidden"),
        ("b", "Birch", "Q3 2024", "cannot_tell_yet", ""),
        ("a", "Ash", "Q1 2024", "cannot_tell_yet", "not due"),
    ]
    assert [row["focus_group"] for row in rows] == ["hispanic"] * 3 + ["black"]
    assert listing.head == ("team_id", "team", "focus_group", *TREND_HEAD[:-2], "verdict", "blank")


@pytest.mark.parametrize(
    ("count", "word"),
    [
        (Count(3, 40), ""),
        (Count(0, 40), "zero events"),
        (Count(0, 0), ""),
        (HIDDEN, "hidden"),
        (Count(None, 40, "hidden_at_source"), "hidden"),
        (Count(None, None, "not_due"), WORDS["not_due"]),
    ],
)
def test_a_count_says_why_it_is_not_there_and_that_none_happened(count, word):
    assert count_blank(count) == word


def test_a_file_of_shares_has_a_row_for_every_team_and_period():
    listing = share_listing(
        QUARTERS, {"network": [Count(7, 100), Count(0, 90)], "b": [HIDDEN, Count(None, None, "not_due")]}, {"network": "Network", "b": "Birch"}
    )
    assert [tuple(row.values()) for row in records(listing)] == [
        ("network", "Network", "2024-01-01", "Q1 2024", 7, 100, "100", 7.0, ""),
        ("network", "Network", "2024-04-01", "Q2 2024", 0, 90, "90", 0.0, "zero events"),
        ("b", "Birch", "2024-01-01", "Q1 2024", None, None, "", None, "hidden"),
        ("b", "Birch", "2024-04-01", "Q2 2024", None, None, "", None, "not due"),
    ]


def test_a_file_of_groups_has_each_then_and_now():
    rows = records(groups_listing([("Black", Count(52, 100), HIDDEN)], MEASURE, {}))
    assert [(row["group"], row["when"], row["numerator"], row["denominator"], row["rate"], row["blank"]) for row in rows] == [
        ("Black", "then", 52, 100, 52, ""),
        ("Black", "now", None, None, None, "hidden"),
    ]
    assert rows[0]["rate_low_95"] < 52 < rows[0]["rate_high_95"]
    assert [row["steady"] for row in rows] == ["yes", None]
    assert records(groups_listing([("Black", Count(12, 29), HIDDEN)], MEASURE, {}))[0]["steady"] == "no"


def test_a_file_of_groups_says_how_each_stands_now_beside_its_reference():
    pairs = every_group_against({"Black": Count(40, 80), "Asian": HIDDEN}, Count(150, 200), MEASURE)
    then, now, *asian = records(groups_listing([("Black", Count(1, 2), Count(40, 80)), ("Asian", HIDDEN, HIDDEN)], MEASURE, pairs))
    assert (now["rate_difference"], now["standing"], now["people_to_reach"]) == (25, "worse", 20)
    assert now["rate_difference_low_95"] < 25 < now["rate_difference_high_95"]
    assert {row["standing"] for row in (then, *asian)} == {None}


def test_a_file_of_maturity_has_each_domain_with_its_teams_by_level():
    domains = (DomainProfile("data", "Data", 2, 3, (1, 2, 0), (0, 1, 2), 2, 0), DomainProfile("law", "Law", None, 1, (0, 0, 0), (3, 0, 0), 0, 0))
    listing = maturity_listing("Path", "2", MaturityProfile(domains, (1, 2, 3), 3, None, None))
    assert listing.head[5:] == ("teams_level_1_now", "teams_level_2_now", "teams_level_3_now", "teams_up", "teams_down")
    assert listing.rows == (("Path", "2", "Data", 2, 3, 0, 1, 2, 2, 0), ("Path", "2", "Law", None, 1, 3, 0, 0, 0, 0))


@pytest.mark.parametrize(
    "listing",
    [trend_listing(gap_trend(series_of(""), MEASURE, None)), team_trends_listing({}, {}, {}), share_listing((), {}, {}), groups_listing([], MEASURE, {})],
)
def test_a_file_of_nothing_has_its_head_alone(listing):
    assert listing.rows == () and len(set(listing.head)) == len(listing.head)


def test_every_row_says_what_the_file_is_of():
    listing = Listing(("team",), (("a",), ("b",))).among([("load", 7), ("data", "reported")])
    assert listing == Listing(("team", "load", "data"), (("a", 7, "reported"), ("b", 7, "reported")))


def test_a_file_has_the_notes_on_each_row_in_words():
    listing = with_notes(Listing(("period",), (("Q1",), ("Q2",))), {1: ("Note a: Flood", "Note b: New system")})
    assert listing == Listing(("period", "notes"), (("Q1", ""), ("Q2", "Note a: Flood | Note b: New system")))
