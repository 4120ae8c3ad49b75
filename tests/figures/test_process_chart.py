from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.charts import lines
from equity.gap_process import gap_process
from equity.process_chart import KINDS_OF, rate_process
from equity.sentences.signals import RULE_NAMES
from equity.trend import gap_trend
from figures.process_chart import process_figure
from figures.process_plan import Point, ProcessWords
from figures.theme import INK, INK3, LAMP, PAPER
from tests.examples import count_of, measure_like, series_of
from tests.figures.reading import checked, is_empty_saying, named, narrow, said
from tests.figures.trends import ESCAPED, MARK, NASTY, gap_trends

STILL = [500, 522, 505, 515, 498, 520, 517, 507, 518, 503] * 2
CHANGES = (date(2026, 5, 1), date(2027, 5, 1))


def words(**changes):
    known = {
        "name": "Black patients",
        "title": "Blood pressure, % of patients: Black patients",
        "title_short": "Blood pressure, %",
        "centre": "average",
        "unit": "%",
        "places": 1,
        "rules": RULE_NAMES,
    }
    return ProcessWords(**(known | changes))


def points(periods, blanks=()):
    return [Point(period, f"said {place}", dict(blanks).get(place)) for place, period in enumerate(periods)]


def figure_of(numerators, *, told=None, **asked):
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in numerators))
    chart = rate_process(series.focus, series.periods, measure_like(), **asked)
    return checked(process_figure(chart, points(series.periods), told or words(), MARK))


def shapes(figure, dash=None):
    return [one for one in figure["layout"]["shapes"] if one["type"] == "line" and (dash is None or one["line"].get("dash") == dash)]


def test_the_series_is_a_line_of_hollow_points_that_say_what_they_are():
    line = named(figure_of(STILL), "Black patients")
    assert (line["y"][:2], line["text"][0]) == ([50, 52.2], "said 0")
    assert set(line["marker"]["color"]) == {PAPER}
    assert line["connectgaps"] is False


def test_points_of_a_signal_are_filled_and_larger_and_name_their_rule():
    figure = figure_of([*STILL, 300], kind=lines.SHARE)
    marker = named(figure, "Black patients")["marker"]
    assert (marker["color"][20], marker["size"][20], marker["size"][19]) == (MARK.light, 9, 7)
    assert "Beyond limit" in said(figure) and "Beyond limit" in said(narrow(figure))


def test_points_with_too_few_people_are_small_and_grey():
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in STILL))
    chart = rate_process((*series.focus[:19], count_of("1/4")), series.periods, measure_like(), kind=lines.SHARE)
    marker = named(checked(process_figure(chart, points(series.periods), words(), MARK)), "Black patients")["marker"]
    assert (marker["symbol"][19], marker["size"][19], marker["line"]["color"][19]) == ("circle-open", 4, INK3)


def test_a_long_series_has_smaller_marks():
    assert set(named(figure_of(STILL * 2), "Black patients")["marker"]["size"]) == {4}


def test_limits_are_steps_and_named_at_the_right():
    figure = figure_of(STILL, kind=lines.SHARE)
    low, high = (trace for trace in figure["data"] if trace["line"].get("shape") == "hvh")
    # 51.05 % and three standard deviations of 1.58 points
    assert (round(low["y"][0], 1), round(high["y"][0], 1)) == (46.3, 55.8)
    assert {"average 51.0", "limit 55.8", "limit 46.3", "<b>50.3%</b>"} <= set(said(figure))
    assert {"avg 51.0", "limit 55.8"} <= set(said(narrow(figure)))


def test_limits_on_trial_say_so():
    assert "trial limit 55.8" in said(figure_of(STILL[:10], kind=lines.SHARE))


@pytest.mark.parametrize("kind", [None, lines.SHARE])
def test_without_limits_only_a_first_centre_is_drawn_and_dashed(kind):
    told = words(centre="median" if kind is None else "average")
    figure = figure_of(STILL[:9], kind=kind, told=told)
    assert len(figure["data"]) == 1
    (centre,) = shapes(figure)
    assert centre["line"]["dash"] == "5px,4px"
    assert any(text.startswith(f"{told.centre} so far 51.") for text in said(figure))
    assert not any("limit" in text for text in said(figure))


def test_a_centre_that_is_held_from_the_baseline_is_dashed_after_it():
    figure = figure_of(STILL, kind=lines.SHARE, baseline=(date(2024, 1, 1), date(2026, 6, 30)))
    solid, dashed = shapes(figure)
    assert (solid["line"]["dash"], solid["x1"], dashed["line"]["dash"], dashed["x0"]) == ("solid", "2026-06-30", "5px,4px", "2026-06-30")


