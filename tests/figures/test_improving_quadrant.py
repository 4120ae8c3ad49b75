from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest

from equity.rates import Estimate
from figures.improving_quadrant import Move, QuadrantWords, improving_quadrant_figure
from figures.theme import INK, LAMP, PAPER
from tests.figures.reading import checked, is_empty_saying, named, narrow, said
from tests.figures.trends import NASTY

CORNERS = ("Better for all, and fairer", "Better on average, less fair", "Levelling down", "Worse, and less fair")
SHORT = ("Better and fairer", "Better, less fair", "Levelling down", "Worse, less fair")
WORDS = QuadrantWords("Change in the size of the gap, percentage points", "Change in the rate of all, points", CORNERS, SHORT)
ASH = Move("Ash", 4.0, Estimate(-6, -9, -3), "Ash says", is_clear=True, is_named=True)
BIRCH = Move("Birch", -2.0, Estimate(3, -1, 7), "Birch says")
MINE = Move("Mine", 2.0, Estimate(-3, -8, 2), "Mine says", is_mine=True, is_named=True)


def drawn(*moves, direction="higher"):
    return checked(improving_quadrant_figure(moves, WORDS, direction=direction))


def points(figure):
    return named(figure, "Teams")


def test_a_point_lies_left_where_the_gap_shrank_and_above_where_the_rate_rose():
    figure = drawn(ASH, BIRCH)
    assert (points(figure)["x"], points(figure)["y"]) == ([-6, 3], [4, -2])


def test_where_a_fall_is_better_it_stands_above_and_its_tick_says_so():
    figure = drawn(ASH, BIRCH, direction="lower")
    assert points(figure)["y"] == [-4, 2]
    ticks = dict(zip(figure["layout"]["yaxis"]["tickvals"], figure["layout"]["yaxis"]["ticktext"], strict=True))
    assert all(text.startswith("−") for value, text in ticks.items() if value > 0)
    assert all(text.startswith("+") for value, text in ticks.items() if value < 0)


def test_clear_changes_are_filled_others_are_rings_and_mine_has_a_halo():
    figure = drawn(MINE, ASH, BIRCH, replace(BIRCH, is_own=True))
    marker = points(figure)["marker"]
    # Mine is drawn last.
    assert marker["color"] == [INK, PAPER, PAPER, PAPER]
    assert marker["symbol"] == ["circle", "circle", "diamond", "circle"]
    halo = named(figure, "Mine")
    assert (halo["x"], halo["y"], halo["marker"]["color"]) == ([-3], [2], LAMP)
    assert named(drawn(ASH), "Mine")["x"] == []


def test_named_teams_have_their_interval_and_mine_is_thick():
    theirs, mine = (trace for trace in drawn(MINE, ASH, BIRCH)["data"] if trace["name"] == "Intervals")
    assert (theirs["x"], theirs["y"]) == ([-9, -3, None], [4, 4, None])
    assert (mine["x"], mine["line"]["width"]) == ([-8, 2, None], 3)


def test_a_gap_that_changed_sides_has_no_interval():
    turned = replace(ASH, gap=Estimate(-6, nan, nan))
    theirs, _ = (trace for trace in drawn(turned, BIRCH)["data"] if trace["name"] == "Intervals")
    assert theirs["x"] == []


def test_an_interval_ends_at_the_plots_edge():
    wide = replace(ASH, gap=Estimate(-6, -200, 150))
    figure = drawn(wide, BIRCH)
    theirs, _ = (trace for trace in figure["data"] if trace["name"] == "Intervals")
    assert theirs["x"][:2] == pytest.approx(figure["layout"]["xaxis"]["range"])


def test_the_corner_that_is_better_for_all_is_tinted_and_bold():
    figure = drawn(ASH, BIRCH)
    (tint,) = figure["layout"]["shapes"]
    assert (tint["x1"], tint["y0"]) == (0, 0)
    assert tint["x0"] == figure["layout"]["xaxis"]["range"][0]
    assert said(figure)[:4] == [f"<b>{CORNERS[0]}</b>", *CORNERS[1:]]


def test_a_neutral_measure_has_no_better_corner():
    figure = drawn(ASH, BIRCH, direction="neutral")
    assert figure["layout"]["shapes"] == []
    assert said(figure)[:4] == list(CORNERS)


def test_corners_stand_above_and_below_all_points_and_have_room_on_either_side():
    figure = drawn(ASH, replace(BIRCH, gap=Estimate(-1, -2, -0.5)))
    low, high = figure["layout"]["yaxis"]["range"]
    # 4 and -2 with a tenth of the height beyond
    assert (high - 4) / (high - low) > 0.1 and (-2 - low) / (high - low) > 0.1
    left, right = figure["layout"]["xaxis"]["range"]
    assert right / (right - left) >= 0.41


def test_on_a_phone_the_corners_are_said_in_short():
    assert said(narrow(drawn(ASH, BIRCH)))[:4] == [f"<b>{SHORT[0]}</b>", *SHORT[1:]]


def test_mine_peers_and_those_apart_are_named():
    assert said(drawn(ASH, BIRCH, MINE))[4:] == ["<b>Mine</b>", "Ash"]


@pytest.mark.parametrize(("level", "gap", "ticks"), [(4.0, -6.0, 0), (0.4, -0.6, 1), (0.04, -0.06, 2)])
def test_ticks_have_as_many_decimals_as_they_need(level, gap, ticks):
    figure = drawn(replace(ASH, level=level, gap=Estimate(gap, gap, gap)), replace(BIRCH, level=-level, gap=Estimate(-gap, -gap, -gap)))
    words = figure["layout"]["xaxis"]["ticktext"]
    assert {len(word.partition(".")[2]) for word in words if word not in ("0", "0.0", "0.00")} <= {ticks, ticks + 1}


def test_no_change_at_all_still_has_a_plane():
    figure = drawn(replace(ASH, level=0.0, gap=Estimate(0, 0, 0)))
    assert all(figure["layout"][axis]["range"][0] < 0 < figure["layout"][axis]["range"][1] for axis in ("xaxis", "yaxis"))


def test_names_from_files_are_text():
    assert "<script" not in "".join(said(drawn(replace(ASH, name=NASTY), BIRCH)))


def test_without_a_change_the_figure_says_so():
    assert is_empty_saying(improving_quadrant_figure([], WORDS, direction="higher"), "No team has numbers both at its baseline and now.")
