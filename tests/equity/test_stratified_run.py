from __future__ import annotations

from datetime import date
from math import isnan

import numpy as np
import pytest

from equity.charts.signals import OUTSIDE, SHIFT
from equity.stratified_run import baseline_places, stratified_run
from equity.trend import gap_trend
from tests.examples import BASELINE, measure_like, series_of, straight_trend

LOW, HIGH = "520/1000", "600/1000"
LONG_BASELINE = (date(2024, 1, 1), date(2026, 12, 31))


def run_of(rows, *, baseline=BASELINE, since=None, **changes):
    return stratified_run(gap_trend(series_of("\n".join(rows)), measure_like(**changes), baseline), since=since)


def focus(numerators):
    return [f"{numerator}/1000 660/1000" for numerator in numerators]


def test_below_ten_points_the_middle_is_the_baselines_and_no_rule_is_used():
    run = run_of(focus([500, 520, 540, 560, 600, 610, 620, 630]))
    # of 50, 52, 54 and 56 %: 53 %; the gap from 66 %: 13 points
    assert (round(run.focus.median, 6), run.focus.is_frozen, run.focus.judged) == (53.0, True, 8)
    assert (round(run.gap.median, 6), run.gap.is_frozen) == (13.0, True)
    assert (run.gap.signals, run.gap.filled, run.low, run.standing) == ((), frozenset(), (), "insufficient")


def test_without_a_baseline_the_middle_is_that_of_all_points():
    run = run_of(focus([500, 520, 540]), baseline=None)
    assert (round(run.focus.median, 6), run.focus.is_frozen) == (52.0, False)


def test_from_ten_points_on_the_rules_own_middle_stands_where_the_baseline_is_too_short():
    run = run_of(focus([500] * 5 + [600] * 6))
    # All eleven points: 60 %. Eight of eleven lie on one of two lines, so the median is not that of the baseline.
    assert (round(run.focus.median, 6), run.focus.is_frozen) == (60.0, False)


def test_a_baseline_of_ten_points_gives_the_middle_for_all_that_follows():
    run = run_of(focus([500, 520] * 6 + [600] * 6), baseline=LONG_BASELINE)
    # 50 and 52 % in turn: 51 %
    assert (round(run.focus.median, 6), run.focus.is_frozen) == (51.0, True)
    assert [signal.rule for signal in run.focus.signals if signal.side == 1] == [SHIFT]
    assert run.focus.filled == frozenset(range(12, 18)) | run.focus.filled & frozenset(range(12))


def test_the_points_of_a_shift_are_filled_and_no_others():
    run = run_of(focus([500, 540, 505, 541, 502, 543, 501, 542] + [600, 610, 602, 611, 603, 612]), baseline=(date(2024, 1, 1), date(2024, 12, 31)))
    # Median 542.5: the last six lie above, the others in turn.
    assert {8, 9, 10, 11, 12, 13} <= run.focus.filled
    assert 0 not in run.focus.filled


def test_limits_of_the_gap_stand_from_ten_points_on():
    run = run_of(focus([500, 520] * 6))
    assert len(run.low) == len(run.high) == 12
    assert all(low < run.gap.median < high for low, high in zip(run.low, run.high, strict=True))
    assert run.standing == "trial"


def test_a_gap_beyond_its_limits_is_a_signal():
    run = run_of(focus([500, 520] * 6 + [300]))
    assert OUTSIDE in [signal.rule for signal in run.gap.signals]


def test_periods_with_too_few_people_are_counted_and_judged_by_no_rule():
    run = run_of([*focus([500, 520] * 5), "3/5 660/1000"])
    # Five people: fewer than three events expected.
    assert (run.small, run.gap.judged, run.focus.judged, run.reference.judged) == (1, 10, 10, 11)


def test_a_ratio_has_the_rules_of_a_run_chart_and_no_limits():
    run = run_of(focus([500, 520] * 6), scale="ratio", meaningful_change=0.1)
    # those without it: 50 and 48 % to 34 %
    assert round(run.gap.median, 2) == round((0.5 / 0.34 + 0.48 / 0.34) / 2, 2)
    assert (run.low, run.high, run.gap.judged) == ((), (), 12)


@pytest.mark.parametrize("row", ["500/1000 1000/1000", "1000/1000 500/1000"])
def test_a_ratio_of_nought_or_without_end_is_no_point(row):
    run = run_of([row, "520/1000 660/1000"], scale="ratio", meaningful_change=0.1, baseline=None)
    assert run.gap.judged == 1


def test_nothing_known_has_no_middle():
    run = run_of(["hidden hidden"] * 3)
    assert all(isnan(line.median) and not line.is_frozen for line in (run.focus, run.reference, run.gap))


def test_no_period_at_all_is_no_error():
    run = run_of([])
    assert (run.gap.judged, run.small, run.low) == (0, 0, ())


@pytest.mark.parametrize(("baseline", "inside"), [(BASELINE, 4), (None, 0)])
def test_the_baselines_places(baseline, inside):
    places = baseline_places(straight_trend((0.5, 0.6), (0.66, 0.66), baseline=baseline))
    assert places.sum() == inside
    assert places.dtype == np.bool_


PHASED = focus([500, 510, 505] * 4 + [600, 610, 605] * 4)


def test_at_a_change_with_ten_points_on_each_side_every_line_begins_anew():
    run = run_of(PHASED, since=date(2027, 1, 1))
    # 50 to 51 %, then 60 to 61 %; the gap from 66 %
    assert [(place, round(median, 6)) for place, median in run.focus.steps] == [(0, 50.5), (12, 60.5)]
    assert [(place, round(median, 6)) for place, median in run.gap.steps] == [(0, 15.5), (12, 5.5)]
    assert (run.focus.median, run.focus.judged, run.standing) == (run.focus.steps[1][1], 24, "trial")
    assert run.high[0] > 20 > run.high[12]
    assert SHIFT in [signal.rule for signal in run_of(PHASED).focus.signals]
    assert SHIFT not in [signal.rule for signal in run.focus.signals]


@pytest.mark.parametrize("since", [date(2026, 4, 1), date(2027, 7, 2), date(2050, 1, 1)])
def test_a_phase_of_fewer_than_ten_points_changes_nothing(since):
    assert run_of(PHASED, since=since) == run_of(PHASED)


def test_signals_of_the_second_phase_stand_at_their_places_in_the_whole():
    rows = focus([500, 520] * 5 + [600, 620] * 5 + [605, 480])
    run = run_of(rows, since=date(2026, 7, 1))
    assert [signal.places for signal in run.gap.signals if signal.rule == OUTSIDE] == [(21,)]
    rising = run_of(focus([500, 520] * 5 + [600 + 10 * step for step in range(10)]), since=date(2026, 7, 1))
    assert rising.focus.filled == frozenset(range(10, 20))


def test_a_ratio_begins_anew_too():
    run = run_of(PHASED, scale="ratio", since=date(2027, 1, 1))
    # 49.5 % against 34 % without it, then 39.5 %
    assert [round(median, 3) for _, median in run.gap.steps] == [1.456, 1.162]
    assert run.low == ()
