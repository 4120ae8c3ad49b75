from __future__ import annotations

from math import isnan, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from equity.team_variation import METHODS, team_variation
from tests import naive_trend

UNHURRIED = settings(deadline=None, max_examples=60)

TEAMS = st.lists(st.tuples(st.floats(-1, 1), st.floats(0.001, 0.5)), min_size=2, max_size=15)
RANDOM = ("DL", "PM", "REML")


def variation_of(teams, method="REML"):
    return team_variation(*np.array(teams, dtype=float).reshape(-1, 2).T, method)


@UNHURRIED
@given(TEAMS)
def test_moments_agree_with_sums_over_teams(teams):
    found = variation_of(teams, "DL")
    expected = naive_trend.dersimonian_laird(*zip(*teams, strict=True))
    assert (found.tau2, found.mean.value, found.standard_error) == pytest.approx(expected, rel=1e-6, abs=1e-9)


@UNHURRIED
@given(TEAMS)
def test_no_other_spread_is_likelier_than_the_likeliest(teams):
    gaps, variances = zip(*teams, strict=True)
    found = variation_of(teams, "REML").tau2
    top = naive_trend.restricted_likelihood(gaps, variances, found)
    for step in range(201):
        assert naive_trend.restricted_likelihood(gaps, variances, 2 * (max(gaps) - min(gaps)) ** 2 * (step / 200) ** 2) <= top + 1e-7


@UNHURRIED
@given(TEAMS)
def test_at_paule_and_mandels_spread_the_scatter_is_what_chance_gives(teams):
    gaps, variances = np.array(teams).T
    found = variation_of(teams, "PM")
    weights = 1 / (variances + found.tau2)
    seen = weights @ (gaps - found.mean.value) ** 2
    assert seen == pytest.approx(len(teams) - 1, rel=1e-6) if found.tau2 > 0 else seen <= len(teams) - 1 + 1e-9


@pytest.mark.parametrize("method", METHODS)
def test_equal_gaps_have_no_spread(method):
    found = variation_of([(0.1, 0.01)] * 4, method)
    # 1 / root of 4 / .01
    assert (found.tau2, found.mean.value, found.standard_error) == pytest.approx((0, 0.1, 0.05))
    assert (found.share, found.q, found.p_value) == pytest.approx((0, 0, 1), abs=1e-12)


@pytest.mark.parametrize("method", RANDOM)
def test_teams_of_one_exactness_spread_by_their_variance_less_chance(method):
    # gaps 0, .2, .4: variance .04, of which .01 is chance; total over chance = .04 / .01
    found = variation_of([(0.0, 0.01), (0.2, 0.01), (0.4, 0.01)], method)
    assert (found.tau2, found.ratio, found.share) == pytest.approx((0.03, 4, 75))


def test_scatter_is_tested_against_chance():
    found = variation_of([(0.0, 0.01), (0.2, 0.01), (0.4, 0.01)], "FE")
    # (.2^2 + .2^2) / .01
    assert (found.q, found.ratio, found.tau2) == pytest.approx((8, 4, 0))
    assert found.p_value == pytest.approx(stats.chi2.sf(8, 2))


def test_one_more_team_lies_in_a_wider_range_than_the_mean():
    found = variation_of([(0.0, 0.01), (0.2, 0.01), (0.4, 0.01)], "DL")
    # the mean's variance: (.01 + .03) / 3
    assert found.prediction.high - 0.2 == pytest.approx(1.959963984540054 * sqrt(0.03 + 0.04 / 3))


@pytest.mark.parametrize("method", METHODS)
def test_one_team_is_the_mean(method):
    found = variation_of([(0.3, 0.04)], method)
    assert (found.mean.value, found.standard_error, found.tau2, found.share, found.ratio, found.teams) == pytest.approx((0.3, 0.2, 0, 0, 1, 1))
    assert isnan(found.p_value)


def test_no_team_has_no_mean():
    found = variation_of([])
    assert (found.teams, found.mean.known) == (0, False)
    assert isnan(found.p_value) and isnan(found.prediction.value)


@UNHURRIED
@given(TEAMS, st.sampled_from(METHODS), st.floats(0.1, 100))
def test_another_unit_changes_no_share(teams, method, factor):
    found, scaled = variation_of(teams, method), variation_of([(gap * factor, variance * factor**2) for gap, variance in teams], method)
    assert scaled.share == pytest.approx(found.share, abs=1e-3)
    assert scaled.mean.value == pytest.approx(found.mean.value * factor, rel=1e-4, abs=1e-5 * factor)


@UNHURRIED
@given(TEAMS, st.sampled_from(METHODS))
def test_the_mean_lies_among_the_gaps_and_the_range_holds_its_interval(teams, method):
    found = variation_of(teams, method)
    gaps = [gap for gap, _ in teams]
    assert min(gaps) - 1e-9 <= found.mean.value <= max(gaps) + 1e-9
    assert found.prediction.high - found.mean.value >= found.mean.high - found.mean.value - 1e-12
    assert found.tau2 >= 0 and 0 <= found.share <= 100
