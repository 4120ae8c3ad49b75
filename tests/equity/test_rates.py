from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta, chi2
from scipy.stats import t as student_t

from equity.counts import Count
from equity.rates import (
    NOT_COMPUTABLE,
    Estimate,
    SampleDesign,
    byar_interval,
    clopper_pearson_interval,
    effective_people,
    exact_poisson_limits,
    korn_graubard_interval,
    rate_estimate,
    wilson_interval,
)
from tests import naive
from tests.examples import ADVERSE, MEASURE, measure_like

UNHURRIED = settings(deadline=None, max_examples=60)


@st.composite
def counted(draw: st.DrawFn) -> tuple[int, int]:
    denominator = draw(st.integers(1, 100_000))
    return draw(st.integers(0, denominator)), denominator


@given(counted())
def test_wilson_agrees_with_its_naive_twin_and_holds_the_estimate(pair):
    low, high = wilson_interval(*pair)
    assert (low, high) == pytest.approx(naive.wilson(*pair), abs=1e-7)
    assert 0 <= low <= pair[0] / pair[1] <= high <= 1


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    # Newcombe 1998, Stat Med 17:857, Table I, method 3.
    [(81, 263, (0.2553, 0.3662)), (15, 148, (0.0624, 0.1605)), (0, 20, (0.0, 0.1611)), (1, 29, (0.0061, 0.1718))],
)
def test_wilson_gives_the_published_limits(numerator, denominator, expected):
    assert wilson_interval(numerator, denominator) == pytest.approx(expected, abs=6e-5)


@given(counted())
def test_byar_holds_the_estimate(pair):
    low, high = byar_interval(*pair)
    assert 0 <= low <= pair[0] / pair[1] <= high


@pytest.mark.parametrize("events", [0, 1, 8, 9, 100, 5000])
def test_poisson_limits_are_exact_for_any_number_of_events(events):
    low = chi2.ppf(0.025, 2 * events) / 2 if events else 0
    assert exact_poisson_limits(events) == pytest.approx((low, chi2.ppf(0.975, 2 * events + 2) / 2), rel=1e-9)


def test_the_exact_limits_leave_half_the_error_on_each_side():
    low, high = exact_poisson_limits(4)
    assert naive.poisson_at_most(4, high) == pytest.approx(0.025)
    assert 1 - naive.poisson_at_most(3, low) == pytest.approx(0.025)


@pytest.mark.parametrize("pair", [(0, 20), (1, 30), (15, 30), (29, 30), (30, 30), (4000, 9000)])
def test_clopper_pearson_is_that_of_scipy(pair):
    x, n = pair
    low = beta.ppf(0.025, x, n - x + 1) if x else 0
    high = beta.ppf(0.975, x + 1, n - x) if x < n else 1
    assert clopper_pearson_interval(x, n) == pytest.approx((low, high), rel=1e-9)


@pytest.mark.parametrize(
    ("pair", "expected"),
    # Newcombe 1998, Stat Med 17:857, Table I, method 5.
    [((81, 263), (0.2527, 0.3676)), ((15, 148), (0.0578, 0.1617)), ((0, 20), (0.0, 0.1684)), ((1, 29), (0.0009, 0.1776))],
)
def test_the_exact_interval_gives_the_published_limits(pair, expected):
    assert korn_graubard_interval(*pair) == pytest.approx(expected, abs=6e-5)


@pytest.mark.parametrize(
    ("pair", "effect", "worth"), [((40, 100), 2.0, 50), ((0, 100), 2.0, 50), ((100, 100), 4.0, 25), ((30, 60), 1.5, 40), ((9, 30), 0.5, 30)]
)
def test_korn_and_graubards_interval_is_the_exact_one_of_as_many_people_as_the_sample_is_worth(pair, effect, worth):
    found = korn_graubard_interval(*pair, SampleDesign(effect))
    assert effective_people(pair[1], SampleDesign(effect)) == worth
    assert found == pytest.approx(naive.korn_graubard(*pair, effect, 1, 1), abs=1e-9)
    assert found == pytest.approx(clopper_pearson_interval(round(pair[0] / pair[1] * worth), worth), abs=1e-9)


@pytest.mark.parametrize("freedom", [1, 2, 7.5, 8, 30, 99])
def test_few_degrees_of_freedom_make_a_sample_worth_fewer_people(freedom):
    # t(99) / t(df), squared; as scipy has t
    fewer = (student_t.ppf(0.975, 99) / student_t.ppf(0.975, freedom)) ** 2
    design = SampleDesign(1.6, freedom)
    assert effective_people(100, design) == pytest.approx(100 / 1.6 * fewer)
    events, others = 0.3 * 100 / 1.6 * fewer, 0.7 * 100 / 1.6 * fewer
    wanted = beta.ppf(0.025, events, others + 1), beta.ppf(0.975, events + 1, others)
    assert korn_graubard_interval(30, 100, design) == pytest.approx(wanted, rel=1e-8)


def test_more_degrees_of_freedom_than_people_never_make_more_of_them():
    assert effective_people(20, SampleDesign(1.0, 500)) == 20
    assert effective_people(1, SampleDesign(1.0, 3)) == 1


@UNHURRIED
@given(counted())
def test_with_a_design_effect_of_one_it_is_clopper_and_pearsons(pair):
    assert korn_graubard_interval(*pair) == korn_graubard_interval(*pair, SampleDesign(1.0)) == clopper_pearson_interval(*pair)


@UNHURRIED
@given(counted(), st.floats(0.2, 30), st.none() | st.floats(1, 60))
def test_it_holds_the_estimate_and_is_no_narrower_than_without_a_design(pair, effect, freedom):
    low, high = korn_graubard_interval(*pair, SampleDesign(effect, freedom))
    assert 0 <= low <= pair[0] / pair[1] <= high <= 1
    narrow = clopper_pearson_interval(*pair)
    assert high - low >= narrow[1] - narrow[0] - 1e-9


@pytest.mark.parametrize(("events", "exact"), [(9, True), (10, False), (11, False)])
def test_byar_begins_at_ten_events(events, exact):
    assert (byar_interval(events, 1) == exact_poisson_limits(events)) is exact


def test_a_proportion_is_shown_in_percent_with_wilson():
    low, high = wilson_interval(3, 10)
    assert rate_estimate(Count(3, 10), MEASURE) == Estimate(100 * 3 / 10, 100 * low, 100 * high)


def test_a_rate_is_shown_per_thousand_with_byar():
    low, high = byar_interval(12, 4000)
    # 12 / 4,000 = 3 per 1,000
    assert rate_estimate(Count(12, 4000), measure_like(**ADVERSE)) == Estimate(3, 1000 * low, 1000 * high)


@pytest.mark.parametrize("count", [Count(0, 0), Count(None, None, "hidden"), Count(None, 40, "not_reported")])
def test_zero_denominator_or_blank_gives_nan_not_zero(count):
    estimate = rate_estimate(count, MEASURE)
    assert not estimate.known
    assert isnan(estimate.low) and isnan(estimate.high)


def test_a_measure_that_forms_no_rate_has_none():
    assert rate_estimate(Count(3, 10), measure_like(number="count")) is NOT_COMPUTABLE


def test_a_negative_factor_turns_the_interval_round():
    assert Estimate(2, 1, 4).times(-1) == Estimate(-2, -4, -1)
    assert Estimate(2, 1, 4).times(10) == Estimate(20, 10, 40)
