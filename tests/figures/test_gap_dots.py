from __future__ import annotations

from dataclasses import replace

import pytest

from equity.rates import NOT_COMPUTABLE, Estimate
from figures.gap_dots import ROWS_ON_PAPER, DotRow, DotWords, gap_dots_figure
from figures.theme import INK, INK2, LAMP, LAMPWASH, PAPER, group_mark
from tests.figures.reading import checked, is_empty_saying, named, narrow, said, strings
from tests.figures.trends import NASTY

MARK = group_mark(3, "group")
WORDS = DotWords("Team", "Patients, setting", "Black patients", "all other patients", "no gap", "network 8.0 points")
ASH = DotRow("Ash", "212, rural", Estimate(60, 57, 63), Estimate(70, 68, 72), Estimate(10, 6, 14), None, "Ash says")
BIRCH = DotRow("Birch", "1,024, urban", Estimate(58, 50, 66), Estimate(61, 59, 63), Estimate(3, -6, 12), None, "Birch says", steady=False)
MINE = replace(ASH, name="Mine", is_mine=True)
OWN = replace(BIRCH, name="Own team", is_own=True)
HIDDEN = DotRow("Cedar", "rural", NOT_COMPUTABLE, Estimate(70, 68, 72), NOT_COMPUTABLE, "hidden", "Cedar says")
ABSENT = DotRow("Dill", "", NOT_COMPUTABLE, NOT_COMPUTABLE, NOT_COMPUTABLE, "not_applicable", "Dill says")
NETWORK = Estimate(8, 7, 9)
PAIRS, REFERENCES, FOCUSES, THEIRS, MY_BAR, GAPS, BEYOND, NAMES, SIZES = range(9)


def drawn(*rows, network=NETWORK, multiplier=100, is_ratio=False, words=WORDS):
    return checked(gap_dots_figure(rows, words, MARK, network=network, multiplier=multiplier, is_ratio=is_ratio))


def shapes(figure, kind):
    return [shape for shape in figure["layout"]["shapes"] if shape["type"] == kind]


def test_a_row_has_a_pair_of_rates_and_its_gap_with_its_interval():
    data = drawn(ASH)["data"]
    assert (data[PAIRS]["x"], data[PAIRS]["y"]) == ([60, 70, None], [0, 0, None])
    assert (data[FOCUSES]["x"], data[REFERENCES]["x"]) == ([60], [70])
    assert (data[FOCUSES]["marker"]["color"], data[FOCUSES]["marker"]["symbol"], data[REFERENCES]["marker"]["color"]) == (MARK.light, MARK.marker, PAPER)
    assert (data[THEIRS]["x"], data[GAPS]["x"], data[GAPS]["text"]) == ([6, 14, None], [10], ["Ash says"])


def test_rows_stand_from_the_top_in_the_order_given():
    figure = drawn(ASH, BIRCH, HIDDEN)
    assert figure["data"][NAMES]["text"] == ["Ash", "Birch", "Cedar"]
    assert figure["data"][NAMES]["y"] == [0, 1, 2]
    assert figure["layout"]["yaxis"]["range"] == [2.5, -0.5]


def test_rows_are_34_pixels_high_and_46_on_a_phone():
    heights = [(drawn(*[ASH] * many)["layout"]["height"], narrow(drawn(*[ASH] * many))["layout"]["height"]) for many in (1, 2)]
    assert (heights[1][0] - heights[0][0], heights[1][1] - heights[0][1]) == (34, 46)


def test_hollow_is_too_few_a_diamond_is_an_own_measure_and_mine_is_larger():
    marker = named(drawn(ASH, BIRCH, OWN, MINE), "Gap")["marker"]
    assert marker["color"] == [INK, PAPER, PAPER, INK]
    assert marker["symbol"] == ["circle", "circle", "diamond", "circle"]
    assert marker["size"] == [11, 11, 11, 15]
    # Sizes of their own would else make plotly draw them pale.
    assert marker["opacity"] == 1


def test_my_row_is_a_wash_with_a_bar_a_bold_name_and_a_thick_interval():
    figure = drawn(ASH, MINE)
    (wash,) = shapes(figure, "rect")
    assert (wash["fillcolor"], wash["y0"], wash["y1"]) == (LAMPWASH, 0.5, 1.5)
    assert [shape["line"]["width"] for shape in shapes(figure, "line") if shape["line"]["color"] == LAMP] == [4]
    assert figure["data"][NAMES]["text"] == ["Ash", "<b>Mine</b>"]
    assert (figure["data"][MY_BAR]["y"], figure["data"][MY_BAR]["line"]["width"]) == ([1, 1, None], 4)


def test_without_my_team_no_row_is_washed():
    assert shapes(drawn(ASH), "rect") == []


def test_an_own_measure_is_said_beside_the_name():
    assert drawn(OWN)["data"][NAMES]["text"] == ["Own team, own"]


def test_the_size_stands_beside_every_name_and_below_it_on_a_phone():
    figure = drawn(ASH)
    assert figure["data"][SIZES]["text"] == ["212, rural"]
    assert figure["data"][SIZES]["x"][0] > figure["data"][NAMES]["x"][0]
    below = narrow(figure)["data"]
    assert below[SIZES]["x"] == below[NAMES]["x"]
    assert below[SIZES]["y"][0] > 0 > below[NAMES]["y"][0]


def test_the_networks_gap_is_a_dashed_line_with_its_name_and_no_gap_a_thin_one():
    figure = drawn(ASH)
    still = [shape for shape in shapes(figure, "line") if shape["xref"] == "x2"]
    assert [(shape["x0"], shape["line"].get("dash")) for shape in still] == [(0, None), (8, "5px,4px")]
    assert said(figure)[-2:] == ["no gap", "<b>network 8.0 points</b>"]
    lines = {one["text"]: one["yshift"] for one in figure["layout"]["annotations"]}
    assert lines["no gap"] != lines["<b>network 8.0 points</b>"]


