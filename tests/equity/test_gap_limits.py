from __future__ import annotations

from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.gap_limits import gap_limits

UNHURRIED = settings(deadline=None, max_examples=60)

SERIES = st.lists(st.tuples(st.floats(-1, 1), st.floats(0.001, 1)), min_size=1, max_size=20)


def limits_of(rows):
    return gap_limits(*np.array(rows, dtype=float).T)


def test_the_centre_leans_to_the_exact_periods():
    # weights 1/.1^2 = 100 and 1/.2^2 = 25: (100 x .1 + 25 x .6) / 125
    limits = limits_of([(0.1, 0.1), (0.6, 0.2)])
    assert limits.centre == pytest.approx(0.2)
    assert limits.low == pytest.approx([0.2 - 0.3, 0.2 - 0.6])
    assert limits.high == pytest.approx([0.2 + 0.3, 0.2 + 0.6])


@pytest.mark.parametrize(("gap", "outside"), [(0.299, False), (0.3, False), (0.302, True)])
def test_a_gap_is_outside_beyond_three_errors(gap, outside):
    limits = limits_of([(0.0, 0.1)] * 4)
    assert limits.outside(np.array([gap, 0, 0, 0])).tolist() == [outside, False, False, False]


def test_a_period_in_which_nothing_seems_to_vary_carries_no_weight():
    assert limits_of([(1.0, 0.0), (0.2, 0.1)]).centre == pytest.approx(0.2)


def test_without_any_error_there_are_no_limits():
    limits = limits_of([(1.0, 0.0), (1.0, 0.0)])
    assert isnan(limits.centre) and np.isnan(limits.low).all()
    assert not limits.outside(np.array([1.0, 1.0])).any()


@UNHURRIED
@given(SERIES)
def test_the_centre_lies_among_the_gaps(rows):
    gaps = [gap for gap, _ in rows]
    assert min(gaps) - 1e-9 <= limits_of(rows).centre <= max(gaps) + 1e-9


@UNHURRIED
@given(SERIES)
def test_another_sign_turns_the_limits_round(rows):
    limits, turned = limits_of(rows), limits_of([(-gap, error) for gap, error in rows])
    assert turned.low == pytest.approx(-limits.high, abs=1e-9)
