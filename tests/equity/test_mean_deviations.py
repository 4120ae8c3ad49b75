from __future__ import annotations

from dataclasses import replace
from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings

from equity import mean_deviations as md
from equity.rated_groups import NO_REFERENCE, NO_WEIGHTS, GroupRate, RatedGroups
from tests import naive_summary as naive
from tests.rated import any_groups, pairs_of, rated

UNHURRIED = settings(deadline=None, max_examples=40)


@UNHURRIED
@given(any_groups(lowest=1, least=2))
def test_each_distance_agrees_with_its_naive_twin(groups):
    groups = replace(groups, reference="g0")
    pairs, mean = pairs_of(groups), naive.mean(pairs_of(groups))
    best = max(groups.rates) if groups.favourable else min(groups.rates)
    reference = groups.rates[groups.reference_place]
    expected = {
        md.mean_distance_plain: naive.distance(pairs, mean, False),
        md.mean_distance_weighted: naive.distance(pairs, mean, True),
        md.best_distance_plain: naive.distance(pairs, best, False),
        md.best_distance_weighted: naive.distance(pairs, best, True),
        md.reference_distance_plain: naive.distance(pairs, reference, False),
        md.reference_distance_weighted: naive.distance(pairs, reference, True),
        md.disparity_index_plain: 100 * naive.distance(pairs, mean, False) / mean,
        md.disparity_index_weighted: 100 * naive.distance(pairs, mean, True) / mean,
        md.standard_deviation: naive.variance_between(pairs) ** 0.5,
        md.coefficient_of_variation: 100 * naive.variance_between(pairs) ** 0.5 / mean,
    }
    for measure, value in expected.items():
        assert measure(groups, draws=10).value == pytest.approx(value, abs=1e-6)


def test_limits_are_the_same_each_time_and_lie_in_order():
    groups = rated("a 30/100\n b 60/100\n c 40/80")
    found = md.mean_distance_plain(groups)
    assert found == md.mean_distance_plain(groups)
    assert 0 < found.low < found.high


def test_drawn_rates_stay_between_nought_and_a_hundred_percent():
    groups = rated("a 1/10\n b 9/10\n c 0/10")
    drawn = md.drawn_rates(groups, 5000)
    assert drawn.min() >= 0 and drawn.max() <= 100
    # Redrawn, not put on the bound: only the group that never varies stands on it.
    assert (drawn[:, 0] > 0).all() and (drawn[:, 1] < 100).all() and not drawn[:, 2].any()


def test_of_another_unit_there_is_no_highest_rate_and_errors_beyond_all_end():
    wild = RatedGroups.of([GroupRate("a", 90, 1e9, 5), GroupRate("b", 50, 1, 5)], favourable=True)
    assert md.drawn_rates(wild, 50).max() <= 100
    assert md.drawn_rates(replace(wild, scale=1000), 50).max() > 1e6


def test_without_errors_there_is_a_value_and_no_interval():
    groups = RatedGroups.of([GroupRate("a", 10, people=5), GroupRate("b", 20, people=5)], favourable=True)
    found = md.best_distance_plain(groups)
    assert (found.value, isnan(found.low)) == (5, True)


def test_what_each_needs_is_said():
    groups = RatedGroups.of([GroupRate("a", 10, 1), GroupRate("b", 20, 1)], favourable=True)
    assert md.standard_deviation(groups).reason == md.mean_distance_plain(groups).reason == NO_WEIGHTS
    assert md.reference_distance_plain(groups).reason == NO_REFERENCE
    assert md.best_distance_plain(groups).value == 5
    # |10 - 12|, |20 - 12| about the given average
    assert md.mean_distance_plain(replace(groups, average=12.0)).value == 5


def test_a_draw_without_events_stands_at_nought_percent():
    assert list(md.in_percent(md.plain(md.from_mean))(rated("a 1/2\n b 1/2"), np.zeros((2, 2)))) == [0, 0]
