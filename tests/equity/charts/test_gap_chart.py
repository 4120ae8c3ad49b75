from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.charts.control_chart import INSUFFICIENT, SETTLED, TRIAL
from equity.charts.gap_chart import gap_chart, standing_of
from equity.charts.signals import FEW_RUNS, OUTSIDE, SHIFT
from equity.trend import gap_trend
from tests.equity.charts.drawn import UNHURRIED
from tests.examples import ADVERSE, MEASURE, measure_like, series_of

LONG_AGO = (date(2024, 1, 1), date(2026, 12, 31))


def chart_of(*rows: str, measure=MEASURE, baseline=None):
    return gap_chart(gap_trend(series_of("\n".join(rows)), measure, baseline))


@pytest.mark.parametrize(("judged", "standing"), [(9, INSUFFICIENT), (10, TRIAL), (11, TRIAL), (19, TRIAL), (20, SETTLED), (21, SETTLED)])
def test_what_so_many_gaps_may_be_used_for(judged, standing):
    assert standing_of(judged) == standing


def test_a_gap_that_narrows_by_a_step_is_seen_with_its_points():
    # The focus group's rate goes from 50 % to 60 %, the reference stays at 70 %: the gap from 20 to 10 points, median 15.
    chart = chart_of(*["100/200 280/400"] * 6, *["120/200 280/400"] * 6)
    assert chart.gaps.tolist() == pytest.approx([20] * 6 + [10] * 6)
    assert (chart.run.median, chart.standing) == (pytest.approx(15), TRIAL)
    told = [(signal.rule, signal.side, signal.places[0], signal.places[-1]) for signal in chart.signals]
    assert told == [(SHIFT, 1, 0, 5), (SHIFT, -1, 6, 11), (FEW_RUNS, 0, 0, 11)]


def test_limits_lie_three_standard_errors_of_the_pooled_rates_off():
    chart = chart_of(*["100/200 280/400"] * 10)
    error = 100 * sqrt(0.5 * 0.5 / 200 + 0.7 * 0.3 / 400)
    assert chart.high[0] - chart.low[0] == pytest.approx(6 * error)
    assert (chart.low[0] + chart.high[0]) / 2 == pytest.approx(20)


def test_a_rate_has_the_variance_of_its_events():
    chart = chart_of(*["20/1000 10/1000"] * 10, measure=measure_like(**ADVERSE))
    error = 1000 * sqrt(0.02 / 1000 + 0.01 / 1000)
    assert chart.high[0] - 10 == pytest.approx(3 * error)


@pytest.mark.parametrize(("focus", "beyond"), [("72/200", True), ("82/200", False)])
def test_a_gap_beyond_its_limits_is_a_signal(focus, beyond):
    # Eleven gaps of 20 points; 3 errors are about 12.6 points: 34 points lie beyond, 29 do not.
    chart = chart_of(*["100/200 280/400"] * 11, f"{focus} 280/400")
    assert [signal.places for signal in chart.signals if signal.rule == OUTSIDE] == ([(11,)] if beyond else [])


@pytest.mark.parametrize(("people", "small"), [(5, True), (6, False), (7, False)])
def test_a_gap_of_few_people_is_judged_by_no_rule(people, small):
    # Both groups at 50 %: six people give three expected events.
    chart = chart_of(*["100/200 200/400"] * 11, f"{people // 2}/{people} 200/400")
    assert chart.small.tolist() == [False] * 11 + [small]
    assert np.isnan(chart.gaps[-1]) == small


def test_a_gap_that_is_missing_or_hidden_is_not_small():
    chart = chart_of(*["100/200 280/400"] * 10, "hidden 280/400", "0/0 280/400")
    assert (chart.small.any(), np.isfinite(chart.gaps).sum()) == (False, 10)


@pytest.mark.parametrize(("points", "standing"), [(9, INSUFFICIENT), (10, TRIAL), (11, TRIAL)])
def test_below_ten_gaps_nothing_is_signalled(points, standing):
    chart = chart_of(*["100/200 280/400"] * (points - 1), "20/200 280/400")
    assert (chart.standing, bool(chart.signals)) == (standing, standing == TRIAL)


def test_the_baseline_makes_the_centre_where_it_has_ten_gaps():
    rows = [*["100/200 280/400"] * 12, *["120/200 280/400"] * 12]
    frozen, short = chart_of(*rows, baseline=LONG_AGO), chart_of(*rows, baseline=(LONG_AGO[0], date(2026, 3, 31)))
    # Twelve quarters of 20 points are the baseline; nine are too few, so all make the centre.
    assert (frozen.run.median, short.run.median) == (pytest.approx(20), pytest.approx(15))
    assert (frozen.low[0] + frozen.high[0]) / 2 == pytest.approx(20)


def test_turning_the_better_side_round_turns_the_signals_round():
    rows = [*["100/200 280/400"] * 6, *["120/200 280/400"] * 6]
    better, worse = chart_of(*rows), chart_of(*rows, measure=replace(MEASURE, improvement_direction="lower"))
    assert worse.gaps == pytest.approx(-better.gaps)
    assert [signal.side for signal in worse.signals] == [-signal.side for signal in better.signals]


CELLS = st.one_of(
    st.integers(0, 400).flatmap(lambda n: st.integers(0, n).map(lambda x: f"{x}/{n}")),
    st.sampled_from(["hidden", "not_reported", "not_due", "not_applicable"]),
)


@UNHURRIED
@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=24), st.sampled_from(["difference", "ratio"]), st.sampled_from(["proportion", "rate", "count"]))
def test_no_counts_make_the_chart_of_a_gap_fail(rows, scale, number):
    chart = chart_of(*(" ".join(row) for row in rows), measure=measure_like(scale=scale, number=number))
    assert len(chart.gaps) == len(chart.low) == len(rows)
    assert all(np.isfinite(chart.gaps[list(signal.places)]).all() for signal in chart.signals)
