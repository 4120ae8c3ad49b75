from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.blanks import ZERO_EVENTS
from equity.rates import Estimate
from figures.gap_panel import (
    HEIGHT,
    MOST_MARKS,
    PLOT,
    STRIP_HEIGHT,
    cut_band,
    first_convening,
    gap_panel_figure,
    said,
    shared_range,
    value_ticks,
)
from figures.labels import LINE_HEIGHT
from figures.marks import PATHS
from figures.theme import INK
from tests.figures.reading import checked, is_empty_saying
from tests.figures.reading import said as texts
from tests.figures.trends import CLOSING, event, gap_trends, half_years, trend_of

SPAN = (-5.0, 20.0)
HOLED = trend_of("52/100 66/100\n hidden 66/100\n 54/100 66/100\n 56/100 66/100\n not_due not_due")


def panel(trend, span=SPAN, events=()):
    return checked(gap_panel_figure(trend, span, events))


def test_the_readers_own_line_is_thicker():
    own, other = (gap_line(checked(gap_panel_figure(CLOSING, SPAN, (), is_mine=is_mine))) for is_mine in (True, False))
    assert (own["line"]["width"], other["line"]["width"]) == (3, 2)


def gap_line(figure):
    return figure["data"][1]


def known(gap):
    """One period of a closing gap with another gap in its place."""
    return replace(CLOSING, points=(replace(CLOSING.points[0], gap=gap),))


def test_the_line_is_the_gap_and_breaks_where_there_is_none():
    drawn = gap_line(panel(HOLED))
    # 66 - 52, hidden, 66 - 54, 66 - 56, not due
    assert drawn["y"] == [14, None, 12, 10, None]
    assert drawn["connectgaps"] is False
    assert drawn["x"][0] == "2024-02-15"


def test_the_last_known_point_and_one_that_stands_alone_are_marked():
    assert gap_line(panel(HOLED))["marker"]["size"] == [5, 0, 0, 8, 0]


def test_a_line_without_holes_marks_its_end_alone():
    assert gap_line(panel(CLOSING))["marker"]["size"] == [0] * 7 + [8]


def test_the_band_is_cut_at_the_shared_range():
    drawn = cut_band(known(Estimate(3, -50, 60)), (-5, 20))
    assert drawn["y"] == [20, -5]


def test_the_band_inside_the_range_is_whole_and_breaks_with_the_line():
    drawn = cut_band(known(Estimate(3, 1, 6)), (-5, 20))
    assert drawn["y"] == [6, 1]
    assert cut_band(HOLED, SPAN)["x"].count(None) == 1


def test_every_panel_has_the_range_asked_for():
    axis = panel(CLOSING)["layout"]["yaxis"]
    assert axis["range"] == [-5, 20]
    assert (axis["tickvals"], axis["ticktext"]) == ([0, 20], ["0", "20"])


def test_the_shared_range_holds_every_gap_and_zero_with_room():
    # gaps from 8 to 14, so 0 to 14 and 35 % of that on either side
    assert shared_range([CLOSING, HOLED]) == pytest.approx((-0.35 * 14, 14 + 0.35 * 14))
    assert shared_range([]) == (-0.35, 0.35)


@pytest.mark.parametrize("span", [(-0.35, 0.35), (-4.9, 18.9), (-0.07, 0.27), (-120, 30), (0, 1)])
def test_ticks_of_a_panel_are_few_and_inside(span):
    ticks = value_ticks(span)
    assert 2 <= len(ticks["tickvals"]) <= 4
    assert all(span[0] <= tick <= span[1] for tick in ticks["tickvals"])
    assert len(set(ticks["ticktext"])) == len(ticks["ticktext"])


def test_the_last_gap_stands_right_of_its_point():
    (label,) = panel(CLOSING)["layout"]["annotations"]
    # 68 - 60 = 8 lies at 13/25 of the plot
    assert (label["text"], label["x"]) == ("<b>8.0</b>", "2025-11-15")
    assert label["y"] == pytest.approx(13 / 25)


def test_over_a_strip_of_blanks_the_plot_is_lower():
    figure = panel(HOLED)
    lowest = STRIP_HEIGHT + 0.04
    assert figure["layout"]["yaxis"]["domain"] == [lowest, 1]
    (label,) = figure["layout"]["annotations"]
    # the gap of 10 lies at 15/25 of what is left
    assert label["y"] == pytest.approx(lowest + 15 / 25 * (1 - lowest))
    assert figure["layout"]["yaxis2"]["domain"] == [0, STRIP_HEIGHT]


def test_blanks_are_marked_under_the_line_and_say_what_they_are():
    figure = panel(HOLED)
    paths = [shape["xanchor"] for shape in figure["layout"]["shapes"] if shape["type"] == "path"]
    assert paths == ["2024-05-16", "2025-02-14"]
    (words,) = figure["data"][2:]
    assert [text.split("<br>")[1].split(".")[0] for text in words["text"]] == ["hidden", "not due"]
    assert words["yaxis"] == "y2"


def test_many_blanks_are_marked_by_runs():
    rows = "\n".join(["52/100 66/100"] + ["hidden 66/100"] * MOST_MARKS)
    shapes = panel(trend_of(rows))["layout"]["shapes"]
    assert sum(shape["type"] == "path" for shape in shapes) == 1


