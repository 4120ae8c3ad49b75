"""For each kind of chart: its centre line, and one standard deviation at every point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import nan, pi, sqrt

import numpy as np

from equity.charts.moving_ranges import mean_range, moving_ranges
from equity.charts.plan import Plan
from equity.charts.run_chart import median_of
from equity.charts.series import Series
from equity.charts.ties import sides_of

# An I-prime chart screens at D4 with more decimals.
PRIME_RANGE_LIMIT = 3.2665


@dataclass(frozen=True, slots=True)
class Phase:
    """One phase of a chart: all its points, those that limits are made from, and the decisions."""

    series: Series
    base: np.ndarray
    plan: Plan

    @property
    def before(self) -> Series:
        """The points that limits are made from; those taken out leave no hole."""
        return self.series.part(self.base)

    def given(self, value: float) -> float:
        """The centre that people gave, else this one."""
        return value if self.plan.centre is None else self.plan.centre


@dataclass(frozen=True, slots=True)
class Spread:
    """centre: the line that is drawn; middle: what the limits lie around; sigma: one standard deviation at each point."""

    centre: float
    middle: float
    sigma: np.ndarray


def mean_of(values: np.ndarray) -> float:
    """The mean of what is known; nan where nothing is."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else nan


def run_spread(phase: Phase) -> Spread:
    """Run chart: the median, no limits."""
    centre = phase.given(median_of(phase.before.values))
    return Spread(centre, centre, np.full(len(phase.series), nan))


def individuals_spread(phase: Phase) -> Spread:
    """Individuals chart (XmR): mean, and the mean moving range / 1.128.

    Source   Wheeler 1993; rules.md section 3.
    """
    values = phase.before.values
    centre = phase.given(mean_of(values))
    ranges = mean_range(moving_ranges(values), screened=phase.plan.screened)
    return Spread(centre, centre, np.full(len(phase.series), phase.plan.sigma_per_range * ranges))


def count_spread(phase: Phase) -> Spread:
    """C chart: mean count, its root."""
    centre = phase.given(mean_of(phase.before.values))
    return Spread(centre, centre, np.full(len(phase.series), root(centre)))


def between_spread(phase: Phase) -> Spread:
    """G chart, cases between events: the median is drawn, the limits lie around the mean m, sigma = root of m (m + 1)."""
    values = phase.before.values
    middle = phase.given(mean_of(values))
    return Spread(phase.given(median_of(values)), middle, np.full(len(phase.series), root(middle * (middle + 1))))


def root(value: float) -> float:
    """The square root; nan below 0."""
    return sqrt(value) if value >= 0 else nan


def share_spread(phase: Phase) -> Spread:
    """P chart: pooled share, root of p (1 - p) / n at each point."""
    centre = phase.given(phase.before.pooled)
    return Spread(centre, centre, root(centre * (1 - centre)) / np.sqrt(phase.series.sizes))


def rate_spread(phase: Phase) -> Spread:
    """U chart: pooled rate, root of u / n at each point."""
    centre = phase.given(phase.before.pooled)
    return Spread(centre, centre, root(centre) / np.sqrt(phase.series.sizes))


def laney(inner: Callable[[Phase], Spread], phase: Phase) -> Spread:
    """P-prime and U-prime: the same, widened or narrowed by how the points really scatter.

    Reads    `sigma_z` above 1 = they scatter more than counts alone would; below 1 = less, and the limits are narrower.
    Source   Laney 2002, doi:10.1081/QEN-120006555; rules.md section 3.
    """
    plain = inner(phase)
    return Spread(plain.centre, plain.middle, plain.sigma * sigma_z(phase, plain))


def sigma_z(phase: Phase, plain: Spread) -> float:
    """How much more the points scatter than their counts alone would make them: mean moving range of z / 1.128."""
    off = phase.before.values - plain.middle
    on_line = sides_of(phase.before.values, plain.middle) == 0
    sigma = plain.sigma[phase.base]
    z = np.where(on_line & np.isfinite(off), 0.0, np.divide(off, sigma, out=np.full(len(off), nan), where=sigma > 0))
    return mean_range(moving_ranges(z), screened=phase.plan.screened) * phase.plan.sigma_per_range


def prime_spread(phase: Phase) -> Spread:
    """I-prime chart: pooled rate, and moving ranges that know the sizes.

    Source   Taylor 2017; rules.md section 3. The spread is made from the base; the reference tool takes every point.
    """
    before = phase.before
    centre = phase.given(before.pooled)
    width = np.sqrt(1 / before.sizes + np.concatenate([[nan], 1 / before.sizes[:-1]])) if len(before) else before.sizes
    ranges = sqrt(pi / 2) * moving_ranges(before.values) / width
    return Spread(centre, centre, mean_range(ranges, screened=phase.plan.screened, limit=PRIME_RANGE_LIMIT) / np.sqrt(phase.series.sizes))
