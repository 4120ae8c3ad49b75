from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from equity.charts import lines
from equity.charts.signals import OUTSIDE, SHIFT, TREND
from equity.charts.states import COMMON_CAUSE, CONCERN, IMPROVEMENT, NOT_ASSESSABLE
from equity.process_chart import freeze_of, rate_process, split_of
from tests.examples import count_of, measure_like, series_of

STILL = [500, 520] * 10
# 2024 and on: the eleventh quarter begins on 1 July 2026.
ELEVENTH = date(2026, 7, 1)


def series(numerators, people=1000):
    return series_of("\n".join(f"{numerator}/{people} 660/1000" for numerator in numerators))


def chart_of(numerators, *, people=1000, changes=None, **asked):
    found = series(numerators, people)
    return rate_process(found.focus, found.periods, measure_like(**(changes or {})), **asked)


@pytest.mark.parametrize(("points", "standing", "missing"), [(9, "insufficient", 1), (10, "trial", 0), (19, "trial", 0), (20, "settled", 0)])
def test_limits_are_withheld_below_ten_points_and_on_trial_until_twenty(points, standing, missing):
    chart = chart_of(STILL[:points], kind=lines.SHARE)
    assert (chart.standing, chart.missing) == (standing, missing)
    assert np.isfinite(chart.lines.high).all() == (standing != "insufficient")
    assert np.isfinite(chart.lines.centre).all()


def test_below_ten_points_no_rule_is_used_whatever_the_points_do():
    chart = chart_of([500, 510, 520, 530, 540, 550, 560, 570, 990], kind=lines.SHARE)
    assert (chart.signals, chart.variation.state) == ((), NOT_ASSESSABLE)


def test_limits_are_those_of_counts_in_shown_units():
    chart = chart_of(STILL, kind=lines.SHARE)
    # 51 %, and three times the root of 0.51 x 0.49 / 1000
    assert round(float(chart.lines.centre[0]), 6) == 51
    assert round(float(chart.lines.high[0]), 4) == round(51 + 300 * (0.51 * 0.49 / 1000) ** 0.5, 4)


def test_the_kind_is_suggested_with_its_reason_and_another_may_be_chosen():
    suggested, chosen = chart_of(STILL), chart_of(STILL, kind=lines.INDIVIDUALS)
    assert (suggested.kind, suggested.suggested.kind) == (lines.SHARE, lines.SHARE)
    assert suggested.suggested.reason == "The counts alone tell how far the points may scatter."
    assert (chosen.kind, chosen.suggested.kind) == (lines.INDIVIDUALS, lines.SHARE)


def test_rates_have_their_own_kinds():
    assert chart_of(STILL, changes={"number": "rate", "multiplier": 1000}).kind == lines.RATE


def test_across_a_shift_a_run_chart_is_suggested_and_its_rules_speak():
    chart = chart_of([500, 510] * 6 + [600, 610] * 6)
    assert (chart.kind, chart.suggested.reason) == (lines.RUN, "The level has shifted. Limits across a shift would mix two levels.")
    assert np.isnan(chart.lines.high).all()
    assert [signal.rule for signal in chart.signals if signal.side] == [SHIFT, SHIFT]
    assert (chart.variation.state, chart.variation.place) == (IMPROVEMENT, 23)


def test_a_run_chart_of_points_on_its_median_is_not_judged():
    chart = chart_of([500] * 12, kind=lines.RUN)
    assert (chart.signals, chart.variation.state, chart.standing) == ((), NOT_ASSESSABLE, "trial")


def test_a_point_beyond_a_limit_is_a_signal_of_its_own_direction():
    chart = chart_of([*STILL, 300], kind=lines.SHARE)
    assert [(signal.rule, signal.side, signal.places) for signal in chart.signals] == [(OUTSIDE, -1, (20,))]
    assert (chart.variation.state, chart.variation.rule) == (CONCERN, OUTSIDE)
    assert (chart.rules_at(20), chart.rules_at(19)) == ((OUTSIDE,), ())


def test_where_lower_is_better_a_low_point_is_a_gain():
    assert chart_of([*STILL, 300], kind=lines.SHARE, changes={"improvement_direction": "lower"}).variation.state == IMPROVEMENT


def test_periods_with_too_few_people_are_drawn_and_neither_counted_nor_judged():
    found = series(STILL[:12])
    counts = (*found.focus[:11], count_of("0/4"))
    chart = rate_process(counts, found.periods, measure_like(), kind=lines.SHARE)
    assert (chart.values[11], np.isnan(chart.judged[11])) == (0.0, True)
    assert (chart.phases[0].counted, chart.variation.state, chart.variation.place) == (11, COMMON_CAUSE, 10)


