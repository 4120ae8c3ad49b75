from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from math import inf, nan

import pytest
from hypothesis import given, settings

from equity import blanks
from equity.rates import NOT_COMPUTABLE, Estimate
from figures.network_trend import (
    DIFFERENCE,
    MOST_MARKS,
    PLOT,
    RATES,
    RATIO,
    STRIP_HEIGHT,
    brackets,
    network_trend_figure,
    padded,
    panels_of,
    point_words,
    shown_ratio,
)
from figures.theme import INK2, INK3, REFERENCE_MARK
from tests.figures.reading import checked, is_empty_saying, named, narrow, said, strings
from tests.figures.trends import AS_OF, CLOSING, ESCAPED, MARK, NASTY, WORDS, event, gap_trends, half_years, trend_of
from tests.told import TRENDS

TRACE_TYPES = {"scatter", "bar", "scatterpolar", "heatmap", "box"}
EVENTS = [event("convening", 1, date(2025, 1, 15)), event("action_period", 1, date(2025, 1, 16), date(2025, 5, 1)), event("convening", 2, date(2026, 1, 20))]
HOLED = trend_of("52/100 66/100\n hidden 67/100\n 54/100 66/100\n 56/100 not_reported\n 58/100 66/100\n not_due not_due")


def drawn(trend, *, words=WORDS, events=EVENTS, as_of=AS_OF):
    return checked(network_trend_figure(trend, words, MARK, events, as_of=as_of))


def shapes(figure, **wanted):
    return [shape for shape in figure["layout"]["shapes"] if all(shape.get(key) == value for key, value in wanted.items())]


def test_a_figure_has_two_bands_two_rates_a_difference_and_a_ratio():
    figure = drawn(CLOSING)
    assert [trace.get("name") for trace in figure["data"]] == [None, None, "all other patients", "Black patients", "Difference", "Ratio"]
    assert [trace.get("yaxis", "y") for trace in figure["data"]] == ["y", "y", "y", "y", "y2", "y3"]


def test_the_lines_are_the_trends_own_numbers():
    figure = drawn(CLOSING)
    assert named(figure, "Black patients")["y"] == [52, 54, 53, 55, 57, 58, 59, 60]
    assert named(figure, "all other patients")["y"] == [66, 66, 65, 67, 67, 68, 68, 68]
    assert named(figure, "Difference")["y"] == [14, 12, 12, 12, 10, 10, 9, 8]
    # those without: 48/100 over 68/200, and at the end 40/100 over 64/200
    ratio = named(figure, "Ratio")["y"]
    assert (ratio[0], ratio[-1]) == pytest.approx((0.48 / 0.34, 0.40 / 0.32), abs=1e-4)


def test_bars_are_the_intervals_without_caps():
    bar = named(drawn(CLOSING), "Difference")["error_y"]
    first = CLOSING.points[0].gap
    assert (bar["array"][0], bar["arrayminus"][0]) == pytest.approx((first.high - first.value, first.value - first.low), abs=1e-4)
    assert (bar["symmetric"], bar["width"]) == (False, 0)


def test_bands_are_both_intervals_the_focus_groups_in_front():
    reference, focus = drawn(CLOSING)["data"][:2]
    last = CLOSING.points[-1]
    # eight points along the upper edge, then back along the lower
    assert focus["y"][7:9] == pytest.approx([last.focus_rate.high, last.focus_rate.low], abs=1e-4)
    assert reference["y"][7:9] == pytest.approx([last.reference_rate.high, last.reference_rate.low], abs=1e-4)
    assert focus["fillcolor"].startswith("rgba(186,73,37,") is False
    assert reference["fillcolor"] == "rgba(71,77,87,0.16)"


def test_the_focus_group_has_its_mark_and_the_reference_a_hollow_one():
    figure = drawn(CLOSING)
    focus, reference = named(figure, "Black patients"), named(figure, "all other patients")
    assert (focus["line"]["color"], focus["line"]["dash"], focus["marker"]["symbol"]) == (MARK.light, MARK.dash, MARK.marker)
    assert (reference["line"]["color"], reference["line"]["dash"]) == (REFERENCE_MARK.light, REFERENCE_MARK.dash)
    assert reference["marker"]["line"] == {"width": 2, "color": INK2}


