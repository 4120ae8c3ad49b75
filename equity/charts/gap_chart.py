"""Run rules and limits on the gap itself: is the gap moving, beyond what the counts of two groups bring by chance?"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from equity.charts.control_chart import FEWEST_FOR_LIMITS, FEWEST_FOR_SETTLED, INSUFFICIENT, SETTLED, TRIAL
from equity.charts.run_chart import RunChart, run_chart
from equity.charts.series import Series
from equity.charts.signals import OUTSIDE, Signal, pattern_signals, run_chart_signals
from equity.charts.size_guard import too_small
from equity.charts.ties import sides_of
from equity.counts import Count
from equity.gap_limits import SIGMAS, gap_limits
from equity.trend import GapPoint, GapTrend


@dataclass(frozen=True, slots=True)
class GapChart:
    """The gap of every period with its run chart and limits, in shown units.

    gaps       nan where there is no gap, or one of the groups is too small
    small      True where there is a gap and one of the groups is too small: drawn, and judged by no rule
    run        run chart of the gaps
    low, high  limits of every period, nan where there are none; they widen where people are few
    standing   insufficient, trial, settled: by the number of gaps that may be judged
    signals    with ten gaps and more; side 1 = a larger gap: the focus group is worse off
    """

    gaps: np.ndarray
    small: np.ndarray
    run: RunChart
    low: np.ndarray
    high: np.ndarray
    standing: str
    signals: tuple[Signal, ...]


def gap_chart(trend: GapTrend) -> GapChart:
    """The chart of a gap over time.

    Takes    trend: released counts. Centre and limits are made from the baseline where it has ten gaps that may be judged, else from all.
    Reads    a signal = the gap moves by more than chance; it does not say who moved, nor why.
    Source   trend_and_practice.md section 2.4 and rules.md section 1; variances from each group's pooled rate, so that a period at
             0 or 100 % has one too.
    """
    proportion = trend.measure.number == "proportion"
    sides = [counted([side(point) for point in trend.points]) for side in (focus_of, reference_of)]
    small = np.logical_or(*(too_small(side, proportion=proportion) for side in sides))
    all_gaps = np.array([point.gap.value for point in trend.points], dtype=float)
    gaps = np.where(small, nan, all_gaps)
    errors = trend.measure.multiplier * np.sqrt(sum(variance(side, proportion=proportion) for side in sides))
    base = baseline_of(trend, gaps)
    run = run_chart(gaps, base)
    low, high = limits_of(gaps, errors, base)
    standing = standing_of(int(np.isfinite(gaps).sum()))
    beyond = (sides_of(gaps, high) > 0).astype(int) - (sides_of(gaps, low) < 0)
    outside = () if standing == INSUFFICIENT else pattern_signals(OUTSIDE, beyond, np.flatnonzero(np.isfinite(gaps)))
    return GapChart(gaps, small & np.isfinite(all_gaps), run, low, high, standing, (*run_chart_signals(run), *outside))


def focus_of(point: GapPoint) -> Count:
    """The focus group's count."""
    return point.focus


def reference_of(point: GapPoint) -> Count:
    """The reference's count."""
    return point.reference


def counted(counts: list[Count]) -> Series:
    """Counts as a series; what is not known is missing."""
    pairs = np.array([(count.numerator, count.denominator) if count.known else (nan, nan) for count in counts], dtype=float).reshape(-1, 2)
    return Series(pairs[:, 0], pairs[:, 1])


def variance(series: Series, *, proportion: bool) -> np.ndarray:
    """Variance of every period's rate, from the pooled rate and the period's size."""
    rate = series.pooled
    return (rate * (1 - rate) if proportion else rate) / series.sizes


def baseline_of(trend: GapTrend, gaps: np.ndarray) -> np.ndarray:
    """Which gaps make the centre: those of the baseline where it has enough, else all."""
    whole = np.ones(len(gaps), dtype=bool)
    if trend.baseline is None:
        return whole
    first, last = trend.baseline
    inside = np.array([first <= point.period.start and point.period.end <= last for point in trend.points])
    return inside if np.isfinite(gaps[inside]).sum() >= FEWEST_FOR_LIMITS else whole


def limits_of(gaps: np.ndarray, errors: np.ndarray, base: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Limits of every gap around the weighted mean of the base."""
    judged = base & np.isfinite(gaps)
    centre = gap_limits(gaps[judged], errors[judged]).centre
    return centre - SIGMAS * errors, centre + SIGMAS * errors


def standing_of(judged: int) -> str:
    """What so many gaps may be used for."""
    if judged < FEWEST_FOR_LIMITS:
        return INSUFFICIENT
    return TRIAL if judged < FEWEST_FOR_SETTLED else SETTLED