def test_without_a_network_value_there_is_no_such_line():
    figure = drawn(ASH, network=NOT_COMPUTABLE)
    assert len([shape for shape in shapes(figure, "line") if shape["xref"] == "x2"]) == 1
    assert not any("network" in text for text in said(figure))


@pytest.mark.parametrize(("value", "anchor"), [(-9, "left"), (8, "center"), (40, "right")])
def test_the_networks_name_stays_within_its_column(value, anchor):
    rows = [replace(ASH, gap=Estimate(gap, gap - 1, gap + 1)) for gap in (-10, 42)]
    figure = drawn(*rows, network=Estimate(value, value - 1, value + 1))
    assert next(one for one in figure["layout"]["annotations"] if "network" in one["text"])["xanchor"] == anchor


def test_a_blank_is_a_mark_and_a_word_in_place_of_the_rates_or_beside_the_one_that_is_known():
    figure = drawn(ASH, HIDDEN, ABSENT)
    paths = shapes(figure, "path")
    assert [(shape["yref"], shape["yanchor"]) for shape in paths] == [("y", 1), ("y", 2)]
    assert paths[0]["xanchor"] > paths[1]["xanchor"]
    assert said(figure)[-2:] == ["hidden", "does not apply"]
    # Nothing is drawn for what is not known.
    assert figure["data"][FOCUSES]["y"] == [0]
    assert figure["data"][REFERENCES]["y"] == [0, 1]


def test_a_blank_word_on_my_row_lies_on_its_wash():
    figure = drawn(ASH, replace(ABSENT, is_mine=True))
    assert figure["layout"]["annotations"][-1]["bgcolor"] == LAMPWASH
    assert drawn(ASH, ABSENT)["layout"]["annotations"][-1]["bgcolor"] == PAPER


def test_an_interval_that_is_wider_than_all_gaps_goes_on_beyond_the_axis():
    wide = replace(ASH, gap=Estimate(9, -80, 95))
    figure = drawn(ASH, wide)
    low, high = figure["layout"]["xaxis2"]["range"]
    assert -80 < low < 0 and 14 < high < 95
    assert named(figure, "Goes on")["marker"]["symbol"] == ["triangle-left", "triangle-right"]
    assert named(figure, "Goes on")["y"] == [1, 1]
    assert named(drawn(ASH, BIRCH), "Goes on")["x"] == []


def test_a_ratio_lies_on_a_log_scale_and_its_no_gap_is_one():
    rows = [replace(ASH, gap=Estimate(2, 1, 4)), replace(ASH, gap=Estimate(0.5, 0, float("inf")))]
    figure = drawn(*rows, network=Estimate(1.5, 1.2, 1.8), is_ratio=True)
    assert figure["data"][GAPS]["x"] == pytest.approx([0.30103, -0.30103])
    assert "1" in figure["layout"]["xaxis2"]["ticktext"]
    still = [shape["x0"] for shape in shapes(figure, "line") if shape["xref"] == "x2"]
    assert still == pytest.approx([0, 0.176091])
    # A limit of nought or without end goes on beyond the axis.
    assert named(figure, "Goes on")["y"] == [1, 1]


def test_a_difference_may_have_a_limit_without_end():
    assert named(drawn(ASH, replace(ASH, gap=Estimate(9, 5, float("inf")))), "Goes on")["marker"]["symbol"] == ["triangle-right"]


def test_equal_rates_and_gaps_still_have_a_scale():
    flat = DotRow("Flat", "9", Estimate(60, 60, 60), Estimate(60, 60, 60), Estimate(0, 0, 0), None, "")
    figure = drawn(flat, network=Estimate(0, 0, 0))
    assert all(figure["layout"][axis]["range"][0] < figure["layout"][axis]["range"][1] for axis in ("xaxis", "xaxis2"))


def test_the_pairs_are_left_out_on_a_phone():
    form = narrow(drawn(ASH, HIDDEN))
    assert [form["data"][place]["visible"] for place in (PAIRS, REFERENCES, FOCUSES)] == [False] * 3
    assert form["layout"]["xaxis"]["visible"] is False
    assert said(form)[:2] == ["no gap", "<b>network 8.0 points</b>"]


@pytest.mark.parametrize(("many", "whole"), [(ROWS_ON_PAPER, True), (ROWS_ON_PAPER + 1, False)])
def test_a_chart_that_fits_on_paper_is_printed_as_it_is(many, whole):
    assert drawn(*[ASH] * many)["layout"]["meta"]["whole"] is whole


def test_long_names_are_shortened_and_names_from_files_are_text():
    figure = drawn(replace(ASH, name="The Very Long Named Cooperative Health Center of Northern Valley", size=NASTY))
    assert figure["data"][NAMES]["text"][0].endswith("…")
    assert figure["data"][SIZES]["text"][0].startswith("&lt;b&gt;")
    assert "<script" not in "".join(strings(drawn(replace(ASH, name=NASTY), words=replace(WORDS, focus=NASTY, network=NASTY))))


def test_without_any_gap_the_figure_says_so():
    assert is_empty_saying(gap_dots_figure([ABSENT], WORDS, MARK, network=NETWORK, multiplier=100, is_ratio=False), "No team has a gap to show in this period.")
    assert is_empty_saying(gap_dots_figure([], WORDS, MARK, network=NETWORK, multiplier=100, is_ratio=False), "No team has a gap to show in this period.")


def test_marks_of_the_reference_are_rings():
    marker = drawn(ASH)["data"][REFERENCES]["marker"]
    assert (marker["symbol"], marker["line"]["color"]) == ("circle", INK2)
