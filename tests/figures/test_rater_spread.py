from __future__ import annotations

import pytest

from equity.rater_spread import RaterSpread
from figures.rater_spread import FOOT, HEAD, ROW, RatedDomain, rater_spread_figure
from figures.theme import INK3, RUST
from tests.figures.reading import checked, is_empty_saying, narrow, said, strings
from tests.figures.trends import NASTY

LEVELS = (1, 2, 3, 4, 5)
NEAR = RatedDomain("Within", RaterSpread(3, 2, 3, 2, 3, 2))
FAR = RatedDomain("For equity", RaterSpread(4, 2, 3, 2, 4, 2))
SAME = RatedDomain("Together", RaterSpread(3, 3, 3, 3, 3, 2))
NONE = RatedDomain("Money", RaterSpread())


def drawn(*domains: RatedDomain) -> dict:
    return checked(rater_spread_figure(domains, LEVELS))


def marks(figure: dict) -> dict[str, tuple[int, float]]:
    """Level and height of each mark of a figure with one row."""
    return {trace["name"]: (trace["x"][0], trace["y"][0]) for trace in figure["data"] if trace["mode"] == "markers"}


def bars(figure: dict) -> list[tuple[list[int], str, float]]:
    return [(trace["x"], trace["line"]["color"], trace["line"]["width"]) for trace in figure["data"] if trace["mode"] == "lines"]


def test_triangle_square_and_dot_stand_on_their_levels():
    assert marks(drawn(FAR)) == {"Agreed": (3, 0), "Self": (4, 0), "Coach": (2, 0)}
    symbols = {trace["name"]: trace["marker"]["symbol"] for trace in drawn(FAR)["data"] if trace["mode"] == "markers"}
    assert symbols == {"Agreed": "circle", "Self": "triangle-up", "Coach": "square"}


def test_marks_on_one_level_stand_over_and_under_each_other():
    heights = marks(drawn(SAME))
    assert heights["Self"][1] < heights["Agreed"][1] < heights["Coach"][1]
    two = marks(drawn(RatedDomain("Within", RaterSpread(3, 3, None, 3, 3, 2))))
    assert two["Self"][1] < two["Coach"][1]
    assert marks(drawn(NEAR))["Self"][1] < 0


def test_a_thin_bar_joins_raters_and_a_thick_one_those_two_levels_apart():
    assert bars(drawn(NEAR)) == [([2, 3], INK3, 1.6)]
    assert bars(drawn(FAR)) == [([2, 4], INK3, 1.6), ([2, 4], RUST, 4)]
    assert bars(drawn(SAME)) == []


def test_two_levels_apart_is_said_right_of_every_mark():
    figure = drawn(NEAR, FAR)
    assert said(figure) == ["Within", "<b>For equity</b>", "<b>2 apart</b>"]
    words = figure["layout"]["annotations"][-1]
    assert (words["x"], words["xshift"] > 0, words["y"]) == (5, True, 1)


def test_single_members_beyond_the_middle_ones_are_in_the_bar():
    assert bars(drawn(RatedDomain("Within", RaterSpread(3, 3, 3, 1, 5, 6))))[1] == ([1, 5], RUST, 4)


def test_a_mark_says_its_rater_level_and_how_many_rated():
    texts = [trace["text"][0] for trace in drawn(FAR)["data"] if "text" in trace]
    assert texts == [
        "<b>For equity</b><br>Agreed: level 3",
        "<b>For equity</b><br>Self: level 4<br>2 raters",
        "<b>For equity</b><br>Coach: level 2<br>2 raters",
    ]


def test_a_domain_that_nobody_rated_keeps_its_row():
    figure = drawn(NONE, NEAR)
    assert figure["layout"]["height"] == HEAD + FOOT + 2 * ROW
    assert said(figure)[0] == "Money"


def test_a_phone_breaks_names_earlier_and_leaves_the_marks_more_room():
    phone = narrow(drawn(RatedDomain("Leading for sustainability", FAR.spread)))["layout"]
    assert (phone["margin"]["l"], phone["annotations"][0]["xshift"]) == (112, -112)
    assert phone["annotations"][0]["text"] == "<b>Leading for<br>sustainability</b>"
    assert "<b>2 apart</b>" in said({"layout": phone})


@pytest.mark.parametrize("levels", [(1, 2, 3), (0, 1, 2, 3, 4, 5, 6, 7)])
def test_any_number_of_levels_has_its_ticks(levels):
    axis = checked(rater_spread_figure([SAME], levels))["layout"]["xaxis"]
    assert (axis["tickvals"], axis["range"]) == (list(levels), [levels[0] - 0.3, levels[-1] + 0.3])


def test_names_are_no_markup_and_long_ones_are_shortened():
    assert [text for text in strings(drawn(RatedDomain(NASTY, FAR.spread))) if "<script" in text] == []
    assert max(len(part) for part in said(drawn(RatedDomain("word " * 40, SAME.spread)))[0].split("<br>")) <= 22


@pytest.mark.parametrize("domains", [(), (NONE,)])
def test_without_a_rater_it_says_so(domains):
    assert is_empty_saying(rater_spread_figure(domains, LEVELS), "Nobody has rated this yet.")
    assert is_empty_saying(rater_spread_figure(domains, LEVELS, nothing="Too few."), "Too few.")
