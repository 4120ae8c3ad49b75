from __future__ import annotations

from math import isnan

import numpy as np
import pytest
from hypothesis import given

from equity.charts.run_chart import AS_EXPECTED, INSUFFICIENT, TOO_FEW, TOO_MANY, run_chart
from tests import naive_charts
from tests.equity.charts.drawn import SERIES, UNHURRIED, marked, plain, table


@pytest.mark.parametrize(("points", "verdict"), [(9, INSUFFICIENT), (10, TOO_MANY), (11, TOO_MANY)])
def test_ten_useful_points_are_needed(points, verdict):
    # The median 2 is that of the first eight; the points swing between 1 and 3 and never lie on it.
    values = np.array([1.0 + 2 * (place % 2) for place in range(points)])
    chart = run_chart(values, np.arange(points) < 8)
    assert (chart.median, chart.verdict, chart.provisional) == (2.0, verdict, verdict == INSUFFICIENT)


@pytest.mark.parametrize(
    ("written", "verdict"),
    [
        ("1 1 1 1 1 1 3 3 3 3 3 3", TOO_FEW),
        ("1 3 1 3 3 1 1 3 3 1 1 3", AS_EXPECTED),
        ("1 3 1 3 1 3 1 3 1 3 1 3", TOO_MANY),
    ],
)
def test_the_number_of_runs_has_a_verdict(written, verdict):
    assert run_chart(table(written)).verdict == verdict


def test_a_month_that_is_missing_neither_breaks_nor_lengthens_a_pattern():
    chart = run_chart(table("1 1 1 . 1 1 1 9 9 9 9 9 9"))
    assert marked(chart.shift) == {0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12}
    assert marked(run_chart(table("1 2 . 3 4 5 1 3")).trend) == {0, 1, 3, 4, 5}


@pytest.mark.parametrize(("written", "tied"), [("1 1 2 2 3 3 3", False), ("1 1 2 2 2 3", True), ("0 0 0 0 5", True)])
def test_half_the_points_on_the_median_is_said(written, tied):
    assert run_chart(table(written)).mostly_tied is tied


def test_a_constant_series_signals_nothing():
    chart = run_chart(np.array([0.1] * 18))
    assert (chart.runs.count, chart.verdict, marked(chart.shift), marked(chart.trend)) == (0, INSUFFICIENT, set(), set())


@pytest.mark.parametrize("written", ["", ". ."])
def test_nothing_known_has_no_median(written):
    assert isnan(run_chart(table(written)).median)


@UNHURRIED
@given(SERIES)
def test_any_series_has_a_run_chart_that_agrees_with_the_naive_twin(values):
    chart = run_chart(values)
    if not isnan(chart.median):
        assert marked(chart.shift) == naive_charts.shift_of_six(plain(values), chart.median)
    assert marked(chart.trend) == naive_charts.trend(plain(values), 5, skip_ties=True)
    # A mark stands only where something is known.
    assert np.isfinite(values[(chart.shift != 0) | (chart.trend != 0)]).all()


@UNHURRIED
@given(SERIES)
def test_another_unit_changes_no_rule(values):
    chart, other = run_chart(values), run_chart(values * 4)
    assert (chart.verdict, chart.runs) == (other.verdict, other.runs)
    assert (chart.shift == other.shift).all()
