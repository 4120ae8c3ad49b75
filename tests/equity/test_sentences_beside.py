from __future__ import annotations

import pytest

from equity.sentences import (
    how_sure,
    real_change_words,
    rule_in_words,
    who_moved,
)
from tests.examples import ADVERSE, MEASURE, measure_like, names_for, straight_trend
from tests.told import RATIO, TRENDS


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("closing", "The rate rose 6.3 points for Black patients and 1.6 points for all other patients since the baseline year."),
        ("closing, focus better off", "The rate fell 3.9 points for Black patients and rose 6.3 points for all other patients since the baseline year."),
        ("all level", "The rate stayed level for Black patients and for all other patients since the baseline year. Neither group moved much."),
        ("no clear change", "Both groups got better, by the same amount."),
        ("one point", "Only one period has numbers for both groups so far."),
    ],
)
def test_who_moved(case, words):
    assert words in who_moved(TRENDS[case], names_for(TRENDS[case]))


def test_the_reference_group_may_have_moved_most():
    trend = straight_trend((0.66, 0.67), (0.60, 0.70))
    assert "all other patients most." in who_moved(trend, names_for(trend))


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("closing", "the gap shrank by 6.0 points. The true figure likely lies between 3.4 and 8.6. This does not show what caused it."),
        ("closing, focus better off", "the gap shrank by 13.0 points."),
        ("widening", "the gap grew by 8.0 points."),
        ("closing, crossed", "the gap changed by −19.0 points. The true figure likely lies between −21.6 and −16.4."),
        ("closing, ratio", "the ratio is now 0.72 times what it was. The true figure likely lies between 0.65 and 0.79."),
        ("no clear change, no gap", "the gap did not change. The true figure likely lies between −2.6 and 2.6. A change of 5 points would likely have shown."),
        ("cannot tell, ratio", "The ratio would have to change by 61% to stand out."),
        ("cannot tell, tiny", "The counts are too small for a change to stand out."),
        ("two points", "Two quarters have numbers for both groups, and a verdict needs four. With five more quarters like the last one,"),
    ],
)
def test_how_sure(case, words):
    assert words in how_sure(TRENDS[case])


def test_the_rule_names_the_change_that_matters():
    assert "the gap has changed by 5 points or more" in rule_in_words(MEASURE)
    assert "the gap has changed by 1 per 1,000 or more" in rule_in_words(measure_like(**ADVERSE))
    assert "the ratio has changed by 10% or more" in rule_in_words(measure_like(**RATIO))


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({"meaningful_change": 5}, "5 points"),
        ({"scale": "ratio", "meaningful_change": 0.1}, "10%"),
        ({"multiplier": 1000, "meaningful_change": 2}, "2 per 1,000"),
    ],
)
def test_a_real_change_is_told_by_chance_and_by_size_in_one_line(changes, size):
    assert real_change_words(measure_like(**changes)) == f"We call a change real when it stands out from chance, at odds of 20 to 1, and is {size} or more."
