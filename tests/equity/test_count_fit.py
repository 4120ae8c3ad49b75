from __future__ import annotations

from math import inf, isnan, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.count_fit import CountTable, count_fit
from equity.links import IDENTITY, LINKS, LOG, LOGIT
from tests import naive_trend

UNHURRIED = settings(deadline=None, max_examples=60)

ROWS = st.lists(st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=3, max_size=9)


def table_of(rows, *, proportion=True):
    """A constant and the time, one row a time."""
    numerators, denominators = np.array(rows, dtype=float).T
    return CountTable(numerators, denominators, np.column_stack([np.ones(len(rows)), np.arange(len(rows))]), proportion)


@pytest.mark.parametrize(("link", "expected"), [(IDENTITY, (0.2, 0.2)), (LOG, (log(0.2), log(2))), (LOGIT, (log(1 / 4), log(8 / 3)))])
def test_two_levels_are_met_exactly(link, expected):
    # 2/10 and 4/10, each twice: odds 1/4 and 2/3, ratio 8/3
    rows = np.array([(2, 10), (4, 10), (2, 10), (4, 10)], dtype=float)
    fit = count_fit(CountTable(rows[:, 0], rows[:, 1], np.array([[1.0, 0], [1, 1], [1, 0], [1, 1]])), link)
    assert fit.converged
    assert fit.coefficients == pytest.approx(expected)
    assert (fit.deviance, fit.dispersion) == pytest.approx((0, 0), abs=1e-9)


def test_error_of_a_difference_is_that_of_its_two_rates():
    rows = np.array([(2, 10), (4, 10), (3, 10), (5, 10)], dtype=float)
    fit = count_fit(CountTable(rows[:, 0], rows[:, 1], np.array([[1.0, 0], [1, 1], [1, 0], [1, 1]])), IDENTITY)
    # 5/20 and 9/20
    assert fit.standard_errors[1] == pytest.approx((0.25 * 0.75 / 20 + 0.45 * 0.55 / 20) ** 0.5)
    # X2 = 2 x 10 x .05^2 / (.25 x .75) + 2 x 10 x .05^2 / (.45 x .55) on two degrees of freedom
    assert fit.dispersion == pytest.approx((0.05 / 0.1875 + 0.05 / 0.2475) / 2)


def test_events_over_time_may_exceed_one():
    # 30/10 and 60/10: log 3, log 2
    rows = np.array([(30, 10), (60, 10), (30, 10), (60, 10)], dtype=float)
    fit = count_fit(CountTable(rows[:, 0], rows[:, 1], np.array([[1.0, 0], [1, 1], [1, 0], [1, 1]]), proportion=False), LOG)
    assert fit.coefficients == pytest.approx((log(3), log(2)))
    # the error of a log rate: 1 / events
    assert fit.standard_errors[1] == pytest.approx((1 / 60 + 1 / 120) ** 0.5)


@pytest.mark.parametrize("proportion", [True, False])
@pytest.mark.parametrize("link", [IDENTITY, LOG], ids=lambda link: link.name)
@UNHURRIED
@given(rows=ROWS)
def test_no_neighbour_is_likelier_than_a_fit(link, proportion, rows):
    assert_top(rows, link, proportion)


@UNHURRIED
@given(rows=ROWS)
def test_no_neighbour_is_likelier_than_a_fit_of_odds(rows):
    assert_top(rows, LOGIT, True)


def assert_top(rows, link, proportion):
    """At a fit that converged every step to a neighbour loses likelihood."""
    table = table_of(rows, proportion=proportion)
    fit = count_fit(table, link)
    if not fit.converged:
        return
    top = naive_trend.log_likelihood(rows, table.design, fit.coefficients, link.name, proportion)
    for column, error in enumerate(fit.standard_errors):
        for step in (-0.1, 0.1):
            moved = fit.coefficients.copy()
            moved[column] += step * error
            assert naive_trend.log_likelihood(rows, table.design, moved, link.name, proportion) < top + 1e-6


@pytest.mark.parametrize("link", LINKS.values(), ids=lambda link: link.name)
@pytest.mark.parametrize("numerator", [0, 10])
def test_without_any_event_or_any_miss_there_is_no_top(link, numerator):
    assert not count_fit(table_of([(numerator, 10)] * 4), link).converged


def test_a_line_that_would_leave_the_rates_has_no_top():
    # steep: the likeliest straight line runs past 100 %
    assert not count_fit(table_of([(1, 20), (20, 20), (20, 20), (20, 20)]), IDENTITY).converged


def test_columns_that_say_the_same_give_no_fit():
    fit = count_fit(CountTable(np.array([1.0, 2, 3]), np.array([9.0, 9, 9]), np.ones((3, 2))), IDENTITY)
    assert not fit.converged
    assert isnan(fit.coefficients[0]) and isnan(fit.dispersion)


@UNHURRIED
@given(ROWS)
def test_what_is_counted_turns_the_sign_of_log_odds_alone(rows):
    fit = count_fit(table_of(rows), LOGIT)
    other = count_fit(table_of([(n - x, n) for x, n in rows]), LOGIT)
    assert fit.converged == other.converged
    if fit.converged:
        assert fit.coefficients == pytest.approx(-other.coefficients, abs=1e-5)


def test_rates_that_cannot_be_have_no_likelihood():
    assert table_of([(1, 2)] * 3).deviance(np.array([0.5, 1.0, 0.5])) == inf
    assert table_of([(1, 2)] * 3, proportion=False).deviance(np.array([0.5, 1.0, 0.5])) < inf


def test_a_fit_that_has_not_settled_in_time_is_none(monkeypatch):
    monkeypatch.setattr("equity.count_fit.MOST_STEPS", 1)
    assert not count_fit(table_of([(1, 20), (5, 20), (15, 20)]), LOGIT).converged


def test_where_no_shorter_step_fits_better_the_old_place_stays(monkeypatch):
    monkeypatch.setattr("equity.count_fit.MOST_HALVINGS", 0)
    fit = count_fit(table_of([(1, 20), (5, 20), (15, 20)]), IDENTITY)
    # the constant rate (21 + .5) / (60 + 1)
    assert fit.coefficients == pytest.approx((21.5 / 61, 0))
