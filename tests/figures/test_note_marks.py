"""Keys of notes stand at their points, on the side where there is room, clear of each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from equity.notes import EVERYBODY, FOCUS, REFERENCE, ChartNote, NoteRun
from equity.process_chart import rate_process
from equity.stratified_run import stratified_run
from equity.trend import gap_trend
from figures.note_marks import ASIDE, AWAY, BESIDE, OVER, ROOM, UNDER, Spot, apart_of, key_marks, note_lines, process_spots, run_spots
from figures.process_chart import process_figure
from figures.process_plan import plan_of as process_plan_of
from figures.team_run import team_run_figure
from figures.team_run_plan import LEAST_WIDE, plan_of
from figures.theme import PAPER
from tests.examples import measure_like, series_of
from tests.figures.reading import checked, named, narrow, place_of, said
from tests.figures.test_process_chart import points
from tests.figures.test_process_chart import words as process_words
from tests.figures.test_team_run_plan import words
from tests.figures.trends import AS_OF, CLOSING, MARK, NASTY, trend_of

DAY = date(2025, 2, 15)


def note(key: str, *marks: tuple[int, str], text: str = "Flood") -> ChartNote:
    period = CLOSING.points[0].period
    return ChartNote(key, NoteRun("a", text, ("bp",), period, period, 1), marks, (("race", "black"),))


def spots(trend, *notes: ChartNote):
    return run_spots(trend, notes, plan_of(trend, stratified_run(trend), words()))


def sides(trend, *notes: ChartNote) -> list[tuple[str, int]]:
    return [(spot.key, spot.side) for spot in spots(trend, *notes)]


@pytest.mark.parametrize(("whose", "side"), [(FOCUS, UNDER), (REFERENCE, OVER), (EVERYBODY, OVER)])
def test_a_key_stands_away_from_the_other_line_and_everybodys_over_the_upper_one(whose, side):
    assert sides(CLOSING, note("a", (1, whose))) == [("a", side)]


def test_where_the_focus_group_is_above_the_sides_change():
    trend = trend_of("66/100 52/100\n 66/100 hidden")
    assert sides(trend, note("a", (0, FOCUS), (0, REFERENCE)), note("b", (1, EVERYBODY))) == [("a", OVER), ("a", UNDER), ("b", OVER)]


def test_without_a_point_a_key_stands_beside_the_mark_of_the_blank():
    trend = trend_of("hidden hidden\n 52/100 66/100")
    assert sides(trend, note("a", (0, FOCUS), (0, EVERYBODY))) == [("a", BESIDE)]
    (mark,) = key_marks(spots(trend, note("a", (0, FOCUS))), 1)
    assert (mark["xshift"], mark["x"]) == (ASIDE, trend.points[0].period.middle.isoformat())


def test_two_notes_on_one_value_share_a_box():
    assert sides(CLOSING, note("a", (1, EVERYBODY)), note("b", (1, REFERENCE))) == [("a, b", OVER)]


def test_a_key_is_a_boxed_letter_beyond_its_point():
    (mark,) = key_marks([Spot("a", DAY, 0.5, UNDER)], 1)
    assert (mark["text"], mark["x"], mark["y"], mark["yshift"], mark["bgcolor"]) == ("<b>a</b>", "2025-02-15", 0.5, -AWAY, PAPER)
    assert "width" in mark and "width" not in key_marks([Spot("a, b", DAY, 0.5, OVER)], 1)[0]


@pytest.mark.parametrize(("days", "shifts"), [(9, [AWAY, AWAY + ROOM]), (10, [AWAY, AWAY]), (11, [AWAY, AWAY])])
def test_one_key_stands_beyond_another_that_is_close(days, shifts):
    close = [Spot("a", DAY, 0.5, OVER), Spot("b", DAY + timedelta(days=days), 0.5, OVER)]
    assert [mark["yshift"] for mark in key_marks(close, 10)] == shifts


@pytest.mark.parametrize(("days", "marks"), [(9, 1), (10, 2), (11, 2)])
def test_the_same_key_is_not_drawn_into_itself(days, marks):
    assert len(key_marks([Spot("a", DAY, 0.5, OVER), Spot("a", DAY + timedelta(days=days), 0.4, OVER)], 10)) == marks


def test_keys_are_so_far_apart_as_they_are_wide():
    plan = plan_of(CLOSING, stratified_run(CLOSING), words())
    # 731 days of two years on 660 pixels
    assert apart_of(plan, LEAST_WIDE) == pytest.approx(731 * ROOM / 660)


def test_the_run_chart_marks_its_notes_in_both_forms_and_says_them_at_the_point():
    told = words(notes=(note("a", (1, FOCUS), text=NASTY),))
    figure = checked(team_run_figure(CLOSING, stratified_run(CLOSING), told, MARK, (), as_of=AS_OF))
    assert "<b>a</b>" in said(figure) and "<b>a</b>" in said(narrow(figure))
    text = named(figure, "Black patients")["text"]
    assert "Note a: " in text[1] and "Note a" not in text[0]
    assert "<script" not in text[1] and "&lt;script&gt;" in text[1]


def test_what_a_point_says_of_notes_is_a_line_each():
    assert note_lines(("Note a: Flood", "Note b: New system")) == "<br>Note a: Flood<br>Note b: New system"
    assert note_lines(()) == ""


def test_in_a_process_chart_keys_stand_between_the_points_and_their_centre():
    series = series_of("50/100 66/100\n 60/100 66/100\n hidden 66/100\n 50/100 66/100")
    chart = rate_process(series.focus, series.periods, measure_like())
    noted = [replace(point, noted="a" if place else "") for place, point in enumerate(points(series.periods))]
    plan = process_plan_of(chart, noted, process_words())
    assert chart.lines.centre[0] == np.median([50, 60, 50])
    assert [(spot.key, spot.side) for spot in process_spots(chart, noted, plan)] == [("a", UNDER), ("a", BESIDE), ("a", UNDER)]
    below = [replace(point, noted="b") for point in points(series_of("50/100 1/2\n 60/100 1/2\n 60/100 1/2").periods)]
    low = rate_process(series_of("50/100 1/2\n 60/100 1/2\n 60/100 1/2").focus, tuple(point.period for point in below), measure_like())
    assert [spot.side for spot in process_spots(low, below, process_plan_of(low, below, process_words()))] == [OVER, UNDER, UNDER]


def test_a_process_chart_draws_its_keys_in_both_forms():
    trend = gap_trend(series_of("50/100 66/100\n 60/100 66/100"), measure_like(), None)
    periods = [point.period for point in trend.points]
    chart = rate_process([point.focus for point in trend.points], periods, measure_like())
    figure = checked(process_figure(chart, [replace(point, noted="a") for point in points(periods)], process_words(), MARK))
    assert said(figure).count("<b>a</b>") == said(narrow(figure)).count("<b>a</b>") == 2


def test_on_a_phone_names_stand_clear_of_keys():
    told = [words(), words(notes=(note("a", (7, EVERYBODY)),))]
    plain, keyed = (narrow(team_run_figure(CLOSING, stratified_run(CLOSING), one, MARK, (), as_of=AS_OF)) for one in told)
    shifts = [place_of(figure, "All other patients")["yshift"] for figure in (plain, keyed)]
    assert shifts[1] - shifts[0] == 17
