"""The gap of every period against its own mean: limits that widen where a period has few people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

SIGMAS = 3.0


@dataclass(frozen=True, slots=True)
class GapLimits:
    """The centre and each period's limits, in the unit of the gaps."""

    centre: float
    low: np.ndarray
    high: np.ndarray

    def outside(self, gaps: np.ndarray) -> np.ndarray:
        """True for each period whose gap lies beyond its limits."""
        return (gaps < self.low) | (gaps > self.high)


def gap_limits(gaps: np.ndarray, standard_errors: np.ndarray) -> GapLimits:
    """Centre and limits of a series of gaps of unequal exactness.

    Takes    arrays of one length; errors of 0 (both rates at 0 or 100 %) carry no weight, for they say that nothing varies, not that all is known.
    Returns  nan where no period has an error.
    Reads    a gap outside its limits changed by more than the counts explain; it does not say whether the gap is acceptable.
    Source   trend_and_practice.md section 2, 4: centre = mean weighted by 1 / error squared, limits 3 errors off.
    """
    sure = standard_errors > 0
    if not sure.any():
        nothing = np.full(len(gaps), np.nan)
        return GapLimits(float("nan"), nothing, nothing)
    weights = 1 / standard_errors[sure] ** 2
    centre = float(weights @ gaps[sure] / weights.sum())
    return GapLimits(centre, centre - SIGMAS * standard_errors, centre + SIGMAS * standard_errors)
