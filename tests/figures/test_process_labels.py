from __future__ import annotations

from dataclasses import replace

import pytest

from equity.charts import lines
from equity.charts.signals import OUTSIDE, SHIFT, Signal
from equity.process_chart import rate_process
from figures.placing import text_width
from figures.process_labels import ABOVE, anchor_of, named_places, rule_names
from figures.process_plan import LEAST_NARROW, LEAST_WIDE, plan_of
from figures.theme import TEXT_SMALL
from tests.examples import measure_like, series_of
from tests.figures.test_process_chart import STILL, points, words

SERIES = series_of("\n".join(f"{numerator}/1000 660/1000" for numerator in STILL))
CHART = rate_process(SERIES.focus, SERIES.periods, measure_like(), kind=lines.SHARE)
POINTS = points(SERIES.periods)


def with_signals(*signals):
    return replace(CHART, signals=tuple(Signal(rule, side, places, len(places)) for rule, side, places in signals))


def texts(chart, width=LEAST_WIDE):
    return [one["text"] for one in rule_names(chart, POINTS, words(), plan_of(chart, POINTS, words()), width=width)]


def test_rules_that_end_at_one_point_share_its_words():
    found = named_places(with_signals((SHIFT, 1, (3, 4, 5)), (OUTSIDE, 1, (5,)), ("few runs", 0, (0, 19))), words())
    assert found == {5: ("Shift, beyond limit", 1)}


def test_words_that_would_run_into_a_later_one_are_left_out():
    chart = with_signals((OUTSIDE, 1, (9,)), (OUTSIDE, -1, (10,)), (SHIFT, 1, (0,)))
    assert texts(chart) == ["Beyond limit", "Shift"]
    # A phone's plot has room for fewer: 14 of 20 quarters are apart far enough, four are not.
    assert texts(with_signals((OUTSIDE, 1, (6,)), (OUTSIDE, 1, (10,))), LEAST_NARROW) == ["Beyond limit"]
    assert texts(with_signals((OUTSIDE, 1, (2,)), (OUTSIDE, 1, (16,))), LEAST_NARROW) == ["Beyond limit"] * 2


def test_a_word_stands_beyond_the_points_beside_it():
    chart, plan = with_signals((SHIFT, 1, (10,))), plan_of(CHART, POINTS, words())
    (word,) = rule_names(chart, POINTS, words(), plan, width=LEAST_WIDE)
    # The word reaches over one neighbour to the right, which is higher: 52.2 against 50.
    assert text_width("Shift", TEXT_SMALL) / 2 + 6 < LEAST_WIDE / 20
    assert (word["y"], word["yshift"]) == (plan.panel.pixels(50.0) / plan.plot, ABOVE)
    (wide,) = rule_names(with_signals((OUTSIDE, 1, (10,))), POINTS, words(), plan, width=LEAST_WIDE)
    assert wide["y"] == plan.panel.pixels(52.2) / plan.plot
    (below,) = rule_names(with_signals((OUTSIDE, -1, (10,))), POINTS, words(), plan, width=LEAST_WIDE)
    assert (below["y"], below["yshift"]) == (plan.panel.pixels(50.0) / plan.plot, -ABOVE)


@pytest.mark.parametrize(("share", "anchor"), [(0.05, "left"), (0.15, "center"), (0.85, "center"), (0.95, "right")])
def test_near_an_edge_a_word_stands_inwards(share, anchor):
    assert anchor_of(share) == anchor
