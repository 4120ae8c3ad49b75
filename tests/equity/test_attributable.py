from __future__ import annotations

from dataclasses import replace
from math import isnan, sqrt

import pytest
from hypothesis import given, settings

from equity.attributable import attributable_fraction, attributable_fraction_own_errors, attributable_risk, attributable_risk_own_errors
from equity.rated_groups import NO_WEIGHTS, GroupRate, RatedGroups
from tests import naive_summary as naive
from tests.rated import any_groups, pairs_of, rated

UNHURRIED = settings(deadline=None, max_examples=60)
TWO = "medicaid 180/400\n commercial 640/1000"


@UNHURRIED
@given(any_groups(lowest=1, ordered=False, least=2))
def test_the_risk_agrees_with_its_naive_twin(groups):
    expected = naive.attributable(pairs_of(groups), groups.favourable)
    assert attributable_risk(groups).value == attributable_risk_own_errors(groups).value == pytest.approx(expected, abs=1e-9)
    assert attributable_fraction(groups).value == pytest.approx(100 * expected / groups.mean, abs=1e-9)


def test_walters_error_and_the_delta_error_by_hand():
    # 64 - 820/14 = 5.4286; delta: (1 - 5/7)^2 s_ref^2 + (2/7)^2 s_other^2
    risk, own = attributable_risk(rated(TWO)), attributable_risk_own_errors(rated(TWO))
    assert risk.value == pytest.approx(64 - 820 / 14)
    assert own.error == pytest.approx(100 * sqrt((2 / 7) ** 2 * (0.64 * 0.36 / 1000 + 0.45 * 0.55 / 400)))
    # Walter: c = 640, d = 360, a = 180, b = 220, N = 1400
    inside = 640 * 1400 * (180 * 360 * 760 + 220 * 640**2) / (820**3 * 1000**3)
    assert risk.error == pytest.approx(820 / 14 * sqrt(inside))


def test_an_order_is_measured_by_its_top_and_floored_at_nought():
    table = "a 80/100 1\n b 20/100 2\n c 40/100 3"
    assert attributable_risk(rated(table)).value == 0
    assert attributable_risk(rated(table, favourable=False)).value == pytest.approx(40 - 140 / 3)
    assert attributable_risk(rated("a 10/100 1\n b 20/100 2\n c 40/100 3", favourable=False)).value == 0


def test_a_best_group_without_events_has_no_error_of_its_own():
    groups = rated("a 0/50\n b 10/50", favourable=False)
    assert (attributable_fraction(groups).value, attributable_fraction(groups).error) == (-100, 0)


def test_without_weights_the_average_gives_the_value_and_no_limits():
    groups = RatedGroups.of([GroupRate("a", 40, 2), GroupRate("b", 60, 2)], favourable=True)
    assert attributable_risk(groups).reason == NO_WEIGHTS
    given_average = replace(groups, average=45.0)
    for found in (attributable_risk(given_average), attributable_risk_own_errors(given_average)):
        assert (found.value, isnan(found.error), isnan(found.low)) == (15, True, True)
    assert attributable_fraction_own_errors(given_average).value == pytest.approx(100 * 15 / 45)


def test_a_best_group_of_nobody_and_rates_above_all_people_have_no_error():
    nobody = RatedGroups.of([GroupRate("a", 60, 2, 0), GroupRate("b", 50, 2, 100)], favourable=True)
    above = RatedGroups.of([GroupRate("a", 150, 2, 100), GroupRate("b", 110, 2, 100)], favourable=False)
    assert isnan(attributable_risk(nobody).error) and isnan(attributable_risk(above).error)
