from __future__ import annotations

from dataclasses import replace
from math import inf, log10

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.rates import NOT_COMPUTABLE, Estimate
from figures.labels import LINE_HEIGHT
from figures.network_trend import PLOT, network_trend_figure, panels_of
from figures.network_trend_labels import ROOM_FOR_BRACKET, aims_of, bare_label, baseline_bracket_label, bracket_points, drawable, rate_labels, roomier
from figures.theme import INK, INK2, INK3, TEXT_SMALL, group_mark
from tests.figures.reading import checked, narrow, place_of, said
from tests.figures.trends import AS_OF, CLOSING, MARK, WORDS, gap_trends, half_years, trend_of

RATES, DIFFERENCE, RATIO = panels_of(CLOSING, ([], []))
# Nine tenths of the rates' panel hold the 100 points between 0 and 100 %.
WIDE_APART = "10/100 90/100\n 20/100 90/100"


def drawn(trend, words=WORDS, mark=MARK):
    return checked(network_trend_figure(trend, words, mark, [], as_of=AS_OF))


def aiming(aim, **changes):
    return replace(WORDS, aim=aim), replace(CLOSING, measure=replace(CLOSING.measure, **changes))


def right_of_lines(figure):
    """Labels right of the last point: (middle in pixels, text)."""
    return [(one["y"] * PLOT, one["text"]) for one in figure["layout"]["annotations"] if one.get("xshift") == 12]


def lines_of(text):
    return text.count("<br>") + 1


def test_every_line_is_named_with_its_latest_value():
    assert [text for _, text in right_of_lines(drawn(CLOSING))] == [
        "<b>All other patients<br>68.0%</b>",
        "<b>Black patients 60.0%</b>",
        "<b>gap 8.0</b>",
        "<b>8.0 points</b><br>−3.3 to 19.5",
        "baseline average 12.5",
        # 0.40/0.32; log error √(1/40 − 1/100 + 1/64 − 1/200) = 0.160, so a factor of 1.369 either way
        "<b>1.25 times</b><br>0.91 to 1.71",
    ]


def test_labels_stand_at_the_height_of_their_values():
    figure = drawn(trend_of(WIDE_APART, baseline=None))
    rates, difference, ratio = panels_of(trend_of(WIDE_APART, baseline=None), ([], []))
    found = dict((text, height) for height, text in right_of_lines(figure))
    assert found["<b>Black patients 20.0%</b>"] == pytest.approx(rates.pixels(20))
    assert found["<b>gap 70.0</b>"] == pytest.approx(rates.pixels(55))
    (gap,) = [height for text, height in found.items() if text.startswith("<b>70.0 points")]
    assert gap == pytest.approx(difference.pixels(70))
    (times,) = [height for text, height in found.items() if text.startswith("<b>8.00 times")]
    # 80/100 over 10/100
    assert times == pytest.approx(ratio.pixels(log10(8)))


def test_labels_stand_right_of_the_last_gap_not_of_the_last_period():
    figure = drawn(trend_of("52/100 66/100\n 54/100 66/100\n not_due not_due"))
    assert {one["x"] for one in figure["layout"]["annotations"] if one.get("xshift") == 12} == {"2024-05-16"}


def test_labels_have_the_colour_of_their_line_where_that_is_legible():
    dark, light = drawn(CLOSING), drawn(CLOSING, mark=group_mark(6, "group"))
    assert place_of(dark, "Black")["font"]["color"] == MARK.light
    assert place_of(light, "Black")["font"]["color"] == INK
    assert place_of(dark, "All other")["font"]["color"] == INK2


def test_rates_per_1000_leave_the_unit_to_the_panels_title():
    figure = drawn(trend_of("12/1000 10/2000\n 11/1000 10/2000", number="rate", multiplier=1000, improvement_direction="lower"))
    assert place_of(figure, "Black")["text"] == "<b>Black patients 11.0</b>"
    assert place_of(figure, "6.0")["text"].startswith("<b>6.0 per 1,000</b><br>")


def test_a_long_name_takes_several_lines():
    words = replace(WORDS, focus="Native Hawaiian or Pacific Islander patients")
    assert place_of(drawn(CLOSING, words), "Native")["text"] == "<b>Native Hawaiian or<br>Pacific Islander<br>patients 60.0%</b>"


