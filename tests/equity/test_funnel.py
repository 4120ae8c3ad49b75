from __future__ import annotations

from math import isnan, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.funnel import BEYOND_95, BEYOND_998, NOT_ASSESSED, WITHIN, flagged, funnel, pooled_target

UNHURRIED = settings(deadline=None, max_examples=80)
COUNTS = st.lists(st.integers(0, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), max_size=16)


def test_the_target_is_all_events_over_all_people():
    assert pooled_target([(1, 10), (8, 20)]) == pytest.approx(9 / 30)
    assert isnan(pooled_target([(0, 0)]))
    assert isnan(pooled_target([]))


@pytest.mark.parametrize(
    ("at_most", "flag"),
    [(0.026, (WITHIN, 0)), (0.025, (BEYOND_95, -1)), (0.0011, (BEYOND_95, -1)), (0.001, (BEYOND_998, -1)), (0.0, (BEYOND_998, -1))],
)
def test_flags_begin_at_their_tail(at_most, flag):
    assert flagged(at_most, 0.99) == flag
    assert flagged(0.99, at_most) == (flag[0], -flag[1])


def test_the_flag_is_by_tail_probability_and_not_by_the_drawn_curve():
    # 12 of 12 against 57 % would be rare: .57 ** 12 = .0012. 10 of 10 against 75 %: .75 ** 10 = .056, though the curve ends at .99.
    assert funnel([(12, 12)], 0.57)[0].flag == BEYOND_95
    point = funnel([(10, 10)], 0.75)[0]
    assert (point.flag, point.rate > point.limits.high_95) == (WITHIN, True)


@pytest.mark.parametrize(("people", "flag"), [(9, NOT_ASSESSED), (10, BEYOND_998), (11, BEYOND_998)])
def test_below_ten_people_a_team_is_not_assessed(people, flag):
    assert funnel([(0, people)], 0.6)[0].flag == flag


@pytest.mark.parametrize(
    ("count", "target", "proportion"),
    [((0, 0), 0.5, True), ((5, 20), nan, True), ((5, 20), 1.2, True), ((5, 20), -0.1, False), ((nan, 20), 0.5, True), ((5, nan), 0.5, True)],
)
def test_what_cannot_be_judged_is_not_assessed_and_has_no_limits(count, target, proportion):
    point = funnel([count], target, proportion=proportion)[0]
    assert (point.flag, point.side, isnan(point.rate), isnan(point.limits.high_95)) == (NOT_ASSESSED, 0, True, True)


def test_a_rate_may_lie_above_one():
    point = funnel([(60, 20)], 1.5, proportion=False)[0]
    # Mean 30; P(X >= 60) is about 10 in a million.
    assert (point.flag, point.side, point.limits.high_998 > 1.5) == (BEYOND_998, 1, True)


@pytest.mark.parametrize("count", [(0, 30), (30, 30)])
def test_teams_that_are_all_at_an_end_lie_within(count):
    points = funnel([count, count])
    assert {point.flag for point in points} == {WITHIN}
    assert all(0 <= point.limits.low_998 <= point.limits.high_998 <= 1 for point in points)


@UNHURRIED
@given(COUNTS)
def test_any_counts_have_a_funnel_and_turning_the_event_round_turns_the_sides(counts):
    points, turned = funnel(counts), funnel([(n - x, n) for x, n in counts])
    assert len(points) == len(counts)
    for point, other in zip(points, turned, strict=True):
        assert (point.flag, point.side) == (other.flag, -other.side)
        assert isnan(point.rate) or point.limits.low_998 <= point.limits.low_95 <= point.limits.high_95 <= point.limits.high_998
