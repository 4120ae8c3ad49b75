from __future__ import annotations

from math import log

import numpy as np
import pytest

from equity.fitted import CountedGap, GroupCounts
from tests.examples import ADVERSE, MEASURE, measure_like, series_of


def group(*pairs, proportion=True):
    numerators, denominators = (np.array([pair[side] for pair in pairs], dtype=float) for side in (0, 1))
    return GroupCounts(numerators, denominators, proportion)


def counted(table, *, grain="quarter", **changes):
    series = series_of(table, grain=grain)
    return CountedGap.of(list(zip(series.periods, series.focus, series.reference, strict=True)), measure_like(grain=grain, **changes))


def test_variances_come_from_all_periods_together():
    # (2 + 8 + .5) / (20 + 20 + 1) = 10.5/41, over 20 people each, whatever each period's own rate
    rate = 10.5 / 41
    assert group((2, 20), (8, 20)).variances == pytest.approx([rate * (1 - rate) / 20] * 2)
    # a rate's variance is the rate itself over its people: 10.5/40
    assert group((2, 20), (8, 20), proportion=False).variances == pytest.approx([10.5 / 40 / 20] * 2)


@pytest.mark.parametrize("events", [0, 20])
def test_nothing_is_known_exactly_at_nought_and_one_hundred_percent(events):
    assert (group((events, 20), (events, 20)).variances > 0).all()


@pytest.mark.parametrize("grain", ["month", "quarter", "half-year", "year"])
def test_time_counts_whole_periods(grain):
    assert np.diff(counted("1/10 2/10\n 1/10 2/10\n 1/10 2/10", grain=grain).times) == pytest.approx([1, 1])


def test_the_log_ratio_of_a_favourable_measure_is_that_of_those_without():
    # ln((48/100) / (68/200))
    assert counted("52/100 132/200").log_ratios(-1) == pytest.approx([log(0.48 / 0.34)])


def test_the_log_ratio_of_a_rate_that_should_rise_is_turned():
    assert counted("10/100 20/100", number="rate").log_ratios(-1) == pytest.approx([log(0.20 / 0.10)])


def test_one_period_without_events_nudges_all_by_one_event_shared_by_size():
    found = counted("0/100 9/300\n 4/100 9/300", **ADVERSE).log_ratios(1)
    # 1 event among 400 people: (0 + .0025) / (.03 + .0025), (.04 + .0025) / (.03 + .0025)
    assert found == pytest.approx([log(0.0025 / 0.0325), log(0.0425 / 0.0325)])


@pytest.mark.parametrize(("periods", "enough"), [(3, False), (4, True), (5, True)])
def test_four_periods_are_enough(periods, enough):
    assert counted("1/10 2/10\n" * periods).enough is enough


@pytest.mark.parametrize(("grain", "longest"), [("quarter", 20), ("half-year", 10), ("year", 5)])
def test_the_price_reaches_five_years_ahead(grain, longest):
    rows = "50/100 60/100\n" * 4
    prices = [counted(rows, grain=grain, meaningful_change=change).more_periods(1.0) for change in np.linspace(5, 40, 200)]
    assert max(price for price in prices if price is not None) == longest
    assert prices[0] is None


def test_without_a_period_there_is_no_price():
    assert CountedGap.of([], MEASURE).more_periods(1.0) is None
