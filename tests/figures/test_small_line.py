from __future__ import annotations

from datetime import date

import pytest

from equity.periods import periods_between
from figures.labels import LINE_HEIGHT
from figures.marks import PATHS
from figures.small_line import HEIGHT, PLOT, SmallPoint, small_line_figure
from figures.theme import INK
from tests.figures.reading import checked, is_empty_saying, said

QUARTERS = list(periods_between(date(2024, 7, 1), date(2026, 9, 30), "quarter"))


def points(*values):
    """One point a quarter; a text is a blank."""
    return [
        SmallPoint(period, None if isinstance(value, str) else float(value), value if isinstance(value, str) else None, f"{value}")
        for period, value in zip(QUARTERS, values, strict=False)
    ]


def drawn(*values, **options):
    return checked(small_line_figure(points(*values), **options))


def test_the_line_holds_every_value_and_breaks_where_there_is_none():
    line = drawn(12, "hidden", 8, 6)["data"][0]
    assert line["y"] == [12, None, 8, 6]
    assert line["connectgaps"] is False
    assert line["text"] == ["12", "hidden", "8", "6"]


def test_the_last_known_value_stands_beside_its_point_and_is_the_larger_mark():
    figure = drawn(12, 8, 6, "not_due", unit="%", places=1)
    (label,) = figure["layout"]["annotations"]
    assert (label["text"], label["x"]) == ("<b>6%</b>", QUARTERS[2].middle.isoformat())
    assert figure["data"][0]["marker"]["size"] == [5, 5, 9, 5]


@pytest.mark.parametrize(("count", "small"), [(16, 5), (17, 3)])
def test_many_points_have_smaller_dots(count, small):
    months = list(periods_between(date(2024, 7, 1), date(2026, 9, 30), "month"))[:count]
    sizes = small_line_figure([SmallPoint(month, 1.0, None, "") for month in months])["data"][0]["marker"]["size"]
    assert sizes == [small] * (count - 1) + [9]


def test_blanks_have_their_marks_under_the_line_and_say_what_they_are():
    figure = drawn(12, "not_reported", 8)
    paths = [shape["path"] for shape in figure["layout"]["shapes"] if shape["type"] == "path"]
    assert paths == [PATHS["not_reported"]]
    assert figure["data"][1]["text"][0].startswith("<b>Q4 2024</b><br>not reported.")


def test_without_blanks_the_plot_has_all_the_room():
    assert drawn(12, 8)["layout"]["yaxis"]["domain"] == [0.0, 1]
    assert drawn(12, "hidden")["layout"]["yaxis"]["domain"][0] > 0.2


@pytest.mark.parametrize(("count", "has_middle"), [(7, False), (8, True), (9, True)])
def test_a_middle_is_drawn_from_eight_points_on(count, has_middle):
    figure = drawn(*range(1, count + 1), middle=True)
    lines = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "line"]
    assert bool(lines) is has_middle
    assert any(text.startswith("middle") for text in said(figure)) is has_middle


def test_the_middle_is_the_median_of_what_is_known_and_is_told():
    # 2 4 6 8 | 10 12 14 16: the middle of 8 and 10
    figure = drawn(2, 4, 6, 8, "hidden", 10, 12, 14, 16, middle=True)
    (line,) = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "line"]
    assert (line["y0"], line["y1"], line["x1"]) == (9, 9, QUARTERS[8].middle.isoformat())
    assert said(figure) == ["<b>16</b>", "middle 9"]


def test_the_two_labels_stand_clear_of_each_other():
    first, second = drawn(*[5] * 9, middle=True)["layout"]["annotations"]
    assert abs(first["y"] - second["y"]) * PLOT >= LINE_HEIGHT - 0.01


@pytest.mark.parametrize("values", [(0, 0), (0.4, 0.2), (3989, 2597), (100, 100)])
def test_the_axis_begins_at_zero_with_room_under_it_and_over_the_highest(values):
    axis = drawn(*values)["layout"]["yaxis"]
    low, high = axis["range"]
    assert low < 0 < max(values) + 1e-9 < high + 1e-9
    assert axis["tickvals"][0] == 0
    assert all(low < tick < high for tick in axis["tickvals"])


def test_the_first_and_the_last_period_are_named():
    assert drawn(1, 2, 3)["layout"]["xaxis"]["ticktext"] == ["Q3 24", "Q1 25"]
    assert drawn(1)["layout"]["xaxis"]["ticktext"] == ["Q3 24"]


def test_the_line_is_ink_and_the_figure_small():
    figure = drawn(1, 2)
    assert figure["data"][0]["line"]["color"] == INK
    assert figure["layout"]["height"] == HEIGHT


def test_where_nothing_is_known_it_says_so():
    assert is_empty_saying(small_line_figure(points("hidden", "hidden"), nothing="Nothing can be drawn."), "Nothing can be drawn.")
    assert is_empty_saying(small_line_figure([]), "No report is due yet.")


def test_ranges_are_bars_from_end_to_end_and_no_number_stands_beside_them():
    ranges = [
        SmallPoint(QUARTERS[0], 100.0, None, "100 to 199", 199.0),
        SmallPoint(QUARTERS[1], 50000.0, None, "50,000 or more", 50000.0),
        SmallPoint(QUARTERS[2], None, "hidden", ""),
    ]
    figure = checked(small_line_figure(ranges))
    bars = figure["data"][0]
    assert (bars["mode"], bars["y"], bars["error_y"]["array"]) == ("markers", [100, 50000, None], [99, 0, None])
    assert bars["marker"]["size"] == [1, 7, 7]
    assert figure["layout"]["annotations"] == [] and figure["layout"]["yaxis"]["range"][1] > 50000
