"""The size guard: periods with too few people to tell anything are shown and judged by no rule."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from equity.charts.series import Series
from equity.charts.ties import sides_of

# Below about three expected events a rate of 0 or 100 % is likely and cannot signal (Provost & Murray 2011, chapter 5).
FEWEST_EXPECTED = 3


def expected_fewest(sizes: np.ndarray, rate: float, *, proportion: bool) -> np.ndarray:
    """How many events are expected among so many people, or non-events where those are fewer.

    Takes    sizes: nan where nobody is known; rate: 0 to 1 for a proportion, else 0 or more.
    Reads    below three: the period is too small to be judged.
    Source   rules.md section 3.
    """
    return sizes * (min(rate, 1 - rate) if proportion else rate)


def too_small(series: Series, *, proportion: bool) -> np.ndarray:
    """True at each known point that its group is too small to judge: fewer than three events expected at its pooled rate.

    Reads    such a point is drawn hollow and passed over by every rule.
    Source   rules.md section 3.
    """
    return sides_of(expected_fewest(series.sizes, series.pooled, proportion=proportion), FEWEST_EXPECTED) < 0


def guarded(series: Series, *, proportion: bool) -> Series:
    """The series with its too small points left out, for the rules; draw the whole one.

    Reads    a missing point here = nothing known, or too small.
    Source   rules.md section 3.
    """
    return replace(series, numerators=np.where(too_small(series, proportion=proportion), np.nan, series.numerators))
