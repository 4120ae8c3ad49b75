from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.charts.signals import SHIFT, Signal
from equity.stratified_run import RunLine, stratified_run
from figures.team_run import ribbon_baseline, team_run_figure
from figures.team_run_levels import aim_lines, limit_lines, median_lines
from figures.team_run_plan import Aim, plan_of
from figures.theme import INK, LAMP, PAPER
from tests.figures.reading import checked, is_empty_saying, merged, named, narrow, said
from tests.figures.test_team_run_plan import AIM, RATIO, words
from tests.figures.trends import AS_OF, CLOSING, ESCAPED, MARK, NASTY, event, gap_trends, half_years, trend_of

CONVENING = event("convening", 1, date(2025, 1, 16))
ACTION = event("action_period", 1, date(2025, 1, 17), date(2025, 6, 30))
CHANGES = (date(2025, 3, 1), date(2025, 9, 1))


def figure_of(trend=CLOSING, events=(), **rest):
    return checked(team_run_figure(trend, stratified_run(trend), words(**rest), MARK, events, as_of=AS_OF))


def lines(figure, dash=None, axis=None):
    shapes = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "line"]
    return [shape for shape in shapes if (dash is None or shape["line"].get("dash") == dash) and (axis is None or shape["yref"] == axis)]


def test_both_rates_and_the_gap_are_lines_of_their_own():
    figure = figure_of()
    assert named(figure, "Black patients")["y"][0] == 52
    assert named(figure, "all other patients")["y"][0] == 66
    gap = named(figure, "Gap")
    assert (gap["y"][0], gap["yaxis"]) == (14, "y2")


def test_each_line_has_the_band_of_its_intervals():
    figure = figure_of()
    bands = [trace for trace in figure["data"] if trace.get("fill") == "toself"]
    assert [band.get("yaxis", "y") for band in bands] == ["y2", "y", "y"]
    first, points = CLOSING.points[0], len(CLOSING.points)
    for band, rate in zip(bands[1:], (first.reference_rate, first.focus_rate), strict=True):
        assert (band["y"][0], band["y"][2 * points - 1]) == pytest.approx((rate.high, rate.low), abs=0.01)


def test_a_band_wider_than_its_panel_is_cut_there():
    thin = trend_of("6/12 660/1000\n7/12 660/1000\n6/12 660/1000\n7/12 660/1000")
    low, high = figure_of(thin)["layout"]["yaxis"]["range"]
    ends = [y for trace in figure_of(thin)["data"] if trace.get("fill") == "toself" and "yaxis" not in trace for y in trace["y"]]
    assert (min(ends), max(ends)) == (low, high)
    assert thin.points[0].focus_rate.low < low


def test_points_are_hollow_and_filled_in_a_signal():
    run = stratified_run(CLOSING)
    shifted = replace(run, focus=replace(run.focus, filled=frozenset({6, 7})))
    figure = checked(team_run_figure(CLOSING, shifted, words(), MARK, (), as_of=AS_OF))
    marker = named(figure, "Black patients")["marker"]
    assert marker["color"] == [PAPER] * 6 + [MARK.light] * 2
    assert marker["size"] == [7] * 6 + [9] * 2
    assert set(named(figure, "Gap")["marker"]["color"]) == {PAPER}


def test_a_long_series_has_smaller_marks():
    assert set(named(figure_of(half_years(42)), "Black patients")["marker"]["size"]) <= {4, 7}


def test_the_median_is_solid_over_the_baseline_and_dashed_after():
    solid, dashed = median_lines("y", stratified_run(CLOSING).focus, CLOSING, plan_of(CLOSING, stratified_run(CLOSING), words()), INK)
    # 52, 54, 53 and 55 %
    assert (solid["y0"], solid["x0"], solid["x1"], solid["line"]["dash"]) == (53.5, "2024-01-01", "2024-12-31", "solid")
    assert (dashed["x0"], dashed["line"]["dash"]) == ("2024-12-31", "5px,4px")


def test_a_median_of_all_points_is_solid_throughout():
    found = RunLine(53.5, False, 8, frozenset(), ())
    (whole,) = median_lines("y", found, CLOSING, plan_of(CLOSING, stratified_run(CLOSING), words()), INK)
    assert (whole["x1"], whole["line"]["dash"]) == ("2025-12-31", "solid")


