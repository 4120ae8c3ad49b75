from __future__ import annotations

from math import isnan, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from equity.multiplicity import benjamini_hochberg, benjamini_yekutieli, bonferroni, hochberg, holm
from tests import naive_comparison as naive

P_VALUES = st.lists(st.floats(0, 1), min_size=1, max_size=12)
WAYS = (bonferroni, holm, hochberg, benjamini_hochberg, benjamini_yekutieli)
UNHURRIED = settings(deadline=None, max_examples=60)


@UNHURRIED
@given(P_VALUES)
def test_each_way_agrees_with_its_twin(p_values):
    assert holm(p_values) == pytest.approx(naive.holm(p_values))
    assert benjamini_hochberg(p_values) == pytest.approx(naive.benjamini_hochberg(p_values))
    assert benjamini_yekutieli(p_values) == pytest.approx(list(false_discovery_control(p_values, method="by")))
    assert bonferroni(p_values) == pytest.approx([min(1, len(p_values) * p_value) for p_value in p_values])


@UNHURRIED
@given(P_VALUES)
def test_adjusting_keeps_the_order_and_makes_nothing_smaller(p_values):
    for way in WAYS:
        found = way(p_values)
        assert all(p_value <= one <= 1 for p_value, one in zip(p_values, found, strict=True))
        assert sorted(found) == [one for _, one in sorted(zip(p_values, found, strict=True))]
    assert all(one <= other for one, other in zip(hochberg(p_values), holm(p_values), strict=True))


def test_hochberg_steps_down_from_the_largest():
    # 3 x .01 = .03; 2 x .04 = .08, but .05 x 1 = .05 bounds it
    assert hochberg([0.05, 0.01, 0.04]) == pytest.approx([0.05, 0.03, 0.05])


@pytest.mark.parametrize("way", WAYS)
def test_what_could_not_be_tested_stays_nan_and_is_not_counted(way):
    found = way([0.01, nan, 0.03])
    assert isnan(found[1])
    assert [found[0], found[2]] == way([0.01, 0.03])
    assert way([]) == []
