"""A group then and now: at the baseline put together, and in the latest period that has a gap."""

from __future__ import annotations

from collections.abc import Sequence

from equity.blanks import NOT_DUE
from equity.counts import Count
from equity.groups import pooled_count
from equity.periods import Period
from equity.sentences.phrases import baseline_name, period_words
from equity.trend import GapTrend

NOTHING = Count(None, None, NOT_DUE, 0)


def then_and_now(counts: Sequence[Count], periods: Sequence[Period], trend: GapTrend) -> tuple[Count, Count]:
    """A group's counts at the baseline, put together, and in the latest period that has a gap; not due where there is none.

    Reads    without a baseline the first period that has a gap stands for it, as in the trend itself.
    """
    latest = trend.latest
    if latest is None or not counts:
        return NOTHING, NOTHING
    first = next(point.period for point in trend.points if point.blank is None)
    window = trend.baseline or (first.start, first.end)
    inside = [count for count, period in zip(counts, periods, strict=True) if window[0] <= period.start and period.end <= window[1]]
    return pooled_count(inside), counts[periods.index(latest.period)]


def then_and_now_words(trend: GapTrend) -> tuple[str, str]:
    """What the two are called."""
    if trend.latest is None:
        return "the baseline", "the latest period"
    return baseline_name(trend), period_words(trend.latest.period)
