from __future__ import annotations

from math import inf, isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.counts import HIDDEN_COUNT, Count
from equity.rates import SampleDesign
from equity.reliability import (
    NOTHING_KNOWN,
    PRESENT,
    REVIEW,
    SUPPRESS,
    UNRELIABLE,
    is_steady,
    proportion_reliability,
    proportion_standing,
    rate_reliability,
    rate_standing,
    reliability_of,
)
from tests.examples import ADVERSE, MEASURE, measure_like

UNHURRIED = settings(deadline=None, max_examples=60)


@pytest.mark.parametrize(
    ("count", "width", "relative", "complement", "expected"),
    [
        ("10/29", 0.2, 100, 100, SUPPRESS),
        ("10/30", 0.2, 100, 100, PRESENT),
        ("10/31", 0.2, 100, 100, PRESENT),
        ("50/100", 0.299, 100, 100, PRESENT),
        ("50/100", 0.30, 100, 100, SUPPRESS),
        ("50/100", 0.301, 100, 100, SUPPRESS),
        ("50/100", 0.06, 130, 100, PRESENT),
        ("50/100", 0.06, 131, 100, SUPPRESS),
        # narrow as it is, its width beside the rate does not matter
        ("5/1000", 0.05, 900, 100, PRESENT),
        ("5/1000", 0.051, 900, 100, SUPPRESS),
        ("0/1000", 0.004, inf, 1, REVIEW),
        ("1000/1000", 0.004, 1, inf, REVIEW),
        ("99/100", 0.06, 6, 130, PRESENT),
        ("99/100", 0.06, 6, 131, UNRELIABLE),
    ],
)
def test_the_standard_for_proportions_below_at_and_above_each_limit(count, width, relative, complement, expected):
    numerator, denominator = map(int, count.split("/"))
    standing, reason = proportion_standing(Count(numerator, denominator), width, relative, complement)
    assert standing == expected
    assert reason.endswith(".")


@pytest.mark.parametrize(
    ("count", "relative", "expected"),
    [
        (Count(9, 2410), 100, SUPPRESS),
        (Count(10, 2410), 100, PRESENT),
        (Count(11, 2410), 160, PRESENT),
        (Count(11, 2410), 161, SUPPRESS),
        (Count(12, 9), 100, SUPPRESS),
        (Count(12, 10), 100, PRESENT),
    ],
)
def test_the_standard_for_rates_below_at_and_above_each_limit(count, relative, expected):
    assert rate_standing(count, relative)[0] == expected


def test_a_proportion_carries_its_widths():
    found = proportion_reliability(Count(60, 100))
    # NCHS example: .4972 to .6967; width .1995; / .6 and / .4
    assert (found.low, found.high) == pytest.approx((0.4972, 0.6967), abs=5e-5)
    assert (found.width, found.relative, found.complement) == pytest.approx((0.1995, 33.25, 49.87), rel=1e-3)
    # sqrt(.6 x .4 / 100) / .6
    assert found.error == pytest.approx(100 * 0.0024**0.5 / 0.6)


def test_without_events_there_is_no_relative_error_and_the_width_has_no_end():
    proportion, rate = proportion_reliability(Count(0, 40)), rate_reliability(Count(0, 40))
    assert isnan(proportion.error) and isnan(rate.error)
    assert proportion.relative == rate.relative == inf
    assert proportion.standing == rate.standing == SUPPRESS


def test_everybody_is_reviewed():
    assert proportion_reliability(Count(1000, 1000)).reason == "Everybody has the event."


def test_what_is_not_known_or_no_rate_is_suppressed_with_its_reason():
    assert reliability_of(HIDDEN_COUNT, MEASURE) is reliability_of(Count(3, 5), measure_like(number="count")) is NOTHING_KNOWN


@UNHURRIED
@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.sampled_from([MEASURE, measure_like(**ADVERSE)]))
def test_any_counts_have_a_standing_and_limits_around_the_rate(pair, measure):
    found = reliability_of(Count(*pair), measure)
    assert found.standing in (PRESENT, REVIEW, UNRELIABLE, SUPPRESS)
    assert found.low <= pair[0] / pair[1] <= found.high


@given(st.integers(1, 400).flatmap(lambda people: st.tuples(st.integers(0, people), st.just(people))), st.sampled_from([MEASURE, measure_like(**ADVERSE)]))
def test_the_quick_answer_is_that_of_the_standard(pair, measure):
    count = Count(*pair)
    assert is_steady(count, measure) == (reliability_of(count, measure).standing != SUPPRESS)


@pytest.mark.parametrize("count", [HIDDEN_COUNT, Count(0, 0), Count(3, 5)])
def test_what_is_not_known_or_too_few_is_not_steady(count):
    assert not is_steady(count, MEASURE)


@pytest.mark.parametrize(("effect", "standing"), [(1.0, PRESENT), (1.3, PRESENT), (10 / 3 - 0.01, SUPPRESS), (3.34, SUPPRESS)])
def test_a_design_effect_makes_a_sample_worth_fewer_people(effect, standing):
    # 100 people; from an effect of 3.33 on they are worth fewer than 30, and before that the interval is too wide
    found = proportion_reliability(Count(50, 100), SampleDesign(effect))
    assert found.standing == standing
    assert ("worth fewer than 30" in found.reason) == (effect > 10 / 3)
    assert found.error == pytest.approx(10 * effect**0.5)


@pytest.mark.parametrize(("freedom", "standing"), [(7, REVIEW), (8, PRESENT), (9, PRESENT), (None, PRESENT)])
def test_a_sample_of_few_clusters_is_looked_at_by_a_statistician(freedom, standing):
    found = proportion_reliability(Count(500, 1000), SampleDesign(1.0, freedom))
    assert found.standing == standing
    assert ("degrees of freedom" in found.reason) == (standing == REVIEW)
