from __future__ import annotations

from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from equity.shrinkage import quantile_of_rate, shrunken_gaps, shrunken_rates
from equity.team_variation import METHODS, team_variation
from tests import naive_trend

UNHURRIED = settings(deadline=None, max_examples=60)

GAPS = st.lists(st.tuples(st.floats(-1, 1), st.floats(0.001, 0.5)), min_size=1, max_size=15)
RATES = st.lists(st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=15)


def shrunken(teams, method="DL"):
    pair = tuple(np.array(teams, dtype=float).T)
    variation = team_variation(*pair, method)
    return variation, shrunken_gaps(*pair, variation)


def test_a_team_keeps_as_much_of_its_gap_as_is_not_chance():
    # spread .03, chance .01: each keeps three quarters of its way from the mean .2
    variation, found = shrunken([(0.0, 0.01), (0.2, 0.01), (0.4, 0.01)])
    assert found.kept == pytest.approx([0.75] * 3)
    assert found.gaps == pytest.approx([0.05, 0.2, 0.35])
    assert found.standard_errors[0] ** 2 == pytest.approx(0.75 * 0.01 + 0.25**2 * variation.standard_error**2)


def test_where_nothing_tells_teams_apart_all_stand_at_the_mean():
    variation, found = shrunken([(0.1, 0.01), (0.11, 0.02)])
    assert variation.tau2 == 0
    assert found.gaps == pytest.approx([variation.mean.value] * 2)
    assert found.standard_errors == pytest.approx([variation.standard_error] * 2)


@UNHURRIED
@given(GAPS, st.sampled_from(METHODS))
def test_a_shrunken_gap_lies_between_its_own_and_the_mean(teams, method):
    variation, found = shrunken(teams, method)
    for (gap, _), drawn in zip(teams, found.gaps, strict=True):
        low, high = sorted((gap, variation.mean.value))
        assert low - 1e-9 <= drawn <= high + 1e-9


@UNHURRIED
@given(st.lists(st.tuples(st.integers(0, 20), st.just(20)), min_size=2, max_size=9).filter(lambda teams: 0 < sum(x for x, _ in teams) < 20 * len(teams)))
def test_rates_agree_with_sums_over_teams(teams):
    alike, rates = naive_trend.beta_binomial(*zip(*teams, strict=True))
    found = shrunken_rates(*np.array(teams, dtype=float).T)
    if alike < 1:
        assert found.correlation == pytest.approx(alike, abs=1e-9)
        assert found.rates == pytest.approx(rates, abs=1e-9)


def test_limits_of_a_rate_are_those_of_its_beta():
    found = shrunken_rates(np.array([2.0, 10, 18]), np.array([20.0, 20, 20]))
    low, high = found.limits()
    # half an event of strength M at the pooled rate of 30/60
    first, second = 2 + found.strength / 2, 18 + found.strength / 2
    assert (low[0], high[0]) == pytest.approx(tuple(stats.beta.ppf((0.025, 0.975), first, second)))
    assert found.kept == pytest.approx([20 / (20 + found.strength)] * 3)


@pytest.mark.parametrize(
    "teams",
    [[(5, 10), (10, 20)], [(0, 10), (0, 20)], [(10, 10), (20, 20)], [(3, 10)], [(1, 1), (0, 1)]],
    ids=["one rate", "no event", "all", "one team", "one each"],
)
def test_where_nothing_tells_rates_apart_all_stand_at_the_pooled_one(teams):
    events, people = np.array(teams, dtype=float).T
    found = shrunken_rates(events, people)
    assert (found.strength, found.correlation) == (inf, 0)
    assert found.rates == pytest.approx([events.sum() / people.sum()] * len(teams))
    assert [side.tolist() for side in found.limits()] == [found.rates.tolist()] * 2


def test_teams_of_none_and_all_keep_their_own_rate():
    found = shrunken_rates(np.array([0.0, 20]), np.array([20.0, 20]))
    assert (found.correlation, found.strength) == (1, 0)
    assert found.rates == pytest.approx([0, 1])
    assert [side.tolist() for side in found.limits()] == [[0, 1], [0, 1]]


@pytest.mark.parametrize(("shares", "expected"), [((0.001, 5), (0, 0)), ((5, 0.0001), (1, 1))])
def test_limits_that_no_number_tells_from_the_ends_are_the_ends(shares, expected):
    assert (quantile_of_rate(0.025, *shares), quantile_of_rate(0.5, *shares)) == expected


@UNHURRIED
@given(RATES)
def test_a_shrunken_rate_lies_between_its_own_and_the_pooled_one(teams):
    events, people = np.array(teams, dtype=float).T
    found = shrunken_rates(events, people)
    lows, highs = found.limits()
    for own, drawn, low, high in zip(events / people, found.rates, lows, highs, strict=True):
        near, far = sorted((own, found.pooled))
        assert near - 1e-9 <= drawn <= far + 1e-9
        assert 0 <= low <= high <= 1