def test_the_gap_is_named_between_the_rates_where_there_is_room():
    for half in range(1, 40, 2):
        trend = trend_of(f"{500 - half}/1000 {500 + half}/1000\n {500 - half}/1000 {500 + half}/1000", baseline=None)
        panel, *_ = panels_of(trend, ([], []))
        apart = panel.pixels(50 + half / 10) - panel.pixels(50 - half / 10)
        names = [label.text for label in rate_labels(trend, WORDS, MARK, panel)]
        assert any(text.startswith("<b>gap ") for text in names) is (apart > ROOM_FOR_BRACKET)


def test_without_a_baseline_there_is_no_average_of_it():
    assert [text for text in said(drawn(trend_of(WIDE_APART, baseline=None))) if "baseline" in text.lower()] == []


def test_the_baselines_gap_stands_left_of_its_bracket():
    label = place_of(drawn(CLOSING), "gap 12.0")
    assert (label["x"], label["xanchor"], label["xshift"]) == ("2024-11-15", "right", -8)
    assert label["y"] == pytest.approx((RATES.pixels(55) + RATES.pixels(67)) / 2 / PLOT)


def test_near_the_left_edge_it_stands_right_of_it():
    trend = trend_of("\n".join(["10/100 90/100"] + ["hidden 90/100"] * 3 + ["20/100 90/100"] * 5))
    assert bracket_points(trend)[0] is trend.points[0]
    label = place_of(drawn(trend), "gap 80.0")
    assert (label["x"], label["xanchor"], label["xshift"]) == ("2024-02-15", "left", 8)


def test_the_baselines_gap_is_not_named_where_the_lines_leave_no_room():
    for half in range(1, 40, 2):
        row = f"{500 - half}/1000 {500 + half}/1000\n"
        trend = trend_of(row * 4 + "400/1000 600/1000")
        panel, *_ = panels_of(trend, ([], []))
        apart = panel.pixels(50 + half / 10) - panel.pixels(50 - half / 10)
        named = [label["text"] for label in baseline_bracket_label(trend, panel)]
        assert named == [f"<b>gap {half / 5:.1f}</b>"] * (apart >= 1.5 * ROOM_FOR_BRACKET)


@pytest.mark.parametrize(
    ("table", "places"),
    [
        # inside the baseline year, across its end, without a gap in it
        ("52/100 66/100\n 54/100 66/100", [1]),
        ("52/100 66/100\n" * 4 + "54/100 66/100", [3, 4]),
        ("52/100 66/100\n" + "hidden 66/100\n" * 3 + "54/100 66/100\n 55/100 66/100\n not_due not_due", [0, 5]),
        ("hidden 66/100\n" * 4 + "54/100 66/100", [4]),
    ],
)
def test_the_gap_is_bracketed_at_the_last_of_the_baseline_and_at_the_latest(table, places):
    trend = trend_of(table)
    assert bracket_points(trend) == [trend.points[place] for place in places]


@pytest.mark.parametrize(("value", "can"), [(0.01, True), (1.0, True), (0.0, False), (inf, False), (NOT_COMPUTABLE.value, False)])
def test_a_log_axis_holds_ratios_above_nought(value, can):
    assert drawable(Estimate(value, value, value)) is can


@pytest.mark.parametrize("ratio", [Estimate(inf, 2, inf), Estimate(0, 0, 3), NOT_COMPUTABLE])
def test_a_ratio_that_cannot_be_drawn_has_no_label(ratio):
    trend = replace(CLOSING, points=(*CLOSING.points[:-1], replace(CLOSING.points[-1], ratio=ratio)))
    figure = drawn(trend)
    assert [text for text in said(figure) + said(narrow(figure)) if "times" in text] == []
    assert len([text for text in said(narrow(figure)) if text.startswith("<b>1.")]) == 0


def test_an_aim_is_a_dashed_line_on_the_measures_scale_and_says_so():
    words, trend = aiming(2.5)
    figure = drawn(trend, words)
    assert [(shape["yref"], shape["y0"]) for shape in figure["layout"]["shapes"] if shape["line"].get("dash") == "7px,4px"] == [("y2", 2.5)]
    assert place_of(figure, "aim")["font"] == {"size": TEXT_SMALL, "color": INK3}
    assert place_of(figure, "aim")["text"] == "aim of most teams 2.5"


