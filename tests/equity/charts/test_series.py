from __future__ import annotations

from math import isnan

import numpy as np
import pytest

from equity.charts.series import Series
from tests.equity.charts.drawn import table


def test_nobody_counted_is_missing_and_never_zero():
    series = Series(table("1 0 . 3 2"), table("2 0 5 . 8"))
    assert [None if isnan(one) else one for one in series.values] == [0.5, None, None, None, 0.25]
    assert [None if isnan(one) else one for one in series.sizes] == [2, None, None, None, 8]
    assert series.pooled == pytest.approx(3 / 10)


def test_without_denominators_the_values_stand_for_themselves():
    series = Series(table("4 . 2"))
    assert (series.sizes[[0, 2]] == 1).all()
    assert series.pooled == 3
    assert series.part(slice(0, 1)).values.tolist() == [4]


def test_some_of_its_points_keep_their_denominators():
    part = Series(table("1 2 3"), table("4 4 6")).part(np.array([True, False, True]))
    assert part.values.tolist() == [0.25, 0.5]


def test_nothing_known_has_no_pooled_rate():
    assert isnan(Series(table(". 1"), table("3 0")).pooled)
