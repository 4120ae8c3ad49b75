from __future__ import annotations

from datetime import date

import pytest

from equity.charts.signals import FEW_CROSSINGS, FEW_RUNS, LONG_RUN, MANY_RUNS, OUTSIDE, SHIFT, TREND, TWO_OF_THREE, Signal
from equity.periods import periods_between
from equity.sentences.signals import LIMIT_RULE_WORDS, RULE_NAMES, RULE_WORDS, SHAPES, rules_at, rules_met, signal_sentence
from tests.naive import grade

QUARTERS = tuple(periods_between(date(2024, 1, 1), date(2026, 12, 31), "quarter"))


@pytest.mark.parametrize(
    ("signal", "said"),
    [
        (Signal(SHIFT, 1, tuple(range(6)), 6), "Six values of the gap in a row lie above the median, from Q1 2024 to Q2 2025."),
        (Signal(TREND, -1, tuple(range(1, 6)), 5), "Five values of the gap in a row fall, from Q2 2024 to Q2 2025."),
        (Signal(TREND, 1, tuple(range(5)), 5), "Five values of the gap in a row rise, from Q1 2024 to Q1 2025."),
        (Signal(OUTSIDE, 1, (4,), 1), "The gap in Q1 2025 lies above the upper limit."),
        (Signal(OUTSIDE, -1, (4, 5), 2), "Two values of the gap in a row lie below the lower limit, from Q1 2025 to Q2 2025."),
        (Signal(TWO_OF_THREE, 1, (0, 2), 2), "Two values of the gap close together lie near the upper limit, from Q1 2024 to Q3 2024."),
        (Signal(FEW_RUNS, 0, (0, 11), 2, 3), "The gap crosses its median too seldom for chance alone: it forms two runs, and chance gives three or more."),
        (
            Signal(MANY_RUNS, 0, (0, 11), 12, 11),
            "The gap crosses its median too often for chance alone: it forms twelve runs, and chance gives eleven or fewer.",
        ),
        (Signal(LONG_RUN, 0, (0, 11), 9, 7), "The gap stays on one side of its median for nine values, and chance gives seven at most."),
        (Signal(FEW_CROSSINGS, 0, (0, 11), 0, 3), "The gap crosses its median not once, and chance gives three times or more."),
        (Signal(FEW_CROSSINGS, 0, (0, 11), 1, 3), "The gap crosses its median once, and chance gives three times or more."),
        (Signal(FEW_CROSSINGS, 0, (0, 11), 2, 3), "The gap crosses its median two times, and chance gives three times or more."),
    ],
)
def test_each_signal_in_words(signal, said):
    assert signal_sentence(signal, QUARTERS, subject="the gap") == said
    assert grade(said) <= 8


def test_the_centre_is_called_what_it_is():
    assert "below the average" in signal_sentence(Signal(SHIFT, -1, tuple(range(7)), 7), QUARTERS, subject="the rate", centre="average")


def test_every_rule_is_told_in_full():
    assert RULE_WORDS.keys() == SHAPES.keys()
    assert [words for words in (*RULE_WORDS.values(), *LIMIT_RULE_WORDS.values()) if grade(words) > 8] == []
    assert LIMIT_RULE_WORDS[SHIFT].startswith("Seven") and RULE_WORDS[SHIFT].startswith("Six")


def test_every_rule_has_a_name_and_its_words():
    assert set(RULE_NAMES) == set(RULE_WORDS) == set(SHAPES)


FOUND = (Signal(SHIFT, 1, (1, 2), 2), Signal(FEW_RUNS, 0, (0, 1, 2), 2, 3), Signal(SHIFT, -1, (5,), 1), Signal(OUTSIDE, 1, (2,), 1))


def test_each_rule_that_found_something_is_told_once_as_the_chart_uses_it():
    assert [name for name, _ in rules_met(FOUND)] == ["Shift", "Few runs", "Beyond limit"]
    assert rules_met(FOUND[:1], LIMIT_RULE_WORDS) == [("Shift", "Seven or more values in a row on one side of the average. A value on it breaks the row.")]


def test_a_point_is_told_the_rules_that_it_belongs_to_a_pattern_of():
    assert [name for name, _ in rules_at(FOUND, 2)] == ["Shift", "Beyond limit"]
    assert rules_at(FOUND, 0) == []