def test_an_aim_for_the_ratio_stands_in_the_ratios_panel():
    words, trend = aiming(1.1, scale="ratio")
    assert aims_of(trend, words) == ([], [1.1])
    figure = drawn(trend, words)
    assert [(shape["yref"], shape["y0"]) for shape in figure["layout"]["shapes"] if shape["line"].get("dash") == "7px,4px"] == [("y3", 1.1)]
    assert place_of(figure, "aim")["text"] == "aim of most teams 1.1"


@pytest.mark.parametrize(
    ("aim", "scale", "aims"),
    [(None, "difference", ([], [])), (0, "difference", ([0], [])), (-3, "difference", ([-3], [])), (0, "ratio", ([], [])), (0.5, "ratio", ([], [0.5]))],
)
def test_an_aim_that_its_axis_cannot_hold_is_not_drawn(aim, scale, aims):
    words, trend = aiming(aim, scale=scale)
    assert aims_of(trend, words) == aims
    drawn(trend, words)


def test_panels_hold_the_aim():
    words, trend = aiming(-40)
    assert drawn(trend, words)["layout"]["yaxis2"]["range"][0] < -40


def test_every_panel_has_its_title_and_a_phone_a_shorter_one():
    figure = drawn(CLOSING)
    titles = ["<b>Blood pressure, % of patients</b>", "<b>Gap: difference</b>", "<b>Gap: ratio</b>"]
    assert said(figure)[1:4] == titles
    assert [place_of(figure, title.removeprefix("<b>").removesuffix("</b>"))["y"] for title in titles] == [RATES.top, DIFFERENCE.top, RATIO.top]
    assert said(narrow(figure))[1:4] == ["<b>Blood pressure, %</b>", "<b>Gap, percentage points</b>", "<b>Gap, ratio</b>"]


def test_a_phone_says_shares_as_a_difference():
    assert "<b>Gap, difference</b>" in said(narrow(drawn(trend_of(WIDE_APART, multiplier=1))))


def test_a_phone_has_values_right_of_the_lines_and_names_along_them():
    phone = narrow(drawn(CLOSING))
    assert [text for _, text in right_of_lines(phone)] == ["<b>68.0</b>", "<b>60.0</b>", "<b>8.0</b>", "<b>1.25</b>"]
    focus, reference = place_of(phone, "Black"), place_of(phone, "All other")
    late = CLOSING.points[-5:]
    assert (focus["y"], focus["yanchor"]) == (min(point.focus_rate.low for point in late), "top")
    assert (reference["y"], reference["yanchor"]) == (max(point.reference_rate.high for point in late), "bottom")


def test_the_upper_lines_name_stands_over_it_whichever_group_it_is():
    phone = narrow(drawn(trend_of("90/100 10/100\n 80/100 10/100")))
    assert (place_of(phone, "Black")["yanchor"], place_of(phone, "All other")["yanchor"]) == ("bottom", "top")


def test_a_phones_rates_have_room_for_the_names():
    small = roomier(RATES)
    # 16 % of the range on either side
    assert (small.high - small.low) == pytest.approx(1.32 * (RATES.high - RATES.low))


def are_apart(labels):
    """True where no two labels of a column, each of so many lines, touch."""
    ordered = sorted(labels)
    return all(
        above - below >= LINE_HEIGHT * (lines_of(lower) + lines_of(upper)) / 2 - 1e-6
        for (below, lower), (above, upper) in zip(ordered, ordered[1:], strict=False)
    )


@settings(deadline=None, max_examples=60)
@given(gap_trends(), st.sampled_from(["Black patients", "Native Hawaiian or Pacific Islander patients"]), st.sampled_from([None, 0.5, 40]))
def test_labels_never_overlap_within_a_panel_nor_across_panels(trend, focus, aim):
    figure = network_trend_figure(trend, replace(WORDS, focus=focus, aim=aim), MARK, [], as_of=AS_OF)
    assert are_apart(right_of_lines(figure))
    assert are_apart(right_of_lines(narrow(figure)))


def test_labels_of_42_half_years_keep_apart():
    assert are_apart(right_of_lines(drawn(half_years(42))))


def test_a_rate_that_is_told_in_whole_percent_has_no_tenths_on_a_phone():
    assert bare_label(Estimate(57.0, 55.0, 60.0, is_whole=True), 100, "blue").text == "<b>57</b>"
    assert bare_label(Estimate(57.0, 55.0, 60.0), 100, "blue").text == "<b>57.0</b>"
