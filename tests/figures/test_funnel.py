from __future__ import annotations

from dataclasses import replace

import pytest

from equity.chance import Chance
from equity.funnel import Limits, exact_limits
from figures.funnel import DESK, LEFT, PLOT, RIGHT, Curves, FunnelMark, FunnelWords, funnel_figure, funnel_sizes
from figures.placing import text_width
from figures.theme import INK, LAMP, PAPER
from tests.figures.reading import checked, is_empty_saying, named, narrow, place_of, said
from tests.figures.trends import ESCAPED, NASTY

WORDS = FunnelWords("Black patients counted", "%", "network\n60.8%")
ASH = FunnelMark("Ash", 400, 61.0, "Ash says")
BIRCH = FunnelMark("Birch", 900, 52.0, "Birch says", is_named=True, is_outside=True)
MINE = FunnelMark("Mine", 600, 60.0, "Mine says", is_mine=True, is_named=True)
OWN = FunnelMark("Own", 300, 58.0, "Own says", is_own=True)


def in_percent(limits: Limits) -> Limits:
    return Limits(*(100 * getattr(limits, name) for name in ("low_95", "high_95", "low_998", "high_998")))


def curves(marks, *, wider=False):
    sizes = funnel_sizes([mark.people for mark in marks] or [1])
    limits = tuple(in_percent(exact_limits(Chance(size, 0.608))) for size in sizes)
    return Curves(sizes, limits, limits if wider else ())


def drawn(*marks, wider=False, words=WORDS):
    return checked(funnel_figure(marks, 60.8, curves(marks, wider=wider), words))


def test_curves_run_from_the_smallest_team_to_a_little_beyond_the_largest():
    sizes = funnel_sizes([400, 40, 900])
    assert (sizes[0], sizes[-1]) == pytest.approx((40, 900 * 1.06))
    assert list(sizes) == sorted(sizes)
    # Close together where they bend.
    assert sizes[1] - sizes[0] < sizes[-1] - sizes[-2]


def test_the_bands_are_the_exact_limits():
    marks = (ASH, BIRCH)
    outer, inner = (named(drawn(*marks), name) for name in ("99.8% limits", "95% limits"))
    limits = curves(marks).limits
    assert inner["y"][0] == pytest.approx(limits[0].high_95, rel=1e-4)
    assert inner["y"][-1] == pytest.approx(limits[0].low_95, rel=1e-4)
    assert outer["y"][0] == pytest.approx(limits[0].high_998, rel=1e-4)
    assert outer["y"][0] > inner["y"][0]


def test_a_point_is_filled_outside_the_limits_and_mine_is_lamp_yellow_and_on_top():
    points = named(drawn(MINE, ASH, BIRCH, OWN), "Teams")
    assert points["text"] == ["Ash says", "Birch says", "Own says", "Mine says"]
    assert points["marker"]["color"] == [PAPER, INK, PAPER, LAMP]
    assert points["marker"]["symbol"] == ["circle", "circle", "diamond", "circle"]
    assert points["x"] == [400, 900, 300, 600]
    assert points["y"] == [61, 52, 58, 60]


def test_mine_and_those_outside_are_named_and_no_others():
    names = said(drawn(ASH, BIRCH, MINE))
    assert names == ["network<br>60.8%", "<b>Mine</b>", "Birch"]


def test_the_common_rate_is_a_dashed_line_named_right_of_the_plot():
    figure = drawn(ASH)
    (line,) = figure["layout"]["shapes"]
    assert (line["y0"], line["y1"], line["line"]["dash"]) == (60.8, 60.8, "5px,4px")
    label = place_of(figure, "network")
    assert (label["x"], label["xanchor"], label["xshift"]) == (1, "left", 8)


def test_no_name_lies_on_the_common_rate():
    marks = [replace(MINE, people=100 * place, rate=60.8 + 0.2 * place, name=f"Team {place}", is_mine=False) for place in range(1, 8)]
    figure = drawn(*marks)
    low, high = figure["layout"]["yaxis"]["range"]
    line = (60.8 - low) / (high - low) * PLOT
    for one in figure["layout"]["annotations"][1:]:
        assert abs(one["y"] * PLOT + one["yshift"] - line) >= 8


def test_names_keep_within_the_plot_at_its_least_width():
    figure = drawn(replace(BIRCH, people=5000, name="The Hospital of the North"), ASH)
    width = DESK[0] - LEFT - RIGHT
    for one in figure["layout"]["annotations"][1:]:
        long = text_width("The Hospital of the North")
        left = one["x"] * width + one["xshift"] - {"left": 0, "center": long / 2, "right": long}[one["xanchor"]]
        assert left >= 0 and left + long <= width


def test_wider_limits_are_dashed_lines_where_teams_differ_more_than_chance():
    assert [trace["name"] for trace in drawn(ASH, BIRCH)["data"]].count("Wider limits") == 0
    wider = [trace for trace in drawn(ASH, BIRCH, wider=True)["data"] if trace["name"] == "Wider limits"]
    assert [trace["line"]["dash"] for trace in wider] == ["4px,3px", "4px,3px", "1px,3px", "1px,3px"]


def test_few_large_teams_among_many_small_are_shown_on_a_log_axis():
    even = drawn(ASH, BIRCH, MINE)["layout"]["xaxis"]
    assert even["range"][0] < 0 and "0" in even["ticktext"]
    marks = [replace(ASH, people=people) for people in (30, 40, 50, 60, 70_000)]
    skewed = drawn(*marks)["layout"]["xaxis"]
    assert skewed["ticktext"] == ["30", "100", "300", "1,000", "3,000", "10,000", "30,000"]
    assert skewed["range"] == pytest.approx([1.397, 4.870], abs=0.001)


def test_on_a_phone_every_other_tick_is_left_out():
    figure = drawn(ASH, BIRCH, MINE)
    assert narrow(figure)["layout"]["xaxis"]["ticktext"] == figure["layout"]["xaxis"]["ticktext"][::2]


def test_equal_rates_still_have_a_scale():
    low, high = drawn(replace(ASH, rate=60.8))["layout"]["yaxis"]["range"]
    assert low < 60.8 < high


def test_names_from_files_are_text():
    assert "<script" not in "".join(said(drawn(replace(BIRCH, name=NASTY), words=replace(WORDS, network=NASTY))))
    assert ESCAPED in "".join(said(drawn(ASH, words=replace(WORDS, network=NASTY))))


def test_without_a_rate_the_figure_says_so():
    assert is_empty_saying(funnel_figure([], 60.8, Curves((), (), ()), WORDS), "No team's rate can be shown here.")
