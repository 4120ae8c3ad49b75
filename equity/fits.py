"""A straight line through a series of estimates whose variances are known, and what such a line could show."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from equity.distributions import normal_p_value, student_p_value, student_reach
from equity.rates import Z95

# The two-sided test at .05, and a power of .80.
TEST, POWER = 0.05, 0.8
# Points on the very line have no scatter to divide by.
TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Line:
    """A weighted line: its values at the first and the last point, its slope, and how sure the slope is.

    standard_error is that of known variances; scatter says how much wider (above 1) or closer the points lie than these explain, freedom on how many
    degrees of freedom that was seen.
    """

    start: float
    end: float
    slope: float
    standard_error: float
    scatter: float
    span: float
    freedom: int

    @property
    def change(self) -> float:
        return self.end - self.start

    @property
    def inflation(self) -> float:
        """By how much the standard error is widened: never made smaller by points that happen to lie close."""
        return max(1.0, self.scatter)

    @property
    def change_error(self) -> float:
        """Standard error of the change from the first to the last point."""
        return self.standard_error * self.inflation * self.span

    @property
    def p_value(self) -> float:
        """Two-sided, the larger of two: by the counts' own variances, and by Student's t on the scatter that was seen.

        Either alone calls still gaps moved too often: the first where points scatter, the second where it is used only once they do.
        """
        distance = self.slope / self.standard_error
        return max(normal_p_value(distance), student_p_value(distance / max(self.scatter, TINY), self.freedom))

    @property
    def margin(self) -> float:
        """Half of the 95 % interval of the change, from the same two tests."""
        return self.standard_error * self.span * max(Z95, self.scatter * student_reach(TEST, self.freedom))

    @property
    def detectable(self) -> float:
        """The smallest change that would show in four of five such series."""
        return self.change_error * shown_at(self.freedom)


def shown_at(freedom: int) -> float:
    """How many standard errors a change must have to be found with this power, where the scatter is seen on so many degrees of freedom."""
    return student_reach(TEST, freedom) + student_reach(2 * (1 - POWER), freedom)


def weighted_line(times: np.ndarray, values: np.ndarray, variances: np.ndarray) -> Line:
    """Weighted least squares of the values on time, weights 1 / variance.

    Takes    three arrays of one length, at least three, times rising, variances above 0.
    Source   trend_and_practice.md section 2; the scatter is the root of Pearson's X2 / df.
    """
    weights = 1 / variances
    centre = (weights @ times) / weights.sum()
    off = times - centre
    spread = weights @ (off * off)
    slope = (weights @ (off * values)) / spread
    height = (weights @ values) / weights.sum()
    left_over = values - height - slope * off
    scatter = sqrt(float(weights @ (left_over * left_over)) / (len(times) - 2))
    start, end = height + slope * off[0], height + slope * off[-1]
    return Line(float(start), float(end), float(slope), 1 / sqrt(spread), scatter, float(times[-1] - times[0]), len(times) - 2)


def points_until_seen(times: np.ndarray, variances: np.ndarray, inflation: float, *, wanted: float, fewest: int, longest: int) -> int | None:
    """How many more points, each as exact as the last one, make the wanted change detectable; None if more than the longest.

    Takes    at least one point.
    """
    more = np.arange(1, longest + 1)
    all_times = np.concatenate([times, times[-1] + more]) - times[0]
    weights = 1 / np.concatenate([variances, np.full(longest, variances[-1])])
    total, first, second = (np.cumsum(weights * all_times**power)[-longest:] for power in (0, 1, 2))
    errors = inflation * all_times[-longest:] / np.sqrt(second - first * first / total)
    detectable = errors * [shown_at(max(len(times) + step - 2, 1)) for step in range(1, longest + 1)]
    enough = np.flatnonzero((detectable <= wanted) & (len(times) + more >= fewest))
    return int(enough[0]) + 1 if len(enough) else None
