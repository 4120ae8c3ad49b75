"""Signals: what a chart's rules found, one by one, each with its rule and its points."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from equity.charts.control_chart import INSUFFICIENT, ChartPhase, ControlChart
from equity.charts.run_chart import TOO_FEW, TOO_MANY, RunChart
from equity.charts.special_causes import OUTSIDE, RULES, SHIFT, TREND, TWO_OF_THREE, SpecialCauses
from equity.charts.ties import sides_of, steps_of

FEW_RUNS, MANY_RUNS, LONG_RUN, FEW_CROSSINGS = "few runs", "many runs", "long run", "few crossings"
# Raise it whenever a rule here or in the modules above changes what it finds.
SIGNAL_RULES_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Signal:
    """One finding of one rule.

    side     1 high or rising, -1 low or falling, 0 where the rule speaks of the whole series
    places   the points it stands on, from 0
    seen     how many of what the rule counts: points in a row, runs, crossings
    allowed  how many chance may bring; None where the rule has no such number
    """

    rule: str
    side: int
    places: tuple[int, ...]
    seen: int
    allowed: int | None = None
    rules_version: str = SIGNAL_RULES_VERSION


def run_chart_signals(chart: RunChart) -> tuple[Signal, ...]:
    """What the rules of a run chart found.

    Returns  nothing where fewer than ten points are useful: the rules may not be used yet.
    Reads    more than chance; in a chart of 18 points that does not move, one in four has some signal, most of them a trend of five.
    Source   Perla, Provost, Murray 2011; how often: rules.md section 6.
    """
    if chart.provisional:
        return ()
    known = np.flatnonzero(np.isfinite(chart.values))
    useful = np.flatnonzero(sides_of(chart.values, chart.median))
    distinct = known[np.concatenate([[True], steps_of(chart.values[known]) != 0])]
    found = pattern_signals(SHIFT, chart.shift, useful) + pattern_signals(TREND, chart.trend, distinct)
    runs = {TOO_FEW: (FEW_RUNS, chart.limits[0]), TOO_MANY: (MANY_RUNS, chart.limits[1])}.get(chart.verdict)
    if runs:
        found.append(Signal(runs[0], 0, tuple(known.tolist()), chart.runs.count, runs[1]))
    return tuple(found)


def pattern_signals(rule: str, marks: np.ndarray, counted: np.ndarray, reach: int = 1) -> list[Signal]:
    """Marks put together into patterns.

    Takes    marks: 1, -1 or 0 at every point; counted: places that the rule does not pass over;
             reach: how many counted places two marks of one pattern may lie apart.
    """
    patterns: list[tuple[int, list[int]]] = []
    last = -reach - 1
    for number, place in enumerate(counted.tolist()):
        mark = int(marks[place])
        if mark and patterns and patterns[-1][0] == mark and number - last <= reach:
            patterns[-1][1].append(place)
        elif mark:
            patterns.append((mark, [place]))
        last = number if mark else last
    return [Signal(rule, side, tuple(places), len(places)) for side, places in patterns]


def limit_signals(chart: ControlChart) -> tuple[Signal, ...]:
    """What a control chart found: points beyond its limits, and phases whose runs are longer or rarer than chance.

    Returns  nothing of a phase with fewer than ten points to make its limits from.
    Reads    a point beyond: about 3 in 1,000 by chance; a phase that moved: 1 to 4 charts in 100.
    Source   rules.md sections 2, 3 and 6.
    """
    found: list[Signal] = []
    for phase in chart.phases:
        if phase.standing != INSUFFICIENT:
            inside = np.arange(phase.start, phase.stop)
            known = inside[np.isfinite(chart.values[inside])]
            found += pattern_signals(OUTSIDE, chart.beyond, known) + moved_signals(phase, known[chart.included[known]])
    return tuple(found)


def moved_signals(phase: ChartPhase, places: np.ndarray) -> list[Signal]:
    """The signal of a whole phase, by a long run or by few crossings; both where both hold."""
    if not phase.has_moved:
        return []
    everywhere = tuple(places.tolist())
    long_run = Signal(LONG_RUN, 0, everywhere, phase.runs.longest, phase.longest_allowed)
    crossings = Signal(FEW_CROSSINGS, 0, everywhere, phase.runs.crossings, phase.fewest_crossings)
    return [long_run] * (long_run.seen > long_run.allowed) + [crossings] * (crossings.seen < crossings.allowed)


def cause_signals(values: np.ndarray, causes: SpecialCauses) -> tuple[Signal, ...]:
    """What the rules of Making Data Count found, rule by rule.

    Takes    values and causes of one phase.
    Reads    more than chance; one chart of 18 points in eight has some signal by chance alone.
    Source   NHS England, Making Data Count; how often: rules.md section 6.
    """
    known = np.flatnonzero(np.isfinite(values))
    found = [pattern_signals(rule, causes.marks(rule), known, reach=2 if rule == TWO_OF_THREE else 1) for rule in RULES]
    return tuple(signal for signals in found for signal in signals)
