from __future__ import annotations

import numpy as np
import pytest

from equity.charts import lines
from equity.charts.lines import lines_of
from equity.charts.plan import AS_IT_IS, Plan
from equity.charts.series import Series
from equity.charts.spreads import Phase
from tests.equity.charts.drawn import table


def phase_of(tops: str, sizes: str = "", plan: Plan = AS_IT_IS) -> Phase:
    series = Series(table(tops), table(sizes) if sizes else None)
    return Phase(series, np.ones(len(series), dtype=bool), plan)


def test_limits_lie_three_and_inner_lines_two_standard_deviations_off():
    found = lines_of(lines.COUNT, phase_of("9 9"))
    assert [line[0] for line in (found.low, found.inner_low, found.centre, found.inner_high, found.high)] == [0, 3, 9, 15, 18]


@pytest.mark.parametrize(("kind", "low", "high"), [(lines.SHARE, 0, 1), (lines.RATE, 0, 0.5 + 3 * 0.5)])
def test_limits_stay_within_what_the_number_can_be(kind, low, high):
    found = lines_of(kind, phase_of("1 1", "2 2"))
    assert (found.low[0], found.high[0]) == (low, high)


def test_a_run_chart_has_a_median_and_no_limits():
    found = lines_of(lines.RUN, phase_of("1 2 9"))
    assert (found.centre[0], np.isnan(found.high).all()) == (2, True)


def test_moving_ranges_have_fixed_multiples_of_their_mean():
    found = lines_of(lines.RANGES, phase_of(". 1 3"))
    assert (found.low[0], found.inner_high[0], found.high[0]) == pytest.approx((0, 2 * 2.178, 2 * 3.267))


@pytest.mark.parametrize("centre", [None, 1.0])
def test_times_between_are_drawn_from_their_roots(centre):
    found = lines_of(lines.TIME_BETWEEN, phase_of("1 1 1 1", plan=Plan(centre=centre)))
    assert (found.low[0], found.centre[0], found.high[0]) == (1, 1, 1)


def test_a_lower_limit_of_times_below_nought_is_nought():
    assert lines_of(lines.TIME_BETWEEN, phase_of("1 300 1 300")).low[0] == 0
