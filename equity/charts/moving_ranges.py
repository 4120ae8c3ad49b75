"""Moving ranges: how far each value lies from the one before, and what they say of the spread."""

from __future__ import annotations

from math import nan

import numpy as np

# The upper limit of a moving range in means of it: 1 + 3 x 0.853 / 1.128 (D4 for two values).
RANGE_LIMIT = 3.267


def moving_ranges(values: np.ndarray) -> np.ndarray:
    """Distance of every value from the one before; nan at the first and beside each missing one."""
    return np.abs(np.diff(values, prepend=nan))


def mean_range(ranges: np.ndarray, *, screened: bool, limit: float = RANGE_LIMIT) -> float:
    """The mean of moving ranges.

    Takes    ranges: nan is left out; screened: whether those at or above `limit` means are left out and the mean is taken anew, once.
    Returns  nan where there is no range; 0 for a constant series.
    Reads    Screening keeps one wild point from widening the limits; it also narrows them for everybody else. The chart says which was used.
    Source   Nelson 1982; rules.md section 3. Three tools give no limits at all for a constant series: we say 0.
    """
    known = ranges[np.isfinite(ranges)]
    if not len(known):
        return nan
    mean = float(known.mean())
    if screened and mean > 0:
        mean = float(known[known < limit * mean].mean())
    return mean
