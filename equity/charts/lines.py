"""Centre line and limits of one phase, for every kind of chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from math import inf

import numpy as np

from equity.charts import spreads
from equity.charts.moving_ranges import RANGE_LIMIT, moving_ranges
from equity.charts.plan import Plan
from equity.charts.series import Series
from equity.charts.spreads import Phase, Spread

RUN, INDIVIDUALS, RANGES, SHARE, SHARE_PRIME = "run", "individuals", "moving ranges", "p", "p prime"
RATE, RATE_PRIME, COUNT, CASES_BETWEEN, TIME_BETWEEN, INDIVIDUALS_PRIME = "u", "u prime", "c", "g", "t", "i prime"
OUTER, INNER = 3, 2
INNER_RANGE_LIMIT = 2.178
# Times between rare events become nearly normal when raised to 1 / 3.6 (Nelson 1994).
TIME_POWER = 3.6


@dataclass(frozen=True, slots=True)
class Lines:
    """Centre and limits at every point; nan where there is none. inner: at two standard deviations of three."""

    centre: np.ndarray
    low: np.ndarray
    inner_low: np.ndarray
    inner_high: np.ndarray
    high: np.ndarray

    def mapped(self, change: Callable[[np.ndarray], np.ndarray]) -> Lines:
        """The same with each line changed."""
        return Lines(change(self.centre), change(self.low), change(self.inner_low), change(self.inner_high), change(self.high))


@dataclass(frozen=True, slots=True)
class Kind:
    """How a chart gets its spread, and between which numbers its limits must lie."""

    spread: Callable[[Phase], Spread]
    floor: float = -inf
    ceiling: float = inf


KINDS = {
    RUN: Kind(spreads.run_spread),
    INDIVIDUALS: Kind(spreads.individuals_spread),
    SHARE: Kind(spreads.share_spread, 0, 1),
    SHARE_PRIME: Kind(partial(spreads.laney, spreads.share_spread), 0, 1),
    RATE: Kind(spreads.rate_spread, 0),
    RATE_PRIME: Kind(partial(spreads.laney, spreads.rate_spread), 0),
    COUNT: Kind(spreads.count_spread, 0),
    CASES_BETWEEN: Kind(spreads.between_spread, 0),
    INDIVIDUALS_PRIME: Kind(spreads.prime_spread),
}
EVERY_KIND = (*KINDS, RANGES, TIME_BETWEEN)


def lines_of(kind: str, phase: Phase) -> Lines:
    """Centre and limits of one phase.

    Takes    kind: one of EVERY_KIND; phase: for moving ranges those ranges, for times between events times above 0.
    Reads    a point beyond low or high = more than chance, about 3 in 1,000 for normal values.
    Source   Shewhart 1931; rules.md section 3, which names a source for each kind.
    """
    if kind == RANGES:
        return range_lines(phase)
    return time_lines(phase) if kind == TIME_BETWEEN else spread_lines(KINDS[kind], phase)


def spread_lines(kind: Kind, phase: Phase) -> Lines:
    """Limits at two and three standard deviations, within what the number can be."""
    spread = kind.spread(phase)
    around = [np.clip(spread.middle + steps * spread.sigma, kind.floor, kind.ceiling) for steps in (-OUTER, -INNER, INNER, OUTER)]
    return Lines(np.full(len(phase.series), spread.centre), *around)


def range_lines(phase: Phase) -> Lines:
    """Limits of moving ranges: nought, and 3.267 times their mean, which is never screened."""
    centre = phase.given(spreads.mean_of(phase.before.values))
    flat = np.full(len(phase.series), centre)
    return Lines(flat, 0 * flat, 0 * flat, INNER_RANGE_LIMIT * flat, RANGE_LIMIT * flat)


def time_lines(phase: Phase) -> Lines:
    """Limits of times between rare events: those of an individuals chart of their roots, raised again."""
    rooted = Phase(Series(phase.series.values ** (1 / TIME_POWER)), phase.base, rooted_plan(phase))
    lines = spread_lines(KINDS[INDIVIDUALS], rooted)
    return lines.mapped(lambda line: np.maximum(line, 0) ** TIME_POWER)


def rooted_plan(phase: Phase) -> Plan:
    """A centre that is given becomes the root of itself."""
    centre = phase.plan.centre
    return phase.plan if centre is None else replace(phase.plan, centre=centre ** (1 / TIME_POWER))


def plotted(kind: str, series: Series) -> Series:
    """What this kind of chart shows of a series: its moving ranges, or itself."""
    return Series(moving_ranges(series.values)) if kind == RANGES else series
