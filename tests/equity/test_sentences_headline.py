"""The finding in words; the words themselves are the expected values."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from equity.catalogue import Measure
from equity.rates import Estimate
from equity.sentences import (
    Sentence,
    headline,
    how_sure,
    lead_title,
    unpooled_headline,
    who_moved,
)
from equity.trend import gap_trend
from tests.examples import BASELINE, MEASURE, measure_like, names_for, series_of, straight_trend
from tests.told import LOWER, TRENDS

FIRST = "Between Black patients and all other patients"


def told(case, **changes):
    trend = replace(TRENDS[case], **changes)
    return headline(trend, names_for(trend))


@pytest.mark.parametrize(
    ("case", "lead", "rest"),
    [
        (
            "closing",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 12.7 to 8.0 percentage points since the baseline year. Both groups got better, Black patients most.",
        ),
        (
            "closing, lower is better",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 10.3 to 4.0 percentage points since the baseline year. Both groups got better, Black patients most.",
        ),
        (
            "closing, neutral",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 9.9 to 2.0 percentage points since the baseline year. "
            "The rate went down for Black patients and the rate stayed level for all other patients.",
        ),
        (
            "closing, ratio",
            "The blood pressure gap is closing.",
            f"{FIRST} the ratio fell from 1.88 to 1.43 times since the baseline year. Both groups got better, Black patients most.",
        ),
        (
            "closing, ratio grows",
            "The blood pressure gap is closing.",
            f"{FIRST} it fell from 9.1 to 6.0 percentage points since the baseline year. Both groups got better, Black patients most. "
            "As a ratio it grew, from 2.05 to 2.50 times.",
        ),
        (
            "closing, crossed",
            "The blood pressure gap is closing and has crossed zero.",
            f"{FIRST} it moved from 10.9 to −4.0 percentage points since the baseline year. Black patients were worse off before and are better off now. "
            "Both groups got better, Black patients most.",
        ),
        (
            "closing, focus better off",
            "The blood pressure gap is closing.",
            f"{FIRST} it moved from −17.2 to −7.0 percentage points since the baseline year. Black patients are better off here. "
            "Black patients got worse and all other patients got better.",
        ),
        (
            "widening",
            "The blood pressure gap is widening.",
            f"{FIRST} it grew from 15.7 to 22.0 percentage points since the baseline year. Black patients got worse and all other patients got better.",
        ),
        (
            "levelled down",
            "The blood pressure gap was levelled down.",
            f"{FIRST} it went from 12.1 to 5.0 percentage points since the baseline year. But all other patients got worse by 6.3 points. "
            "This does not count as closing.",
        ),
        (
            "no clear change",
            "The blood pressure gap shows no clear change.",
            f"{FIRST} it was 14.0 points in the baseline year and 14.0 points in Q4 2025. A change of 5 points would likely have shown.",
        ),
        (
            "no clear change, crossed",
            "The blood pressure gap shows no clear change, and its trend line crosses zero.",
            f"{FIRST} it was 6.5 points in the baseline year and −10.0 points in Q4 2025. Black patients were worse off before and are better off now. "
            "The gap is about as wide as it was.",
        ),
        (
            "cannot tell, soon",
            "We cannot tell yet whether the blood pressure gap is closing.",
            f"{FIRST} it was 14.4 points in the baseline year and 16.0 points in Q4 2025. A change would have to reach 8.3 points to stand out. "
            "With 13 more quarters like the last one, a change of 5 points would show.",
        ),
        (
            "one point",
            "We cannot tell yet whether the blood pressure gap is closing.",
            f"{FIRST} it was 14.0 points in Q1 2024. One quarter has numbers for both groups, and a verdict needs four. "
            "With six more quarters like the last one, a change of 5 points would show.",
        ),
    ],
)
def test_headlines(case, lead, rest):
    assert told(case) == Sentence(lead, rest)


@pytest.mark.parametrize("case", TRENDS)
def test_a_lead_is_one_sentence_with_at_most_two_numbers(case):
    lead = told(case).lead
    assert lead.count(".") == 1 and len(re.findall(r"\d+", lead)) <= 2


@pytest.mark.parametrize("case", [case for case in TRENDS if ", crossed" in case])
def test_a_gap_that_crossed_says_so_in_the_lead(case):
    assert "cross" in told(case).lead


def test_a_gap_that_ends_at_nought_did_not_cross():
    said = told("closing to no gap")
    assert "cross" not in said.text and "from 11.8 percentage points to no gap" in said.rest


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("widening, ratio shrinks", "As a ratio it fell, from 2.12 to 1.71 times."),
        ("levelled down, difference grows", "As a difference it grew, from 6.9 to 10.0 percentage points."),
    ],
)
def test_the_other_scale_is_told_where_it_points_the_other_way(case, words):
    assert told(case).rest.endswith(words)


def test_the_other_scale_below_its_middle_has_no_fall_and_no_growth():
    trend = straight_trend((0.10, 0.04), (0.20, 0.10), **LOWER | {"meaningful_change": 3})
    # difference -10 to -6, ratio .5 to .4
    assert headline(trend, names_for(trend)).rest.endswith("As a ratio it moved the other way, from 0.49 to 0.40 times.")


def test_an_other_scale_that_reads_the_same_is_left_out():
    trend = TRENDS["closing, ratio grows"]
    same = replace(trend, baseline_ratio=Estimate(2.4999, 2, 3))
    assert "As a ratio" not in headline(same, names_for(same)).rest


@pytest.mark.parametrize(
    ("table", "lead", "rest"),
    [
        ("hidden hidden", "The blood pressure gap is hidden.", "Too few patients were counted to show Black patients beside all other patients."),
        (
            "5/10 hidden_at_source\n not_due not_due",
            "The blood pressure gap is hidden.",
            "Too few patients were counted to show Black patients beside all other patients.",
        ),
        ("not_reported not_due", "There is no blood pressure gap to show yet.", "Reports were due and did not come."),
        ("not_due not_due", "The blood pressure gap is not due yet.", "The time to report has not come yet."),
        ("", "The blood pressure gap is not due yet.", "The time to report has not come yet."),
        ("0/0 5/10", "There is no blood pressure gap to show here.", "It does not apply to one of the two groups."),
    ],
)
def test_without_a_gap_the_reason_is_the_headline(table, lead, rest):
    trend = gap_trend(series_of(table), MEASURE, BASELINE)
    names = names_for(trend)
    assert headline(trend, names) == Sentence(lead, rest)
    assert lead_title(trend, names) == lead.rstrip(".")
    assert who_moved(trend, names) == how_sure(trend) == "There is nothing to judge yet."


def test_a_measure_that_teams_chose_for_themselves_has_no_gap_of_the_network():
    said = unpooled_headline(names_for(TRENDS["closing"]))
    assert said.lead == "The network has no blood pressure gap of its own."
    assert said.rest == "Teams chose this measure for themselves, so their numbers are not put together. Each team's gap stands below."


@pytest.mark.parametrize(
    ("table", "measure", "said"),
    [
        ("70/100 65/100\n" * 3, MEASURE, "Below zero means that Black patients are better off."),
        ("65/100 70/100\n" * 3, MEASURE, ""),
        ("65/100 65/100\n" * 3, MEASURE, ""),
        ("12/1000 24/1000\n" * 3, measure_like(scale="ratio", improvement_direction="lower"), "Below 1 means that Black patients are better off."),
        ("70/100 65/100\n" * 3, measure_like(improvement_direction="neutral"), ""),
    ],
)
def test_a_number_below_no_gap_is_explained(table: str, measure: Measure, said: str) -> None:
    trend = gap_trend(series_of(table), measure, None)
    told = headline(trend, names_for(trend)).rest
    assert ("Below" in told, said in told) == (bool(said), True)
