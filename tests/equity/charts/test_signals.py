from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from equity.charts import lines
from equity.charts.control_chart import control_chart
from equity.charts.plan import Plan
from equity.charts.run_chart import run_chart
from equity.charts.series import Series
from equity.charts.signals import (
    FEW_CROSSINGS,
    FEW_RUNS,
    LONG_RUN,
    MANY_RUNS,
    OUTSIDE,
    SHIFT,
    TREND,
    TWO_OF_THREE,
    Signal,
    cause_signals,
    limit_signals,
    pattern_signals,
    run_chart_signals,
)
from equity.charts.special_causes import RULES, special_causes
from tests.equity.charts.drawn import SERIES, UNHURRIED, marked, table
from tests.equity.charts.test_special_causes import lines_at


def found(signals: tuple[Signal, ...]) -> list[tuple[str, int, tuple[int, ...]]]:
    return [(signal.rule, signal.side, signal.places) for signal in signals]


def test_a_run_chart_tells_each_pattern_once_with_its_points():
    # Median 2 of 12 values; a shift of six up at the end and one of six down before it.
    signals = run_chart_signals(run_chart(table("1 1 1 1 1 1 3 3 3 3 3 3")))
    assert found(signals)[:2] == [(SHIFT, -1, tuple(range(6))), (SHIFT, 1, tuple(range(6, 12)))]
    # Two runs where chance gives at least three.
    assert signals[2] == Signal(FEW_RUNS, 0, tuple(range(12)), 2, 3)


def test_points_that_are_passed_over_do_not_cut_a_pattern():
    signals = run_chart_signals(run_chart(table("0 4 5 . 2 6 4 5 6 0 0 0 0 0")))
    assert (SHIFT, 1, (1, 2, 5, 6, 7, 8)) in found(signals) or (SHIFT, 1, (1, 2, 4, 5, 6, 7, 8)) in found(signals)


def test_a_trend_names_each_equal_value_once():
    signals = run_chart_signals(run_chart(table("5 1 2 2 3 4 9 0 9 0 9 0 9 0")))
    assert (TREND, 1, (1, 2, 4, 5, 6)) in found(signals)


def test_too_many_runs_are_a_signal():
    assert [(signal.rule, signal.seen, signal.allowed) for signal in run_chart_signals(run_chart(table("1 3 " * 6)))] == [(MANY_RUNS, 12, 11)]


@pytest.mark.parametrize(("points", "any_signal"), [(9, False), (10, True), (11, True)])
def test_below_ten_useful_points_no_rule_speaks(points, any_signal):
    values = np.array([-1.0] * 3 + [1.0] * (points - 3))
    assert bool(run_chart_signals(run_chart(values, np.zeros(points, dtype=bool) | (np.arange(points) < 6)))) is any_signal


@pytest.mark.parametrize(("reach", "groups"), [(1, [(0,), (2, 3), (6,)]), (2, [(0, 2, 3), (6,)]), (3, [(0, 2, 3, 6)])])
def test_marks_within_reach_belong_to_one_pattern(reach, groups):
    marks = np.array([1, 0, 1, 1, 0, 0, 1])
    assert [signal.places for signal in pattern_signals(OUTSIDE, marks, np.arange(7), reach)] == groups


def test_marks_of_two_sides_are_two_patterns():
    assert [signal.side for signal in pattern_signals(TREND, np.array([1, 1, -1]), np.arange(3))] == [1, -1]


def test_a_control_chart_tells_points_beyond_its_limits():
    values = np.array([0.564, -0.564] * 6 + [9.0, 9.0, 0.1])
    signals = limit_signals(control_chart(lines.INDIVIDUALS, Series(values), Plan(freeze=12)))
    assert found(signals) == [(OUTSIDE, 1, (12, 13))]


def test_a_phase_that_moved_tells_by_which_rule():
    # 24 useful points: the longest run may be 8, and there must be 8 crossings. Here: 12 and 1.
    signals = limit_signals(control_chart(lines.RUN, Series(table("1 " * 12 + "3 " * 12))))
    assert [(signal.rule, signal.seen, signal.allowed) for signal in signals] == [(LONG_RUN, 12, 8), (FEW_CROSSINGS, 1, 8)]
    # 12 useful points: a run of 6 is allowed (7), one crossing is not (3).
    signals = limit_signals(control_chart(lines.RUN, Series(table("1 " * 6 + "3 " * 6))))
    assert [signal.rule for signal in signals] == [FEW_CROSSINGS]


def test_a_phase_without_enough_points_tells_nothing():
    values = np.array([0.564, -0.564] * 4 + [90.0])
    assert limit_signals(control_chart(lines.INDIVIDUALS, Series(values), Plan(freeze=8))) == ()


def test_rules_of_making_data_count_are_told_in_their_order():
    values = table("2.5 1 2.5 -1 0 1 2 3.5")
    assert found(cause_signals(values, special_causes(values, lines_at(8)))) == [(OUTSIDE, 1, (7,)), (TWO_OF_THREE, 1, (0, 2))]


@UNHURRIED
@given(SERIES)
def test_every_mark_lies_in_exactly_one_signal_of_its_rule(values):
    causes = special_causes(values, lines_at(len(values)))
    signals = cause_signals(values, causes)
    for rule in RULES:
        places = [place for signal in signals if signal.rule == rule for place in signal.places]
        assert (len(places), set(places)) == (len(set(places)), marked(causes.marks(rule)))


@UNHURRIED
@given(SERIES)
def test_no_series_makes_the_signals_fail(values):
    chart = run_chart(values)
    signals = run_chart_signals(chart)
    shifts = [place for signal in signals if signal.rule == SHIFT for place in signal.places]
    assert chart.provisional or sorted(shifts) == sorted(marked(chart.shift))
    assert all(signal.seen >= 6 for signal in signals if signal.rule == SHIFT)
    limit_signals(control_chart(lines.INDIVIDUALS, Series(values)))
