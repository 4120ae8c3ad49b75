from __future__ import annotations

from math import isnan, sqrt

import pytest

from equity.counts import HIDDEN_COUNT, Count
from equity.rates import byar_interval
from equity.standardised import standardised_rate


def test_the_standard_population_weighs_the_parts():
    # (3 x 10/100 + 1 x 30/100) / 4 = .15; variance (9 x 10/1e4 + 1 x 30/1e4) / 16 = .00075
    found = standardised_rate([Count(10, 100), Count(30, 100)], [3, 1], 1000)
    low, high = byar_interval(40, 1)
    stretch = sqrt(0.00075 / 40)
    assert (found.value, found.low, found.high) == pytest.approx((150, 1000 * (0.15 + stretch * (low - 40)), 1000 * (0.15 + stretch * (high - 40))))


def test_a_single_part_has_its_own_rate_and_byars_limits():
    found = standardised_rate([Count(25, 500)], [7])
    assert (found.value, found.low, found.high) == pytest.approx((0.05, *byar_interval(25, 500)))


@pytest.mark.parametrize(("events", "known"), [(9, False), (10, True), (11, True)])
def test_fewer_than_ten_events_carry_no_standardised_rate(events, known):
    assert standardised_rate([Count(events - 2, 100), Count(2, 100)], [1, 1]).known is known


@pytest.mark.parametrize("weights", [[0, 0], [1, 1]])
def test_an_unknown_part_or_no_standard_population_gives_nan(weights):
    counts = [Count(20, 100), Count(20, 100) if weights == [0, 0] else HIDDEN_COUNT]
    assert isnan(standardised_rate(counts, weights).value)
