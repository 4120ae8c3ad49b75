"""How a chart is to be drawn: its phases, what its limits are made from, and what people decided about it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# The mean moving range of normal values is 1.128 standard deviations (Shewhart's d2 for two values).
SIGMA_PER_RANGE = 1 / 1.128


@dataclass(frozen=True, slots=True)
class Plan:
    """Decisions about one chart; places are counted from 1, as people count points.

    freeze          the centre and limits are made from the points up to this one and hold on; None: from all
    phases          the last point of every phase but the last: centre, limits and rules begin anew after it
    excluded        points that people took out for a known cause: shown, and in no sum and no run
    centre          a centre line that is given; None: from the data
    screened        whether moving ranges above 3.267 times their mean are left out, once
    multiply        what values and limits are multiplied by to be shown
    sigma_per_range one standard deviation in mean moving ranges
    """

    freeze: int | None = None
    phases: tuple[int, ...] = ()
    excluded: frozenset[int] = frozenset()
    centre: float | None = None
    screened: bool = False
    multiply: float = 1.0
    sigma_per_range: float = SIGMA_PER_RANGE


AS_IT_IS = Plan()


def phase_slices(count: int, plan: Plan) -> list[slice]:
    """The phases of so many points, in order, each as a slice; none is empty."""
    ends = sorted({0, count, *(end for end in plan.phases if 0 < end < count)})
    return [slice(start, stop) for start, stop in zip(ends, ends[1:], strict=False)]


def base_of(count: int, plan: Plan) -> np.ndarray:
    """Which points centre and limits are made from.

    Reads    A freeze holds within its own phase; phases after it make their own limits.
    """
    base = included_of(count, plan)
    for phase in phase_slices(count, plan):
        if plan.freeze is not None and phase.start < plan.freeze < phase.stop:
            base[plan.freeze : phase.stop] = False
    return base


def included_of(count: int, plan: Plan) -> np.ndarray:
    """Which points nobody took out."""
    return ~np.isin(np.arange(1, count + 1), list(plan.excluded))
