from __future__ import annotations

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.charts import lines
from equity.charts.control_chart import INSUFFICIENT, SETTLED, TRIAL, control_chart
from equity.charts.plan import Plan
from equity.charts.series import Series
from tests import naive_charts
from tests.equity.charts.drawn import SERIES, UNHURRIED, counted, plain, table

PLANS = st.builds(
    Plan,
    freeze=st.none() | st.integers(-1, 35),
    phases=st.lists(st.integers(-1, 35), max_size=3).map(tuple),
    excluded=st.frozensets(st.integers(-1, 35), max_size=4),
    centre=st.none() | st.floats(0, 5),
    screened=st.booleans(),
    multiply=st.sampled_from([1.0, 100.0, 1000.0]),
)


@pytest.mark.parametrize(("points", "standing"), [(9, INSUFFICIENT), (10, TRIAL), (11, TRIAL), (19, TRIAL), (20, SETTLED), (21, SETTLED)])
def test_limits_are_on_trial_until_twenty_points(points, standing):
    chart = control_chart(lines.INDIVIDUALS, Series(np.arange(points, dtype=float)))
    assert chart.phases[0].standing == standing


def test_missing_and_excluded_points_do_not_make_limits():
    chart = control_chart(lines.INDIVIDUALS, Series(table("1 . 3 4 5")), Plan(freeze=4, excluded=frozenset({1})))
    assert chart.phases[0].counted == 2


@pytest.mark.parametrize(("value", "beyond"), [(2.999, 0), (3.0, 0), (3.001, 1), (-3.0, 0), (-3.001, -1)])
def test_a_point_on_the_limit_is_not_beyond_it(value, beyond):
    # Ranges of 1.128: one standard deviation is 1, the centre 0.
    values = np.array([0.564, -0.564] * 6 + [value])
    chart = control_chart(lines.INDIVIDUALS, Series(values), Plan(freeze=12))
    assert chart.beyond[-1] == beyond


def test_a_constant_base_has_limits_on_its_centre_and_signals_nothing_beyond_them():
    chart = control_chart(lines.INDIVIDUALS, Series(np.array([0.1] * 12 + [5.0])), Plan(freeze=12, screened=True))
    assert chart.lines.high[0] == pytest.approx(0.1)
    assert not chart.beyond.any()


@pytest.mark.parametrize("kind", [lines.SHARE, lines.SHARE_PRIME, lines.RATE_PRIME, lines.INDIVIDUALS_PRIME])
def test_nought_of_many_has_limits_at_nought(kind):
    chart = control_chart(kind, Series(np.zeros(12), np.arange(5.0, 17.0)))
    assert (chart.lines.low == 0).all() and (chart.lines.high == 0).all() and not chart.beyond.any()


def test_each_phase_has_its_own_centre_and_runs():
    chart = control_chart(lines.INDIVIDUALS, Series(table("1 2 1 2 8 9 8 9")), Plan(phases=(4,)))
    assert chart.lines.centre.tolist() == [1.5] * 4 + [8.5] * 4
    assert [(phase.start, phase.stop, phase.runs.crossings) for phase in chart.phases] == [(0, 4, 3), (4, 8, 3)]


def test_a_frozen_centre_holds_and_the_runs_are_told_over_the_whole_phase():
    chart = control_chart(lines.RUN, Series(table("1 2 1 2 1 2 5 5 5 5 5 5 5 5")), Plan(freeze=6))
    # 14 useful points: up to 7 in one run, and at least 4 crossings, are chance.
    assert (chart.lines.centre[-1], chart.phases[0].runs.longest, chart.phases[0].has_moved) == (1.5, 9, True)


def test_too_few_crossings_alone_are_a_signal():
    chart = control_chart(lines.RUN, Series(table("1 1 1 1 1 1 3 3 3 3 3 3")), Plan(centre=2))
    assert (chart.phases[0].runs.longest, chart.phases[0].longest_allowed, chart.phases[0].has_moved) == (6, 7, True)


def test_moving_ranges_have_no_signal_of_runs():
    series = Series(np.concatenate([np.zeros(20), np.arange(20.0) ** 2]))
    chart = control_chart(lines.RANGES, series)
    assert chart.phases[0].runs.longest > chart.phases[0].longest_allowed
    assert chart.phases[0].has_moved is False


@pytest.mark.parametrize(("smallest", "refused"), [("-1", True), ("0", True), ("0.1", False)])
def test_a_time_between_events_must_be_above_zero(smallest, refused):
    chart = control_chart(lines.TIME_BETWEEN, Series(table(f"5 {smallest} 3 12 .")))
    assert (chart.refused is not None, isnan(chart.lines.high[0])) == (refused, refused)


def test_values_and_limits_are_multiplied_to_shown_units():
    series = Series(table("1 2 3 2"), table("100 100 100 100"))
    plain_chart, shown = control_chart(lines.RATE, series), control_chart(lines.RATE, series, Plan(multiply=1000))
    assert shown.lines.high == pytest.approx(1000 * plain_chart.lines.high)
    assert shown.values == pytest.approx([10, 20, 30, 20])


@UNHURRIED
@given(st.sampled_from(lines.EVERY_KIND), st.one_of(SERIES.map(Series), counted().map(lambda pair: Series(*pair))), PLANS)
def test_no_series_and_no_plan_makes_a_chart_fail(kind, series, plan):
    chart = control_chart(kind, series, plan)
    assert len(chart.values) == len(chart.beyond) == len(chart.lines.high) == len(series)
    ordered = np.isfinite(chart.lines.low) & np.isfinite(chart.lines.high)
    slack = 1e-9 * np.maximum(1, np.abs(chart.lines.high))
    assert (chart.lines.low <= chart.lines.high + slack)[ordered].all()
    assert [phase.start for phase in chart.phases[1:]] == [phase.stop for phase in chart.phases[:-1]]
    # Nothing is beyond a limit that is not there.
    assert not chart.beyond[~np.isfinite(chart.lines.low)].any()


@UNHURRIED
@given(SERIES, st.booleans())
def test_individuals_agree_with_the_naive_twin(values, screened):
    if np.isfinite(np.diff(values)).any():
        chart = control_chart(lines.INDIVIDUALS, Series(values), Plan(screened=screened))
        found = (chart.lines.low[0], chart.lines.centre[0], chart.lines.high[0])
        assert found == pytest.approx(naive_charts.individuals(plain(values), screened=screened), rel=1e-9, abs=1e-9)


@UNHURRIED
@given(st.lists(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=24), st.booleans())
def test_shares_agree_with_the_naive_twin(pairs, prime):
    total = sum(x for x, _ in pairs)
    if 0 < total < sum(n for _, n in pairs):
        series = Series(*(np.array(side, dtype=float) for side in zip(*pairs, strict=True)))
        chart = control_chart(lines.SHARE_PRIME if prime else lines.SHARE, series)
        expected = naive_charts.share_limits(pairs, prime=prime)
        assert list(zip(chart.lines.low, chart.lines.high, strict=True)) == [pytest.approx(pair, abs=1e-9) for pair in expected]


@UNHURRIED
@given(SERIES)
def test_another_unit_moves_the_lines_and_no_signal(values):
    first, other = (control_chart(lines.INDIVIDUALS, Series(values), Plan(multiply=factor)) for factor in (1.0, 4.0))
    assert other.lines.high == pytest.approx(4 * first.lines.high, nan_ok=True)
    assert replace(other.phases[0]) == first.phases[0] if len(values) else other.phases == ()
