"""From where to where a gap moved, and who moved: the numbers that every sentence and title tells.

They are what was observed, baseline against the latest period, wherever that tells the same story as the verdict, so that a
reader finds them on the chart; else the ends of the fitted line.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isfinite, log

from equity.numbers import RATIO_PLACES, places_of
from equity.trend import GapPoint, GapTrend
from equity.verdicts import LEVELLED_DOWN, MOVED, WIDENING, Verdict, is_levelled_down


@dataclass(frozen=True, slots=True)
class Movement:
    """start, end on the scale of record; other_start, other_end on the other; changes of the rates in shown units.

    fitted: by the trend line; is_whole: of rates that are told in whole units alone.
    """

    start: float
    end: float
    other_start: float
    other_end: float
    focus_change: float
    reference_change: float
    fitted: bool
    is_whole: bool = False


def movement(trend: GapTrend, latest: GapPoint) -> Movement:
    """What may be told of this trend, up to its latest point with a gap."""
    seen = observed_movement(trend, latest)
    verdict = trend.verdict
    if verdict.word not in MOVED or tells_the_verdict(seen, trend):
        return seen
    changes = verdict.focus_change, verdict.reference_change
    return Movement(verdict.start, verdict.end, verdict.other_start, verdict.other_end, *changes, fitted=True)


def observed_movement(trend: GapTrend, latest: GapPoint) -> Movement:
    """Baseline against the latest point."""
    gap, ratio = (trend.baseline_gap.value, latest.gap.value), (trend.baseline_ratio.value, latest.ratio.value)
    own, other = (ratio, gap) if trend.verdict.scale == "ratio" else (gap, ratio)
    focus_change = latest.focus_rate.value - trend.baseline_focus.value
    reference_change = latest.reference_rate.value - trend.baseline_reference.value
    return Movement(*own, *other, focus_change, reference_change, fitted=False, is_whole=trend.is_whole)


def tells_the_verdict(seen: Movement, trend: GapTrend) -> bool:
    """True where the observed ends lie as the fitted ones do: same sides, same direction on both scales, same group that lost."""
    verdict = trend.verdict
    on_scale = [signed(value, verdict.scale) for value in (seen.start, seen.end, verdict.start, verdict.end)]
    if not all(isfinite(value) for value in on_scale):
        return False
    start, end, fitted_start, fitted_end = on_scale
    levelled = is_levelled_down(trend.measure, start, seen.focus_change, seen.reference_change)
    return (
        start * fitted_start > 0
        and end * fitted_end >= 0
        and (abs(end) > abs(start)) == (verdict.word == WIDENING)
        and (verdict.word == WIDENING or levelled == (verdict.word == LEVELLED_DOWN))
        and other_grew(seen, verdict) == other_grew(verdict, verdict)
    )


def signed(value: float, scale: str) -> float:
    """The gap on a scale where 0 is no gap: as it is, or the log of the ratio."""
    if scale != "ratio":
        return value
    return log(value) if value > 0 else -inf if value == 0 else value


def other_grew(ends: Movement | Verdict, verdict: Verdict) -> bool:
    """True where the gap grew on the other scale."""
    scale = "difference" if verdict.scale == "ratio" else "ratio"
    return abs(signed(ends.other_end, scale)) > abs(signed(ends.other_start, scale))


def has_changed_sides(trend: GapTrend) -> bool:
    """True where the fitted gap crossed zero and both its ends are more than nought as written."""
    verdict, places = trend.verdict, places_of(trend.measure.multiplier)
    ends = [signed(value, verdict.scale) for value in (verdict.start, verdict.end)]
    return verdict.crossed and all(round(end, RATIO_PLACES if verdict.scale == "ratio" else places) for end in ends)
