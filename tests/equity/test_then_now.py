from __future__ import annotations

from datetime import date

import pytest

from equity.counts import Count
from equity.then_now import NOTHING, then_and_now, then_and_now_words
from equity.trend import gap_trend
from tests.examples import BASELINE, MEASURE, count_of, series_of

# The first four quarters are the baseline; the sixth is not due.
SERIES = series_of("52/100 66/100\n 54/100 66/100\n hidden 66/100\n 56/100 66/100\n 58/100 66/100\n not_due not_due")
WHITE = [count_of(written) for written in ("10/20", "11/20", "12/20", "not_reported", "14/20", "not_due")]


def told(counts, *, baseline=BASELINE, series=SERIES):
    return then_and_now(counts, series.periods, gap_trend(series, MEASURE, baseline))


def test_then_is_the_baseline_put_together_and_now_the_latest_gap():
    # 10 + 11 + 12 of 60; the fourth quarter did not come
    assert told(WHITE) == (Count(33, 60), Count(14, 20))


def test_without_a_baseline_then_is_the_first_period_with_a_gap():
    series = series_of("hidden 66/100\n 54/100 66/100\n 56/100 66/100")
    counts = [count_of(written) for written in ("10/20", "11/20", "12/20")]
    assert told(counts, baseline=None, series=series) == (Count(11, 20), Count(12, 20))
    assert then_and_now_words(gap_trend(series, MEASURE, None)) == ("Q2 2024", "Q3 2024")


def test_a_baseline_without_any_gap_is_none():
    window = (date(2020, 1, 1), date(2020, 12, 31))
    assert told(WHITE, baseline=window)[0] == Count(10, 20)


@pytest.mark.parametrize(
    ("counts", "table"),
    [
        ([], "52/100 66/100"),
        (WHITE[:1], "hidden 66/100"),
        ([], ""),
    ],
)
def test_where_there_is_nothing_both_are_not_due(counts, table):
    assert told(counts, series=series_of(table)) == (NOTHING, NOTHING)


def test_a_group_that_was_hidden_throughout_stays_hidden():
    then, now = told([Count(None, None, "hidden")] * 6)
    assert (then.blank, now.blank) == ("hidden", "hidden")


def test_then_and_now_have_names():
    assert then_and_now_words(gap_trend(SERIES, MEASURE, BASELINE)) == ("the baseline year", "Q1 2025")
    assert then_and_now_words(gap_trend(series_of("hidden 66/100"), MEASURE, BASELINE)) == ("the baseline", "the latest period")
