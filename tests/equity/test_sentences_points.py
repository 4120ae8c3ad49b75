from __future__ import annotations

from math import nan

import pytest

from equity.counts import Count
from equity.rates import Estimate, rate_estimate
from equity.sentences import (
    blank_sentence,
    cell_sentence,
    group_sentence,
    point_sentence,
)
from equity.sentences.points import people_behind
from equity.trend import gap_trend
from tests.examples import MEASURE, names_for, series_of


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            "52/100 132/200",
            "Q1 2024: Black patients 52.0%, all other patients 66.0%. Gap 14.0 points, likely 2.3 to 25.5. Ratio 1.41 times, likely 1.07 to 1.87.",
        ),
        ("0/20 0/30", "Gap no gap, likely"),
        ("20/20 30/30", "No ratio: neither group had the event."),
        ("hidden 132/200", "Q1 2024: Black patients hidden, all other patients 66.0%. Gap: hidden."),
        ("0/0 132/200", "Q1 2024: no Black patients, all other patients 66.0%. Gap: does not apply."),
    ],
)
def test_one_point_in_words(row, words):
    trend = gap_trend(series_of(row), MEASURE, None)
    assert words in point_sentence(trend.points[0], names_for(trend))


@pytest.mark.parametrize(
    ("row", "words"),
    [("52/100 132/200", " n in Q1 2024: 100 Black patients, 200 all other patients."), ("hidden 132/200", ""), ("52/100 hidden", "")],
)
def test_how_many_people_a_gap_rests_on(row, words):
    trend = gap_trend(series_of(row), MEASURE, None)
    assert people_behind(trend.points[0], names_for(trend)) == words
    assert people_behind(None, names_for(trend)) == ""


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ({"word": "closing", "start": 15.3, "end": 8.7}, "closing. By the trend line the gap went from 15.3 to 8.7 percentage points."),
        ({"word": "closing", "start": 3, "end": -8, "crossed": True}, "closing, and the gap crossed zero. By the trend line"),
        ({"word": "levelled_down"}, "levelled down."),
        ({"word": "cannot_tell_yet", "detectable": 16.2}, "cannot tell yet. A change would have to reach 16 points to stand out."),
        ({"word": "cannot_tell_yet"}, "cannot tell yet."),
        ({"blank": "hidden_at_source"}, "hidden. Counted, but too few people to show."),
        ({"blank": "not_reported"}, "not reported. A report was due and did not come."),
        ({}, "no verdict yet."),
    ],
)
def test_one_cell_in_words(cell, words):
    assert cell_sentence("Cedar Hollow", MEASURE, **cell).startswith(f"Cedar Hollow, blood pressure: {words}")


def test_a_blank_in_words():
    assert blank_sentence("white births", "zero_events").startswith("White births: zero events. It was counted and none happened.")


def test_one_group_in_words():
    count = Count(1300, 2500)
    said = group_sentence("Black patients", "Q3 2026", count, rate_estimate(count, MEASURE), 100)
    assert said == "Black patients 52.0%, likely 50.0 to 54.0, Q3 2026 (1,300 of 2,500)."
    assert group_sentence("Black patients", "Q3 2026", Count(None, None, "hidden"), Estimate(nan, nan, nan), 100) == "Black patients hidden, Q3 2026."
