from __future__ import annotations

from math import isnan

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import stats

from equity.comparison_tests import exact_p_value, omnibus_test, pooled_p_value
from equity.counts import HIDDEN_COUNT, Count
from tests import naive_comparison as naive

UNHURRIED = settings(deadline=None, max_examples=60)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    denominator = draw(st.integers(1, 200))
    return Count(draw(st.integers(0, denominator)), denominator)


@UNHURRIED
@given(counts(), counts())
@example(Count(3, 3), Count(0, 5))
def test_the_exact_p_value_agrees_with_its_naive_twin(first, second):
    expected = naive.fisher(first.numerator, first.denominator, second.numerator, second.denominator)
    assert exact_p_value(first, second, "proportion") == pytest.approx(expected, rel=1e-9)


@UNHURRIED
@given(counts(), counts())
def test_the_exact_p_value_of_rates_agrees_with_its_naive_twin(first, second):
    share = first.denominator / (first.denominator + second.denominator)
    expected = naive.binomial_two_sided(first.numerator, first.numerator + second.numerator, share)
    assert exact_p_value(first, second, "rate") == pytest.approx(expected, rel=1e-8)


def test_far_tails_are_no_nought():
    # scipy: 4.587e-23 for 389/745 against 1871/2602
    assert exact_p_value(Count(389, 745), Count(1871, 2602), "proportion") == pytest.approx(4.58746111897e-23, rel=1e-9)


@UNHURRIED
@given(counts(), counts(), st.sampled_from(["proportion", "rate"]))
def test_equal_rates_give_a_p_value_of_1_and_none_is_outside_0_to_1(first, second, number):
    assert 0 <= pooled_p_value(first, second, number) <= 1
    assert 0 <= exact_p_value(first, second, number) <= 1
    assert pooled_p_value(first, first, number) == 1


@pytest.mark.parametrize("events", [0, 10])
def test_nobody_and_everybody_speak_for_no_difference(events):
    assert pooled_p_value(Count(events, 10), Count(events, 10), "proportion") == 1
    assert omnibus_test([Count(events, 10), Count(events, 10)], "proportion") == omnibus_test([Count(events, 10), Count(events, 10)], "proportion")
    assert omnibus_test([Count(events, 10), Count(events, 10)], "proportion").p_value == 1


CELLS = [(30, 40), (50, 80), (12, 60), (9, 10)]


def test_the_omnibus_test_agrees_with_its_naive_twin_and_with_scipy():
    found = omnibus_test([Count(*cell) for cell in CELLS], "proportion")
    assert found.statistic == pytest.approx(naive.chi_square(CELLS))
    assert found.freedom == 3
    assert found.p_value == pytest.approx(stats.chi2_contingency([[x, n - x] for x, n in CELLS], correction=False).pvalue)


def test_two_groups_have_the_p_value_of_their_pair():
    assert omnibus_test([Count(30, 40), Count(50, 80)], "proportion").p_value == pytest.approx(pooled_p_value(Count(30, 40), Count(50, 80), "proportion"))


def test_of_rates_the_expected_events_are_those_of_the_time_at_risk():
    # 10 and 20 events in 100 each: expected 15; 25/15 + 25/15
    assert omnibus_test([Count(10, 100), Count(20, 100)], "rate").statistic == pytest.approx(50 / 15)


def test_fewer_than_two_known_groups_allow_no_test():
    found = omnibus_test([Count(3, 10), HIDDEN_COUNT], "proportion")
    assert isnan(found.p_value) and isnan(found.statistic)
