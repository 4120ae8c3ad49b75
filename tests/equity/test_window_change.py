from __future__ import annotations

from math import isnan, log, sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.counts import Count
from equity.window_change import Sides, window_change

UNHURRIED = settings(deadline=None, max_examples=60)

SHARES = st.integers(1, 300).flatmap(lambda n: st.builds(Count, st.integers(0, n), st.just(n)))
SIDES = st.builds(Sides, SHARES, SHARES)

# focus 40/100 -> 50/100, reference 60/100 -> 60/100
BEFORE, AFTER = Sides(Count(40, 100), Count(60, 100)), Sides(Count(50, 100), Count(60, 100))


def test_the_change_of_a_gap_is_the_difference_of_two_gaps():
    found = window_change(BEFORE, AFTER, favourable=True)
    # .60 - .40 and .60 - .50
    assert (found.before.estimate.value, found.after.estimate.value, found.change.estimate.value) == pytest.approx((0.2, 0.1, -0.1))
    # four variances p (1 - p) / 100: .24, .24, .25, .24
    assert found.change.standard_error == pytest.approx(sqrt(0.0097))
    assert found.change.z == pytest.approx(-0.1 / sqrt(0.0097))


def test_the_log_ratio_changes_by_the_ratio_of_ratios():
    found = window_change(BEFORE, AFTER, favourable=True).log_ratio_change
    # (60/50) / (60/40)
    assert found.estimate.value == pytest.approx(log((60 / 50) / (60 / 40)))
    assert found.standard_error == pytest.approx(sqrt(1 / 60 + 1 / 50 + 1 / 60 + 1 / 40 - 4 / 100))


def test_the_test_does_not_ask_which_way_is_better():
    found = window_change(BEFORE, AFTER, favourable=False).change
    assert found.p_value == pytest.approx(window_change(BEFORE, AFTER, favourable=True).change.p_value)


def test_without_an_event_there_is_no_ratio_but_a_gap():
    found = window_change(Sides(Count(0, 100), Count(60, 100)), AFTER, favourable=True)
    assert found.before.estimate.value == pytest.approx(0.6)
    assert isnan(found.log_ratio_change.estimate.value) and isnan(found.log_ratio_change.p_value)


def test_rates_of_0_and_100_percent_carry_no_error_to_test_with():
    sure = Sides(Count(0, 5), Count(5, 5))
    assert isnan(window_change(sure, sure, favourable=True).change.p_value)


@UNHURRIED
@given(SIDES, SIDES)
def test_polarity_turns_the_sign_alone(before, after):
    up, down = (window_change(before, after, favourable=flag).change for flag in (True, False))
    assert up.estimate.value == pytest.approx(-down.estimate.value)
    assert up.standard_error == pytest.approx(down.standard_error)


@UNHURRIED
@given(SIDES, SIDES)
def test_an_interval_holds_its_estimate(before, after):
    found = window_change(before, after, favourable=True)
    for one in (found.before, found.after, found.change):
        assert one.estimate.low <= one.estimate.value <= one.estimate.high
