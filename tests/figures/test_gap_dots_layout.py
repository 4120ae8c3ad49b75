from __future__ import annotations

from dataclasses import replace

import pytest

from equity.rates import NOT_COMPUTABLE, Estimate
from figures.theme import LAMP, LAMPWASH, PAPER
from tests.figures.dots import ABSENT, ASH, FOCUSES, HIDDEN, MINE, MY_BAR, NAMES, REFERENCES, drawn, shapes
from tests.figures.reading import said


def test_my_row_is_a_wash_with_a_bar_a_bold_name_and_a_thick_interval():
    figure = drawn(ASH, MINE)
    (wash,) = shapes(figure, "rect")
    assert (wash["fillcolor"], wash["y0"], wash["y1"]) == (LAMPWASH, 0.5, 1.5)
    assert [shape["line"]["width"] for shape in shapes(figure, "line") if shape["line"]["color"] == LAMP] == [4]
    assert figure["data"][NAMES]["text"] == ["Ash", "<b>Mine</b>"]
    assert (figure["data"][MY_BAR]["y"], figure["data"][MY_BAR]["line"]["width"]) == ([1, 1, None], 4)


def test_without_my_team_no_row_is_washed():
    assert shapes(drawn(ASH), "rect") == []


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
