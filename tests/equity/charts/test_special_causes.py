from __future__ import annotations

from math import nan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.charts.lines import Lines
from equity.charts.special_causes import MAKING_DATA_COUNT, OUTSIDE, PLOT_THE_DOTS, SHIFT, TREND, TWO_OF_THREE, RuleSet, special_causes
from tests import naive_charts
from tests.equity.charts.drawn import SERIES, UNHURRIED, marked, plain, table


def lines_at(count: int, centre: float = 0.0, width: float = 3.0) -> Lines:
    """Limits three widths off in thirds: -3, -2, 0, 2, 3."""
    return Lines(*(np.full(count, centre + step * width / 3) for step in (0, -3, -2, 2, 3)))


def causes_of(written: str, rules: RuleSet = MAKING_DATA_COUNT):
    values = table(written)
    return special_causes(values, lines_at(len(values)), rules)


@pytest.mark.parametrize(("value", "mark"), [("3", 0), ("3.01", 1), ("-3", 0), ("-3.01", -1)])
def test_outside_begins_beyond_the_limit(value, mark):
    assert causes_of(value).outside.tolist() == [mark]


@pytest.mark.parametrize(("points", "found"), [(6, False), (7, True), (8, True)])
def test_seven_on_one_side_are_a_shift(points, found):
    assert bool(causes_of("1 " * points).shift.any()) is found
    assert bool(causes_of("1 " * (points - 1) + "0").shift.any()) is (points - 1 >= 7)


@pytest.mark.parametrize(("last", "found"), [("0.6", False), ("0.7", True)])
def test_seven_in_a_row_that_rise_are_a_trend(last, found):
    written = "0.1 0.2 0.3 0.4 0.5 0.6 " + last
    assert bool(causes_of(written).trend.any()) is found


def test_two_of_three_near_a_limit_mark_the_two():
    assert causes_of("0 2.5 1 2.5 0").two_of_three.tolist() == [0, 1, 0, 1, 0]


def test_the_third_must_lie_on_the_same_side_unless_the_rules_say_otherwise():
    assert not causes_of("2.5 -1 2.5").two_of_three.any()
    assert causes_of("2.5 -1 2.5", RuleSet(all_on_one_side=False)).two_of_three.tolist() == [1, 0, 1]


def test_a_point_outside_counts_as_one_of_two_since_2023():
    assert causes_of("-3.5 -1 -2.5").two_of_three.tolist() == [-1, 0, -1]
    assert not causes_of("-3.5 -1 -2.5", PLOT_THE_DOTS).two_of_three.any()


def test_of_several_patterns_the_first_in_order_is_told():
    found = causes_of("0.5 0.6 0.7 0.8 0.9 2.5 3.5")
    assert [found.at(place)[0] for place in (0, 5, 6)] == [TREND, TREND, OUTSIDE]
    assert causes_of("1 1 1 1 1 2.5 2.4").at(6) == (TWO_OF_THREE, 1)
    assert causes_of("-1 " * 7).at(0) == (SHIFT, -1)
    assert causes_of("1 1").at(0) == (None, 0)


def test_a_missing_month_is_passed_over():
    assert marked(causes_of("1 1 1 . 1 1 1 1").shift) == {0, 1, 2, 4, 5, 6, 7}
    assert causes_of("2.5 . 1 2.5").two_of_three.tolist() == [1, 0, 0, 1]


def test_limits_without_width_have_nothing_outside():
    assert not special_causes(table("0 5 5"), lines_at(3, width=0)).outside.any()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_fewer_than_three_points_have_no_pattern_of_three(count):
    assert not causes_of("2.5 " * count).two_of_three.any()


def test_without_limits_only_neighbours_speak():
    nothing = np.full(7, nan)
    found = special_causes(table("1 2 3 4 5 6 7"), Lines(np.full(7, 0.0), *[nothing] * 4))
    assert (found.trend.all(), found.shift.all(), found.outside.any(), found.two_of_three.any()) == (True, True, False, False)


@UNHURRIED
@given(SERIES, st.booleans(), st.booleans())
def test_every_pattern_agrees_with_its_naive_twin(values, outside_counts, all_on_one_side):
    found = special_causes(values, lines_at(len(values)), RuleSet(outside_counts=outside_counts, all_on_one_side=all_on_one_side))
    flags = {"outside_counts": outside_counts, "all_on_one_side": all_on_one_side}
    assert marked(found.two_of_three) == naive_charts.two_of_three(plain(values), (0, -3, -2, 2, 3), **flags)
    assert marked(found.shift) == naive_charts.shift_of_seven(plain(values), 0)
    assert marked(found.trend) == naive_charts.trend(plain(values), 7, skip_ties=False)


@UNHURRIED
@given(SERIES)
def test_upside_down_every_mark_turns_round(values):
    found, other = (special_causes(sign * values, lines_at(len(values))) for sign in (1, -1))
    for rule in (OUTSIDE, TREND, TWO_OF_THREE, SHIFT):
        assert (other.marks(rule) == -found.marks(rule)).all()
