from __future__ import annotations

import pytest

from equity.rater_spread import RaterSpread, rater_spread
from tests.equity.test_maturity import scores_of


def spread(table: str) -> RaterSpread:
    return rater_spread(scores_of(table) if table else ())


def test_without_scores_there_is_no_spread():
    assert spread("") == RaterSpread(None, None, None, None, None, 0)
    assert (spread("").apart, spread("").disagrees) == (0, False)


def test_self_coach_and_agreed_stand_beside_each_other():
    found = spread("a 2026-09-01 self x within - 4 -\n a 2026-09-01 coach c within - 2 -\n a 2026-09-02 consensus y within - 3 -")
    assert found == RaterSpread(own=4, coach=2, agreed=3, lowest=2, highest=4, raters=2)


# one, two and three levels apart
@pytest.mark.parametrize(("coach", "apart", "disagrees"), [(3, 1, False), (2, 2, True), (1, 3, True)])
def test_two_levels_apart_or_more_is_a_disagreement(coach, apart, disagrees):
    found = spread(f"a 2026-09-01 self x within - 4 -\n a 2026-09-01 coach c within - {coach} -")
    assert (found.apart, found.disagrees) == (apart, disagrees)


def test_of_several_members_the_middle_is_shown_and_the_outer_ones_are_kept():
    found = spread("a 2026-09-01 self x within - 1 -\n a 2026-09-03 self y within - 4 -\n a 2026-09-09 self z within - 3 -\n a 2026-09-09 self w within - 4 -")
    # 1, 3, 4, 4: lower middle 3
    assert (found.own, found.lowest, found.highest, found.raters, found.disagrees) == (3, 1, 4, 4, True)


def test_an_agreed_level_is_nobodys_own():
    found = spread("a 2026-09-01 consensus x within - 3 -")
    assert (found.agreed, found.lowest, found.raters, found.disagrees) == (3, None, 0, False)


def test_a_rater_counts_once_a_round_by_the_later_level():
    found = spread("a 2026-09-01 self x within - 1 -\n a 2026-09-20 self x within - 3 -")
    assert (found.own, found.raters) == (3, 1)


# 91, 92 and 93 days apart
@pytest.mark.parametrize(("day", "coach"), [("2026-06-03", 1), ("2026-06-02", 1), ("2026-06-01", None)])
def test_a_round_of_long_ago_is_not_compared_with_the_latest(day, coach):
    found = spread(f"a {day} coach c within - 1 -\n a 2026-09-02 self x within - 4 -")
    assert (found.coach, found.raters) == (coach, 1 if coach is None else 2)


def test_a_rater_of_items_has_their_median_lower_of_two():
    found = spread("a 2026-09-01 coach c within i1 2 -\n a 2026-09-01 coach c within i2 4 -\n a 2026-09-01 coach c within - 5 -")
    assert (found.coach, found.raters) == (2, 1)