def test_what_is_not_known_is_a_gap_on_every_line():
    figure = drawn(HOLED)
    assert named(figure, "Black patients")["y"] == [52, None, 54, 56, 58, None]
    assert named(figure, "all other patients")["y"] == [66, 67, 66, None, 66, None]
    assert named(figure, "Difference")["y"] == [14, None, 12, None, 8, None]
    assert [trace["connectgaps"] for trace in figure["data"] if "connectgaps" in trace] == [False] * 5


def test_every_blank_has_its_own_mark_under_the_lines():
    figure = drawn(HOLED)
    marks = shapes(figure, type="path")
    assert [mark["xanchor"] for mark in marks] == [HOLED.points[place].period.middle.isoformat() for place in (1, 3, 5)]
    assert len({mark["path"] for mark in marks}) == 3
    words = named(figure, "No number")
    assert [text.split("<br>")[1].split(".")[0] for text in words["text"]] == ["hidden", "not reported", "not due"]
    assert words["yaxis"] == "y4"
    assert figure["layout"]["yaxis4"]["domain"] == [0, STRIP_HEIGHT]


def test_without_blanks_there_is_neither_strip_nor_mark():
    figure = drawn(CLOSING)
    assert shapes(figure, type="path") == []
    assert "No number" not in [trace.get("name") for trace in figure["data"]]


@pytest.mark.parametrize("kind", [kind for kind in blanks.WORDS if kind != blanks.ZERO_EVENTS])
def test_a_point_says_which_blank_stands_in_a_groups_place(kind):
    point = trend_of(f"{kind} 66/100\n 52/100 66/100").points[0]
    assert point_words(point, WORDS, 100).split("<br>") == [
        "<b>Q1 2024</b>",
        f"Black patients: {blanks.WORDS[kind]}",
        "all other patients: 66.0% of 100",
        f"Gap: {blanks.WORDS[kind]}",
    ]


def test_a_group_of_nobody_does_not_apply():
    point = trend_of("0/0 66/100\n 52/100 66/100").points[0]
    assert point_words(point, WORDS, 100).split("<br>")[1] == "Black patients: does not apply"


def test_a_point_says_both_rates_with_their_counts_and_both_gaps():
    point = replace(CLOSING.points[0], gap=Estimate(14, 2, 26), ratio=Estimate(1.41, 1.07, 1.86))
    assert point_words(point, WORDS, 100).split("<br>") == [
        "<b>Q1 2024</b>",
        "Black patients: 52.0% of 100",
        "all other patients: 66.0% of 200",
        "Gap 14.0 points (2.0 to 26.0)",
        "Ratio 1.41 times (1.07 to 1.86)",
    ]


def test_where_neither_group_had_the_event_a_point_says_so():
    point = trend_of("100/100 200/200").points[0]
    assert point_words(point, WORDS, 100).endswith("Gap no gap (−1.9 to 3.7)<br>No ratio: neither group had the event")


@pytest.mark.parametrize(
    ("ratio", "shown"),
    [
        ((2, 1.5, 3), (2, 1.5, 3)),
        # limits below, at and beyond a tenth and ten times
        ((2, 0.21, 19), (2, 0.21, 19)),
        ((2, 0.2, 20), (2, 0.2, 20)),
        ((2, 0.0, inf), (2, 0.2, 20)),
    ],
)
def test_limits_of_a_ratio_reach_no_further_than_ten_times(ratio, shown):
    assert shown_ratio(Estimate(*ratio)) == shown


@pytest.mark.parametrize("ratio", [Estimate(0, 0, 3), Estimate(inf, 2, inf), NOT_COMPUTABLE])
def test_a_ratio_that_no_log_axis_holds_is_a_gap(ratio):
    assert all(math.isnan(value) for value in shown_ratio(ratio))
    points = (replace(CLOSING.points[0], ratio=ratio), *CLOSING.points[1:])
    drawn_ratio = named(drawn(replace(CLOSING, points=points)), "Ratio")
    assert drawn_ratio["y"][0] is None and drawn_ratio["y"][1] is not None
    assert drawn_ratio["error_y"]["array"][0] is None and drawn_ratio["error_y"]["arrayminus"][0] is None


