from __future__ import annotations

from datetime import date
from math import inf, isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.counts import Band, Count, GapSeries
from equity.movement import movement
from equity.trend import gap_trend
from equity.verdicts import VERDICT_WORDS
from tests.examples import ADVERSE, BASELINE, MEASURE, measure_like, series_of, straight_trend


def test_each_point_has_rates_gap_and_ratio_in_shown_units():
    point = gap_trend(series_of("52/100 132/200"), MEASURE, None).points[0]
    assert (point.focus_rate.value, point.reference_rate.value) == (52, 66)
    # higher is better: 66 - 52; those without control: 48/100 over 68/200
    assert point.gap.value == pytest.approx(14)
    assert point.ratio.value == pytest.approx(0.48 / 0.34)
    assert point.blank is None


def test_where_lower_is_better_the_gap_is_focus_minus_reference():
    point = gap_trend(series_of("12/1000 10/2000"), measure_like(**ADVERSE), None).points[0]
    assert (point.gap.value, point.ratio.value) == pytest.approx((12 - 5, 12 / 5))


@pytest.mark.parametrize(
    ("row", "blank"),
    [
        ("hidden 60/100", "hidden"),
        ("not_due not_reported", "not_reported"),
        ("52/100 hidden_at_source", "hidden_at_source"),
        ("0/0 60/100", "not_applicable"),
        ("0/0 not_due", "not_due"),
    ],
)
def test_a_point_without_a_gap_says_why(row, blank):
    point = gap_trend(series_of(row), MEASURE, None).points[0]
    assert point.blank == blank
    assert isnan(point.gap.value) and isnan(point.ratio.value)


def test_one_known_side_keeps_its_rate():
    point = gap_trend(series_of("hidden 60/100"), MEASURE, None).points[0]
    assert point.reference_rate.value == 60 and not point.focus_rate.known


def test_a_measure_without_rates_has_no_gap():
    trend = gap_trend(series_of("5/10 6/10"), measure_like(number="count"), None)
    assert trend.points[0].blank == "not_applicable"
    assert trend.verdict.word == "cannot_tell_yet"


def test_the_baseline_pools_the_periods_within_its_window():
    trend = gap_trend(series_of("10/100 50/100\n 30/100 50/100\n hidden 0/900\n 20/100 50/100\n 90/100 50/100"), MEASURE, BASELINE)
    # 50/100 - (10 + 30 + 20)/300; what has no gap is left out
    assert trend.baseline_gap.value == pytest.approx(50 - 20)
    assert (trend.baseline_focus.value, trend.baseline_reference.value) == pytest.approx((20, 50))
    assert trend.baseline == BASELINE


@pytest.mark.parametrize(
    "baseline", [None, (date(2020, 1, 1), date(2020, 12, 31)), (date(2024, 1, 1), date(2024, 3, 30)), (date(2024, 1, 2), date(2024, 3, 31))]
)
def test_without_a_whole_period_in_the_window_the_first_gap_is_the_baseline(baseline):
    trend = gap_trend(series_of("hidden 50/100\n 30/100 50/100\n 40/100 50/100"), MEASURE, baseline)
    assert trend.baseline is None
    assert trend.baseline_gap.value == pytest.approx(20)


def test_the_latest_point_is_the_last_with_a_gap():
    trend = gap_trend(series_of("30/100 50/100\n 40/100 50/100\n not_due not_due"), MEASURE, None)
    assert trend.latest is trend.points[1]
    assert gap_trend(series_of("not_due not_due"), MEASURE, None).latest is None


