from __future__ import annotations

import pytest

from equity.charts.false_alarms import ANHOEJ, RUN_CHART, SHARES, expected_false_alarms


def test_sixty_run_charts_give_about_fifteen_alarms_by_chance():
    # 60 x .253 and 60 x .012
    assert expected_false_alarms([18] * 60, RUN_CHART) == pytest.approx(15.18)
    assert expected_false_alarms([18] * 60, ANHOEJ) == pytest.approx(0.72)


@pytest.mark.parametrize(("points", "expected"), [(9, 0), (10, 0.126), (11, 0.126), (15, (0.126 + 0.253) / 2), (40, 0.574)])
def test_charts_of_other_lengths(points, expected):
    assert expected_false_alarms([points], RUN_CHART) == pytest.approx(expected)


@pytest.mark.parametrize("rules", SHARES)
def test_no_charts_give_no_alarm(rules):
    assert expected_false_alarms([], rules) == 0
