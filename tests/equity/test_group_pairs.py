from __future__ import annotations

import pytest

from equity.counts import HIDDEN_COUNT, Count, GapSeries
from equity.group_pairs import group_pairs
from equity.groups import Reference
from equity.pairwise import BETTER, NOT_KNOWN, WORSE, compared
from equity.periods import period_of
from equity.trend import gap_trend
from tests.examples import MEASURE, RACE, START

LABELS = {group.group_code: group.label for group in RACE.known_groups}
COUNTS = {code: Count(600 + 40 * place, 1000) for place, code in enumerate(LABELS)}
OTHERS = Reference("others", "all other patients", tuple(code for code in LABELS if code != "black"), "others")


ALL_OTHERS = Count(1000, 1400)


def trend_of(focus=COUNTS["black"], reference=ALL_OTHERS):
    """One period: the focus group against whatever it is compared with."""
    return gap_trend(GapSeries((period_of(START, "quarter"),), (focus,), (reference,)), MEASURE, None)


def pairs_of(counts=COUNTS, reference=OTHERS, trend=None):
    rows = [(group.label, HIDDEN_COUNT, counts.get(group.group_code, HIDDEN_COUNT)) for group in RACE.groups]
    return group_pairs(rows, trend or trend_of(), reference, RACE, "black")


def test_against_others_each_group_has_others_of_its_own_and_the_focus_group_the_trends():
    pairs = pairs_of()
    assert set(pairs) == set(LABELS.values())
    white = [COUNTS[code] for code in LABELS if code != "white"]
    expected = compared(COUNTS["white"], Count(sum(one.numerator for one in white), sum(one.denominator for one in white)), MEASURE)
    assert pairs[LABELS["white"]].gap == expected.gap
    assert pairs[LABELS["black"]].gap == compared(COUNTS["black"], ALL_OTHERS, MEASURE).gap


def test_others_that_are_in_part_hidden_are_nobody_to_be_held_against():
    pairs = pairs_of(COUNTS | {"white": HIDDEN_COUNT})
    assert {label for label, pair in pairs.items() if pair.standing != NOT_KNOWN} == {LABELS["black"]}


def test_one_reference_is_everybodys_and_is_not_compared_with_itself():
    pairs = pairs_of(reference=Reference("white", "White patients", ("white",), "group"), trend=trend_of(reference=COUNTS["white"]))
    assert LABELS["white"] not in pairs
    for code in set(LABELS) - {"white"}:
        assert pairs[LABELS[code]].gap == compared(COUNTS[code], COUNTS["white"], MEASURE).gap


def test_nothing_is_compared_without_a_gap():
    assert pairs_of(trend=trend_of(focus=HIDDEN_COUNT)) == {}


@pytest.mark.parametrize(("numerator", "standing"), [(500, WORSE), (900, BETTER)])
def test_groups_are_tested_together(numerator, standing):
    reference = Reference("white", "White patients", ("white",), "group")
    counts = COUNTS | {"black": Count(numerator, 1000), "white": Count(700, 1000)}
    pairs = pairs_of(counts, reference, trend_of(focus=counts["black"], reference=counts["white"]))
    black = pairs[LABELS["black"]]
    assert black.p_holm >= black.p_value
    assert black.standing_in_family == standing
