from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy import stats

from equity.distributions import (
    beta_below,
    beta_quantile,
    chi_square_tail,
    gamma_above,
    gamma_below,
    gamma_quantile,
    normal_p_value,
    student_p_value,
    student_reach,
    where_rises_to,
)

# The first call of scipy alone takes longer than hypothesis waits.
UNHURRIED = settings(deadline=None, max_examples=40)
SHAPES = st.floats(0.5, 500)
SHARES = st.floats(0.0005, 0.9995)


def near(expected, exact=1e-12):
    return pytest.approx(expected, rel=exact, abs=1e-15)


@pytest.mark.parametrize("z", [0.0, 0.5, -1.96, 8.0, 30.0])
def test_normal_p_values_are_those_of_scipy(z):
    assert normal_p_value(z) == near(2 * stats.norm.sf(abs(z)))


@UNHURRIED
@given(st.floats(0, 400), st.integers(1, 60))
@example(146.180866632997, 5)
@example(0.0, 5)
def test_chi_square_tails_are_those_of_scipy(value, freedom):
    assert chi_square_tail(value, freedom) == near(stats.chi2.sf(value, freedom))


@UNHURRIED
@given(st.floats(-40, 40), st.integers(1, 200))
@example(0.0, 16)
def test_students_p_values_are_those_of_scipy(t, freedom):
    assert student_p_value(t, freedom) == near(2 * stats.t.sf(abs(t), freedom), 1e-11)


@pytest.mark.parametrize("freedom", [1, 2, 7.5, 30, 4000])
@pytest.mark.parametrize("tails", [0.05, 0.4])
def test_what_students_t_exceeds_with_a_chance_is_that_of_scipy(tails, freedom):
    assert student_reach(tails, freedom) == near(stats.t.ppf(1 - tails / 2, freedom), 1e-8)


@UNHURRIED
@given(SHAPES, st.floats(0, 1000))
@example(10.0, 11.0)
@example(5.0, 0.0)
def test_both_sides_of_a_gamma_distribution_are_those_of_scipy(shape, value):
    assert gamma_below(shape, value) == pytest.approx(stats.gamma.cdf(value, shape), rel=1e-11, abs=1e-12)
    assert gamma_above(shape, value) == pytest.approx(stats.gamma.sf(value, shape), rel=1e-11, abs=1e-12)


@UNHURRIED
@given(SHAPES, SHAPES, st.floats(0, 1))
@example(3.0, 4.0, 0.0)
@example(3.0, 4.0, 1.0)
@example(1.0, 1.0, 0.5)
def test_shares_of_a_beta_distribution_are_those_of_scipy(first, second, value):
    assert beta_below(first, second, value) == pytest.approx(stats.beta.cdf(value, first, second), rel=1e-11, abs=1e-12)


@UNHURRIED
@given(SHARES, SHAPES)
def test_gamma_quantiles_are_those_of_scipy(share, shape):
    assert gamma_quantile(share, shape) == pytest.approx(stats.gamma.ppf(share, shape), rel=1e-10)


@UNHURRIED
@given(SHARES, SHAPES, SHAPES)
def test_beta_quantiles_are_those_of_scipy(share, first, second):
    assert beta_quantile(share, first, second) == pytest.approx(stats.beta.ppf(share, first, second), rel=1e-10)


@pytest.mark.parametrize("people", [10_000, 1_000_000])
def test_large_numbers_stay_exact(people):
    events = people // 3
    assert beta_quantile(0.025, events, people - events + 1) == pytest.approx(stats.beta.ppf(0.025, events, people - events + 1), rel=1e-8)
    assert gamma_quantile(0.975, events + 1) == pytest.approx(stats.gamma.ppf(0.975, events + 1), rel=1e-8)


def test_a_search_that_cannot_settle_ends():
    # Always "a little too high", yet one step leads nowhere: the two tell different tales.
    assert 0 <= where_rises_to(0.5, lambda value: 0.6, lambda value: 0.1 / (0.3 * value), high=1.0, start=0.5) <= 1
