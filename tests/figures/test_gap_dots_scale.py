from __future__ import annotations

from dataclasses import replace

import pytest

from equity.rates import Estimate
from figures.gap_dots import DotRow
from tests.figures.dots import ASH, BIRCH, GAPS, drawn, shapes
from tests.figures.reading import named


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
