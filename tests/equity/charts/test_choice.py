from __future__ import annotations

import numpy as np
import pytest

from equity.charts import lines
from equity.charts.choice import suggested_chart
from equity.charts.series import Series
from tests import naive
from tests.equity.charts.drawn import table


def wave(count: int, size: float, *, middle: float = 0.5, height: float = 0.02) -> Series:
    """Shares that swing irregularly about their middle."""
    swing = np.resize([1, -1, 0.5, -1.5, 1.2, -0.4, -1], count)
    return Series((middle + height * swing) * size, np.full(count, size))


@pytest.mark.parametrize(("points", "kind"), [(9, lines.RUN), (10, lines.SHARE), (11, lines.SHARE)])
def test_limits_need_ten_points(points, kind):
    assert suggested_chart(wave(points, 200), "proportion").kind == kind


@pytest.mark.parametrize(("people", "kind"), [(5, lines.RUN), (6, lines.SHARE), (7, lines.SHARE), (1000, lines.SHARE), (1001, lines.SHARE_PRIME)])
def test_the_number_of_people_decides(people, kind):
    assert suggested_chart(wave(14, people, height=0), "proportion").kind == kind


@pytest.mark.parametrize(("height", "kind"), [(0.01, lines.RATE), (0.3, lines.RATE_PRIME)])
def test_points_that_scatter_more_than_counts_would_widen_the_limits(height, kind):
    assert suggested_chart(wave(14, 400, height=height), "rate").kind == kind


def test_limits_are_not_laid_across_a_shift():
    series = Series(np.concatenate([wave(8, 200, middle=0.4).numerators, wave(8, 200, middle=0.6).numerators]), np.full(16, 200.0))
    choice = suggested_chart(series, "proportion")
    assert (choice.kind, choice.reason.startswith("The level has shifted")) == (lines.RUN, True)


@pytest.mark.parametrize(("smallest", "kind"), [("0", lines.RUN), ("0.5", lines.TIME_BETWEEN)])
def test_rare_events_are_charted_by_the_time_between_them(smallest, kind):
    assert suggested_chart(Series(table(f"5 {smallest} 3 12 . 4 8 2 9 3 7")), "time_between").kind == kind


def test_counts_have_their_own_chart():
    assert suggested_chart(Series(table("5 7 3 9 4 8 2 9 3 7")), "count").kind == lines.COUNT


@pytest.mark.parametrize("number", ["proportion", "rate", "count", "time_between"])
@pytest.mark.parametrize("series", [wave(5, 9), wave(14, 5), wave(14, 400), wave(14, 2000), wave(14, 400, height=0.3)])
def test_every_reason_is_plain(series, number):
    assert naive.grade(suggested_chart(series, number).reason) <= 8
