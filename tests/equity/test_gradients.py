from __future__ import annotations

from math import isnan, log

import pytest
from hypothesis import assume, given, settings

from equity import gradients
from equity.rated_groups import ALL_EQUAL, EVERYBODY, NO_FIT, NO_WEIGHTS, GroupRate, RatedGroups
from tests import naive_summary as naive
from tests.rated import any_groups, pairs_of, rated

UNHURRIED = settings(deadline=None, max_examples=60)
RISING = "low 20/100 1\n middle 50/100 2\n high 80/100 3"
INDICES = (
    gradients.absolute_concentration,
    gradients.absolute_concentration_own_errors,
    gradients.relative_concentration,
    gradients.relative_concentration_own_errors,
)


@UNHURRIED
@given(any_groups(lowest=1, ordered=True, least=3))
def test_the_concentration_index_agrees_with_its_naive_twin(groups):
    expected = naive.concentration(pairs_of(groups))
    for measure in INDICES[:2]:
        assert measure(groups).value == pytest.approx(expected, abs=1e-8)
    for measure in INDICES[2:]:
        assert measure(groups).value == pytest.approx(expected / groups.mean, abs=1e-8)


@UNHURRIED
@given(any_groups(lowest=1, ordered=True, least=3))
def test_turning_the_order_round_turns_the_sign(groups):
    turned = RatedGroups.of([GroupRate(one.name, one.rate, one.error, one.people, -one.rank) for one in groups.groups], favourable=True)
    for measure in (*INDICES, gradients.slope_index_linear):
        assert measure(turned).value == pytest.approx(-measure(groups).value, abs=1e-7)
    slope = gradients.slope_index(groups)
    assume(not slope.reason)
    assert gradients.slope_index(turned).value == pytest.approx(-slope.value, abs=1e-5)
    assert log(gradients.relative_index(turned).value) == pytest.approx(-log(gradients.relative_index(groups).value), abs=1e-5)


def test_erreygers_is_of_one_size_for_an_event_and_its_complement():
    falling = rated("low 80/100 1\n middle 50/100 2\n high 20/100 3")
    assert gradients.erreygers_concentration(rated(RISING)).value == pytest.approx(-gradients.erreygers_concentration(falling).value)
    # 2/3 x (30 x 1/3 x 2)/100: ACI = 2 x (1/3 x 30 x 1/3 + 1/3 x 30 x 1/3) = 13.33; / 50; x 4 x .5; / (1 - .5)
    assert gradients.relative_concentration(rated(RISING)).value == pytest.approx(13.3333333 / 50)
    assert gradients.erreygers_concentration(rated(RISING)).value == pytest.approx(2 * 13.3333333 / 50)
    assert gradients.wagstaff_concentration(rated(RISING)).value == pytest.approx(2 * 13.3333333 / 50)


def test_where_everybody_has_the_event_wagstaff_has_no_value():
    assert gradients.wagstaff_concentration(rated("a 5/5 1\n b 5/5 2\n c 5/5 3")).reason == EVERYBODY


def test_the_straight_line_by_hand():
    # 20, 50, 80 at 1/6, 1/2, 5/6: 90 a unit, from 5 to 95
    groups = rated(RISING)
    assert gradients.slope_index_linear(groups).value == pytest.approx(90)
    assert gradients.relative_index_linear(groups).value == pytest.approx(95 / 5)
    assert gradients.absolute_concentration(groups).error == pytest.approx(0, abs=1e-9)
    steep = gradients.relative_index_linear(rated("a 0/100 1\n b 10/100 2\n c 80/100 3"))
    assert (isnan(steep.value), steep.reason) == (True, NO_FIT)


def test_the_fitted_slope_lies_within_what_rates_can_be():
    found, ratio = gradients.slope_index(rated(RISING)), gradients.relative_index(rated(RISING))
    assert 60 < found.value < 100 and found.low < found.value < found.high
    assert ratio.low < ratio.value < ratio.high


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("a 5/10 1\n b 50/100 2\n c 1/2 3", ALL_EQUAL),
        ("a 0/50 1\n b 0/50 2\n c 50/50 3", NO_FIT),
    ],
)
def test_no_gradient_where_none_can_be_fitted(table, reason):
    for measure in (gradients.slope_index, gradients.relative_index):
        assert measure(rated(table)).reason == reason


def test_without_people_concentration_counts_groups_alike_and_slopes_say_why_not():
    groups = RatedGroups.of([GroupRate(str(rank), 10 * rank, 1, rank=rank) for rank in (1, 2, 3)], favourable=True)
    # places 1/6, 1/2, 5/6; 2 x (1/3 x 10 x 1/3) x 2
    assert gradients.absolute_concentration(groups).value == pytest.approx(40 / 9)
    assert gradients.slope_index(groups).reason == gradients.slope_index_linear(groups).reason == NO_WEIGHTS
