from __future__ import annotations

from dataclasses import replace
from math import nan

import pytest

from equity.counts import Band, Count
from equity.rates import NOT_COMPUTABLE, Estimate
from figures.group_change import BOTTOM, NOW, ROW, THEN, TOP, GroupRow, group_change_figure, group_row
from figures.theme import INK3, PAPER, REFERENCE_MARK, UNKNOWN_MARK, group_mark
from tests.examples import MEASURE, RACE
from tests.figures.reading import checked, is_empty_saying, said
from tests.figures.trends import ESCAPED, NASTY

BLACK = GroupRow("Black", group_mark(3, "group"), Estimate(52, 49, 55), Estimate(60.25, 57, 63), "of 1,203", None)
WHITE = GroupRow("White", group_mark(7, "group"), Estimate(66, 65, 67), Estimate(64, 63, 65), "of 9,000", None)
HIDDEN = GroupRow("Asian", group_mark(2, "group"), Estimate(58, 50, 66), NOT_COMPUTABLE, "", "hidden")
NEW = GroupRow("Unknown", UNKNOWN_MARK, NOT_COMPUTABLE, Estimate(61, 55, 67), "of 210", None)
NOBODY = GroupRow("Nobody", REFERENCE_MARK, NOT_COMPUTABLE, NOT_COMPUTABLE, "", None)


def drawn(*rows, multiplier=100):
    return checked(group_change_figure(rows, multiplier=multiplier))


def marks(figure):
    """What is drawn on each row: mode, x, symbol or None."""
    return [(trace["mode"], trace["x"], trace.get("marker", {}).get("symbol")) for trace in figure["data"]]


def test_a_row_has_its_interval_its_step_and_both_marks():
    assert marks(drawn(BLACK)) == [
        ("lines", [57, 63], None),
        ("lines", [52, 60.25], None),
        ("markers", [52], "circle"),
        ("markers", [60.25], "circle"),
    ]


def test_marks_have_the_groups_colour_and_the_interval_none():
    interval, step, then, now = drawn(WHITE)["data"]
    assert interval["line"]["color"] == INK3
    assert {step["line"]["color"], then["marker"]["color"], now["marker"]["color"]} == {group_mark(7, "group").light}


def test_then_is_small_and_now_is_large():
    then, now = drawn(BLACK)["data"][2:]
    assert (then["marker"]["size"], now["marker"]["size"]) == (THEN, NOW)
    assert THEN < NOW


@pytest.mark.parametrize(("then_steady", "now_steady"), [(True, True), (False, True), (True, False), (False, False)])
def test_a_rate_that_is_not_steady_is_hollow_and_says_so(then_steady, now_steady):
    then, now = drawn(replace(BLACK, then_steady=then_steady, now_steady=now_steady))["data"][2:]
    colour = group_mark(3, "group").light
    assert [one["marker"]["color"] for one in (then, now)] == [colour if then_steady else PAPER, colour if now_steady else PAPER]
    assert {one["marker"]["line"]["color"] for one in (then, now)} == {colour}
    assert [one["text"][0].endswith("<br>Too few people for a steady figure.") for one in (then, now)] == [not then_steady, not now_steady]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (HIDDEN, [("markers", [58], "square")]),
        (NEW, [("lines", [55, 67], None), ("markers", [61], "x")]),
    ],
)
def test_what_is_not_known_is_not_drawn(row, expected):
    assert marks(drawn(row)) == expected


def test_rows_stand_from_the_top_in_the_order_given():
    figure = drawn(BLACK, WHITE)
    assert [trace["y"][0] for trace in figure["data"]] == [0.2] * 4 + [1.2] * 4
    assert figure["layout"]["yaxis"]["range"] == [1.5, -0.5]
    assert figure["layout"]["height"] == TOP + BOTTOM + 2 * ROW


