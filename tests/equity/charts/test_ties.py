from __future__ import annotations

from math import nan

import numpy as np
import pytest

from equity.charts.ties import sides_of, steps_of


@pytest.mark.parametrize(("value", "side"), [(0.1 - 2e-9, -1), (0.1 - 5e-10, 0), (0.1, 0), (0.1 + 5e-10, 0), (0.1 + 2e-9, 1)])
def test_a_value_within_a_billionth_lies_on_the_line(value, side):
    assert sides_of(np.array([value]), 0.1).tolist() == [side]


@pytest.mark.parametrize(("off", "side"), [(5e-4, 0), (2e-3, 1)])
def test_the_tolerance_grows_with_the_line(off, side):
    assert sides_of(np.array([1e6 + off]), 1e6).tolist() == [side]


def test_what_is_missing_lies_on_no_side():
    assert sides_of(np.array([nan, 1.0]), 0).tolist() == [0, 1]
    assert sides_of(np.array([1.0]), nan).tolist() == [0]


def test_a_mean_of_equal_values_is_their_line():
    values = np.array([0.1] * 18)
    assert values.mean() != 0.1
    assert not sides_of(values, values.mean()).any()


def test_steps_tell_rise_fall_and_same():
    assert steps_of(np.array([1.0, 2.0, 2.0, 0.0])).tolist() == [1, 0, -1]
    assert steps_of(np.array([])).tolist() == []
