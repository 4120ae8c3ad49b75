from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from equity.fits import points_until_seen, weighted_line
from tests import naive

VALUES = st.lists(st.tuples(st.floats(-50, 50), st.floats(0.01, 100)), min_size=4, max_size=20)


def line_through(values, variances=None, *, start=0):
    variances = variances or [1.0] * len(values)
    return weighted_line(np.arange(start, start + len(values), dtype=float), np.array(values, dtype=float), np.array(variances, dtype=float))


@given(VALUES)
def test_slope_and_error_agree_with_the_normal_equations(rows):
    values, variances = [row[0] for row in rows], [row[1] for row in rows]
    found = line_through(values, variances)
    slope, error = naive.weighted_slope([float(step) for step in range(len(rows))], values, variances)
    assert (found.slope, found.standard_error) == pytest.approx((slope, error), rel=1e-6, abs=1e-6)


@given(VALUES, st.floats(0.1, 100))
def test_another_unit_changes_no_p_value(rows, factor):
    values, variances = [row[0] for row in rows], [row[1] for row in rows]
    scaled = line_through([value * factor for value in values], [variance * factor**2 for variance in variances])
    assert scaled.p_value == pytest.approx(line_through(values, variances).p_value, rel=1e-6, abs=1e-9)


@given(VALUES)
def test_when_the_series_begins_does_not_matter(rows):
    values, variances = [row[0] for row in rows], [row[1] for row in rows]
    early, late = line_through(values, variances), line_through(values, variances, start=24_000)
    assert (early.start, early.end) == pytest.approx((late.start, late.end), abs=1e-6)


def test_a_line_without_noise_is_found_whole():
    found = line_through([10, 8, 6, 4])
    assert (found.start, found.end, found.change) == pytest.approx((10, 4, -6))
    # variances 1: 1 / sqrt(1.5^2 + .5^2 + .5^2 + 1.5^2) = 1 / sqrt(5) a period, three periods; Student's t on 2 degrees of freedom
    assert found.detectable == pytest.approx((stats.t.isf(0.025, 2) + stats.t.isf(0.2, 2)) * 3 / 5**0.5)
    # no scatter at all: what the counts' own variances allow stays
    assert (found.inflation, found.margin) == pytest.approx((1, 1.959964 * 3 / 5**0.5))
    assert found.p_value == pytest.approx(2 * stats.norm.sf(2 * 5**0.5))


@given(VALUES)
def test_a_move_must_pass_both_tests(rows):
    found = line_through([row[0] for row in rows], [row[1] for row in rows])
    by_counts = 2 * stats.norm.sf(abs(found.slope) / found.standard_error)
    by_scatter = 2 * stats.t.sf(abs(found.slope) / found.standard_error / max(found.scatter, 1e-12), len(rows) - 2)
    assert found.p_value == pytest.approx(max(by_counts, by_scatter), rel=1e-6, abs=1e-9)


@given(VALUES)
def test_the_interval_of_the_change_leaves_zero_out_just_where_the_test_finds_it(rows):
    found = line_through([row[0] for row in rows], [row[1] for row in rows])
    assume(abs(found.p_value - 0.05) > 1e-6)
    assert (abs(found.change) > found.margin) is (found.p_value < 0.05)


def test_points_that_scatter_more_than_their_counts_widen_the_error():
    # about the flat middle 0: residuals 3, -3, -3, 3 with variance 1; X2 = 36 on 2 degrees of freedom
    assert line_through([3, -3, -3, 3]).inflation == pytest.approx((36 / 2) ** 0.5)


def test_a_flat_line_has_no_signal():
    assert line_through([5, 5, 5, 5]).p_value == 1


def until_seen(wanted, *, points=4, longest=20, inflation=1.0):
    return points_until_seen(np.arange(points, dtype=float), np.ones(points), inflation, wanted=wanted, fewest=4, longest=longest)


def detectable(points):
    return line_through([0.0] * points).detectable


@pytest.mark.parametrize(("margin", "more"), [(-1e-9, 4), (1e-9, 3)])
def test_the_price_is_the_first_number_of_points_that_shows_the_change(margin, more):
    # four points and three more
    assert until_seen(detectable(7) + margin) == more


def test_a_change_that_no_wait_shows_has_no_price():
    assert until_seen(0.01) is None


def test_a_verdict_needs_four_points_however_exact():
    assert until_seen(1000.0, points=1) == 3