def test_a_series_of_small_periods_alone_has_too_few_to_judge():
    chart = chart_of([1] * 12, people=4)
    assert (chart.kind, chart.standing, chart.missing) == (lines.RUN, "insufficient", 10)


def test_a_long_series_of_which_few_periods_may_be_judged_is_a_run_chart():
    chart = chart_of([50] * 12, people=100)
    found = series([50] * 12, 100)
    counts = [count_of("2/4") if place % 2 else count for place, count in enumerate(found.focus)]
    mixed = rate_process([*counts, *counts[:1] * 6], (*found.periods, *found.periods[:6]), measure_like())
    assert (chart.kind, mixed.kind) == (lines.SHARE, lines.SHARE)
    few = rate_process(counts, found.periods, measure_like())
    assert few.suggested.reason == "Fewer than ten points can be judged, too few for limits."


def test_nothing_reported_makes_a_chart_of_nothing():
    assert rate_process((), (), measure_like()).phases == ()
    empty = rate_process((), (), measure_like())
    assert (empty.standing, empty.missing, empty.variation.state) == ("insufficient", 10, NOT_ASSESSABLE)


def test_missing_periods_are_no_zeros():
    found = series(STILL[:12])
    counts = (*found.focus[:5], count_of("hidden"), *found.focus[6:])
    chart = rate_process(counts, found.periods, measure_like(), kind=lines.SHARE)
    assert (np.isnan(chart.values[5]), chart.phases[0].counted) == (True, 11)


@pytest.mark.parametrize(("until", "frozen"), [(date(2026, 3, 31), None), (date(2026, 6, 30), 10)])
def test_a_baseline_of_ten_points_is_held_and_a_shorter_one_is_not(until, frozen):
    chart = chart_of(STILL[:10] + [700] * 10, kind=lines.SHARE, baseline=(date(2024, 1, 1), until))
    assert chart.frozen == frozen
    assert (round(float(chart.lines.centre[-1]), 6) == 51) is (frozen is not None)
    assert chart.standing == ("trial" if frozen else "settled")


def test_a_baseline_of_the_whole_series_holds_nothing_back():
    found = series(STILL)
    assert freeze_of(found.periods, np.ones(20, dtype=bool), None) is None
    chart = chart_of(STILL, kind=lines.SHARE, baseline=(date(2024, 1, 1), date(2028, 12, 31)))
    assert chart.frozen is None


@pytest.mark.parametrize(
    ("since", "place", "holds"),
    [(date(2026, 4, 1), 9, False), (date(2026, 4, 2), 10, True), (ELEVENTH, 10, True), (date(2026, 7, 2), 11, False), (date(2040, 1, 1), 20, False)],
)
def test_a_new_phase_begins_with_the_first_whole_period_and_needs_ten_points_on_each_side(since, place, holds):
    split = split_of(series(STILL).periods, np.ones(20, dtype=bool), since)
    assert (split.place, split.before, split.after, split.holds) == (place, place, 20 - place, holds)


def test_each_phase_has_its_own_lines_and_its_own_rules():
    chart = chart_of([500, 510] * 5 + [600, 610] * 5, since=ELEVENTH)
    assert [(phase.start, phase.stop, phase.standing) for phase in chart.phases] == [(0, 10, "trial"), (10, 20, "trial")]
    assert [round(float(chart.lines.centre[place]), 6) for place in (0, 19)] == [50.5, 60.5]
    # In one phase the level has shifted; in two, each runs level.
    assert (chart.kind, chart.signals, chart.variation.state) == (lines.SHARE, (), COMMON_CAUSE)


def test_a_phase_that_is_too_short_changes_nothing_and_is_told():
    asked, plain = chart_of(STILL, since=date(2026, 10, 2)), chart_of(STILL)
    assert (asked.split.before, asked.split.after, asked.split.holds) == (12, 8, False)
    assert (len(asked.phases), asked.lines.centre.tolist()) == (1, plain.lines.centre.tolist())


def test_a_signal_of_the_second_phase_stands_at_its_place_in_the_whole():
    rising = [500 + 20 * step for step in range(10)]
    chart = chart_of([500, 510] * 5 + rising, since=ELEVENTH, kind=lines.RUN)
    assert [(signal.rule, signal.places) for signal in chart.signals if signal.rule == TREND] == [(TREND, tuple(range(10, 20)))]
    assert chart.variation.place == 19


def test_where_one_phase_has_shifted_a_run_chart_is_suggested_for_both():
    chart = chart_of([500, 510] * 5 + [600, 610] * 5 + STILL[:10], since=date(2029, 1, 1))
    assert chart.suggested.kind == lines.RUN
    later = chart_of([500, 510] * 6 + [600, 610] * 6 + STILL[:12], since=date(2030, 1, 1))
    assert (later.split.holds, later.kind) == (True, lines.RUN)
