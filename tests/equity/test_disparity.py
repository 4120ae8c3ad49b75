from __future__ import annotations

from math import inf, isnan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.counts import HIDDEN_COUNT, Band, Count
from equity.disparity import adverse_ratio, gap_estimate, is_rough, rate_difference, rate_ratio, score_of_ratio, worse_sign
from equity.rates import NOT_COMPUTABLE, Z95, byar_interval, rate_estimate
from tests import naive
from tests.examples import ADVERSE, MEASURE, measure_like

RATE = measure_like(**ADVERSE)
LOWER = measure_like(improvement_direction="lower")


@st.composite
def counts(draw: st.DrawFn, lowest: int = 0) -> Count:
    denominator = draw(st.integers(max(1, lowest), 5000))
    return Count(draw(st.integers(lowest, denominator)), denominator)


@given(counts(), counts())
def test_newcombe_agrees_with_its_naive_twin_and_holds_the_estimate(focus, reference):
    found = rate_difference(rate_estimate(focus, MEASURE), rate_estimate(reference, MEASURE))
    low, high = naive.newcombe(focus.numerator, focus.denominator, reference.numerator, reference.denominator)
    assert (found.low, found.high) == pytest.approx((100 * low, 100 * high), abs=1e-4)
    assert -100 - 1e-9 <= found.low <= found.value <= found.high <= 100 + 1e-9


def test_the_difference_of_two_rates_takes_each_ones_distance_to_its_limits():
    # 4/1000 - 9/1000; MOVER: sqrt((4 - l1)^2 + (u2 - 9)^2) below, sqrt((u1 - 4)^2 + (9 - l2)^2) above
    found = rate_difference(rate_estimate(Count(4, 1000), RATE), rate_estimate(Count(9, 1000), RATE))
    (low1, high1), (low2, high2) = byar_interval(4, 1), byar_interval(9, 1)
    assert found.value == pytest.approx(4 - 9)
    assert found.low == pytest.approx(-5 - sqrt((4 - low1) ** 2 + (high2 - 9) ** 2))
    assert found.high == pytest.approx(-5 + sqrt((high1 - 4) ** 2 + (9 - low2) ** 2))


@given(counts(lowest=1), counts(lowest=1))
def test_katz_agrees_with_its_naive_twin_where_no_count_is_zero_or_everyone(focus, reference):
    found = rate_ratio(focus, reference, "proportion")
    if focus.numerator == focus.denominator or reference.numerator == reference.denominator:
        # Katz would take the group at 100 % for certain: the score interval does not.
        assert found.low < found.value < found.high
    else:
        expected = naive.katz(focus.numerator, focus.denominator, reference.numerator, reference.denominator)
        assert (found.low, found.high) == pytest.approx(expected)


def test_a_group_at_100_percent_is_not_taken_for_certain():
    # 20 of 20 against 57 of 60: Katz has log 1.0526 +- 1.96 x sqrt(1/57 - 1/60), from 0.994; the score interval reaches to 0.879.
    found = rate_ratio(Count(20, 20), Count(57, 60), "proportion")
    assert (found.low, found.high) == pytest.approx((0.8793, 1.1598), abs=5e-5)


@given(counts(), counts(), st.sampled_from(["proportion", "rate"]))
def test_a_ratio_never_crashes_and_its_interval_holds_it(focus, reference, number):
    found = rate_ratio(focus, reference, number)
    if focus.numerator == reference.numerator == 0:
        assert found is NOT_COMPUTABLE
    else:
        assert 0 <= found.low <= found.value <= found.high


@given(counts(), counts(), st.sampled_from([MEASURE, LOWER, RATE, measure_like(number="rate"), measure_like(improvement_direction="neutral")]))
def test_gap_and_ratio_agree_on_who_is_worse_off(focus, reference, measure):
    sign = worse_sign(measure)
    gap = gap_estimate(rate_estimate(focus, measure), rate_estimate(reference, measure), sign)
    ratio = adverse_ratio(focus, reference, measure, sign)
    if not isnan(ratio.value) and abs(gap.value) > 1e-9:
        assert (gap.value > 0) == (ratio.value > 1)


