from __future__ import annotations

from math import nan

import numpy as np
import pytest

from equity.charts import states
from equity.charts.special_causes import SHIFT, special_causes
from equity.charts.states import Variation, assurance, variation
from tests.equity.charts.drawn import table
from tests.equity.charts.test_special_causes import lines_at

SHIFTED = "-1 1 -1 1 1 1 1 1 1 1"


@pytest.mark.parametrize(
    ("direction", "upside_down", "state"),
    [
        ("higher", 1, states.IMPROVEMENT),
        ("higher", -1, states.CONCERN),
        ("lower", 1, states.CONCERN),
        ("lower", -1, states.IMPROVEMENT),
        ("neutral", 1, states.NEUTRAL),
        ("neutral", -1, states.NEUTRAL),
    ],
)
def test_what_a_signal_means_hangs_on_which_way_is_better(direction, upside_down, state):
    values = upside_down * table(SHIFTED)
    found = variation(values, special_causes(values, lines_at(10)), direction)
    assert found == Variation(state, upside_down, SHIFT, 9)


@pytest.mark.parametrize(("points", "state"), [(9, states.NOT_ASSESSABLE), (10, states.COMMON_CAUSE), (11, states.COMMON_CAUSE)])
def test_below_ten_points_nothing_is_said(points, state):
    values = np.array([1.0 - 2 * (place % 2) for place in range(points)])
    assert variation(values, special_causes(values, lines_at(points)), "higher").state == state


def test_the_last_known_point_speaks_where_the_last_is_missing():
    values = table(SHIFTED + " . .")
    assert variation(values, special_causes(values, lines_at(12)), "higher").place == 9


def test_nothing_known_is_not_assessable():
    values = np.array([nan, nan])
    assert variation(values, special_causes(values, lines_at(2)), "higher", fewest=0) == Variation(states.NOT_ASSESSABLE, 0, None, None)


@pytest.mark.parametrize(
    ("target", "higher", "lower"),
    [
        (3.01, states.FAILS, states.PASSES),
        (3.0, states.HIT_AND_MISS, states.HIT_AND_MISS),
        (0.0, states.HIT_AND_MISS, states.HIT_AND_MISS),
        (-3.0, states.HIT_AND_MISS, states.HIT_AND_MISS),
        (-3.01, states.PASSES, states.FAILS),
        (None, None, None),
    ],
)
def test_a_target_beyond_the_limits_is_always_met_or_never(target, higher, lower):
    assert (assurance(lines_at(4), target, "higher"), assurance(lines_at(4), target, "lower")) == (higher, lower)


def test_a_neutral_measure_has_no_assurance():
    assert assurance(lines_at(4), 5.0, "neutral") is None


@pytest.mark.parametrize(("target", "state"), [(99.0, states.PASSES), (100.0, states.NOT_ASSESSABLE), (101.0, states.FAILS)])
def test_a_constant_process_is_judged_by_its_constant(target, state):
    assert assurance(lines_at(4, centre=100.0, width=0.0), target, "higher") == state


@pytest.mark.parametrize("count", [0, 3])
def test_without_limits_assurance_is_not_assessable(count):
    assert assurance(lines_at(count, centre=nan), 5.0, "higher") == states.NOT_ASSESSABLE
