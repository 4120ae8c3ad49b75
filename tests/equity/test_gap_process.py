from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from equity.charts.lines import RUN
from equity.charts.signals import OUTSIDE, SHIFT
from equity.charts.states import COMMON_CAUSE, CONCERN, FAILS, HIT_AND_MISS, IMPROVEMENT, NEUTRAL, NOT_ASSESSABLE, PASSES
from equity.gap_process import GAP_LIMITS, gap_process, gap_states
from equity.trend import gap_trend
from tests.examples import measure_like, series_of

STILL = [500, 522, 505, 515, 498, 520, 517, 507, 518, 503] * 2
ELEVENTH = date(2026, 7, 1)


def trend_of(numerators, reference=660, **changes):
    return gap_trend(series_of("\n".join(f"{numerator}/1000 {reference}/1000" for numerator in numerators)), measure_like(**changes), None)


@pytest.mark.parametrize(("points", "kind", "standing"), [(9, RUN, "insufficient"), (10, GAP_LIMITS, "trial"), (20, GAP_LIMITS, "settled")])
def test_limits_stand_from_ten_gaps_on(points, kind, standing):
    chart = gap_process(trend_of(STILL[:points]))
    assert (chart.kind, chart.standing) == (kind, standing)
    assert np.isfinite(chart.lines.low).all() == (kind == GAP_LIMITS)


def test_limits_that_are_asked_for_below_ten_gaps_are_withheld():
    chart = gap_process(trend_of(STILL[:9]), kind=GAP_LIMITS, aim=3.0)
    assert (chart.kind, np.isnan(chart.lines.low).all(), chart.variation.state, chart.assurance) == (GAP_LIMITS, True, NOT_ASSESSABLE, NOT_ASSESSABLE)


# Gaps of 14 to 16 points; limits some six points on either side of 15.
@pytest.mark.parametrize(("aim", "word"), [(3.0, FAILS), (15.0, HIT_AND_MISS), (25.0, PASSES), (None, None)])
def test_the_aim_is_held_against_the_limits_of_the_latest_gap(aim, word):
    chart = gap_process(trend_of(STILL), aim=aim)
    assert 20 < chart.lines.high[-1] < 22 and 8 < chart.lines.low[-1] < 10
    assert chart.assurance == word
    assert gap_states(trend_of(STILL), aim) == (COMMON_CAUSE, word)


def test_a_run_chart_has_no_limits_to_hold_an_aim_against():
    assert gap_process(trend_of(STILL), kind=RUN, aim=3.0).assurance == NOT_ASSESSABLE


@pytest.mark.parametrize(("last", "state"), [(300, CONCERN), (900, IMPROVEMENT)])
def test_a_gap_beyond_its_limits_is_for_the_worse_where_it_is_larger(last, state):
    chart = gap_process(trend_of([*STILL, last]))
    assert (chart.variation.state, chart.variation.rule, chart.rules_at(20)) == (state, OUTSIDE, (OUTSIDE,))
    assert OUTSIDE not in [signal.rule for signal in gap_process(trend_of([*STILL, last]), kind=RUN).signals]


def test_where_the_other_group_is_worse_off_a_move_is_not_judged():
    chart = gap_process(trend_of([*STILL, 900], reference=300))
    assert (chart.variation.state, chart.variation.side) == (NEUTRAL, -1)


def test_across_a_shift_no_limits_are_suggested():
    chart = gap_process(trend_of([500, 510] * 6 + [600, 610] * 6))
    assert (chart.kind, chart.suggested.reason) == (RUN, "The level has shifted. Limits across a shift would mix two levels.")
    assert SHIFT in [signal.rule for signal in chart.signals]


def test_each_phase_has_its_own_median_and_limits():
    chart = gap_process(trend_of(STILL[:10] + [numerator + 100 for numerator in STILL[:10]]), since=ELEVENTH)
    # 66 less 51.1, the middle of 50.7 and 51.5; then ten points less
    assert [round(float(chart.lines.centre[place]), 6) for place in (0, 19)] == [14.9, 4.9]
    assert chart.lines.high[0] > 20 > chart.lines.high[19]
    assert (chart.kind, chart.signals, len(chart.phases), chart.phases[1].start) == (GAP_LIMITS, (), 2, 10)


def test_a_phase_that_is_too_short_is_told_and_changes_nothing():
    chart = gap_process(trend_of(STILL), since=date(2028, 1, 1))
    assert (chart.split.before, chart.split.after, len(chart.phases)) == (16, 4, 1)


def test_a_ratio_is_a_run_chart_of_ratios():
    chart = gap_process(trend_of(STILL, scale="ratio"), aim=1.2)
    # 50 % against 34 % without it
    assert (chart.kind, round(float(chart.values[0]), 3), chart.assurance) == (RUN, 1.471, NOT_ASSESSABLE)
    assert chart.suggested.reason == "The gap is told as a ratio, and no limits are made for a ratio."


@pytest.mark.parametrize(("aim", "word"), [(None, None), (5.0, NOT_ASSESSABLE)])
def test_below_ten_gaps_neither_state_is_told(aim, word):
    assert gap_states(trend_of(STILL[:9]), aim) == (NOT_ASSESSABLE, word)


def test_no_gap_at_all_is_a_chart_of_nothing():
    chart = gap_process(gap_trend(series_of(""), measure_like(), None), aim=5.0)
    assert (len(chart.values), chart.variation.state, chart.assurance) == (0, NOT_ASSESSABLE, NOT_ASSESSABLE)
