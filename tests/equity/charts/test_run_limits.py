from __future__ import annotations

import pytest

from equity.charts.run_limits import anhoej_limits, runs_limits
from tests import naive_charts


@pytest.mark.parametrize("useful", range(4, 15))
@pytest.mark.parametrize("chance", [0.05, 0.025])
def test_runs_limits_are_those_of_every_order_counted(useful, chance):
    shares = naive_charts.runs_distribution(useful)
    low = max((runs for runs in shares if sum(share for other, share in shares.items() if other <= runs) <= chance + 1e-12), default=0)
    high = min((runs for runs in shares if sum(share for other, share in shares.items() if other >= runs) <= chance + 1e-12), default=useful + 1)
    assert runs_limits(useful, chance) == (low, high)


@pytest.mark.parametrize(
    ("useful", "limits"),
    # Perla, Provost, Murray 2011, table for useful observations.
    [(10, (3, 9)), (12, (3, 11)), (14, (4, 12)), (16, (5, 13)), (18, (6, 14)), (20, (6, 16)), (24, (8, 18)), (30, (11, 21)), (40, (15, 27)), (60, (24, 38))],
)
def test_runs_limits_are_the_published_ones_at_even_numbers(useful, limits):
    assert runs_limits(useful) == limits


@pytest.mark.parametrize("useful", [1, 2, 5, 6, 11, 12, 18, 24, 60, 200])
def test_the_limits_of_anhoej_are_those_of_a_fair_coin(useful):
    assert anhoej_limits(useful) == naive_charts.anhoej(useful)


@pytest.mark.parametrize(("useful", "limits"), [(12, (7, 3)), (18, (7, 5)), (24, (8, 8))])
def test_the_limits_of_anhoej_are_the_published_ones(useful, limits):
    assert anhoej_limits(useful) == limits