def test_a_baseline_that_reaches_to_the_end_has_no_dashed_part():
    trend = trend_of("52/100 66/100\n 53/100 66/100\n 54/100 66/100\n 55/100 66/100")
    assert len(median_lines("y", stratified_run(trend).focus, trend, plan_of(trend, stratified_run(trend), words()), INK)) == 1


def test_every_phase_has_its_own_median():
    found = RunLine(60.0, False, 24, frozenset(), (), ((0, 53.0), (4, 60.0)))
    before, after = median_lines("y", found, CLOSING, plan_of(CLOSING, stratified_run(CLOSING), words()), INK)
    assert (before["y0"], before["x0"], before["x1"]) == (53, "2024-01-01", "2025-01-01")
    assert (after["y0"], after["x0"], after["x1"], after["line"]["dash"]) == (60, "2025-01-01", "2025-12-31", "solid")


def test_a_point_of_a_signal_says_its_rule():
    run = stratified_run(CLOSING)
    shifted = replace(run, focus=replace(run.focus, signals=(Signal(SHIFT, 1, (6, 7), 6),)))
    text = named(checked(team_run_figure(CLOSING, shifted, words(), MARK, (), as_of=AS_OF)), "Black patients")["text"]
    assert "<br>Shift: Six or more values in a row on one<br>side of the median." in text[7]
    assert "Shift" not in text[5]


def test_limits_are_steps_inside_the_panel():
    plan = plan_of(CLOSING, stratified_run(CLOSING), words())
    steps = limit_lines(CLOSING, [10.0] * 7 + [plan.gap.high + 1], plan)
    assert [step["x0"] for step in steps] == [point.period.start.isoformat() for point in CLOSING.points[:7]]
    assert limit_lines(CLOSING, (), plan) == []


def test_the_aim_is_dashed_from_its_registration_and_its_way_runs_from_the_baselines_gap():
    goal, way = aim_lines(CLOSING, words(aim=AIM), plan_of(CLOSING, stratified_run(CLOSING), words(aim=AIM)))
    assert (goal["x0"], goal["y0"], goal["y1"]) == ("2025-01-01", 6, 6)
    # At the baseline 214 of 400 against 528 of 800: 66 - 53.5
    assert (way["x0"], way["y0"], way["x1"], way["y1"]) == ("2025-01-01", 12.5, "2026-03-31", 6)


def test_the_way_to_a_far_aim_leaves_the_chart_half_way():
    far = Aim(6.0, date(2027, 1, 1), date(2025, 1, 1))
    _, way = aim_lines(CLOSING, words(aim=far), plan_of(CLOSING, stratified_run(CLOSING), words(aim=far)))
    # One of two years: half of 12.5 to 6
    assert (way["x1"], way["y1"]) == ("2026-01-01", 9.25)


@pytest.mark.parametrize("aim", [Aim(6, None, date(2025, 1, 1)), Aim(6, date(2026, 1, 1), None), Aim(6, date(2024, 6, 1), date(2025, 1, 1))])
def test_an_aim_without_both_days_in_their_order_has_no_way(aim):
    assert len(aim_lines(CLOSING, words(aim=aim), plan_of(CLOSING, stratified_run(CLOSING), words(aim=aim)))) == 1


def test_a_ratio_has_a_log_axis_and_its_way_is_straight_on_it():
    trend = trend_of("50/100 75/100\n 60/100 80/100", baseline=None, **RATIO)
    aim = Aim(1.0, date(2025, 1, 1), date(2024, 1, 1))
    figure = figure_of(trend, aim=aim)
    assert figure["layout"]["yaxis2"]["type"] == "log"
    # 50 % and 25 % without it
    assert named(figure, "Gap")["y"] == [2, 2]
    _, way = aim_lines(trend, words(aim=aim), plan_of(trend, stratified_run(trend), words(aim=aim)))
    assert way["y0"] == 2
    assert 1 < way["y1"] < 1.5


def test_an_aim_that_a_log_axis_cannot_hold_is_not_drawn():
    trend = trend_of("50/100 75/100\n 60/100 80/100", baseline=None, **RATIO)
    none = Aim(0.0, None, None)
    assert aim_lines(trend, words(aim=none), plan_of(trend, stratified_run(trend), words())) == []


