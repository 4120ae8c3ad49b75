"""The gap itself as a chart with limits, in phases: whether it is changing, and whether it will meet the team's aim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from equity.charts.choice import Choice
from equity.charts.control_chart import FEWEST_FOR_LIMITS
from equity.charts.gap_chart import GapChart, gap_chart
from equity.charts.lines import INNER, OUTER, RUN, Lines
from equity.charts.run_chart import RunChart, run_chart
from equity.charts.signals import OUTSIDE, SHIFT, Signal, run_chart_signals
from equity.charts.states import NOT_ASSESSABLE, assurance
from equity.process_chart import ProcessChart, Split, latest_state, marks_of, moved, phase_of, split_of, withheld
from equity.trend import GapTrend

GAP_LIMITS = "gap"
FEW = Choice(RUN, "Fewer than ten gaps can be judged, too few for limits.")
SHIFTED = Choice(RUN, "The level has shifted. Limits across a shift would mix two levels.")
OF_RATIOS = Choice(RUN, "The gap is told as a ratio, and no limits are made for a ratio.")
OF_COUNTS = Choice(GAP_LIMITS, "The counts of both groups tell how far the gap may scatter in each period.")


def gap_process(trend: GapTrend, *, kind: str | None = None, since: date | None = None, aim: float | None = None) -> ProcessChart:
    """The chart of a gap on the measure's own scale.

    Takes    trend: released counts; kind: None = the suggested one; since: as for a rate; aim: the gap aimed at, on the same scale.
    Reads    a signal = the gap moves by more than chance; it does not say who moved. A smaller gap is better where the gap lies above zero.
    Source   trend_and_practice.md section 2.4; rules.md sections 1 and 4; NHS England, Making Data Count, on the aim.
    """
    whole = gap_chart(trend)
    split = split_of([point.period for point in trend.points], np.isfinite(judged_of(trend, whole)), since)
    places = [0, split.place, len(trend.points)] if split and split.holds else [0, len(trend.points)]
    parts = [replace(trend, points=trend.points[start:stop]) for start, stop in zip(places, places[1:], strict=False)]
    charts = [gap_chart(part) for part in parts] if len(parts) > 1 else [whole]
    runs = [(start, run_of(part, chart)) for start, part, chart in zip(places, parts, charts, strict=False)]
    suggested = suggestion(trend, [run for _, run in runs])
    return phased(trend, charts, runs, suggested, kind=kind or suggested.kind, split=split, aim=aim)


def gap_states(trend: GapTrend, aim: float | None) -> tuple[str, str | None]:
    """Whether the gap is changing now, and whether it will meet this aim: what its chart says, without the chart.

    Returns  not assessable below ten gaps; None in place of the second where there is no aim.
    Reads    as `gap_process` does.
    """
    if sum(point.blank is None for point in trend.points) < FEWEST_FOR_LIMITS:
        return NOT_ASSESSABLE, None if aim is None else NOT_ASSESSABLE
    chart = gap_process(trend, aim=aim)
    return chart.variation.state, chart.assurance


def judged_of(trend: GapTrend, chart: GapChart) -> np.ndarray:
    """The gaps that the rules may look at, on the measure's own scale."""
    if trend.measure.scale != "ratio":
        return chart.gaps
    ratios = np.array([point.ratio.value for point in trend.points], dtype=float)
    return np.where(np.isfinite(chart.gaps) & np.isfinite(ratios) & (ratios > 0), ratios, np.nan)


def run_of(trend: GapTrend, chart: GapChart) -> RunChart:
    """The run chart of one phase on the measure's own scale."""
    return run_chart(judged_of(trend, chart)) if trend.measure.scale == "ratio" else chart.run


def suggestion(trend: GapTrend, runs: list[RunChart]) -> Choice:
    """Limits where every phase is fit for them."""
    if trend.measure.scale == "ratio":
        return OF_RATIOS
    if any(np.isfinite(run.values).sum() < FEWEST_FOR_LIMITS for run in runs):
        return FEW
    return SHIFTED if any(signal.rule == SHIFT for run in runs for signal in run_chart_signals(run)) else OF_COUNTS


def phased(
    trend: GapTrend,
    charts: list[GapChart],
    runs: list[tuple[int, RunChart]],
    suggested: Choice,
    *,
    kind: str,
    split: Split | None,
    aim: float | None,
) -> ProcessChart:
    """Phases, lines and findings put together."""
    phases = tuple(phase_of(start, run.values) for start, run in runs)
    signals = [phase_signals(chart, run, kind) for chart, (_, run) in zip(charts, runs, strict=True)]
    found = [(said, None if run.provisional else marks_of(said, len(run.values))) for said, (_, run) in zip(signals, runs, strict=True)]
    judged = np.concatenate([run.values for _, run in runs])
    drawn = withheld(lines_of(charts, runs, kind), phases)
    last = drawn.mapped(lambda line: line[phases[-1].start :])
    side = "neutral" if runs[-1][1].median < 0 else "lower"
    every = tuple(moved(signal, start) for said, (start, _) in zip(signals, runs, strict=True) for signal in said)
    state = latest_state(judged, phases, found, side)
    return ProcessChart(kind, suggested, values_of(trend), judged, drawn, phases, None, split, every, state, assurance(last, aim, "lower"))


def phase_signals(chart: GapChart, run: RunChart, kind: str) -> tuple[Signal, ...]:
    """What the run rules found, and on a chart with limits the gaps beyond them."""
    outside = tuple(signal for signal in chart.signals if signal.rule == OUTSIDE) if kind == GAP_LIMITS else ()
    return (*run_chart_signals(run), *outside)


def values_of(trend: GapTrend) -> np.ndarray:
    """Every gap that is known."""
    by_ratio = trend.measure.scale == "ratio"
    values = np.array([point.ratio.value if by_ratio else point.gap.value for point in trend.points], dtype=float)
    return np.where(np.isfinite(values) & (not by_ratio or values > 0), values, np.nan)


def lines_of(charts: list[GapChart], runs: list[tuple[int, RunChart]], kind: str) -> Lines:
    """The median of every phase, and its limits where the chart has any."""
    centre = np.concatenate([np.full(len(run.values), run.median) for _, run in runs])
    if kind == RUN:
        nothing = np.full(len(centre), np.nan)
        return Lines(centre, nothing, nothing, nothing, nothing)
    low, high = (np.concatenate([getattr(chart, side) for chart in charts]) for side in ("low", "high"))
    middle, inner = (low + high) / 2, (high - low) / 2 * INNER / OUTER
    return Lines(centre, low, middle - inner, middle + inner, high)
