from __future__ import annotations

import pytest

from equity.counts import Count
from equity.sentences.group_moves import GroupCounts, groups_title, moves_rule
from tests.examples import measure_like

UP, DOWN, SAME = (Count(500, 1000), Count(700, 1000)), (Count(700, 1000), Count(500, 1000)), (Count(500, 1000), Count(505, 1000))
HIDDEN = (Count(None, None, "hidden"), Count(500, 1000))


def title(*moves, **changes):
    labels = ("Black patients", "Hispanic patients", "White patients", "Asian patients")
    return groups_title([GroupCounts(label, *move) for label, move in zip(labels, moves, strict=False)], measure_like(**changes))


@pytest.mark.parametrize(
    ("moves", "said"),
    [
        ((UP, SAME), "Black patients gained; no group lost ground that we can tell"),
        ((UP, DOWN), "Black patients gained; Hispanic patients lost ground"),
        ((UP, UP, SAME), "Black patients and Hispanic patients gained; no group lost ground that we can tell"),
        ((UP, UP, UP, SAME), "Three groups gained; no group lost ground that we can tell"),
        ((UP, UP), "All two groups that can be shown gained; no group lost ground that we can tell"),
        ((UP,), "Black patients gained; no group lost ground that we can tell"),
        ((SAME, DOWN), "No group gained; Hispanic patients lost ground"),
        ((SAME, SAME), "No group clearly moved since the baseline"),
        ((HIDDEN, UP), "Hispanic patients gained; no group lost ground that we can tell"),
        ((HIDDEN,), "No group can be shown both then and now"),
        ((), "No group can be shown both then and now"),
    ],
)
def test_who_gained_and_who_lost(moves, said):
    assert title(*moves) == said


@pytest.mark.parametrize(
    ("now", "changes", "clear"),
    [
        # the meaningful change is 5 points: 49.99 %, 50 %, 50.01 % from 45 %
        (49_990, {"meaningful_change": 5}, False),
        (50_000, {"meaningful_change": 5}, True),
        (50_010, {"meaningful_change": 5}, True),
        # of a ratio a tenth of the rate: 4.5 points
        (49_490, {"scale": "ratio", "meaningful_change": 0.1}, False),
        (49_510, {"scale": "ratio", "meaningful_change": 0.1}, True),
        # of a rate per 1,000 a tenth of the rate itself: 45
        (49_490, {"scale": "ratio", "meaningful_change": 0.1, "number": "rate", "multiplier": 1000}, False),
        (49_510, {"scale": "ratio", "meaningful_change": 0.1, "number": "rate", "multiplier": 1000}, True),
    ],
)
def test_a_move_is_more_than_chance_and_large_enough_to_matter(now, changes, clear):
    move = (Count(45_000, 100_000), Count(now, 100_000))
    assert title(move, SAME, **changes).startswith("Black patients gained" if clear else "No group clearly moved")


def test_a_large_change_of_few_people_is_not_told():
    assert title((Count(9, 20), Count(12, 20)), meaningful_change=5) == "No group clearly moved since the baseline"


def test_of_a_share_near_everybody_the_tenth_is_of_those_without_it():
    # 95 % to 95.6 %: a tenth of 5 % is 0.5 points
    assert title((Count(95_000, 100_000), Count(95_600, 100_000)), scale="ratio", meaningful_change=0.1).startswith("Black patients gained")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"meaningful_change": 5}, "Gained or lost ground: more than chance explains, and 5 points or more."),
        ({"scale": "ratio"}, "Gained or lost ground: more than chance explains, and a tenth of the rate, or of those without it, or more."),
        ({"meaningful_change": 5, "improvement_direction": "neutral"}, "Up or down: more than chance explains, and 5 points or more."),
    ],
)
def test_the_rule_is_said(changes, said):
    assert moves_rule(measure_like(**changes)) == said


def test_where_lower_is_better_a_fall_is_a_gain():
    assert title(DOWN, SAME, improvement_direction="lower") == "Black patients gained; no group lost ground that we can tell"


def test_where_neither_is_better_rates_go_up_and_down():
    assert title(UP, DOWN, improvement_direction="neutral") == "Black patients went up; Hispanic patients went down"
