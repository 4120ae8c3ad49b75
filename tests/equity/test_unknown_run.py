"""The share of people in no group as a run chart."""

from __future__ import annotations

from datetime import date

import pytest

from equity.charts.signals import SHIFT
from equity.counts import Count
from equity.periods import periods_between
from equity.unknown_run import unknown_run

QUARTERS = tuple(periods_between(date(2020, 1, 1), date(2025, 12, 31), "quarter"))


def run(*unknown: int | str):
    """Unknown people of 100, one a quarter; a text is a blank."""
    counts = [Count(None, None, one) if isinstance(one, str) else Count(one, 100) for one in unknown]
    return unknown_run(QUARTERS[: len(counts)], counts)


def test_shares_are_percent_and_blanks_keep_their_reason():
    found = run(12, "hidden", 8)
    assert [found.at(place) for place in found.known] == [12.0, 8.0]
    assert (found.known, found.blanks) == ([0, 2], [None, "hidden", None])
    assert found.chart.median == 10.0


def test_nobody_at_all_has_no_share():
    found = unknown_run(QUARTERS[:1], [Count(0, 0)])
    assert (found.known, found.blanks) == ([], ["not_applicable"])


@pytest.mark.parametrize(("unknown", "is_provisional", "shifts"), [([20, 21] * 3 + [5, 6, 5], True, 0), ([20, 21] * 3 + [5, 6] * 3, False, 2)])
def test_the_rules_are_used_from_ten_points_on(unknown, is_provisional, shifts):
    found = run(*unknown)
    assert found.chart.provisional is is_provisional
    assert sum(signal.rule == SHIFT for signal in found.signals) == shifts


def test_no_period_has_no_median():
    assert unknown_run((), ()).known == []