def test_a_team_without_any_gap_has_its_blanks_alone():
    figure = panel(trend_of("hidden 66/100\n hidden 66/100"))
    assert gap_line(figure)["y"] == [None, None]
    assert gap_line(figure)["marker"]["size"] == [0, 0]
    assert texts(figure) == []
    assert sum(shape["type"] == "path" for shape in figure["layout"]["shapes"]) == 2


def test_a_team_without_any_period_says_so():
    figure = gap_panel_figure(trend_of(""), SPAN, [])
    assert is_empty_saying(figure, "No report is due yet.")
    assert figure["layout"]["height"] == HEIGHT == PLOT + 32


def test_the_first_and_the_last_period_are_named():
    axis = panel(CLOSING)["layout"]["xaxis"]
    assert (axis["tickvals"], axis["ticktext"]) == (["2024-02-15", "2025-11-15"], ["Q1 24", "Q4 25"])


def test_one_period_is_named_once():
    axis = panel(trend_of("52/100 66/100"))["layout"]["xaxis"]
    assert (axis["tickvals"], axis["ticktext"]) == (["2024-02-15"], ["Q1 24"])


def test_half_years_are_named_by_their_years():
    assert panel(half_years(42))["layout"]["xaxis"]["ticktext"] == ["2001", "2021"]


def test_a_point_says_its_period_gap_and_interval():
    point = replace(CLOSING.points[0], gap=Estimate(14, 2.25, 25.75))
    assert said(point, 100) == "<b>Q1 2024</b><br>Gap 14.0 points (2.2 to 25.8)"
    assert said(replace(point, gap=Estimate(0.4, 0.1, 0.7)), 1000) == "<b>Q1 2024</b><br>Gap 0.40 per 1,000 (0.10 to 0.70)"


FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)


@pytest.mark.parametrize(
    ("day", "marked"),
    [(date(2023, 12, 31), []), (FIRST, ["2024-01-01"]), (LAST, ["2024-12-31"]), (date(2025, 1, 1), [])],
)
def test_the_first_convening_is_dotted_where_it_lies_on_the_axis(day, marked):
    events = [event("convening", 2, date(2025, 6, 1)), event("convening", 1, day), event("action_period", 1, date(2023, 1, 1))]
    shapes = first_convening(events, FIRST, LAST)
    assert [shape["x0"] for shape in shapes] == marked
    assert all(shape["line"]["dash"] == "dot" for shape in shapes)


def test_a_later_convening_never_stands_for_the_first():
    assert first_convening([event("convening", 1, date(2023, 6, 1)), event("convening", 2, date(2024, 6, 1))], FIRST, LAST) == []


def test_zero_is_a_line_across_the_panel():
    zero = next(shape for shape in panel(CLOSING)["layout"]["shapes"] if shape["yref"] == "y")
    assert (zero["y0"], zero["y1"], zero["x0"], zero["x1"], zero["xref"]) == (0, 0, 0, 1, "paper")


def test_the_line_is_ink_as_its_label_is():
    figure = panel(CLOSING)
    assert gap_line(figure)["line"]["color"] == figure["layout"]["annotations"][0]["font"]["color"] == INK


@settings(deadline=None, max_examples=25)
@given(st.lists(gap_trends(), min_size=1, max_size=3))
def test_any_teams_have_panels_on_one_range(trends):
    span = shared_range(trends)
    for trend in trends:
        figure = panel(trend, span)
        gaps = [value for trace in figure["data"][1:2] for value in trace["y"] if value is not None]
        assert all(span[0] <= value <= span[1] for value in gaps)
        for label in figure["layout"]["annotations"]:
            assert label["y"] * PLOT <= PLOT + LINE_HEIGHT


def test_zero_events_stand_in_the_strip_and_on_the_line():
    trend = trend_of("0/400 66/400\n52/400 66/400")
    figure = gap_panel_figure(trend, (-5, 40), [])
    assert any(shape.get("path") == PATHS[ZERO_EVENTS] for shape in figure["layout"]["shapes"])
    assert any("zero events" in text for trace in figure["data"] for text in trace.get("text", []))
    line = next(trace for trace in figure["data"] if trace["mode"] == "lines+markers")
    assert None not in line["y"]


def daggers_of(trend, noted):
    marks = checked(gap_panel_figure(trend, SPAN, (), noted=noted))["layout"]["annotations"]
    return [(mark["x"], mark.get("yshift", 0)) for mark in marks if mark["text"] == "<b>†</b>"]


def test_a_dagger_stands_over_each_point_that_bears_a_note():
    days = [point.period.middle.isoformat() for point in CLOSING.points]
    assert daggers_of(CLOSING, {2, 3}) == [(days[2], 12), (days[3], 12)]


def test_where_there_is_no_point_one_dagger_stands_for_all_notes_in_a_row():
    days = [point.period.middle.isoformat() for point in HOLED.points]
    assert daggers_of(HOLED, {1}) == [(days[1], 0)]
    blank = trend_of("52/100 66/100\n hidden 66/100\n hidden 66/100")
    assert daggers_of(blank, {1, 2}) == [(blank.points[1].period.middle.isoformat(), 0)]


def test_in_a_long_series_one_dagger_stands_for_all_notes_in_a_row():
    trend = half_years(42)
    assert daggers_of(trend, {3, 4, 5, 9}) == [(trend.points[place].period.middle.isoformat(), 12) for place in (3, 9)]
