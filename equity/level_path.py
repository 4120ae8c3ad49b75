"""A team's way since its baseline: the level of both groups together against the gap between them, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from equity.catalogue import OVERALL
from equity.groups import pooled_count
from equity.level_and_gap import LevelAndGap, Window, level_and_gap
from equity.periods import Period
from equity.rates import rate_estimate
from equity.trend import GapPoint, GapTrend, pairwise_estimates

# More steps than this are a knot: neighbours are put together, in stretches of one length that end with the latest.
MOST_STEPS = 9


@dataclass(frozen=True, slots=True)
class PathPoint:
    """One step: level = the rate of both groups together, gap in shown units; first to last period that it holds, None = the baseline."""

    first: Period | None
    last: Period | None
    level: float
    gap: float

    @property
    def label(self) -> str:
        """Q3 2026; Q1 2024 to Q3 2026; empty for the baseline."""
        ends = [period.label for period in (self.first, self.last) if period]
        return " to ".join(dict.fromkeys(ends))


@dataclass(frozen=True, slots=True)
class LevelPath:
    """The steps in order of time, the first where it began; change: from there to the latest step, None where there is only one.

    together: how many periods a step holds.
    """

    trend: GapTrend
    points: tuple[PathPoint, ...]
    change: LevelAndGap | None
    together: int = 1


def level_path(trend: GapTrend, reference: str) -> LevelPath:
    """The path of this trend.

    Takes    reference: kind of the reference. Everybody holds the focus group too, and has no level beside it: then there is no step.
    Reads    without a baseline the first period with a gap stands for it.
    """
    known = [point for point in trend.points if point.blank is None]
    if reference == OVERALL or not known:
        return LevelPath(trend, (), None)
    window = trend.baseline
    before = [point for point in known if window and window[0] <= point.period.start and point.period.end <= window[1]]
    began = before or known[:1]
    later = [point for point in known if point.period > began[-1].period]
    size = ceil(len(later) / MOST_STEPS) or 1
    parts = [later[max(end - size, 0) : end] for end in range(len(later), 0, -size)][::-1]
    first = step(trend, began) if not before else PathPoint(None, None, *level_and_gap_of(trend, together(began)))
    steps = (first, *(step(trend, part) for part in parts))
    change = level_and_gap(together(began), together(parts[-1]), trend.measure) if parts else None
    return LevelPath(trend, steps, change, size)


def together(points: list[GapPoint]) -> Window:
    """Both groups' counts of several periods."""
    return Window(pooled_count([point.focus for point in points]), pooled_count([point.reference for point in points]))


def step(trend: GapTrend, points: list[GapPoint]) -> PathPoint:
    """Neighbouring periods as one step."""
    return PathPoint(points[0].period, points[-1].period, *level_and_gap_of(trend, together(points)))


def level_and_gap_of(trend: GapTrend, window: Window) -> tuple[float, float]:
    """The level of both groups together, and the gap with the sign that it has in the trend."""
    gap = pairwise_estimates(window.focus, window.reference, trend.measure, sign_of(trend)).gap
    return rate_estimate(window.together, trend.measure).as_told().value, gap.value


def sign_of(trend: GapTrend) -> int:
    """+1 where the gap is focus minus reference, -1 where it is the other way round."""
    point = trend.latest
    return 1 if point is None or (point.focus_rate.value - point.reference_rate.value) * point.gap.value >= 0 else -1