def test_a_row_says_its_name_its_rate_its_size_and_its_change():
    # 60.25 - 52 and 64 - 66
    assert said(drawn(BLACK, WHITE)) == ["<b>Black</b>  60.2% of 1,203", "<b>+8.2</b>", "<b>White</b>  64.0% of 9,000", "<b>−2.0</b>"]


def test_a_change_of_rates_told_in_whole_percent_is_told_in_whole_points():
    then, now = Count(225.0, 400, band=Band(200, 499)), Count(60.0, 100, band=Band(100, 199))
    row = group_row("Everybody", then, now, MEASURE, RACE, size="100 to 199")
    # 56.25 on average is told as 56, so that the change is what a reader finds.
    assert (row.then.value, row.now.value) == (56, 60) and any(part["text"] == "<b>+4</b>" for part in drawn(row)["layout"]["annotations"])


def test_a_row_without_a_number_says_why_and_has_no_change():
    assert said(drawn(HIDDEN)) == ["<b>Asian</b>  hidden"]
    assert said(drawn(NEW)) == ["<b>Unknown</b>  61.0% of 210"]


def test_a_group_without_people_does_not_apply():
    assert said(drawn(BLACK, NOBODY))[-1] == "<b>Nobody</b>  does not apply"


def test_names_stand_over_their_rows_and_changes_beside_them():
    name, change = drawn(BLACK)["layout"]["annotations"]
    assert (name["y"], name["x"], name["xanchor"]) == (-0.24, 0, "left")
    assert (change["y"], change["x"], change["xshift"]) == (0.2, 1, 14)


def test_the_axis_spans_every_interval():
    axis = drawn(BLACK, WHITE)["layout"]["xaxis"]
    # 49 to 67: 18/3 = 6, so steps of ten
    assert axis["range"] == [40, 70]
    assert axis["ticktext"] == ["40", "50", "60", "70%"]


def test_rates_per_1000_have_no_percent():
    row = GroupRow("Black", group_mark(3, "group"), Estimate(0.5, 0.4, 0.6), Estimate(0.25, 0.2, 0.3), "of 4,000", None)
    figure = drawn(row, multiplier=1000)
    assert figure["layout"]["xaxis"]["ticktext"] == ["0.2", "0.4", "0.6"]
    assert said(figure) == ["<b>Black</b>  0.25 per 1,000 of 4,000", "<b>−0.25</b>"]


def test_a_mark_says_when_what_and_how_sure():
    texts = [trace["text"] for trace in drawn(BLACK)["data"][2:]]
    assert texts == [["<b>Black</b><br>Then 52.0% (49.0 to 55.0)"], ["<b>Black</b><br>Now 60.2% (57.0 to 63.0)"]]


@pytest.mark.parametrize("rows", [[], [NOBODY]])
def test_without_any_number_the_figure_says_so(rows):
    assert is_empty_saying(group_change_figure(rows, multiplier=100), "No group can be shown here.")


def test_a_groups_name_is_no_markup():
    figure = drawn(GroupRow(NASTY, BLACK.mark, BLACK.then, BLACK.now, "of 9", None))
    assert said(figure)[0].startswith(f"<b>{ESCAPED}</b>")
    assert figure["data"][-1]["text"][0].startswith(f"<b>{ESCAPED}</b><br>")


def test_an_end_that_is_not_known_leaves_the_axis_alone():
    row = GroupRow("Black", BLACK.mark, Estimate(50, nan, nan), Estimate(60, 55, 65), "of 9", None)
    # 55 to 65: 10/3, so steps of five
    assert group_change_figure([row], multiplier=100)["layout"]["xaxis"]["range"] == [55, 65]


def test_a_phone_names_groups_with_their_rate_alone():
    row = BLACK
    figure = group_change_figure([row], multiplier=100)
    wide, narrow = figure["layout"]["annotations"], figure["layout"]["meta"]["narrow"]["layout"]["annotations"]
    assert wide[0]["text"] == f"{narrow[0]['text']} of 1,203"
    assert narrow[0]["text"].startswith("<b>Black</b>  60.2") and narrow[1:] == wide[1:]
