from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from equity.charts.run_rules import shift_marks, shift_marks_skipping, trend_marks, trend_marks_skipping
from equity.charts.ties import sides_of
from tests import naive_charts
from tests.equity.charts.drawn import SERIES, UNHURRIED, marked, plain, table


@pytest.mark.parametrize(("length", "found"), [(6, True), (7, True), (8, False)])
def test_a_shift_begins_at_its_length(length, found):
    assert bool(shift_marks(sides_of(table("-1 2 2 2 2 2 2 2 -1"), 0), length).any()) is found


def test_a_point_on_the_line_breaks_one_kind_of_shift_and_not_the_other():
    sides = sides_of(table("1 1 1 0 1 1 1"), 0)
    assert not shift_marks(sides, 6).any()
    assert shift_marks_skipping(sides, 6).tolist() == [1, 1, 1, 0, 1, 1, 1]


@pytest.mark.parametrize(("length", "marks"), [(4, [0, 1, 1, 1, 1, 0]), (5, [0] * 6)])
def test_a_trend_counts_points_and_not_steps(length, marks):
    assert trend_marks(table("5 1 2 3 4 4"), length).tolist() == marks


def test_the_turning_point_is_told_of_the_later_trend():
    assert trend_marks(table("1 2 3 2 1"), 3).tolist() == [1, 1, -1, -1, -1]


def test_equal_neighbours_break_one_kind_of_trend_and_not_the_other():
    values = table("1 2 3 3 4 5")
    assert not trend_marks(values, 5).any()
    assert trend_marks_skipping(values, 5).tolist() == [1, 1, 1, 0, 1, 1]


def test_no_points_have_no_trend():
    assert trend_marks_skipping(np.array([]), 5).tolist() == []


@UNHURRIED
@given(SERIES)
def test_every_rule_agrees_with_its_naive_twin(values):
    known = values[np.isfinite(values)]
    sides = sides_of(known, 0.0)
    assert marked(shift_marks(sides, 7)) == naive_charts.shift_of_seven(plain(known), 0.0)
    assert marked(shift_marks_skipping(sides, 6)) == naive_charts.shift_of_six(plain(known), 0.0)
    assert marked(trend_marks(known, 4)) == naive_charts.trend(plain(known), 4, skip_ties=False)
    assert marked(trend_marks_skipping(known, 4)) == naive_charts.trend(plain(known), 4, skip_ties=True)


@UNHURRIED
@given(SERIES)
def test_upside_down_every_mark_turns_round(values):
    known = values[np.isfinite(values)]
    assert (trend_marks(-known, 5) == -trend_marks(known, 5)).all()
    assert (shift_marks(-sides_of(known, 0), 6) == -shift_marks(sides_of(known, 0), 6)).all()
