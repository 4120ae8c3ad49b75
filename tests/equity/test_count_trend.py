from __future__ import annotations

from math import isnan

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.count_trend import TwoGroups, count_trend

UNHURRIED = settings(deadline=None, max_examples=60)

COUNTS = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SERIES = st.lists(st.tuples(COUNTS, COUNTS), min_size=3, max_size=12)


def groups_of(pairs, *, proportion=True):
    """(reference, focus) counts, one pair a period."""
    sides = [tuple(np.array([pair[side] for pair in pairs], dtype=float).T) for side in (0, 1)]
    return TwoGroups(np.arange(len(pairs), dtype=float), *sides, proportion)


FALLING_BEHIND = [((80, 100), (80 - 5 * step, 100)) for step in range(5)]


def test_a_focus_group_that_falls_behind_has_a_slope_below_0():
    trend = count_trend(groups_of(FALLING_BEHIND), "identity")
    # the reference stays, the focus group loses 5 of 100 a period
    assert trend.slope.value == pytest.approx(-0.05, abs=1e-6)
    assert (trend.link, trend.note, trend.converged) == ("identity", "", True)
    assert trend.p_value < 0.01 and trend.p_likelihood < 0.01


def test_points_on_a_line_do_not_make_the_error_smaller_than_their_counts_do():
    trend = count_trend(groups_of(FALLING_BEHIND), "identity")
    assert trend.dispersion < 1
    assert trend.standard_error == pytest.approx(trend.fit.standard_errors[3])


def test_points_that_scatter_more_than_their_counts_widen_the_interval():
    scattered = [((50, 100), (20 if step % 2 else 80, 100)) for step in range(8)]
    trend = count_trend(groups_of(scattered), "logit")
    assert trend.dispersion > 5
    assert trend.standard_error == pytest.approx(trend.fit.standard_errors[3] * trend.dispersion**0.5)
    assert trend.likelihood_ratio < 1


def test_a_scale_without_a_fit_gives_way_to_odds_and_says_so():
    # a curve that flattens near 100 %: a straight line would run past it
    trend = count_trend(groups_of([((50, 100), (events, 20)) for events in (1, 10, 19, 20, 20)]), "identity")
    assert (trend.asked, trend.link) == ("identity", "logit")
    assert trend.note == "The difference of rates has no fit on these counts; the ratio of odds is used instead."


def test_events_over_time_give_way_to_their_ratio():
    steep = [((50, 100), (events, 20)) for events in (9, 1, 1, 0, 0)]
    trend = count_trend(groups_of(steep, proportion=False), "identity")
    assert (trend.asked, trend.link, trend.converged) == ("identity", "log", True)


def test_no_scale_fits_a_group_without_any_event():
    trend = count_trend(groups_of([((50, 100), (0, 100))] * 5), "log")
    assert (trend.converged, trend.note) == (False, "No trend fits these counts.")
    assert isnan(trend.slope.value) and isnan(trend.p_value) and isnan(trend.p_likelihood)


@UNHURRIED
@given(SERIES, st.sampled_from(["identity", "log", "logit"]), st.booleans())
def test_no_counts_make_it_fail_and_an_interval_holds_its_slope(pairs, link, proportion):
    trend = count_trend(groups_of(pairs, proportion=proportion), link if proportion or link != "logit" else "log")
    if trend.converged:
        assert trend.slope.low <= trend.slope.value <= trend.slope.high
        assert 0 <= trend.p_value <= 1 and 0 <= trend.p_likelihood <= 1


@UNHURRIED
@given(SERIES)
def test_the_groups_changed_round_turn_the_slope(pairs):
    trend, turned = count_trend(groups_of(pairs), "logit"), count_trend(groups_of([pair[::-1] for pair in pairs]), "logit")
    assert trend.converged == turned.converged
    if trend.converged:
        assert trend.slope.value == pytest.approx(-turned.slope.value, abs=1e-4)