@given(counts(), counts())
def test_turning_the_polarity_turns_the_gap_round(focus, reference):
    rates = rate_estimate(focus, MEASURE), rate_estimate(reference, MEASURE)
    assert gap_estimate(*rates, worse_sign(MEASURE)) == gap_estimate(*rates, worse_sign(LOWER)).times(-1)


def test_a_favourable_measure_is_compared_by_those_without_the_event():
    # (1 - 52/100) / (1 - 66/100) = 48/34
    assert adverse_ratio(Count(52, 100), Count(66, 100), MEASURE, -1).value == pytest.approx(48 / 34)


def test_a_neutral_measure_turned_round_has_the_inverse_ratio():
    neutral = measure_like(improvement_direction="neutral")
    assert adverse_ratio(Count(10, 100), Count(20, 100), neutral, 1).value == pytest.approx(0.5)
    assert adverse_ratio(Count(10, 100), Count(20, 100), neutral, -1).value == pytest.approx(2)


def test_a_rate_that_should_rise_is_compared_by_its_inverse():
    higher = measure_like(number="rate")
    assert adverse_ratio(Count(10, 100), Count(0, 100), higher, -1).value == 0
    assert adverse_ratio(Count(0, 100), Count(10, 100), higher, -1).value == inf


@pytest.mark.parametrize("number", ["proportion", "rate"])
def test_a_count_of_zero_gets_score_limits(number):
    below = rate_ratio(Count(0, 100), Count(10, 100), number)
    above = rate_ratio(Count(10, 100), Count(0, 100), number)
    assert (below.value, below.low) == (0, 0)
    assert (above.value, above.high) == (inf, inf)
    # Mirror images: the one's finite limit is the other's inverse.
    assert above.low == pytest.approx(1 / below.high, rel=1e-6)


def test_the_score_limit_lies_where_the_score_is_just_rejected():
    high = rate_ratio(Count(0, 40), Count(9, 120), "proportion").high
    assert score_of_ratio(Count(0, 40), Count(9, 120), high) == pytest.approx(-Z95, abs=1e-6)


def test_two_groups_at_one_hundred_percent_are_not_known_exactly():
    found = rate_ratio(Count(20, 20), Count(30, 30), "proportion")
    assert found.value == 1
    assert found.low < 0.9 and found.high > 1.1


def test_a_score_without_any_spread_is_nought():
    assert score_of_ratio(Count(20, 20), Count(30, 30), 1.0) == 0


@pytest.mark.parametrize(("focus", "reference"), [(HIDDEN_COUNT, Count(1, 10)), (Count(1, 10), Count(0, 0))])
def test_what_is_not_known_gives_nan_never_news(focus, reference):
    assert not rate_ratio(focus, reference, "proportion").known
    assert not adverse_ratio(focus, reference, MEASURE, -1).known
    assert not rate_difference(rate_estimate(focus, MEASURE), rate_estimate(reference, MEASURE)).known


def told(percent: float, places: int = 0) -> Count:
    """A rounded percent of 1,000 to 1,999 people."""
    return Count(10 * percent, 1_000, None, 1, Band(1_000, 1_999, places))


@pytest.mark.parametrize(
    ("count", "rough"),
    [
        (told(2), True),
        (told(4), True),
        (told(5), False),
        (told(50), False),
        (told(0), False),
        (told(0.6, 1), False),
        (told(0.4, 1), True),
        (Count(2, 1_000), False),
    ],
)
def test_a_rate_is_rough_where_half_a_step_is_more_than_a_tenth_of_it(count: Count, rough: bool) -> None:
    assert is_rough(count, 100) is rough


def test_a_rough_rate_makes_no_ratio_and_the_bad_event_is_what_counts() -> None:
    lower, higher = measure_like(improvement_direction="lower"), measure_like(improvement_direction="higher")
    assert not adverse_ratio(told(2), told(10), lower, 1).known
    assert adverse_ratio(told(20), told(10), lower, 1).value == pytest.approx(2)
    # 97 % with the good event are 3 % without it.
    assert not adverse_ratio(told(90), told(97), higher, -1).known
    assert adverse_ratio(told(80), told(90), higher, -1).value == pytest.approx(2)
    assert adverse_ratio(told(2), told(90), higher, -1).known
