from __future__ import annotations

from dataclasses import replace
from math import isnan, sqrt

import pytest

from equity.counts import HIDDEN_COUNT, Count
from equity.rated_groups import ALL_NOUGHT, NO_ORDER, NO_REFERENCE, NO_WEIGHTS, GroupRate, RatedGroups, Summary, groups_of_counts, needs
from tests.examples import ADVERSE, MEASURE, measure_like
from tests.rated import rated

THREE = """
    a  30/100
    b  -
    c  80/200
"""


def test_what_is_not_known_is_left_out_before_anything_is_computed():
    groups = rated(THREE)
    # (30 + 80) / 300
    assert [group.name for group in groups.groups] == ["a", "c"]
    assert groups.mean == pytest.approx(100 * 110 / 300)
    assert list(groups.shares) == pytest.approx([1 / 3, 2 / 3])
    assert (groups.missing, groups.caution) == (1, "1 of 3 groups have no known rate: what is said of all groups leaves them out.")


@pytest.mark.parametrize(("missing", "cautious"), [(0, False), (1, False), (2, True)])
def test_one_of_seven_groups_may_be_missing_and_two_may_not(missing, cautious):
    # 85 % of 7 is 5.95
    lines = [f"g{place} {'-' if place < missing else '5/10'}" for place in range(7)]
    assert bool(rated("\n".join(lines)).caution) is cautious


def test_of_an_order_no_group_may_be_missing():
    lines = [f"g{place} {'-' if place == 0 else '5/10'} {place}" for place in range(20)]
    assert rated("\n".join(lines)).caution


def test_an_order_is_kept_by_rank_and_places_are_the_middles():
    groups = rated("second 20/40 2\n first 10/40 1\n third 5/20 3")
    # 40, 40 and 20 of 100 people: middles at 20, 60, 90
    assert [group.name for group in groups.groups] == ["first", "second", "third"]
    assert list(groups.places) == pytest.approx([0.2, 0.6, 0.9])


def test_groups_without_a_rank_stay_as_given():
    groups = rated("b 1/2 2\n a 1/2")
    assert (groups.ordered, [group.name for group in groups.groups]) == (False, ["b", "a"])


def test_the_best_group_is_the_largest_of_those_tied_then_the_first():
    assert rated("a 5/10\n b 20/40\n c 20/40\n d 1/10").best_place == 1
    assert rated("a 5/10\n b 1/10\n c 4/40", favourable=False).best_place == 2
    without = RatedGroups.of([GroupRate("a", 5), GroupRate("b", 5)], favourable=True)
    assert without.best_place == 0


def test_without_people_every_group_counts_alike_or_the_average_is_used():
    groups = RatedGroups.of([GroupRate("a", 10, people=5), GroupRate("b", 30)], favourable=True)
    assert (groups.weighted, groups.mean, replace(groups, average=12.0).mean) == (False, 20, 12)


def test_counts_become_rates_in_shown_units_with_their_errors():
    groups = groups_of_counts({"a": Count(30, 100), "b": HIDDEN_COUNT, "c": Count(1, 4)}, MEASURE, reference="c")
    # 100 x sqrt(.3 x .7 / 100)
    assert (groups.rates[0], groups.errors[0], groups.people[0]) == pytest.approx((30, 100 * sqrt(0.0021), 100))
    assert (groups.favourable, groups.scale, groups.reference_place, groups.missing) == (True, 100, 1, 1)
    rates = groups_of_counts({"a": Count(4, 1000), "b": Count(2, 900)}, measure_like(**ADVERSE), ranks={"a": 2, "b": 1})
    # 1,000 x sqrt(4) / 1,000
    assert (rates.favourable, rates.groups[1].name, rates.errors[1]) == (False, "a", pytest.approx(2))


@pytest.mark.parametrize(
    ("asked", "groups", "reason"),
    [
        ({"least": 2}, rated("a 1/2"), "At least 2 groups with a known rate are needed."),
        ({"least": 3}, rated("a 1/2\n b 1/3"), "At least 3 groups with a known rate are needed."),
        ({}, RatedGroups.of([], favourable=True), "At least 2 groups with a known rate are needed."),
        ({"order": True}, rated("a 1/2\n b 1/3"), NO_ORDER),
        ({"weights": "all"}, RatedGroups.of([GroupRate("a", 1), GroupRate("b", 2)], favourable=True, average=1.5), NO_WEIGHTS),
        ({"weights": "mean"}, RatedGroups.of([GroupRate("a", 1), GroupRate("b", 2)], favourable=True), NO_WEIGHTS),
        ({"weights": "mean"}, RatedGroups.of([GroupRate("a", 1), GroupRate("b", 2)], favourable=True, average=1.5), ""),
        ({"reference": "must"}, rated("a 1/2\n b 1/3"), NO_REFERENCE),
        ({"reference": "must"}, rated("a 1/2\n b 1/3", reference="b"), ""),
        ({"reference": "if"}, rated("a 1/2\n b 1/3"), ""),
        ({"reference": "if"}, rated("a 1/2\n b 1/3\n c -", reference="c"), NO_REFERENCE),
        ({"reference": "if"}, rated("a 1/2 1\n b 1/3 2\n c - 3", reference="c"), ""),
        ({}, rated("a 0/2\n b 0/3"), ALL_NOUGHT),
    ],
)
def test_what_groups_lack_is_said(asked, groups, reason):
    assert needs(**asked)(lambda known: Summary(1.0))(groups).reason == reason


def test_another_unit_turns_value_error_and_limits():
    assert Summary(1, 2, 3, 4).times(10) == Summary(10, 20, 30, 40)
    assert isnan(Summary(1).times(10).low)
