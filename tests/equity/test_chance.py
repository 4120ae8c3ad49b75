from __future__ import annotations

from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from equity.chance import Chance

UNHURRIED = settings(deadline=None, max_examples=80)
SIZES = st.integers(1, 3000)
TARGETS = st.floats(0.001, 0.999)


@pytest.mark.parametrize(("count", "at_most", "at_least"), [(-1, 0, 1), (0, 0.125, 1), (1, 0.5, 0.875), (2, 0.875, 0.5), (3, 1, 0.125), (4, 1, 0)])
def test_tails_of_three_coins(count, at_most, at_least):
    chance = Chance(3, 0.5)
    assert (chance.at_most(count), chance.at_least(count)) == pytest.approx((at_most, at_least))


@UNHURRIED
@given(SIZES, TARGETS, st.floats(0, 1))
def test_a_proportion_has_binomial_tails(size, target, place):
    chance, count = Chance(size, target), round(place * size)
    twin = stats.binom(size, target)
    assert (chance.at_most(count), chance.at_least(count)) == pytest.approx((twin.cdf(count), twin.sf(count - 1)), rel=1e-7, abs=1e-13)
    assert chance.exactly(count) == pytest.approx(twin.pmf(count), rel=1e-7, abs=1e-13)


@UNHURRIED
@given(SIZES, st.floats(0.001, 0.05), st.integers(0, 60))
def test_a_rate_has_poisson_tails(size, target, count):
    chance = Chance(size, target, proportion=False)
    twin = stats.poisson(size * target)
    assert (chance.at_most(count), chance.at_least(count)) == pytest.approx((twin.cdf(count), twin.sf(count - 1)), rel=1e-7, abs=1e-13)
    assert chance.exactly(count) == pytest.approx(twin.pmf(count), rel=1e-7, abs=1e-13)


@UNHURRIED
@given(st.integers(1, 60), TARGETS, st.sampled_from([0.001, 0.025, 0.5, 0.975, 0.999]))
def test_the_quantile_is_the_first_count_that_holds_its_share(size, target, share):
    total = 0.0
    for count in range(size + 1):
        total += comb(size, count) * target**count * (1 - target) ** (size - count)
        if total >= share:
            break
    # Where the naive sum lands on the share itself, its last digit decides.
    if abs(total - share) > 1e-9:
        assert Chance(size, target).quantile(share) == count


@pytest.mark.parametrize("proportion", [True, False])
@pytest.mark.parametrize("share", [0.001, 0.999])
def test_quantiles_of_rates_and_of_many_people(proportion, share):
    twin = stats.binom(100_000, 0.3) if proportion else stats.poisson(30_000)
    assert Chance(100_000, 0.3, proportion).quantile(share) == twin.ppf(share)


def test_nothing_to_chance():
    assert [Chance(10, 0.0).exactly(count) for count in (0, 1)] == [1, 0]
    assert [Chance(10, 1.0).quantile(share) for share in (0.001, 0.999)] == [10, 10]
    assert (Chance(10, 0.0, proportion=False).quantile(0.999), Chance(10, 0.0, proportion=False).exactly(0)) == (0, 1)


def test_the_curve_lies_within_the_step_that_holds_its_share():
    # Of three coins P(<= 0) is 1/8 and P(<= 1) is 1/2: .25 lies 1/3 of the way up the step at 1.
    assert Chance(3, 0.5).limit(0.25) * 3 == pytest.approx(1 - (0.5 - 0.25) / (3 / 8))
