from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings

from equity.between_groups import between_group_variance, between_group_variance_unbiased, mean_log_deviation, theil_index
from equity.rated_groups import A_NOUGHT, GroupRate, RatedGroups
from tests import naive_summary as naive
from tests.rated import any_groups, pairs_of, rated

UNHURRIED = settings(deadline=None, max_examples=60)


@UNHURRIED
@given(any_groups(lowest=1, least=2))
def test_each_measure_agrees_with_its_naive_twin(groups):
    pairs = pairs_of(groups)
    assert between_group_variance(groups).value == pytest.approx(naive.variance_between(pairs), abs=1e-8)
    assert theil_index(groups).value == pytest.approx(naive.theil(pairs), abs=1e-8)
    assert mean_log_deviation(groups).value == pytest.approx(naive.log_deviation(pairs), abs=1e-8)


@UNHURRIED
@given(any_groups(lowest=1, least=2))
def test_a_group_cut_in_two_of_the_same_rate_changes_nothing(groups):
    halves = [GroupRate(f"{group.name}{half}", group.rate, group.error, group.people / 2) for group in groups.groups for half in "ab"]
    cut = RatedGroups.of(halves, favourable=groups.favourable)
    for measure in (between_group_variance, theil_index, mean_log_deviation):
        assert measure(cut).value == pytest.approx(measure(groups).value, abs=1e-8)


@UNHURRIED
@given(any_groups(lowest=1, least=2))
def test_another_unit_changes_the_variance_by_its_square_and_the_entropies_not(groups):
    per_thousand = RatedGroups.of([GroupRate(group.name, 10 * group.rate, 10 * group.error, group.people) for group in groups.groups], favourable=True)
    assert between_group_variance(per_thousand).value == pytest.approx(100 * between_group_variance(groups).value, abs=1e-7)
    assert between_group_variance(per_thousand).error == pytest.approx(100 * between_group_variance(groups).error, abs=1e-7)
    for measure in (theil_index, mean_log_deviation):
        assert (measure(per_thousand).value, measure(per_thousand).error) == pytest.approx((measure(groups).value, measure(groups).error), abs=1e-7)


def test_the_unbiased_variance_is_less_by_what_chance_adds():
    groups = rated("a 50/100\n b 30/100")
    # .25 x 25 + .25 x 21 = 11.5 (squared percent), shares of a half
    assert between_group_variance(groups).value - between_group_variance_unbiased(groups).value == pytest.approx(11.5)


def test_a_rate_of_nought_has_no_entropy_and_says_so():
    groups = rated("a 0/100\n b 30/100")
    assert theil_index(groups).reason == mean_log_deviation(groups).reason == A_NOUGHT


def test_without_errors_there_is_a_value_and_no_interval():
    groups = RatedGroups.of([GroupRate("a", 10, people=5), GroupRate("b", 20, people=5)], favourable=True)
    for measure in (between_group_variance, theil_index, mean_log_deviation):
        assert measure(groups).value > 0 and isnan(measure(groups).low)