@pytest.mark.parametrize(
    ("focus", "reference", "changes", "word"),
    [
        ((0.52, 0.60), (0.66, 0.68), {}, "closing"),
        ((0.52, 0.46), (0.66, 0.68), {}, "widening"),
        ((0.52, 0.53), (0.66, 0.58), {}, "levelled_down"),
        ((0.52, 0.53), (0.66, 0.67), {}, "no_clear_change"),
        ((0.52, 0.60), (0.66, 0.68), {"people_counted": (40, 400)}, "cannot_tell_yet"),
        ((0.30, 0.20), (0.18, 0.16), {"improvement_direction": "lower"}, "closing"),
        ((0.30, 0.29), (0.18, 0.25), {"improvement_direction": "lower"}, "levelled_down"),
        ((0.30, 0.20), (0.18, 0.16), {"improvement_direction": "neutral"}, "closing"),
        ((0.52, 0.53), (0.66, 0.58), {"improvement_direction": "neutral"}, "closing"),
        ((0.30, 0.20), (0.18, 0.16), {"improvement_direction": "lower", "scale": "ratio", "meaningful_change": 0.1}, "closing"),
        ((0.014, 0.030), (0.006, 0.006), ADVERSE, "widening"),
    ],
)
def test_each_verdict_on_a_series_that_deserves_it(focus, reference, changes, word):
    assert straight_trend(focus, reference, **changes).verdict.word == word


def test_a_neutral_gap_starts_above_zero_whoever_is_higher():
    for focus, reference in ((0.3, 0.2), (0.2, 0.3)):
        trend = straight_trend((focus, focus), (reference, reference), improvement_direction="neutral")
        assert trend.points[0].gap.value == pytest.approx(10)
        assert trend.points[0].ratio.value == pytest.approx(1.5)
        assert trend.verdict.start == pytest.approx(10)


def test_a_short_neutral_series_is_turned_by_its_first_gap():
    trend = gap_trend(series_of("20/100 30/100\n 40/100 30/100"), measure_like(improvement_direction="neutral"), None)
    assert [point.gap.value for point in trend.points] == pytest.approx([10, -10])


@pytest.mark.parametrize(("periods", "fitted"), [(3, False), (4, True), (5, True)])
def test_four_points_are_needed_for_a_line(periods, fitted):
    verdict = straight_trend((0.52, 0.60), (0.66, 0.68), periods=periods).verdict
    assert isnan(verdict.start) is not fitted
    assert (verdict.word == "closing") is fitted


@pytest.mark.parametrize(
    "table",
    [
        "",
        "5/10 6/10",
        "hidden hidden\n hidden hidden",
        "0/10 0/10\n" * 6,
        "10/10 10/10\n" * 6,
        "0/10 10/10\n" * 6,
        "10/10 0/10\n" * 6,
        "5/10 5/10\n" * 6,
        "0/0 0/0\n" * 6,
        "1/1 0/1\n 0/1 1/1\n" * 3,
        "5/10 6/10\n not_due 1/10\n" * 6,
    ],
)
@pytest.mark.parametrize("scale", ["difference", "ratio"])
@pytest.mark.parametrize("direction", ["higher", "lower", "neutral"])
@pytest.mark.parametrize("number", ["proportion", "rate"])
def test_every_series_is_answered(table, scale, direction, number):
    trend = gap_trend(series_of(table), measure_like(scale=scale, improvement_direction=direction, number=number), BASELINE)
    assert trend.verdict.word in ("no_clear_change", "cannot_tell_yet")
    assert not trend.verdict.p_value < 0.05


def test_a_ratio_with_zero_counts_is_fitted_and_equal_rates_keep_the_ratio_one():
    measure = measure_like(improvement_direction="lower", scale="ratio", meaningful_change=0.1)
    verdict = gap_trend(series_of("0/40 0/400\n" * 5), measure, None).verdict
    assert (verdict.start, verdict.end) == pytest.approx((1, 1))


def test_the_other_scale_may_point_the_other_way():
    # 20 to 10 % against 10 to 4 %: difference 10 to 6, ratio 2.0 to 2.5
    verdict = straight_trend((0.20, 0.10), (0.10, 0.04), improvement_direction="lower", meaningful_change=3).verdict
    assert (verdict.word, verdict.opposite) == ("closing", True)
    assert (verdict.other_start, verdict.other_end) == pytest.approx((2.0, 2.5), abs=0.1)


def test_cannot_tell_yet_knows_how_long_to_wait():
    verdict = straight_trend((0.52, 0.50), (0.66, 0.66), people_counted=(600, 2000)).verdict
    assert verdict.word == "cannot_tell_yet"
    assert verdict.detectable > 5 and 1 <= verdict.more_periods <= 20


