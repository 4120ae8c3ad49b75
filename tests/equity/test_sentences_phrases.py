from __future__ import annotations

from dataclasses import replace

import pytest

from equity.rates import Estimate
from equity.sentences import (
    headline,
    who_moved,
)
from equity.trend import gap_trend
from tests.examples import BASELINE, measure_like, names_for, series_of, straight_trend
from tests.told import TRENDS


def test_ends_by_the_trend_line_are_called_so():
    trend = replace(TRENDS["closing"], baseline_gap=Estimate(7, 6, 8))
    names = names_for(trend)
    assert headline(trend, names).rest.startswith("By the trend line, between Black patients")
    assert who_moved(trend, names).startswith("By the trend line, the rate rose")


@pytest.mark.parametrize(
    ("baseline", "since"),
    [(BASELINE, "since the baseline year"), ((BASELINE[0], BASELINE[1].replace(month=6, day=30)), "since the baseline."), (None, "since Q1 2024")],
)
def test_since_when_is_said(baseline, since):
    trend = straight_trend((0.52, 0.60), (0.66, 0.68), baseline=baseline)
    assert since in headline(trend, names_for(trend)).rest


def test_half_years_are_said_in_words_and_a_blank_end_is_noted():
    rows = "\n".join(f"{1040 + 40 * step}/2000 {5280 + 40 * step}/8000" for step in range(6)) + "\nhidden hidden"
    trend = gap_trend(series_of(rows, grain="half-year"), measure_like(grain="half-year"), None)
    assert "since the 1st half of 2024, up to the 2nd half of 2026." in headline(trend, names_for(trend)).rest


def test_shares_have_no_unit():
    trend = straight_trend((0.52, 0.60), (0.66, 0.68), multiplier=1, meaningful_change=0.05)
    assert "it fell from 0.13 to 0.08 since the baseline year." in headline(trend, names_for(trend)).rest
