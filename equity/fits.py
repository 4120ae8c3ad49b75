"""A straight line through a series of estimates whose variances are known, and what such a line could show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import inf, sqrt

import numpy as np

from equity.distributions import beta_quantile, normal_p_value, student_p_value
from equity.rates import Z95

# 1.96 for the two-sided test at .05 and .84 for power .80.
DETECTABLE_STANDARD_ERRORS = 2.8


@dataclass(frozen=True, slots=True)
class Line:
    """A weighted line: its values at the first and the last point, its slope, and how sure the slope is.

    standard_error is that of known variances; inflation (1 or more) says how much wider the points scatter, freedom on how many
    degrees of freedom that was seen: a scatter that was itself measured is tested by Student's t.
    """

    start: float
    end: float
    slope: float
    standard_error: float
    inflation: float
    span: float
    freedom: float = inf

    @property
    def change(self) -> float:
        return self.end - self.start

    @property
    def change_error(self) -> float:
        """Standard error of the change from the first to the last point."""
        return self.standard_error * self.inflation * self.span

    @property
    def p_value(self) -> float:
        """Two-sided; by Student's t where the points scatter more than their counts explain."""
        distance = self.slope / (self.standard_error * self.inflation)
        return student_p_value(distance, self.freedom) if self.measured_scatter else normal_p_value(distance)

    @property
    def measured_scatter(self) -> bool:
        return self.inflation > 1 and self.freedom < inf

    @property
    def margin(self) -> float:
        """Half of the 95 % interval of the change."""
        return self.change_error * (student_reach(0.05, self.freedom) if self.measured_scatter else Z95)

    @property
    def detectable(self) -> float:
        """The smallest change that would show in four of five such series."""
        if self.measured_scatter:
            return self.change_error * (student_reach(0.05, self.freedom) + student_reach(0.4, self.freedom))
        return DETECTABLE_STANDARD_ERRORS * self.change_error


@lru_cache(maxsize=256)
def student_reach(tails: float, freedom: float) -> float:
    """What Student's t exceeds, either way, with this chance."""
    share = beta_quantile(tails, freedom / 2, 0.5)
    return sqrt(freedom * (1 - share) / share)


def weighted_line(times: np.ndarray, values: np.ndarray, variances: np.ndarray) -> Line:
    """Weighted least squares of the values on time, weights 1 / variance.

    Takes    three arrays of one length, at least three, times rising, variances above 0.
    Source   trend_and_practice.md section 2; the standard error is widened by the root of Pearson's X2 / df where that is above 1.
    """
    weights = 1 / variances
    centre = (weights @ times) / weights.sum()
    off = times - centre
    spread = weights @ (off * off)
    slope = (weights @ (off * values)) / spread
    height = (weights @ values) / weights.sum()
    left_over = values - height - slope * off
    inflation = sqrt(max(1.0, float(weights @ (left_over * left_over)) / (len(times) - 2)))
    start, end = height + slope * off[0], height + slope * off[-1]
    return Line(float(start), float(end), float(slope), 1 / sqrt(spread), inflation, float(times[-1] - times[0]), len(times) - 2)


def points_until_seen(times: np.ndarray, variances: np.ndarray, inflation: float, *, wanted: float, fewest: int, longest: int) -> int | None:
    """How many more points, each as exact as the last one, make the wanted change detectable; None if more than the longest.

    Takes    at least one point.
    """
    more = np.arange(1, longest + 1)
    all_times = np.concatenate([times, times[-1] + more]) - times[0]
    weights = 1 / np.concatenate([variances, np.full(longest, variances[-1])])
    total, first, second = (np.cumsum(weights * all_times**power)[-longest:] for power in (0, 1, 2))
    detectable = DETECTABLE_STANDARD_ERRORS * inflation * all_times[-longest:] / np.sqrt(second - first * first / total)
    enough = np.flatnonzero((detectable <= wanted) & (len(times) + more >= fewest))
    return int(enough[0]) + 1 if len(enough) else None
