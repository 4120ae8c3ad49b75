from __future__ import annotations

from dataclasses import replace

from figures.gap_dots import APART, gap_dots_figure
from figures.theme import INK, INK2, PAPER
from tests.figures.dots import (
    ABSENT,
    ASH,
    BIRCH,
    FOCUS_BARS,
    FOCUSES,
    GAPS,
    HIDDEN,
    MARK,
    MINE,
    NAMES,
    NETWORK,
    OWN,
    PAIRS,
    REFERENCE_BARS,
    REFERENCES,
    SIZES,
    THEIRS,
    WORDS,
    drawn,
)
from tests.figures.reading import is_empty_saying, named, narrow, said, strings
from tests.figures.trends import NASTY


def test_a_row_has_a_pair_of_rates_and_its_gap_with_its_interval():
    data = drawn(ASH)["data"]
    assert (data[PAIRS]["x"], data[PAIRS]["y"]) == ([60, 70, None], [0, 0, None])
    assert (data[FOCUSES]["x"], data[REFERENCES]["x"]) == ([60], [70])
    assert (data[FOCUSES]["marker"]["color"], data[FOCUSES]["marker"]["symbol"], data[REFERENCES]["marker"]["color"]) == (MARK.light, MARK.marker, PAPER)
    assert (data[THEIRS]["x"], data[GAPS]["x"], data[GAPS]["text"]) == ([6, 14, None], [10], ["Ash says"])


def test_each_rate_has_its_interval_above_and_below_the_pair():
    data = drawn(ASH, HIDDEN, ABSENT)["data"]
    assert (data[FOCUS_BARS]["x"], data[FOCUS_BARS]["y"]) == ([57, 63, None], [-APART, -APART, None])
    assert (data[REFERENCE_BARS]["x"], data[REFERENCE_BARS]["y"]) == ([68, 72, None, 68, 72, None], [APART, APART, None, 1 + APART, 1 + APART, None])
    assert (data[FOCUS_BARS]["line"]["color"], data[REFERENCE_BARS]["line"]["color"]) == (MARK.light, INK2)


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


def test_an_own_measure_is_said_beside_the_name():
    assert drawn(OWN)["data"][NAMES]["text"] == ["Own team, own"]


def test_the_size_stands_beside_every_name_and_below_it_on_a_phone():
    figure = drawn(ASH)
    assert figure["data"][SIZES]["text"] == ["212, rural"]
    assert figure["data"][SIZES]["x"][0] > figure["data"][NAMES]["x"][0]
    below = narrow(figure)["data"]
    assert below[SIZES]["x"] == below[NAMES]["x"]
    assert below[SIZES]["y"][0] > 0 > below[NAMES]["y"][0]


def test_the_pairs_are_left_out_on_a_phone():
    form = narrow(drawn(ASH, HIDDEN))
    assert [form["data"][place]["visible"] for place in (PAIRS, FOCUS_BARS, REFERENCE_BARS, REFERENCES, FOCUSES)] == [False] * 5
    assert form["layout"]["xaxis"]["visible"] is False
    assert said(form)[:2] == ["no gap", "<b>network 8.0 points</b>"]


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
