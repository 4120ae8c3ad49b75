from __future__ import annotations

from datetime import date

import pytest

from equity.level_path import MOST_STEPS, level_path, sign_of
from equity.trend import gap_trend
from tests.examples import BASELINE, MEASURE, measure_like, series_of, straight_trend

CLOSING = gap_trend(series_of("500/1000 660/1000\n" * 4 + "600/1000 660/1000\n 620/1000 660/1000"), MEASURE, BASELINE)


def written(path):
    return [(point.label, round(point.level, 4), round(point.gap, 4)) for point in path.points]


def test_the_baseline_put_together_is_the_first_step_and_every_period_after_it_another():
    # (500 + 660) of 2000; then 600 + 660, 620 + 660
    assert written(level_path(CLOSING, "others")) == [("", 58.0, 16.0), ("Q1 2025", 63.0, 6.0), ("Q2 2025", 64.0, 4.0)]


def test_the_change_is_that_from_the_first_step_to_the_last():
    change = level_path(CLOSING, "others").change
    assert (round(change.level.value, 4), round(change.gap.value, 4)) == (6.0, -12.0)
    assert change.words == "Better for all, and the gap is smaller."


def test_without_a_baseline_the_first_period_with_a_gap_stands_for_it():
    trend = gap_trend(series_of("hidden 660/1000\n 500/1000 660/1000\n 600/1000 660/1000"), MEASURE, None)
    assert written(level_path(trend, "others")) == [("Q2 2024", 58.0, 16.0), ("Q3 2024", 63.0, 6.0)]


def test_periods_without_a_gap_are_passed_over():
    trend = gap_trend(series_of("500/1000 660/1000\n" * 4 + "hidden 660/1000\n 600/1000 660/1000"), MEASURE, BASELINE)
    assert [label for label, _, _ in written(level_path(trend, "others"))] == ["", "Q2 2025"]


@pytest.mark.parametrize(("rows", "reference"), [("hidden hidden", "others"), ("500/1000 660/1000\n 520/1000 660/1000", "overall")])
def test_no_gap_and_a_reference_that_holds_the_group_itself_have_no_path(rows, reference):
    path = level_path(gap_trend(series_of(rows), MEASURE, None), reference)
    assert (path.points, path.change) == ((), None)


def test_one_step_is_no_change():
    path = level_path(gap_trend(series_of("500/1000 660/1000"), MEASURE, None), "others")
    assert (len(path.points), path.change) == (1, None)


@pytest.mark.parametrize(("later", "size", "steps"), [(MOST_STEPS, 1, 9), (MOST_STEPS + 1, 2, 5), (38, 5, 8)])
def test_many_periods_are_put_together_into_few_steps_that_end_with_the_latest(later, size, steps):
    trend = gap_trend(series_of("500/1000 660/1000\n" * (4 + later), start=date(2014, 1, 1)), MEASURE, (date(2014, 1, 1), date(2014, 12, 31)))
    path = level_path(trend, "others")
    assert (path.together, len(path.points) - 1) == (size, steps)
    assert path.points[-1].last == trend.points[-1].period
    assert (path.points[-1].first == path.points[-1].last) == (size == 1)


def test_a_step_of_several_periods_names_both_ends():
    trend = gap_trend(series_of("500/1000 660/1000\n" * 11), MEASURE, None)
    assert level_path(trend, "others").points[-1].label == "Q2 2026 to Q3 2026"


def test_a_neutral_gap_keeps_the_sign_that_it_has_in_its_trend():
    trend = straight_trend((0.3, 0.2), (0.5, 0.5), improvement_direction="neutral")
    # It starts above nought, though the focus group's rate is lower.
    assert sign_of(trend) == -1
    assert level_path(trend, "others").points[0].gap > 0
    assert sign_of(gap_trend(series_of("hidden hidden"), measure_like(), None)) == 1
