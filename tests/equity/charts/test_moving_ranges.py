from __future__ import annotations

from math import isnan, nan

import numpy as np
import pytest

from equity.charts.moving_ranges import mean_range, moving_ranges
from tests.equity.charts.drawn import table


def test_a_missing_value_breaks_the_ranges_on_both_sides():
    found = moving_ranges(table("1 4 . 2 0"))
    assert [None if isnan(one) else one for one in found] == [None, 3, None, None, 2]


@pytest.mark.parametrize("screened", [True, False])
def test_ranges_of_nothing_and_of_a_constant(screened):
    assert isnan(mean_range(np.array([nan]), screened=screened))
    assert isnan(mean_range(np.array([]), screened=screened))
    assert mean_range(np.array([nan, 0.0, 0.0]), screened=screened) == 0


@pytest.mark.parametrize(
    ("largest", "expected"),
    # Nine ranges of 1 and one of x: screened out from x = 3.267 (9 + x) / 10 on, which is x = 29.403 / 6.733 = 4.36700.
    [(4.366, (9 + 4.366) / 10), (4.368, 1.0), (100, 1.0)],
)
def test_a_range_beyond_its_limit_is_screened_out(largest, expected):
    ranges = np.array([1.0] * 9 + [largest])
    assert mean_range(ranges, screened=True) == pytest.approx(expected)
    assert mean_range(ranges, screened=False) == pytest.approx((9 + largest) / 10)