@st.composite
def rows(draw: st.DrawFn) -> str:
    def pair() -> str:
        denominator = draw(st.integers(0, 400))
        return f"{draw(st.integers(0, denominator))}/{denominator}"

    return "\n".join(f"{pair()} {pair()}" for _ in range(draw(st.integers(0, 9))))


@settings(max_examples=60, deadline=None)
@given(rows(), st.sampled_from(["difference", "ratio"]), st.sampled_from(["higher", "lower", "neutral"]), st.sampled_from(["proportion", "rate"]))
def test_no_counts_break_a_trend(table, scale, direction, number):
    trend = gap_trend(series_of(table), measure_like(scale=scale, improvement_direction=direction, number=number), BASELINE)
    assert trend.verdict.word in VERDICT_WORDS
    assert all(point.gap.known == (point.blank is None) for point in trend.points)
    assert not any(point.ratio.value == inf and point.reference.numerator for point in trend.points if direction == "lower" and point.blank is None)


@settings(max_examples=40, deadline=None)
@given(rows())
def test_turning_the_polarity_with_the_counts_changes_no_verdict(table):
    turned = "\n".join("  ".join(f"{int(n) - int(x)}/{n}" for x, n in (pair.split("/") for pair in row.split())) for row in table.splitlines())
    higher = gap_trend(series_of(table), MEASURE, BASELINE).verdict
    lower = gap_trend(series_of(turned), measure_like(improvement_direction="lower"), BASELINE).verdict
    assert (higher.word, higher.crossed, higher.periods) == (lower.word, lower.crossed, lower.periods)
    assert (higher.start, higher.end) == pytest.approx((lower.start, lower.end), abs=1e-6, nan_ok=True)


@settings(max_examples=40, deadline=None)
@given(rows(), st.sampled_from([10, 1000]))
def test_another_unit_changes_no_word(table, multiplier):
    unit = measure_like(multiplier=multiplier, meaningful_change=5 * multiplier / 100)
    assert gap_trend(series_of(table), unit, BASELINE).verdict.word == gap_trend(series_of(table), MEASURE, BASELINE).verdict.word


def test_a_still_gap_is_hardly_ever_said_to_move():
    random, moved, measure = np.random.default_rng(18), 0, measure_like(meaningful_change=0.01)
    periods = series_of("1/1 1/1\n" * 6).periods
    for _ in range(2000):
        focus, reference = random.binomial(240, 0.55, 6), random.binomial(600, 0.68, 6)
        series = GapSeries(periods, *(tuple(Count(int(x), size) for x in side) for side, size in ((focus, 240), (reference, 600))))
        moved += gap_trend(series, measure, None).verdict.word in ("closing", "widening", "levelled_down")
    # 5 % of 2,000 = 100; 6 % = 120
    assert moved <= 120


def test_zero_events_are_marked_and_are_no_blank():
    trend = gap_trend(series_of("0/40 5/40\n10/40 9/40"), MEASURE, None)
    assert [(point.blank, point.mark) for point in trend.points] == [(None, "zero_events"), (None, None)]


def test_rates_told_in_whole_percent_make_a_baseline_and_gaps_in_whole_points() -> None:
    def told(*percents: int) -> tuple[Count, ...]:
        return tuple(Count(float(percent), 100, band=Band(100, 199)) for percent in percents)

    exact = series_of("57/100 70/100\n" * 4)
    series = GapSeries(exact.periods, told(57, 58, 58, 60), told(70, 70, 71, 72))
    trend = gap_trend(series, MEASURE, (exact.periods[0].start, exact.periods[2].end))
    # 57.7 and 70.3 on average: told as 58 and 70.
    assert (trend.baseline_focus.value, trend.baseline_reference.value, trend.baseline_gap.value) == (58, 70, 12)
    assert trend.baseline_focus.low < 58 < trend.baseline_focus.high
    assert (trend.is_whole, gap_trend(exact, MEASURE, None).is_whole) == (True, False)
    moved = movement(trend, trend.latest)
    assert (moved.start, moved.end, moved.focus_change, moved.is_whole) == (12, 12, 2, True)
