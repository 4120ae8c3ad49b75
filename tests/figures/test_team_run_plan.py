from __future__ import annotations

from datetime import date, timedelta
from math import isnan, log10

import pytest

from equity.stratified_run import stratified_run
from figures.team_run_plan import LEAST_WIDE, Aim, RunWords, axis_end, flags_of, gap_range, letter_of, on_axis, padded, passing, plan_of, rows_of
from tests.figures.trends import CLOSING, trend_of

AIM = Aim(6.0, date(2026, 3, 31), date(2025, 1, 1))
RATIO = {"scale": "ratio", "meaningful_change": 0.1}
# 2024-01-01 to 2025-12-31, eight quarters
START, LAST = CLOSING.points[0].period.start, CLOSING.points[-1].period.end


def words(**rest):
    return RunWords(
        "Blood pressure under control, % of patients", "Blood pressure, %", "Gap: difference", "Gap", "Black patients", "all other patients", **rest
    )


def plan(trend=CLOSING, **rest):
    return plan_of(trend, stratified_run(trend), words(**rest))


def test_panels_stand_over_each_other_inside_the_plot():
    made = plan()
    assert 0 < made.strip < made.gap.bottom < made.gap.top < made.rates.bottom < made.rates.top < 1
    assert made.gap.top < made.rates.bottom - 40 / made.plot


def test_every_row_of_flags_makes_the_plot_higher_and_leaves_the_panels_as_they_are():
    none, one = plan(), plan(changes=(date(2025, 3, 1),))
    assert one.plot - none.plot == 22
    assert (one.rates.top - one.rates.bottom) * one.plot == pytest.approx((none.rates.top - none.rates.bottom) * none.plot)


@pytest.mark.parametrize(
    ("aim", "end"),
    [
        (None, date(2026, 1, 1)),
        (Aim(6, None, None), date(2026, 1, 1)),
        (Aim(6, date(2025, 6, 30), None), date(2026, 1, 1)),
        (Aim(6, date(2026, 3, 31), None), date(2026, 4, 1)),
        (Aim(6, LAST + timedelta(days=100), None), LAST + timedelta(days=101)),
        (Aim(6, LAST + timedelta(days=101), None), date(2026, 1, 1)),
    ],
)
def test_the_axis_reaches_to_an_aim_that_comes_soon(aim, end):
    assert axis_end(CLOSING, aim) == end


def test_the_range_of_gaps_holds_every_gap_no_gap_and_the_aim():
    low, high = gap_range(CLOSING, stratified_run(CLOSING), Aim(-4, None, None))
    assert low < -4 and high > max(point.gap.value for point in CLOSING.points)


def test_the_band_of_a_thin_team_is_cut():
    thin = trend_of("2/4 30/40\n 3/4 30/40\n 2/4 30/40")
    low, high = gap_range(thin, stratified_run(thin), None)
    # Gaps from 0 to 25 points, their intervals reach far beyond.
    assert high < 25 + 25 * 0.6 + 10 < max(point.gap.high for point in thin.points)
    assert low > -25 < 0


def test_a_ratio_is_planned_by_its_logarithm():
    trend = trend_of("50/100 75/100\n 60/100 80/100", **RATIO)
    made = plan(trend)
    assert made.gap.low < 0 < log10(2) < made.gap.high
    assert on_axis(trend, 10.0) == 1
    assert isnan(on_axis(trend, 0.0)) and isnan(on_axis(trend, float("inf"))) and isnan(on_axis(trend, float("nan")))
    assert on_axis(CLOSING, -3.0) == -3


def test_a_range_without_width_gets_some():
    assert padded(80, 80, 0.1) == (60, 100)
    assert padded(0, 0, 0.1) == (-1, 1)


def test_a_flag_stands_where_its_change_began_and_those_outside_the_periods_have_none():
    days = [START - timedelta(days=1), START, date(2025, 3, 1), LAST, LAST + timedelta(days=1)]
    assert [(letter, day) for letter, day, _, _ in flags_of(days, START, LAST, LAST)] == [("B", START), ("C", date(2025, 3, 1)), ("D", LAST)]


def test_flags_that_come_close_take_another_row():
    days = [date(2025, 1, 1), date(2025, 1, 1), date(2025, 1, 20), date(2025, 6, 1)]
    assert rows_of(days, 30) == [0, 1, 2, 0]
    assert rows_of(days, 19) == [0, 1, 0, 0]
    assert rows_of([], 19) == []


def test_narrow_places_need_more_rows():
    ((_, _, wide, narrow), (_, _, wide_next, narrow_next)) = flags_of([date(2025, 3, 1), date(2025, 4, 15)], START, LAST, LAST)
    assert (wide, wide_next, narrow, narrow_next) == (0, 0, 0, 1)


@pytest.mark.parametrize(("place", "letter"), [(0, "A"), (25, "Z"), (26, "27")])
def test_letters_go_on_as_numbers(place, letter):
    assert letter_of(place) == letter


def test_an_upright_line_passes_by_titles_that_stand_in_its_way():
    made = plan()
    titles = ("Blood pressure under control, % of patients", "Gap")
    early, late = (passing(day, 1.0, made, titles, width=LEAST_WIDE) for day in (date(2024, 3, 1), date(2025, 11, 1)))
    assert late == [(1.0, 0.0)]
    # Left of the longer title alone: one piece above it and one below.
    assert len(early) == 2
    assert early[0][1] > early[1][0] > made.rates.top
    assert early[-1][1] == 0.0


def test_a_line_that_begins_inside_a_titles_strip_begins_below_it():
    made = plan()
    top = made.rates.top + 10 / made.plot
    stretches = passing(START, top, made, ("Blood pressure under control", ""), width=LEAST_WIDE)
    assert all(high > low for high, low in stretches)
    assert stretches[0][0] < top
