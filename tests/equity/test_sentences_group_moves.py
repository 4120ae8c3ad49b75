from __future__ import annotations

import pytest

from equity.counts import Count
from equity.sentences.group_moves import GroupCounts, groups_title
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
        ((SAME, SAME), "No group moved by more than chance since the baseline"),
        ((HIDDEN, UP), "Hispanic patients gained; no group lost ground that we can tell"),
        ((HIDDEN,), "No group can be shown both then and now"),
        ((), "No group can be shown both then and now"),
    ],
)
def test_who_gained_and_who_lost(moves, said):
    assert title(*moves) == said


def test_where_lower_is_better_a_fall_is_a_gain():
    assert title(DOWN, SAME, improvement_direction="lower") == "Black patients gained; no group lost ground that we can tell"


def test_where_neither_is_better_rates_go_up_and_down():
    assert title(UP, DOWN, improvement_direction="neutral") == "Black patients went up; Hispanic patients went down"