def test_each_phase_has_its_own_centre_limits_and_name_and_the_change_that_begins_it_a_whole_line():
    told = words(changes=CHANGES, begins="A", phases=(("Before A: average 51.0%", "Before A: 51.0"), ("Since A: average 61.0%", "Since A: 61.0")))
    figure = figure_of([*STILL[:10], *(one + 100 for one in STILL[:10])], since=CHANGES[0], told=told)
    before, since = shapes(figure, "solid")
    assert (before["x1"], since["x0"]) == ("2026-07-01", "2026-07-01")
    assert before["y0"] < since["y0"]
    assert {"Before A: average 51.0%", "Since A: average 61.0%", "<b>A</b>", "<b>B</b>"} <= set(said(figure))
    assert {"Before A: 51.0", "Since A: 61.0"} <= set(said(narrow(figure)))
    steps = next(trace for trace in figure["data"] if trace["line"].get("shape") == "hvh")
    assert steps["y"][10] is None
    upright = {one["x0"]: one["line"] for one in shapes(figure) if one["yref"] == "paper"}
    assert upright["2026-05-01"] == {"color": INK, "width": 1.6}
    assert upright["2027-05-01"]["dash"] == "2px,3px"


def test_changes_have_flags_and_their_lines_pass_by_the_title():
    figure = figure_of(STILL, told=words(changes=(date(2024, 3, 1),)))
    assert [one["xanchor"] for one in figure["layout"]["shapes"] if one.get("fillcolor") == LAMP] == ["2024-03-01"]
    assert len([one for one in shapes(figure) if one["x0"] == "2024-03-01"]) == 2
    assert len([one for one in shapes(figure_of(STILL, told=words(changes=(date(2028, 11, 1),)))) if one["x0"] == "2028-11-01"]) == 1


def test_the_aim_is_dashed_over_the_whole_width():
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in STILL))
    chart = gap_process(gap_trend(series, measure_like(), None), aim=6.0)
    figure = checked(process_figure(chart, points(series.periods), words(centre="median", unit="", aim=6.0), MARK))
    (aim,) = shapes(figure, "7px,4px")
    assert (aim["y0"], aim["x0"]) == (6, "2024-01-01")
    assert "aim 6" in said(figure)
    assert figure["layout"]["yaxis"]["range"][0] < 6


def test_a_ratio_has_ticks_of_ratios():
    series = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in STILL))
    chart = gap_process(gap_trend(series, measure_like(scale="ratio"), None))
    figure = checked(process_figure(chart, points(series.periods), words(centre="median", unit="", is_ratio=True, places=2), MARK))
    assert set(figure["layout"]["yaxis"]["ticktext"]) <= {"1.25", "1.5"}


def test_values_told_in_whole_percent_have_no_tenths_and_their_average_has():
    told = said(figure_of([600] * 6, told=words(is_whole=True)))
    assert {"<b>60%</b>", "average so far 60"} <= set(told)
    assert "average so far 60.5" in said(figure_of([600] * 3 + [610] * 3, told=words(is_whole=True)))


def test_a_value_told_in_tenths_keeps_them_in_a_series_that_has_whole_ones_too():
    assert "<b>63.2%</b>" in said(figure_of([600] * 5 + [632], told=words(is_whole=True)))


def test_no_tick_stands_where_no_rate_can_be():
    rates = figure_of([0] * 12, told=words(least=0.0))
    assert min(rates["layout"]["yaxis"]["tickvals"]) == 0
    assert min(figure_of([0] * 12)["layout"]["yaxis"]["tickvals"]) < 0


def test_blanks_stand_in_a_strip_and_break_the_line():
    series = series_of("52/100 66/100\n hidden 66/100\n 54/100 66/100")
    chart = rate_process(series.focus, series.periods, measure_like())
    figure = checked(process_figure(chart, points(series.periods, {1: "hidden"}), words(centre="median"), MARK))
    assert named(figure, "Black patients")["y"] == [52, None, 54]
    assert named(figure, "No number")["text"] == ["<b>Q2 2024</b><br>hidden. Counted, but too few people to show."]


def test_nothing_known_says_so():
    chart = rate_process((), (), measure_like())
    assert is_empty_saying(process_figure(chart, [], words(), MARK), "There is no period yet in which this can be shown.")


def test_names_from_files_are_no_markup():
    figure = figure_of(STILL, told=words(title=NASTY, title_short=NASTY))
    assert not any("<script" in text for text in [*said(figure), *said(narrow(figure))])
    assert any(ESCAPED[:20] in text for text in said(figure))


@settings(max_examples=60, deadline=None)
@given(trend=gap_trends(), since=st.one_of(st.none(), st.dates(date(2001, 1, 1), date(2020, 1, 1))), data=st.data())
def test_every_series_makes_a_valid_figure(trend, since, data):
    measure, periods = trend.measure, [point.period for point in trend.points]
    kind = data.draw(st.sampled_from([None, *KINDS_OF[measure.number]]))
    chart = rate_process([point.focus for point in trend.points], periods, measure, kind=kind, since=since, baseline=trend.baseline)
    checked(process_figure(chart, points(periods, {0: "hidden"}), words(changes=() if since is None else (since,)), MARK))
    gap = gap_process(trend, since=since, aim=2.0)
    checked(process_figure(gap, points(periods), words(centre="median", is_ratio=measure.scale == "ratio"), MARK))
