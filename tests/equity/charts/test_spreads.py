from __future__ import annotations

from math import isnan, sqrt

import numpy as np
import pytest

from equity.charts import spreads
from equity.charts.plan import AS_IT_IS, Plan
from equity.charts.series import Series
from equity.charts.spreads import Phase
from tests.equity.charts.drawn import table


def phase_of(tops: str, sizes: str = "", plan: Plan = AS_IT_IS) -> Phase:
    series = Series(table(tops), table(sizes) if sizes else None)
    return Phase(series, np.ones(len(series), dtype=bool), plan)


def test_individuals_spread_by_mean_range_over_1_128():
    spread = spreads.individuals_spread(phase_of("1 3 2"))
    # Ranges 2 and 1.
    assert (spread.centre, spread.sigma[0]) == pytest.approx((2, 1.5 / 1.128))


def test_counts_spread_by_their_root():
    assert spreads.count_spread(phase_of("4 5 . 3")).sigma[2] == 2


def test_a_negative_centre_has_no_root():
    assert np.isnan(spreads.count_spread(phase_of("-4 -5")).sigma).all()


def test_cases_between_draw_the_median_and_lie_around_the_mean():
    spread = spreads.between_spread(phase_of("0 1 5"))
    assert (spread.centre, spread.middle, spread.sigma[0]) == (1, 2, sqrt(6))


def test_shares_and_rates_spread_by_their_size():
    assert spreads.share_spread(phase_of("4 16", "10 90")).sigma == pytest.approx([0.4 / sqrt(10), 0.4 / sqrt(90)])
    assert spreads.rate_spread(phase_of("4 36", "10 10")).sigma == pytest.approx([sqrt(2 / 10)] * 2)


def test_prime_widens_by_how_the_points_scatter():
    phase = phase_of("2 8 2 8", "10 10 10 10")
    # p = .5, sigma = .5 / root 10, z = -+ .3 / sigma; every range is .6 / sigma.
    assert spreads.sigma_z(phase, spreads.share_spread(phase)) == pytest.approx(0.6 / (0.5 / sqrt(10)) / 1.128)


@pytest.mark.parametrize("tops", ["0 0 0", "5 5 5"])
def test_prime_of_a_constant_share_has_no_width(tops):
    assert spreads.laney(spreads.share_spread, phase_of(tops, "5 5 5")).sigma.tolist() == [0, 0, 0]


def test_prime_of_one_point_has_no_spread():
    assert np.isnan(spreads.laney(spreads.share_spread, phase_of("2", "5")).sigma).all()


def test_prime_has_no_spread_where_a_given_centre_leaves_none():
    assert np.isnan(spreads.laney(spreads.share_spread, phase_of("2 3", "5 5", Plan(centre=1.0))).sigma).all()


def test_individuals_prime_knows_the_sizes():
    spread = spreads.prime_spread(phase_of("1 6 2", "2 8 4"))
    # Values .5, .75, .5; widths root(1/2 + 1/8), root(1/8 + 1/4); s = root(pi/2) x .25 / width.
    s = sqrt(np.pi / 2) * (0.25 / sqrt(5 / 8) + 0.25 / sqrt(3 / 8)) / 2
    assert spread.sigma == pytest.approx([s / sqrt(2), s / sqrt(8), s / 2])
    assert spread.centre == pytest.approx(9 / 14)


def test_a_point_that_was_taken_out_leaves_no_hole():
    phase = Phase(Series(table("1 50 3")), np.array([True, False, True]), AS_IT_IS)
    assert spreads.individuals_spread(phase).sigma[0] == pytest.approx(2 / 1.128)


def test_an_empty_base_has_no_centre():
    phase = Phase(Series(table("1 2"), table("3 3")), np.array([False, False]), AS_IT_IS)
    for spread in (spreads.run_spread, spreads.individuals_spread, spreads.share_spread, spreads.prime_spread):
        assert isnan(spread(phase).centre)
