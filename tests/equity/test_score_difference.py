from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from equity.counts import Count
from equity.score_difference import likeliest_second_share, score_difference_interval, score_of_difference, simple_difference_interval
from tests import naive_comparison as naive

EDGES = 1e-9
UNHURRIED = settings(deadline=None, max_examples=60)


@st.composite
def counts(draw: st.DrawFn) -> Count:
    denominator = draw(st.integers(1, 400))
    return Count(draw(st.integers(0, denominator)), denominator)


def test_the_published_example_is_met():
    # 56/70 - 48/80: .0528 to .3382 (measures.md section 6, row 15)
    assert score_difference_interval(Count(56, 70), Count(48, 80)) == pytest.approx((0.0528, 0.3382), abs=6e-5)


@UNHURRIED
@given(counts(), counts())
@example(Count(0, 1), Count(1, 1))
@example(Count(7, 7), Count(0, 3))
@example(Count(0, 20), Count(0, 10))
@example(Count(20, 20), Count(10, 10))
def test_the_interval_holds_the_difference_and_turns_with_the_groups(first, second):
    low, high = score_difference_interval(first, second)
    share = first.numerator / first.denominator - second.numerator / second.denominator
    assert -1 <= low <= share + EDGES
    assert share - EDGES <= high <= 1
    assert score_difference_interval(second, first) == pytest.approx((-high, -low), abs=1e-7)


@UNHURRIED
@given(counts(), counts(), st.floats(-0.95, 0.95))
def test_the_likeliest_share_agrees_with_its_naive_twin(first, second, difference):
    expected = naive.likeliest_share(first.numerator, first.denominator, second.numerator, second.denominator, difference)
    assert likeliest_second_share(first, second, difference) == pytest.approx(expected, abs=1e-5)


def test_rates_that_allow_no_chance_speak_clearly():
    # 3/4 - 1/4 can never come from rates of 1 and 0
    assert score_of_difference(Count(3, 4), Count(1, 4), 1.0) == -1e300
    assert score_of_difference(Count(4, 4), Count(0, 4), 1.0) == 0


def test_the_simple_interval_is_the_difference_and_its_standard_error():
    # 1/2 - 1/4 with sqrt(.25/100 + .1875/48)
    error = (0.25 / 100 + 0.1875 / 48) ** 0.5
    assert simple_difference_interval(Count(50, 100), Count(12, 48)) == pytest.approx((0.25 - naive.Z * error, 0.25 + naive.Z * error))
