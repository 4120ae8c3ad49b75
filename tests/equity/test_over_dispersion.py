from __future__ import annotations

from math import asin, pi, sin, sqrt

import pytest
from hypothesis import given
from scipy import stats

from equity.funnel import pooled_target
from equity.over_dispersion import OverDispersion, adjusted_limits, arcsine_z, over_dispersion
from tests.equity.test_funnel import COUNTS, UNHURRIED

TEAMS = [(30, 60), (45, 60), (20, 60), (36, 60), (10, 60)]


def test_the_spread_is_the_mean_squared_z():
    found = over_dispersion(TEAMS, 0.5, winsorised=0.0)
    squares = [(asin(sqrt(x / n)) - asin(sqrt(0.5))) ** 2 * 4 * n for x, n in TEAMS]
    assert found.phi == pytest.approx(sum(squares) / 5)
    assert found.furthest == pytest.approx(max(squares) ** 0.5)
    assert found.p_value == pytest.approx(stats.chi2.sf(sum(squares), 4))
    # Equal sizes: the weights are 240 each, so tau squared = (5 phi - 4) / (1200 - 240).
    assert found.tau_squared == pytest.approx((sum(squares) - 4) / 960)


def test_winsorising_pulls_the_ends_in():
    assert over_dispersion(TEAMS, 0.5, winsorised=0.2).phi < over_dispersion(TEAMS, 0.5, winsorised=0.0).phi


@pytest.mark.parametrize("counts", [[(30, 60)] * 5, [(30, 60)], [(0, 0)], []])
def test_where_chance_explains_the_spread_nothing_is_added(counts):
    found = over_dispersion(counts, 0.5)
    assert (found.tau_squared, found.p_value) == (0, 1)


def test_one_team_alone_tells_no_spread():
    assert over_dispersion([(0, 60)], 0.5).tau_squared == 0


def test_limits_widen_by_the_spread_between_teams():
    plain, wide = (adjusted_limits(100, OverDispersion(0.5, 9, 2.0, spread, 0.1, 3.0)) for spread in (0.0, 0.0075))
    # s squared = 1/400 = .0025; with .0075 more it is .01, so the half width doubles: sin squared of pi/4 -+ 1.96 x .05 or .1.
    assert plain.high_95 == pytest.approx(sin(pi / 4 + 1.959964 * 0.05) ** 2, rel=1e-6)
    assert wide.high_95 == pytest.approx(sin(pi / 4 + 1.959964 * 0.1) ** 2, rel=1e-6)


def test_limits_stop_at_nought_and_one_and_do_not_fold_back():
    found = adjusted_limits(2, OverDispersion(0.5, 9, 1.0, 0.5, 0.5, 1.0))
    assert (found.low_998, found.high_998) == (0, 1)


@pytest.mark.parametrize(("numerator", "sign"), [(40, -1), (50, 0), (60, 1)])
def test_z_tells_the_side(numerator, sign):
    z = arcsine_z(numerator, 100, 0.5)
    assert (z > 1e-9) - (z < -1e-9) == sign


@UNHURRIED
@given(COUNTS)
def test_any_counts_have_limits_in_order(counts):
    if sum(n for _, n in counts) > 0:
        found = over_dispersion(counts, pooled_target(counts))
        assert found.tau_squared >= 0
        assert found.phi >= 0
        for _, n in counts:
            if n > 0:
                limits = adjusted_limits(n, found)
                assert 0 <= limits.low_998 <= limits.low_95 <= limits.high_95 <= limits.high_998 <= 1
