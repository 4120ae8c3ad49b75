"""A team's run charts, stratified: the focus group's rate, the reference's rate, and the gap between them, by one set of rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from equity.charts.control_chart import FEWEST_FOR_LIMITS
from equity.charts.gap_chart import GapChart, counted, focus_of, gap_chart, reference_of
from equity.charts.run_chart import RunChart, median_of, run_chart
from equity.charts.signals import SHIFT, TREND, Signal, run_chart_signals
from equity.charts.size_guard import guarded
from equity.counts import Count
from equity.trend import GapPoint, GapTrend

PATTERNS = (SHIFT, TREND)


@dataclass(frozen=True, slots=True)
class RunLine:
    """One line of the chart.

    median    its middle value: of the baseline where is_frozen, else of all its points; nan where nothing is known
    judged    how many of its points the rules may look at
    filled    places of the points that belong to a shift or a trend
    signals   what the rules found; nothing below ten points
    """

    median: float
    is_frozen: bool
    judged: int
    filled: frozenset[int]
    signals: tuple[Signal, ...]


@dataclass(frozen=True, slots=True)
class StratifiedRun:
    """Three lines of one trend.

    gap        on the measure's own scale
    low, high  limits of the gap in every period; empty where fewer than ten may be judged, and on a ratio
    small      how many gaps the rules pass over, since too few people were counted
    standing   insufficient, trial, settled: by the gaps that may be judged
    """

    focus: RunLine
    reference: RunLine
    gap: RunLine
    low: tuple[float, ...]
    high: tuple[float, ...]
    small: int
    standing: str


def stratified_run(trend: GapTrend) -> StratifiedRun:
    """Both groups' rates and their gap as run charts.

    Takes    trend: released counts.
    Reads    the middle line is that of the baseline wherever it has points enough for it to stand, and wherever no rule is used yet; else the
             rules' own, of all points.
    Source   Perla, Provost & Murray 2011; trend_and_practice.md section 2.4.
    """
    chart = gap_chart(trend)
    focus, reference = (side_line(trend, count_of) for count_of in (focus_of, reference_of))
    by_ratio = trend.measure.scale == "ratio"
    gap = ratio_line(trend, chart) if by_ratio else run_line(trend, np.array([point.gap.value for point in trend.points], dtype=float), chart.gaps)
    has_limits = not by_ratio and int(np.isfinite(chart.gaps).sum()) >= FEWEST_FOR_LIMITS
    limits = [tuple(limit.tolist()) if has_limits else () for limit in (chart.low, chart.high)]
    line = gap if by_ratio else replace(gap, signals=chart.signals)
    return StratifiedRun(focus, reference, line, *limits, int(chart.small.sum()), chart.standing)


def side_line(trend: GapTrend, count_of: Callable[[GapPoint], Count]) -> RunLine:
    """One group's rate in shown units; periods with too few people are drawn and not judged."""
    series = counted([count_of(point) for point in trend.points])
    judged = guarded(series, proportion=trend.measure.number == "proportion")
    return run_line(trend, series.values * trend.measure.multiplier, judged.values * trend.measure.multiplier)


def ratio_line(trend: GapTrend, chart: GapChart) -> RunLine:
    """The ratio, where it is one: neither nought nor without end; what cannot be judged as a difference cannot be judged as a ratio."""
    ratios = np.array([point.ratio.value for point in trend.points], dtype=float)
    known = np.where(np.isfinite(ratios) & (ratios > 0), ratios, np.nan)
    return run_line(trend, known, np.where(np.isfinite(chart.gaps), known, np.nan))


def run_line(trend: GapTrend, values: np.ndarray, judged: np.ndarray) -> RunLine:
    """A line of these values with its middle and what the rules found among those that may be judged."""
    inside = baseline_places(trend)
    in_baseline = int(np.isfinite(judged[inside]).sum())
    count = int(np.isfinite(judged).sum())
    rules_hold = count >= FEWEST_FOR_LIMITS
    is_frozen = in_baseline >= FEWEST_FOR_LIMITS or (not rules_hold and bool(np.isfinite(values[inside]).any()))
    run = run_chart(judged, inside if in_baseline >= FEWEST_FOR_LIMITS else None)
    median = run.median if rules_hold else median_of(values[inside] if is_frozen else values)
    signals = run_chart_signals(run)
    return RunLine(median, is_frozen, count, filled_places(run, signals), signals)


def baseline_places(trend: GapTrend) -> np.ndarray:
    """True at every point that lies in the baseline."""
    window = trend.baseline
    return np.array([bool(window) and window[0] <= point.period.start and point.period.end <= window[1] for point in trend.points], dtype=bool)


def filled_places(run: RunChart, signals: tuple[Signal, ...]) -> frozenset[int]:
    """The points of every shift and trend."""
    return frozenset(place for signal in signals if signal.rule in PATTERNS for place in signal.places if np.isfinite(run.values[place]))
