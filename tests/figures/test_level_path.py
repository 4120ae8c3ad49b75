from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings

from equity.level_path import level_path
from equity.trend import gap_trend
from figures.level_path import PLOT, PathWords, fairer_corner, level_path_figure, plane_of, tint
from figures.theme import INK, PAPER
from tests.examples import BASELINE, measure_like, series_of
from tests.figures.reading import checked, is_empty_saying, named, narrow, said
from tests.figures.trends import ESCAPED, NASTY, gap_trends

CORNERS = ("Worse, wider", "Better, wider", "Levelled down", "Better for all, and fairer")
WORDS = PathWords("Both groups together, % of patients", "Gap, percentage points", "Baseline year", CORNERS, CORNERS)
ROWS = "500/1000 660/1000\n" * 4 + "560/1000 660/1000\n 600/1000 670/1000\n 640/1000 680/1000"


def path_of(rows=ROWS, baseline=BASELINE, **changes):
    return level_path(gap_trend(series_of(rows), measure_like(**changes), baseline), "others")


def figure_of(path=None, words=WORDS):
    return checked(level_path_figure(path or path_of(), words))


def test_the_path_runs_from_a_hollow_start_to_a_filled_end():
    trace = named(figure_of(), "Path")
    assert (trace["x"], trace["y"]) == ([58, 61, 63.5, 66], [16, 10, 7, 4])
    assert trace["marker"]["color"] == [PAPER, INK, INK, INK]
    assert trace["marker"]["size"][0] < trace["marker"]["size"][-1]
    assert trace["text"][0] == "<b>Baseline year</b><br>Level 58.0%<br>Gap 16.0 points"


def test_start_and_end_are_named_and_steps_where_there_is_room():
    texts = said(figure_of())
    assert {"<b>Q3 2025</b>", "Baseline year"} <= set(texts)
    assert "Q1 2025" in texts and "Q2" in texts


def test_a_start_without_a_baseline_has_its_period_for_a_name():
    assert "Q1 2024" in said(figure_of(path_of(baseline=None)))


def test_many_steps_are_named_by_their_years():
    texts = said(figure_of(path_of("\n".join(f"{500 + step}/1000 660/1000" for step in range(44)))))
    assert any("\u2013" in text for text in texts)


def test_the_better_corner_is_tinted_and_bold():
    figure = figure_of()
    (rect,) = [shape for shape in figure["layout"]["shapes"] if shape["type"] == "rect"]
    assert (rect["x0"], rect["x1"], rect["y0"], rect["y1"]) == (58, figure["layout"]["xaxis"]["range"][1], 16, 0)
    assert "<b>Better for all, and fairer</b>" in said(figure)


@pytest.mark.parametrize(("direction", "place"), [("higher", 3), ("lower", 2)])
@pytest.mark.parametrize(("rows", "turned"), [(ROWS, 0), ("\n".join(" ".join(row.split()[::-1]) for row in ROWS.splitlines()), -2)])
def test_the_better_corner_lies_where_the_level_is_better_and_the_gap_nearer_to_nought(direction, place, rows, turned):
    path = path_of(rows, improvement_direction=direction)
    starts_below = path.points[0].gap < 0
    assert fairer_corner(path) == (place - 2 if starts_below else place)
    assert starts_below == ((turned == -2) != (direction == "lower"))


def test_where_the_fall_is_better_the_tint_lies_to_the_left():
    path = path_of(improvement_direction="lower")
    plane = plane_of(path.points)
    assert tint(path, plane)[0]["x1"] == plane.level[0]


def test_where_neither_is_better_nothing_is_tinted():
    path = path_of(improvement_direction="neutral")
    assert [shape["type"] for shape in figure_of(path)["layout"]["shapes"]] == ["line"] * 3
    assert fairer_corner(path) is None


def test_the_corners_words_lie_beyond_every_step():
    plane = plane_of(path_of().points)
    heights = [plane.spot(point).y for point in path_of().points]
    assert min(heights) >= 28 and max(heights) <= PLOT - 28


def test_one_step_says_what_is_missing():
    assert is_empty_saying(level_path_figure(path_of("500/1000 660/1000", None), WORDS), "It takes two periods in which both groups can be shown.")


def test_names_from_files_are_no_markup():
    figure = figure_of(words=replace(WORDS, level=NASTY, start=NASTY))
    assert figure["layout"]["xaxis"]["title"]["text"] == ESCAPED
    assert not any("<script" in text for text in [*said(figure), *said(narrow(figure))])


def test_rates_per_thousand_have_no_percent_sign():
    figure = figure_of(path_of(number="rate", multiplier=1000, improvement_direction="lower"))
    assert not any("%" in text for text in figure["layout"]["xaxis"]["ticktext"])


@settings(max_examples=60, deadline=None)
@given(trend=gap_trends())
def test_every_trend_makes_a_valid_figure(trend):
    figure_of(level_path(trend, "others"))


def test_a_path_that_goes_nowhere_is_drawn():
    assert named(figure_of(path_of("500/1000 500/1000\n" * 6, (date(2024, 1, 1), date(2024, 12, 31)))), "Path")["y"] == [0, 0, 0]
