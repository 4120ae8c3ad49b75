from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest

from equity.movement import movement, signed
from equity.rates import Estimate
from tests.examples import ADVERSE, straight_trend


def sure(value):
    return Estimate(value, value, value)


def told(trend):
    return movement(trend, trend.latest)


CLOSING = straight_trend((0.52, 0.60), (0.66, 0.68))


def test_the_observed_ends_are_told_where_they_agree_with_the_verdict():
    found = told(CLOSING)
    # baseline: mean of the first four of eight points on each line
    assert not found.fitted
    assert (found.start, found.end) == pytest.approx((CLOSING.baseline_gap.value, 8.0))
    assert found.focus_change == pytest.approx(60 - CLOSING.baseline_focus.value)


@pytest.mark.parametrize(
    "baseline",
    [
        # a smaller gap before than now, the other side, a lost group, a ratio that tells another story, nothing to compute
        {"baseline_gap": sure(7.0)},
        {"baseline_gap": sure(-20.0)},
        {"baseline_reference": sure(90.0)},
        {"baseline_ratio": sure(1.01)},
        {"baseline_gap": sure(nan)},
    ],
)
def test_the_fitted_ends_are_told_where_the_observed_ones_do_not_agree(baseline):
    trend = replace(CLOSING, **baseline)
    found, verdict = told(trend), trend.verdict
    assert found.fitted
    assert (found.start, found.end, found.focus_change) == (verdict.start, verdict.end, verdict.focus_change)
    assert (found.other_start, found.other_end) == (verdict.other_start, verdict.other_end)


def test_a_last_point_on_the_other_side_is_not_told_as_closing():
    last = replace(CLOSING.latest, gap=sure(-3.0))
    assert movement(CLOSING, last).fitted


def test_a_gap_that_did_not_clearly_move_is_told_as_it_was_seen():
    still = straight_trend((0.52, 0.53), (0.66, 0.67))
    assert not told(replace(still, baseline_gap=sure(-20.0))).fitted


def test_a_ratio_is_told_on_its_own_scale():
    trend = straight_trend((0.014, 0.030), (0.006, 0.006), **ADVERSE | {"scale": "ratio", "meaningful_change": 0.1})
    assert told(trend).start == trend.baseline_ratio.value
    assert told(trend).other_end == trend.latest.gap.value


@pytest.mark.parametrize(("value", "expected"), [(1.0, 0.0), (0.0, -inf), (inf, inf)])
def test_no_gap_is_nought_on_either_scale(value, expected):
    assert signed(value, "ratio") == expected
    assert signed(value, "difference") == value


def test_an_unknown_ratio_has_no_side():
    assert signed(nan, "ratio") != signed(nan, "ratio")
