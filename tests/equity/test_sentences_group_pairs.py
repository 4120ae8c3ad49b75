from __future__ import annotations

from dataclasses import replace

import pytest

from equity.counts import Band, Count
from equity.pairwise import NOT_KNOWN, UNKNOWN_PAIR, every_group_against
from equity.sentences.group_pairs import pairs_rule, standing_words
from tests import naive
from tests.examples import MEASURE, measure_like

REFERENCE = Count(1500, 2000)


def pair_of(numerator, measure=MEASURE):
    return every_group_against({"a": Count(numerator, 1000)}, REFERENCE, measure)["a"]


@pytest.mark.parametrize(
    ("numerator", "direction", "words", "likely"),
    [
        (500, "higher", "worse off by 25.0 points", ", 250 to reach"),
        (900, "higher", "better off by 15.0 points", "12.3 to 17.6"),
        (900, "lower", "worse off by 15.0 points", ", 150 to reach"),
        (900, "neutral", "higher by 15.0 points", "12.3 to 17.6"),
        (600, "neutral", "lower by 15.0 points", ""),
        (745, "higher", "no clear difference", ""),
    ],
)
def test_a_standing_has_its_size_its_interval_and_people_to_reach(numerator, direction, words, likely):
    measure = measure_like(improvement_direction=direction)
    found = standing_words(pair_of(numerator, measure), measure)
    assert found[0] == words
    assert found[1].endswith(likely) and " to " in found[1]


def test_a_difference_that_chance_among_many_groups_explains_is_not_clear():
    pair = pair_of(500)
    assert standing_words(replace(pair, p_holm=0.06), MEASURE)[0] == "no clear difference"
    assert UNKNOWN_PAIR.standing_in_family == NOT_KNOWN


def test_the_rule_is_plain():
    assert "among seven groups" in pairs_rule(7)
    assert naive.grade(pairs_rule(7)) <= 8


def test_where_only_a_size_is_told_nobody_is_counted_to_reach() -> None:
    pair = every_group_against({"a": Count(500.0, 1000, band=Band(1000, 1999))}, REFERENCE, MEASURE)["a"]
    assert pair.to_reach is None
    assert standing_words(pair, MEASURE) == ("worse off by 25.0 points", "21.3 to 28.6")
