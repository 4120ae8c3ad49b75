from __future__ import annotations

import numpy as np
from hypothesis import given

from equity.charts.stretches import Runs, Stretch, runs_about, stretches
from equity.charts.ties import sides_of
from tests import naive_charts
from tests.equity.charts.drawn import SERIES, UNHURRIED, plain


def test_stretches_follow_one_another_and_leave_nothing_out():
    assert list(stretches(np.array([1, 1, 0, -1]))) == [Stretch(0, 2, 1), Stretch(2, 3, 0), Stretch(3, 4, -1)]
    assert list(stretches(np.array([], dtype=int))) == []


def test_points_on_the_line_neither_break_a_run_nor_count():
    # + + 0 + | - : four useful points, the longest run is of three, one crossing.
    found = runs_about(np.array([1, 1, 0, 1, -1]))
    assert (found, found.count) == (Runs(4, 3, 1), 2)


def test_nothing_useful_has_no_run():
    assert runs_about(np.array([0, 0])).count == 0


@UNHURRIED
@given(SERIES)
def test_runs_agree_with_the_naive_twin(values):
    found = runs_about(sides_of(values, 0.0))
    assert (found.useful, found.longest, found.crossings) == naive_charts.runs([naive_charts.side(value, 0.0) for value in plain(values)])
