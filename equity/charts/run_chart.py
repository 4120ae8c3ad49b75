"""The run chart: a median, and three rules that need no distribution."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

import numpy as np

from equity.charts.run_limits import runs_limits
from equity.charts.run_rules import shift_marks_skipping, trend_marks_skipping
from equity.charts.stretches import Runs, runs_about
from equity.charts.ties import sides_of

SHIFT_LENGTH = 6
TREND_LENGTH = 5
FEWEST_USEFUL = 10
AS_EXPECTED, TOO_FEW, TOO_MANY, INSUFFICIENT = "as expected", "too few", "too many", "insufficient"


@dataclass(frozen=True, slots=True)
class RunChart:
    """A run chart and what its rules say.

    median         nan where nothing is known
    shift, trend   1 or -1 at each point of a pattern (up, down), else 0
    limits         fewest and most runs that are no signal; None where the rule may not be used
    verdict        of the number of runs: as expected, too few, too many, insufficient
    provisional    True with fewer than 10 useful points: shift and trend are told as provisional
    mostly_tied    True where half the points or more lie on the median: the rules lose their meaning
    """

    values: np.ndarray
    median: float
    shift: np.ndarray
    trend: np.ndarray
    runs: Runs
    limits: tuple[int, int] | None
    verdict: str
    mostly_tied: bool

    @property
    def provisional(self) -> bool:
        return self.verdict == INSUFFICIENT


def run_chart(values: np.ndarray, base: np.ndarray | None = None) -> RunChart:
    """Median and rules of a series.

    Takes    values: one a period, in order, nan where missing; base: which of them make the median (default: all).
    Reads    a shift, a trend or an unusual number of runs = more than chance; which way is good is the measure's to say.
    Source   Perla, Provost, Murray 2011, doi:10.1136/bmjqs.2009.037895. The fourth rule, an astronomical point, is left to people.
    """
    known = np.flatnonzero(np.isfinite(values))
    median = median_of(values if base is None else values[base])
    sides = sides_of(values, median)
    shift, trend = np.zeros(len(values), dtype=int), np.zeros(len(values), dtype=int)
    shift[known] = shift_marks_skipping(sides[known], SHIFT_LENGTH)
    trend[known] = trend_marks_skipping(values[known], TREND_LENGTH)
    runs = runs_about(sides)
    limits = runs_limits(runs.useful) if runs.useful >= FEWEST_USEFUL else None
    return RunChart(values, median, shift, trend, runs, limits, verdict_on(runs, limits), 2 * runs.useful <= len(known))


def median_of(values: np.ndarray) -> float:
    """The median of what is known; nan where nothing is."""
    known = values[np.isfinite(values)]
    return float(np.median(known)) if len(known) else nan


def verdict_on(runs: Runs, limits: tuple[int, int] | None) -> str:
    """Whether the number of runs is what chance would bring."""
    if limits is None:
        return INSUFFICIENT
    if runs.count < limits[0]:
        return TOO_FEW
    return TOO_MANY if runs.count > limits[1] else AS_EXPECTED
