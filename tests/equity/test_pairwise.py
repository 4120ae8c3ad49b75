from __future__ import annotations

from math import inf, isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.counts import HIDDEN_COUNT, Count
from equity.pairwise import BETTER, NOT_KNOWN, SAME, UNKNOWN_PAIR, WORSE, compared, every_group_against, relative_difference, standing_of
from tests.examples import ADVERSE, MEASURE, measure_like

LOWER = measure_like(improvement_direction="lower")
RATE = measure_like(**ADVERSE)
UNHURRIED = settings(deadline=None, max_examples=60)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    denominator = draw(st.integers(1, 3000))
    return Count(draw(st.integers(0, denominator)), denominator)


def flipped(count: Count) -> Count:
    return Count(count.denominator - count.numerator, count.denominator)


@UNHURRIED
@given(counts(), counts())
def test_counting_the_opposite_event_says_the_same(group, reference):
    one, other = compared(group, reference, MEASURE), compared(flipped(group), flipped(reference), LOWER)
    assert (one.gap.value, one.gap.low, one.gap.high) == pytest.approx((other.gap.value, other.gap.low, other.gap.high), abs=1e-7)
    assert one.p_value == pytest.approx(other.p_value, rel=1e-6)
    assert one.to_reach == other.to_reach
    assert one.bad_ratio.value == pytest.approx(other.bad_ratio.value, nan_ok=True)


@UNHURRIED
@given(counts(), counts(), st.sampled_from([MEASURE, LOWER, RATE]))
def test_any_counts_are_answered_and_people_to_reach_follow_the_gap(group, reference, measure):
    pair = compared(group, reference, measure)
    assert pair.standing in (WORSE, BETTER, SAME)
    assert pair.excess.value == pytest.approx(group.denominator * pair.gap.value / measure.multiplier)
    assert pair.to_reach >= 0
    assert (pair.to_reach > 0) is (pair.gap.value * group.denominator / measure.multiplier > 1e-9)


def test_a_group_beside_its_reference_by_hand():
    # 40/80 against 150/200: 75 - 50 = 25 points; .75/.5; (1 - .5)/(1 - .75); 80 x .25 = 20 people; (50 - 75)/75
    pair = compared(Count(40, 80), Count(150, 200), MEASURE)
    assert (pair.gap.value, pair.ratio.value, pair.bad_ratio.value, pair.to_reach) == pytest.approx((25, 1.5, 2, 20))
    assert (pair.relative, pair.relative_complement, pair.standing) == (pytest.approx(-100 / 3), pytest.approx(100), WORSE)


def test_a_family_is_adjusted_together_and_the_unknown_is_not_counted():
    pairs = every_group_against({"a": Count(40, 80), "b": HIDDEN_COUNT, "c": Count(70, 100)}, Count(150, 200), MEASURE)
    assert pairs["b"] is not None and pairs["b"].standing == NOT_KNOWN
    assert isnan(pairs["b"].p_holm)
    # two tests: the smaller p-value is doubled
    assert pairs["a"].p_holm == pytest.approx(2 * pairs["a"].p_value)
    assert pairs["c"].p_holm == pairs["c"].p_screened == pytest.approx(pairs["c"].p_value)


@pytest.mark.parametrize(
    ("group", "reference", "measure"),
    [
        (HIDDEN_COUNT, Count(1, 2), MEASURE),
        (Count(1, 2), HIDDEN_COUNT, MEASURE),
        (Count(0, 0), Count(1, 2), MEASURE),
        (Count(1, 2), Count(1, 2), measure_like(number="count")),
    ],
)
def test_what_is_not_known_is_not_compared(group, reference, measure):
    assert compared(group, reference, measure) is UNKNOWN_PAIR


@pytest.mark.parametrize(
    ("gap", "p_value", "relatives", "expected"),
    [
        (1, 0.049, (10,), WORSE),
        (1, 0.05, (10,), WORSE),
        (1, 0.051, (10,), SAME),
        (1, 0.01, (9.9, 2), SAME),
        (1, 0.01, (-10, 2), WORSE),
        (1, 0.01, (2, 10.1), WORSE),
        (-1, 0.01, (2, 10.1), BETTER),
    ],
)
def test_the_double_criterion_below_at_and_above(gap, p_value, relatives, expected):
    assert standing_of(gap, p_value, *relatives) == expected


def test_a_reference_rate_of_nought_has_no_percent():
    assert relative_difference(Count(1, 10), Count(0, 10)) == inf
    assert isnan(relative_difference(Count(0, 10), Count(0, 10)))
