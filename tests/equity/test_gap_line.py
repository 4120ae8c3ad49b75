from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equity.counts import Band, Count, GapSeries
from equity.gap_line import gaps_of, line_of
from tests.equity.comparing import NOW, compared, pair
from tests.examples import MEASURE, measure_like

RATIO = measure_like(scale="ratio", improvement_direction="lower", meaningful_change=0.1)


def test_a_line_is_the_gap_of_every_period_and_broken_where_there_is_none():
    first, second = line_of(pair("450/1000 650/1000 | 660/1000 700/1000"), MEASURE)
    assert (first, second) == pytest.approx((20, 4))
    assert [isnan(value) for value in line_of(pair("hidden 650/1000 | 660/1000 700/1000"), MEASURE)] == [True, False]
    assert line_of(pair("400/1000 200/1000 | 0/1000 200/1000"), RATIO)[0] == pytest.approx(2)
    assert isnan(line_of(pair("400/1000 200/1000 | 0/1000 200/1000"), RATIO)[1])


@given(st.integers(0, 1000), st.integers(0, 1000))
def test_the_quick_gap_of_a_line_is_that_of_the_comparison(focus, reference):
    found = compared(f"Ash core {focus}/1000 {reference}/1000").teams[0]
    assert line_of(pair(f"{focus}/1000 {reference}/1000"), MEASURE)[1] == pytest.approx(found.gap.value)


WHOLE, TENTHS = Band(100, 199), Band(5_000, 9_999, 1)


@pytest.mark.parametrize(("focus", "reference", "is_whole"), [(None, None, False), (WHOLE, WHOLE, True), (WHOLE, TENTHS, False), (TENTHS, TENTHS, False)])
def test_a_gap_of_a_line_is_whole_where_both_its_rates_are(focus: Band | None, reference: Band | None, is_whole: bool) -> None:
    series = GapSeries((NOW,), (Count(57.0, 100, band=focus),), (Count(66.0, 100, band=reference),))
    assert [gap.is_whole for gap in gaps_of(series, MEASURE)] == [is_whole]