def test_panels_stand_over_one_another_and_hold_every_interval():
    rates, difference, ratio = panels_of(CLOSING, ([], []))
    assert [(panel.bottom, panel.top) for panel in (rates, difference, ratio)] == [RATES, DIFFERENCE, RATIO]
    assert RATES[0] > DIFFERENCE[1] > DIFFERENCE[0] > RATIO[1] > RATIO[0] > STRIP_HEIGHT
    for point in CLOSING.points:
        assert rates.low < point.focus_rate.low and point.reference_rate.high < rates.high
        assert difference.low < min(point.gap.low, 0) and point.gap.high < difference.high
        assert 10**ratio.low < min(point.ratio.low, 1) and point.ratio.high < 10**ratio.high


# 7 % of ten on either side, and of one where there is no span
@pytest.mark.parametrize(("low", "high", "range_"), [(50, 60, (49.3, 60.7)), (5, 5, (4.93, 5.07))])
def test_no_point_lies_on_an_edge(low, high, range_):
    assert padded(low, high) == pytest.approx(range_)


def test_axes_have_round_ticks_and_the_unit_once():
    layout = drawn(CLOSING)["layout"]
    assert layout["yaxis"]["ticktext"] == ["50", "60", "70%"]
    assert layout["yaxis2"]["ticktext"] == ["0", "10", "20"]
    assert 1 in layout["yaxis3"]["tickvals"] and layout["yaxis3"]["type"] == "log"
    assert layout["xaxis"]["ticktext"] == ["Q1<br>2024", "Q2", "Q3", "Q4", "Q1<br>2025", "Q2", "Q3", "Q4"]
    assert layout["xaxis"]["range"] == ["2024-01-01", "2026-01-01"]


def test_rates_per_1000_have_no_percent():
    figure = drawn(trend_of("12/1000 10/2000\n 11/1000 10/2000", number="rate", multiplier=1000, improvement_direction="lower"))
    assert [text for text in figure["layout"]["yaxis"]["ticktext"] if "%" in text] == []
    assert "<b>Black patients 11.0</b>" in said(figure)


def test_no_gap_is_a_line_in_both_panels_and_the_baseline_a_dotted_one():
    lines = [(shape["yref"], shape["y0"], shape["line"]["dash"]) for shape in shapes(drawn(CLOSING), layer="below") if shape["yref"] in ("y2", "y3")]
    # 264/400 and so on: 66, 66, 65, 67 make 66 %; 52, 54, 53, 55 make 53.5 %
    assert lines == [("y2", 0, "solid"), ("y3", 1, "solid"), ("y2", pytest.approx(66 - 53.5), "2px,3px")]
    without = drawn(trend_of("52/100 66/100", baseline=None))
    assert len(shapes(without, xref="paper")) == 2


def test_the_gap_is_bracketed_at_the_baselines_end_and_now():
    lines = brackets(CLOSING)
    assert [(shape["x0"], shape["y0"], shape["y1"]) for shape in lines] == [
        ("2024-11-15", pytest.approx(55), pytest.approx(67)),
        ("2025-11-15", pytest.approx(60), pytest.approx(68)),
    ]
    assert all(shape["x0"] == shape["x1"] for shape in lines)


def test_where_baseline_and_latest_are_one_period_there_is_one_bracket():
    assert len(brackets(trend_of("52/100 66/100\n 54/100 66/100"))) == 1


def test_convenings_stand_through_the_panels_the_coming_one_in_words_alone():
    figure = drawn(CLOSING, as_of=date(2025, 12, 1))
    assert [shape["x0"] for shape in shapes(figure, opacity=0.75)] == ["2025-01-15"]
    words = {one["text"]: one["font"]["color"] for one in figure["layout"]["annotations"]}
    assert (words["Convening 1"], words["Convening 2"]) == (INK2, INK3)
    assert "Baseline year" in words