def test_changes_have_a_flag_a_letter_and_a_dotted_line():
    figure = figure_of(changes=CHANGES)
    flags = [shape for shape in figure["layout"]["shapes"] if shape.get("fillcolor") == LAMP]
    assert [flag["xanchor"] for flag in flags] == ["2025-03-01", "2025-09-01"]
    assert [text for text in said(figure) if text in ("<b>A</b>", "<b>B</b>")] == ["<b>A</b>", "<b>B</b>"]
    assert {shape["x0"] for shape in lines(figure, "2px,3px", "paper")} == {"2025-03-01", "2025-09-01"}


def test_flags_of_the_narrow_form_take_the_rows_that_they_need_there():
    close = (date(2025, 3, 1), date(2025, 4, 15))
    figure = figure_of(changes=close)
    wide, small = (form["layout"]["shapes"] for form in (figure, narrow(figure)))
    heights = [{shape["y0"] for shape in shapes if shape.get("fillcolor") == LAMP} for shapes in (wide, small)]
    assert heights == [{-20}, {-20, -42}]


def test_convenings_and_action_periods_stand_over_the_panels():
    figure = figure_of(events=[CONVENING, ACTION])
    assert {"Convening 1", "Action period 1", "Baseline year"} <= set(said(figure))
    assert "AP 1" in said(narrow(figure))
    assert any(shape["x0"] == "2025-01-16" for shape in lines(figure))


def test_a_baseline_inside_an_action_period_is_not_named_over_it():
    during = event("action_period", 1, date(2024, 6, 1), date(2025, 6, 30))
    assert ribbon_baseline(CLOSING, [during]) is None
    assert ribbon_baseline(CLOSING, [ACTION, CONVENING]) == CLOSING.baseline
    assert ribbon_baseline(replace(CLOSING, baseline=None), []) is None


def test_blanks_stand_in_a_strip_and_say_what_they_are():
    figure = figure_of(trend_of("52/100 66/100\n hidden 66/100\n 54/100 66/100"))
    assert named(figure, "No number")["text"] == ["<b>Q2 2024</b><br>hidden. Counted, but too few people to show."]
    assert named(figure, "Black patients")["y"] == [52, None, 54]
    assert named(figure, "all other patients")["y"] == [66, 66, 66]


def test_one_group_alone_is_drawn():
    figure = figure_of(trend_of("hidden 66/100\n hidden 67/100"))
    assert named(figure, "all other patients")["y"] == [66, 67]
    assert named(figure, "Gap")["y"] == [None, None]


@pytest.mark.parametrize("table", ["", "hidden hidden\n not_due not_due"])
def test_nothing_known_says_so(table):
    trend = trend_of(table)
    figure = team_run_figure(trend, stratified_run(trend), words(), MARK, (), as_of=AS_OF)
    assert is_empty_saying(figure, "There is no period yet in which either group can be shown.")


def test_names_from_files_are_no_markup():
    named_badly = replace(words(), rates=NASTY, gap=NASTY, focus=NASTY, reference=NASTY)
    figure = checked(team_run_figure(CLOSING, stratified_run(CLOSING), named_badly, MARK, (), as_of=AS_OF))
    texts = [*said(figure), *said(narrow(figure))]
    assert not any("<script" in text for text in texts)
    assert any(ESCAPED[:20] in text for text in texts)


def test_the_narrow_form_lies_over_the_wide_one():
    figure = figure_of(changes=CHANGES, aim=AIM)
    assert narrow(figure)["layout"]["height"] == merged({}, figure["layout"])["height"]
    assert narrow(figure)["layout"]["margin"]["r"] < figure["layout"]["margin"]["r"]


@settings(max_examples=60, deadline=None)
@given(trend=gap_trends(), has_aim=st.booleans(), days=st.lists(st.dates(date(2001, 1, 1), date(2012, 1, 1)), max_size=6))
def test_every_trend_makes_a_valid_figure(trend, has_aim, days):
    figure_of(trend, events=[CONVENING, ACTION], changes=tuple(sorted(days)), aim=AIM if has_aim else None)
