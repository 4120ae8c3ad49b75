"""The control chart: phases with their centre, limits, runs and the points beyond the limits."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from equity.charts.lines import RANGES, TIME_BETWEEN, Lines, lines_of, plotted
from equity.charts.plan import AS_IT_IS, Plan, base_of, included_of, phase_slices
from equity.charts.run_limits import anhoej_limits
from equity.charts.series import Series
from equity.charts.spreads import Phase
from equity.charts.stretches import Runs, runs_about
from equity.charts.ties import sides_of

INSUFFICIENT, TRIAL, SETTLED = "insufficient", "trial", "settled"
FEWEST_FOR_LIMITS, FEWEST_FOR_SETTLED = 10, 20
NOT_ABOVE_ZERO = "A time between events must be above zero: put events of one day together, or count cases between events."


@dataclass(frozen=True, slots=True)
class ChartPhase:
    """What one phase says.

    start, stop       its places, from 0; stop is the first place after it
    counted           known points that its limits are made from
    runs              runs about its centre, without the points that people took out
    longest_allowed, fewest_crossings   what chance may bring; None without a useful point
    has_moved         whether runs are longer or crossings fewer than that
    """

    start: int
    stop: int
    counted: int
    runs: Runs
    longest_allowed: int | None
    fewest_crossings: int | None
    has_moved: bool

    @property
    def standing(self) -> str:
        """insufficient: show no limits and no rule; trial: limits from fewer than 20 points; settled."""
        if self.counted < FEWEST_FOR_LIMITS:
            return INSUFFICIENT
        return TRIAL if self.counted < FEWEST_FOR_SETTLED else SETTLED


@dataclass(frozen=True, slots=True)
class ControlChart:
    """A chart in shown units. beyond = 1 above the upper limit, -1 below the lower, else 0. refused = why it has no limits, None if it may have."""

    kind: str
    plan: Plan
    values: np.ndarray
    base: np.ndarray
    included: np.ndarray
    lines: Lines
    beyond: np.ndarray
    phases: tuple[ChartPhase, ...]
    refused: str | None


def control_chart(kind: str, series: Series, plan: Plan = AS_IT_IS) -> ControlChart:
    """A control chart of a series.

    Takes    kind: one of lines.EVERY_KIND; series: in order, nan where missing; plan: phases, freeze, points taken out, screening.
    Returns  limits always, also from few points: `standing` of a phase says whether they may be shown. A constant base has limits on its centre.
    Reads    a point beyond a limit, or a phase that has moved = more than chance. Limits on the centre show no spread and signal nothing.
    Source   rules.md sections 0, 2 and 3.
    """
    shown = plotted(kind, series)
    refused = NOT_ABOVE_ZERO if kind == TIME_BETWEEN and (shown.values <= 0).any() else None
    judged = Series(np.full(len(shown), np.nan)) if refused else shown
    base, included = base_of(len(shown), plan), included_of(len(shown), plan)
    parts = phase_slices(len(shown), plan)
    lines = joined([lines_of(kind, Phase(judged.part(part), base[part], plan)) for part in parts])
    sides, counted = sides_of(shown.values, lines.centre), base & np.isfinite(shown.values)
    # Moving ranges hang together: their runs signal nothing.
    phases = [chart_phase(part, sides[part][included[part]], int(counted[part].sum()), may_move=kind != RANGES) for part in parts]
    scaled = lines.mapped(lambda line: line * plan.multiply)
    values = shown.values * plan.multiply
    return ControlChart(kind, plan, values, base, included, scaled, points_beyond(values, scaled), tuple(phases), refused)


def joined(lines: list[Lines]) -> Lines:
    """The lines of all phases, one after the other."""
    names = ("centre", "low", "inner_low", "inner_high", "high")
    return Lines(*(np.concatenate([np.empty(0), *(getattr(part, name) for part in lines)]) for name in names))


def points_beyond(values: np.ndarray, lines: Lines) -> np.ndarray:
    """1 or -1 where a point lies beyond a limit; 0 where limits have no width: there was no spread to judge by."""
    has_width = sides_of(lines.high, lines.low) > 0
    above, below = sides_of(values, lines.high) > 0, sides_of(values, lines.low) < 0
    return np.where(has_width, above.astype(int) - below, 0)


def chart_phase(part: slice, sides: np.ndarray, counted: int, *, may_move: bool) -> ChartPhase:
    """Runs about the centre of one phase, against what chance may bring.

    Takes    sides: of the points that nobody took out; counted: points that limits are made from.
    """
    runs = runs_about(sides)
    longest, crossings = anhoej_limits(runs.useful) if runs.useful else (None, None)
    has_moved = runs.useful > 0 and may_move and (runs.longest > longest or runs.crossings < crossings)
    return ChartPhase(part.start, part.stop, counted, runs, longest, crossings, has_moved)