def test_a_phone_has_short_event_names_fewer_ticks_and_room_for_names():
    figure = drawn(CLOSING)
    phone = narrow(figure)["layout"]
    texts = [one["text"] for one in phone["annotations"]]
    assert "<b>1</b>" in texts and "AP 1" in texts and "Convening 1" not in texts
    assert len(phone["xaxis"]["ticktext"]) == 4
    assert phone["margin"] == figure["layout"]["margin"] | {"l": 34, "r": 50}
    wide, low = figure["layout"]["yaxis"]["range"], phone["yaxis"]["range"]
    # 16 % of the wide range below and above
    room = (wide[1] - wide[0]) * 0.16
    assert low == pytest.approx([wide[0] - room, wide[1] + room])


@pytest.mark.parametrize(("periods", "size"), [(MOST_MARKS - 1, 9), (MOST_MARKS, 9), (MOST_MARKS + 1, 5)])
def test_marks_of_a_long_series_are_small(periods, size):
    assert named(drawn(half_years(periods)), "Black patients")["marker"]["size"] == size


def test_42_half_years_have_eleven_ticks_at_most():
    figure = drawn(half_years(42))
    assert len(named(figure, "Difference")["y"]) == 42
    assert len(figure["layout"]["xaxis"]["tickvals"]) <= 11
    assert len(narrow(figure)["layout"]["xaxis"]["tickvals"]) <= 5


def test_many_blanks_are_marked_by_runs():
    rows = "\n".join(["52/100 66/100"] + ["hidden 66/100"] * MOST_MARKS)
    assert len(shapes(drawn(trend_of(rows)), type="path")) == 1


@pytest.mark.parametrize("table", ["", "hidden 66/100\n not_due not_due", "0/0 66/100"])
def test_without_any_gap_the_figure_says_so(table):
    figure = network_trend_figure(trend_of(table), WORDS, MARK, EVENTS, as_of=AS_OF)
    assert is_empty_saying(figure, "There is no period in which both groups can be shown.")


def test_names_from_files_are_no_markup():
    words = replace(WORDS, rates=NASTY, rates_short=NASTY, focus=NASTY, reference=f"all {NASTY}")
    figure = drawn(HOLED, words=words, events=[event("convening", 1, date(2024, 5, 1), name=NASTY)])
    shown = [text for trace in figure["data"] for text in trace.get("text", [])] + said(figure) + said(narrow(figure))
    assert [text for text in shown if "<script" in text or "<b>x" in text] == []
    assert f"<b>{ESCAPED}</b>" in shown


@pytest.mark.parametrize("form", TRENDS)
def test_every_form_of_trend_is_drawn(form):
    figure = drawn(TRENDS[form])
    assert {trace["type"] for trace in figure["data"]} <= TRACE_TYPES
    assert [text for text in strings(figure["layout"]) if "not computable" in text] == []


@settings(deadline=None, max_examples=50)
@given(gap_trends())
def test_any_counts_make_a_figure(trend):
    figure = drawn(trend, events=[*EVENTS, event("convening", 3, date(2002, 5, 1)), event("action_period", 2, date(2002, 5, 2), date(2003, 5, 1))])
    if trend.latest is None:
        return
    for panel, axis in zip(panels_of(trend, ([], [])), ("yaxis", "yaxis2", "yaxis3"), strict=True):
        low, high = figure["layout"][axis]["range"]
        assert low < high
        ends = [panel.pixels(low), panel.pixels(high)]
        assert ends == pytest.approx([panel.bottom * PLOT, panel.top * PLOT])
    known = [point.blank is None for point in trend.points]
    assert [value is not None for value in named(figure, "Difference")["y"]] == known
    assert all(value is None or value > 0 for value in named(figure, "Ratio")["y"])


def test_nan_is_told_as_not_computable_and_never_drawn():
    figure = drawn(replace(CLOSING, baseline_gap=Estimate(nan, nan, nan)))
    assert len(shapes(figure, xref="paper")) == 2
    assert [text for text in said(figure) if "baseline average" in text] == []
