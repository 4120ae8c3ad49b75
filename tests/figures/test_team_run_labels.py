from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings

from equity.stratified_run import stratified_run
from figures.labels import LINE_HEIGHT, annotation
from figures.team_run_labels import gap_labels, names_along, narrow_words, ribbon_words, wide_words
from figures.team_run_plan import Aim, plan_of
from figures.theme import INK2, ON_LAMP
from tests.figures.test_team_run_plan import AIM, RATIO, words
from tests.figures.trends import CLOSING, MARK, gap_trends, half_years, trend_of


def parts(trend=CLOSING, **rest):
    run = stratified_run(trend)
    said = words(**rest)
    return trend, run, said, MARK, plan_of(trend, run, said)


def texts(annotations):
    return [one["text"] for one in annotations]


def test_every_line_has_its_name_and_value_at_its_right():
    said = texts(wide_words(*parts(aim=AIM)))
    assert "<b>Black patients 60.0%</b>" in said
    assert "<b>All other patients<br>68.0%</b>" in said
    # Of 52, 54, 53 and 55 %; of 66, 66, 65 and 67 %; gaps 14, 12, 12 and 12
    assert {"median 53.5", "median 66.0", "median 12.0", "<b>8.0 points</b>", "aim 6"} <= set(said)


def test_a_ratio_is_labelled_in_times():
    trend = trend_of("50/100 75/100\n 60/100 80/100", baseline=None, **RATIO)
    said = texts(wide_words(*parts(trend, aim=Aim(1.5, None, None))))
    assert {"<b>2.00 times</b>", "median 2.00", "aim 1.5"} <= set(said)
    assert "<b>2.00</b>" in texts(narrow_words(*parts(trend)))


def test_an_aim_that_a_log_axis_cannot_hold_has_no_label():
    trend = trend_of("50/100 75/100", baseline=None, **RATIO)
    assert not any(text.startswith("aim") for text in texts(wide_words(*parts(trend, aim=Aim(0.0, None, None)))))


def test_limits_are_named_and_those_of_few_points_are_on_trial():
    trend = trend_of("\n".join(["52/100 66/100", "54/100 66/100"] * 6))
    trend, run, said, _, plan = parts(trend)
    inside = replace(plan, gap=replace(plan.gap, low=-100, high=100))
    assert [label.text.split(" ")[:2] for label in gap_labels(trend, run, said, inside)][-2:] == [["trial", "limit"], ["trial", "limit"]]
    settled = parts(half_years(42))
    assert any(label.text.startswith("limit ") for label in gap_labels(settled[0], settled[1], settled[2], replace(settled[4], gap=inside.gap)))


def test_the_latest_value_is_that_of_the_last_known_period():
    said = texts(wide_words(*parts(trend_of("52/100 66/100\n 54/100 hidden"))))
    assert "<b>Black patients 54.0%</b>" in said
    assert "<b>14.0 points</b>" in said


def test_a_group_that_is_never_known_has_no_label():
    for form in (wide_words, narrow_words):
        said = texts(form(*parts(trend_of("hidden 66/100\n hidden 67/100"))))
        assert not any("Black patients" in text for text in said)
        assert any("ll other patients" in text for text in said)


def test_flags_letters_are_dark_on_lamp():
    letter = next(one for one in wide_words(*parts(changes=(date(2025, 3, 1),))) if one["text"] == "<b>A</b>")
    assert letter["font"]["color"] == ON_LAMP
    assert letter["name"] == "flag"


def ribbon(*texts):
    return [annotation(text, x=day.isoformat(), yshift=14) for day, text in texts]


@pytest.mark.parametrize(
    ("width", "said"),
    [(900, ["Action period 1", "Action period 2"]), (300, ["AP 1", "AP 2"]), (60, ["AP 1"])],
)
def test_the_ribbons_names_are_shortened_and_left_out_where_they_do_not_fit(width, said):
    plan = parts()[-1]
    # 90 of 731 days apart
    days = (date(2025, 1, 1), date(2025, 4, 1))
    whole, short = (ribbon(*((day, f"{name} {number}") for number, day in enumerate(days, 1))) for name in ("Action period", "AP"))
    assert texts(ribbon_words(whole, short, plan, width=width)) == said


def test_a_row_of_the_ribbon_that_fits_stays_whole_beside_one_that_does_not():
    plan = parts()[-1]
    far = [annotation("Convening 1", x="2024-02-01", yshift=36), annotation("Convening 2", x="2025-10-01", yshift=36)]
    near = ribbon((date(2025, 1, 1), "Action period 1"), (date(2025, 2, 1), "Action period 2"))
    short = [*ribbon((date(2025, 1, 1), "AP 1"), (date(2025, 2, 1), "AP 2")), annotation("<b>1</b>", x="2024-02-01", yshift=36)]
    assert texts(ribbon_words([*near, *far], short, plan, width=800)) == ["AP 1", "AP 2", "Convening 1", "Convening 2"]


def test_on_a_phone_the_higher_groups_name_stands_over_both_lines():
    over, under = names_along(*parts())[::-1]
    assert (over["yanchor"], under["yanchor"]) == ("bottom", "top")
    assert "other patients" in over["text"] and over["font"]["color"] == INK2
    assert over["y"] > under["y"]
    turned = names_along(*parts(trend_of("70/100 66/100\n 72/100 66/100")))
    assert [one["yanchor"] for one in turned] == ["bottom", "top"]


@pytest.mark.parametrize("side", ["rates", "gap"])
@settings(max_examples=40, deadline=None)
@given(trend=gap_trends())
def test_labels_beside_one_panel_never_lie_on_each_other(side, trend):
    if not any(point.focus_rate.known or point.reference_rate.known for point in trend.points):
        return
    trend, run, said, mark, plan = parts(trend, aim=AIM)
    panel = getattr(plan, side)
    beside = [one for one in wide_words(trend, run, said, mark, plan) if one["x"] == plan.end.isoformat()]
    places = [
        (one["y"] * plan.plot, 1 + one["text"].count("<br>"))
        for one in beside
        if abs(one["y"] - (panel.bottom + panel.top) / 2) < (panel.top - panel.bottom) / 2 + 0.02
    ]
    for (low, under), (high, over) in pairwise(sorted(places)):
        assert high - low >= LINE_HEIGHT * (under + over) / 2 - 1e-6
