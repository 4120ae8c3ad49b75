from __future__ import annotations

from math import inf, isnan, log, sqrt

import pytest

from equity.extreme_pairs import compared_places, extreme_difference, extreme_ratio, maximal_difference, maximal_ratio, summary_ratio
from equity.rated_groups import A_NOUGHT, NO_REFERENCE
from tests.rated import rated

FOUR = """
    a  50/100
    b  140/200
    c  25/50
    d  80/100
"""
ORDER = """
    low     50/100  1
    middle  20/100  2
    high    80/100  3
"""


@pytest.mark.parametrize(
    ("table", "favourable", "reference", "expected"),
    [
        # a and c are tied at 50 %: the first one
        (FOUR, True, None, ("d", "a")),
        (FOUR, False, None, ("d", "a")),
        (FOUR, True, "b", ("b", "a")),
        (FOUR, False, "b", ("d", "b")),
        # the reference is never compared with itself
        (FOUR, True, "a", ("a", "c")),
        (ORDER, True, None, ("high", "low")),
        (ORDER, False, "middle", ("low", "high")),
    ],
)
def test_the_two_groups_are_those_of_the_table(table, favourable, reference, expected):
    groups = rated(table, favourable=favourable, reference=reference)
    assert tuple(groups.groups[place].name for place in compared_places(groups)) == expected


def test_difference_and_ratio_by_hand():
    groups = rated(FOUR, reference="b")
    # 70 - 50, errors 3.24 and 5; 70 / 50
    difference, ratio = extreme_difference(groups), extreme_ratio(groups)
    assert (difference.value, difference.error) == pytest.approx((20, sqrt(0.7 * 0.3 / 200 + 0.25 / 100) * 100))
    assert (ratio.value, ratio.error) == pytest.approx((1.4, sqrt(0.3 / 0.7 / 200 + 1 / 100)))
    assert log(ratio.high) + log(ratio.low) == pytest.approx(2 * log(1.4))


def test_a_rate_of_nought_below_is_endless_and_above_is_nought_without_limits():
    above = extreme_ratio(rated("a 0/50\n b 10/50", favourable=False))
    below = extreme_ratio(rated("a 0/50\n b 10/50", reference="a"))
    assert (above.value, isnan(above.low)) == (inf, True)
    assert (below.value, isnan(below.high), below.reason) == (0, True, "")
    between = extreme_ratio(rated("a 0/50 1\n b 3/50 2\n c 0/50 3"))
    assert (isnan(between.value), between.reason) == (True, A_NOUGHT)


def test_a_reference_group_of_which_nothing_is_known_is_said_and_not_replaced():
    assert extreme_difference(rated(FOUR + "e -", reference="e")).reason == NO_REFERENCE


@pytest.mark.parametrize(
    ("favourable", "expected"),
    # .8 / mean(.5, .7, .5); mean(.7, .5, .8) / .5 (of the tied best the largest, a)
    [(True, 0.8 / (1.7 / 3)), (False, (2.0 / 3) / 0.5)],
)
def test_the_summary_ratio_sets_the_best_beside_the_plain_mean_of_the_others(favourable, expected):
    assert summary_ratio(rated(FOUR, favourable=favourable)).value == pytest.approx(expected)


def test_the_maximal_pair_is_the_highest_and_the_lowest():
    assert maximal_difference(rated(FOUR)).value == pytest.approx(30)
    assert maximal_ratio(rated(FOUR)).value == pytest.approx(1.6)
    assert maximal_ratio(rated("a 0/9\n b 1/9")).value == inf
