"""Two questions about a process: is it changing (variation), and will it meet its aim (assurance)?"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np

from equity.charts.control_chart import FEWEST_FOR_LIMITS
from equity.charts.lines import Lines
from equity.charts.special_causes import SpecialCauses
from equity.charts.ties import sides_of

COMMON_CAUSE, IMPROVEMENT, CONCERN, NEUTRAL, NOT_ASSESSABLE = "common cause", "improvement", "concern", "neutral", "not assessable"
PASSES, FAILS, HIT_AND_MISS = "passes", "fails", "hit and miss"
# What a direction of a signal is worth, by the measure's improvement_direction.
WORTH = {"higher": 1, "lower": -1, "neutral": 0}


@dataclass(frozen=True, slots=True)
class Variation:
    """What the last known point says. side: 1 high or rising, -1 low or falling, 0 neither; rule: which pattern; place: of the point, None without one."""

    state: str
    side: int
    rule: str | None
    place: int | None


def judged(mark: int, improvement_direction: str) -> str:
    """What a signal of this direction means for a measure."""
    worth = mark * WORTH[improvement_direction]
    if mark == 0:
        return COMMON_CAUSE
    return NEUTRAL if worth == 0 else IMPROVEMENT if worth > 0 else CONCERN


def variation(values: np.ndarray, causes: SpecialCauses, improvement_direction: str, fewest: int = FEWEST_FOR_LIMITS) -> Variation:
    """Whether the process is changing now: the state of the last known point of the last phase.

    Takes    values and causes of that phase; improvement_direction: higher, lower, neutral; fewest: known points below which nothing is said.
    Reads    common cause = it goes on as before, which may still be too low or too high; improvement or concern = it is changing.
    Source   NHS England, Making Data Count; rules.md section 4.
    """
    known = np.flatnonzero(np.isfinite(values))
    last = int(known[-1]) if len(known) else None
    if last is None or len(known) < fewest:
        return Variation(NOT_ASSESSABLE, 0, None, last)
    rule, mark = causes.at(last)
    return Variation(judged(mark, improvement_direction), mark, rule, last)


def assurance(lines: Lines, target: float | None, improvement_direction: str) -> str | None:
    """Whether the process, as it runs now, will meet its target.

    Takes    lines of the last phase; the limits at its last point are used.
    Returns  None where there is no target, or neither direction is better; not assessable where there are no limits,
             or where a constant process lies on its target.
    Reads    passes, fails = always, unless the process changes; hit and miss = the target lies within what chance brings.
    Source   NHS England, Making Data Count; rules.md section 4. Reference tools say hit and miss where they have no limits.
    """
    worth = WORTH[improvement_direction]
    if target is None or worth == 0:
        return None
    low, high = last_of(lines.low), last_of(lines.high)
    if not (isfinite(low) and isfinite(high)):
        return NOT_ASSESSABLE
    above, below = (int(sides_of(np.array([target]), line)[0]) for line in (high, low))
    if above > 0:
        return FAILS if worth > 0 else PASSES
    if below < 0:
        return PASSES if worth > 0 else FAILS
    return NOT_ASSESSABLE if sides_of(np.array([high]), low)[0] == 0 else HIT_AND_MISS


def last_of(line: np.ndarray) -> float:
    """The last known value of a line; nan without one."""
    known = line[np.isfinite(line)]
    return float(known[-1]) if len(known) else float("nan")
