from __future__ import annotations

from math import isnan

import pytest

from equity.charts.series import Series
from equity.charts.size_guard import guarded, too_small
from tests.equity.charts.drawn import table


@pytest.mark.parametrize(("people", "small"), [(29, True), (30, False), (31, False)])
@pytest.mark.parametrize("rate", [0.1, 0.9])
def test_three_events_and_three_others_must_be_expected(people, small, rate):
    # 1,000 people at the rate keep the pooled rate at 10 % or 90 %: 30 x .1 = 3.
    series = Series(table(f"{1000 * rate} {people * rate}"), table(f"1000 {people}"))
    assert too_small(series, proportion=True).tolist() == [False, small]


def test_a_rate_needs_events_alone():
    series = Series(table("900 2.7"), table("1000 3"))
    assert too_small(series, proportion=False).tolist() == [False, True]
    assert too_small(Series(table("900 3.6"), table("1000 4")), proportion=False).tolist() == [False, False]


def test_a_group_that_never_has_the_event_cannot_be_judged():
    assert too_small(Series(table("0 0 ."), table("5000 5000 5000")), proportion=True).tolist() == [True, True, False]


def test_the_guard_leaves_small_points_out_of_the_rules():
    values = guarded(Series(table("50 1 ."), table("100 4 100")), proportion=True).values
    assert [None if isnan(value) else value for value in values] == [0.5, None, None]
