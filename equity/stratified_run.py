"""A team's run charts, stratified: the focus group's rate, the reference's rate, and the gap between them, by one set of rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from equity.charts.control_chart import FEWEST_FOR_LIMITS
from equity.charts.gap_chart import GapChart, counted, focus_of, gap_chart, reference_of
from equity.charts.run_chart import RunChart, median_of, run_chart
from equity.charts.signals import OUTSIDE, SHIFT, TREND, Signal, run_chart_signals
from equity.charts.size_guard import guarded
from equity.counts import Count
from equity.process_chart import moved, split_of
from equity.trend import GapPoint, GapTrend

PATTERNS = (SHIFT, TREND)


@dataclass(frozen=True, slots=True)
class RunLine:
    """One line of the chart.

    median    its middle value: of the baseline where is_frozen, else of all its points; nan where nothing is known
    judged    how many of its points the rules may look at
    filled    places of the points that belong to a shift or a trend
    signals   what the rules found; nothing below ten points
    steps     the first place and the median of every phase, where there is more than one; median is then that of the last
    """

    median: float
    is_frozen: bool
    judged: int
    filled: frozenset[int]
    signals: tuple[Signal, ...]
    steps: tuple[tuple[int, float], ...] = ()


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


def stratified_run(trend: GapTrend, *, since: date | None = None) -> StratifiedRun:
    """Both groups' rates and their gap as run charts.

    Takes    trend: released counts; since: every line that has ten points to judge before and after it begins a new phase there.
    Reads    the middle line is that of the baseline wherever it has points enough for it to stand, and wherever no rule is used yet; else the
             rules' own, of all points.
    Source   Perla, Provost & Murray 2011; trend_and_practice.md section 2.4.
    """
    chart = gap_chart(trend)
    focus, reference = (side_line(trend, count_of, since) for count_of in (focus_of, reference_of))
    by_ratio = trend.measure.scale == "ratio"
    if by_ratio:
        return StratifiedRun(focus, reference, ratio_line(trend, chart, since), (), (), int(chart.small.sum()), chart.standing)
    values = np.array([point.gap.value for point in trend.points], dtype=float)
    gap = run_line(trend, values, chart.gaps, since)
    parts = [gap_chart(replace(trend, points=trend.points[start:stop])) for start, stop in stretches_of(gap, len(values))] if gap.steps else [chart]
    has_limits = int(np.isfinite(chart.gaps).sum()) >= FEWEST_FOR_LIMITS
    limits = [tuple(np.concatenate([getattr(part, side) for part in parts]).tolist()) if has_limits else () for side in ("low", "high")]
    outside = [moved(signal, start) for part, start in zip(parts, starts_of(gap), strict=True) for signal in part.signals if signal.rule == OUTSIDE]
    line = replace(gap, signals=(*gap.signals, *outside))
    return StratifiedRun(focus, reference, line, *limits, int(chart.small.sum()), parts[-1].standing)


def starts_of(line: RunLine) -> list[int]:
    """The first place of every phase."""
    return [start for start, _ in line.steps] or [0]


def stretches_of(line: RunLine, count: int) -> list[tuple[int, int]]:
    """First place of every phase, and the first after it."""
    starts = starts_of(line)
    return list(zip(starts, [*starts[1:], count], strict=True))


def side_line(trend: GapTrend, count_of: Callable[[GapPoint], Count], since: date | None) -> RunLine:
    """One group's rate in shown units; periods with too few people are drawn and not judged."""
    series = counted([count_of(point) for point in trend.points])
    judged = guarded(series, proportion=trend.measure.number == "proportion")
    return run_line(trend, series.values * trend.measure.multiplier, judged.values * trend.measure.multiplier, since)


def ratio_line(trend: GapTrend, chart: GapChart, since: date | None) -> RunLine:
    """The ratio, where it is one: neither nought nor without end; what cannot be judged as a difference cannot be judged as a ratio."""
    ratios = np.array([point.ratio.value for point in trend.points], dtype=float)
    known = np.where(np.isfinite(ratios) & (ratios > 0), ratios, np.nan)
    return run_line(trend, known, np.where(np.isfinite(chart.gaps), known, np.nan), since)


def run_line(trend: GapTrend, values: np.ndarray, judged: np.ndarray, since: date | None = None) -> RunLine:
    """A line of these values with its middle and what the rules found among those that may be judged."""
    split = split_of([point.period for point in trend.points], np.isfinite(judged), since)
    if split and split.holds:
        return phased_line(trend, values, judged, split.place)
    inside = baseline_places(trend)
    in_baseline = int(np.isfinite(judged[inside]).sum())
    count = int(np.isfinite(judged).sum())
    rules_hold = count >= FEWEST_FOR_LIMITS
    is_frozen = in_baseline >= FEWEST_FOR_LIMITS or (not rules_hold and bool(np.isfinite(values[inside]).any()))
    run = run_chart(judged, inside if in_baseline >= FEWEST_FOR_LIMITS else None)
    median = run.median if rules_hold else median_of(values[inside] if is_frozen else values)
    signals = run_chart_signals(run)
    return RunLine(median, is_frozen, count, filled_places(run, signals), signals)


def phased_line(trend: GapTrend, values: np.ndarray, judged: np.ndarray, place: int) -> RunLine:
    """The same in two phases, each with its own middle and its own signals."""
    before, after = (run_line(replace(trend, points=trend.points[part]), values[part], judged[part]) for part in (slice(None, place), slice(place, None)))
    signals = (*before.signals, *(moved(signal, place) for signal in after.signals))
    filled = before.filled | {place + one for one in after.filled}
    return RunLine(after.median, False, before.judged + after.judged, filled, signals, ((0, before.median), (place, after.median)))


def baseline_places(trend: GapTrend) -> np.ndarray:
    """True at every point that lies in the baseline."""
    window = trend.baseline
    return np.array([bool(window) and window[0] <= point.period.start and point.period.end <= window[1] for point in trend.points], dtype=bool)


def filled_places(run: RunChart, signals: tuple[Signal, ...]) -> frozenset[int]:
    """The points of every shift and trend."""
    return frozenset(place for signal in signals if signal.rule in PATTERNS for place in signal.places if np.isfinite(run.values[place]))
