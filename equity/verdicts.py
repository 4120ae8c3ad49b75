"""The rule of the five verdicts: what a fitted gap may be called."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log1p, nan

from equity.catalogue import Measure
from equity.fits import Line
from equity.rates import NOT_COMPUTABLE, Estimate

RULE_VERSION = "3"
CLOSING, LEVELLED_DOWN, WIDENING, NO_CLEAR_CHANGE, CANNOT_TELL_YET = "closing", "levelled_down", "widening", "no_clear_change", "cannot_tell_yet"
VERDICT_WORDS = {
    CLOSING: "closing",
    LEVELLED_DOWN: "levelled down",
    WIDENING: "widening",
    NO_CLEAR_CHANGE: "no clear change",
    CANNOT_TELL_YET: "cannot tell yet",
}
MOVED = (CLOSING, LEVELLED_DOWN, WIDENING)
FEWEST_POINTS = 4
CHANCE = 0.05
# A fitted change that equals the meaningful one counts, whatever the last binary digit says.
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be said of a gap's trend, and the fitted numbers behind it.

    start, end, change, detectable: of the gap in shown units (scale difference), or as a ratio, a factor and a share (scale ratio).
    focus_change, reference_change: of each rate in shown units, + = it rose. other_start, other_end: the gap on the other scale.
    more_periods: after how many more of today's size the meaningful change would show; None = not within five years, or not asked.
    """

    word: str
    scale: str
    start: float
    end: float
    change: Estimate
    detectable: float
    focus_change: float
    reference_change: float
    p_value: float
    crossed: bool
    opposite: bool
    periods: int
    rule_version: str = RULE_VERSION
    other_start: float = nan
    other_end: float = nan
    more_periods: int | None = None


@dataclass(frozen=True, slots=True)
class Fits:
    """Four lines over the same periods: the gap, the log ratio, and each group's rate."""

    gap: Line
    log_ratio: Line
    focus: Line
    reference: Line


def size_change(line: Line) -> float:
    """By how much the gap's size grew, whichever group is worse off."""
    return abs(line.end) - abs(line.start)


def is_levelled_down(measure: Measure, start: float, focus_change: float, reference_change: float) -> bool:
    """True where the group that was better off lost at least as much as the other gained.

    Takes    start: of the gap, above 0 where the focus group was worse off; the change of each rate.
    Reads    never true for a neutral measure: there nobody is better off.
    """
    if measure.improvement_direction == "neutral":
        return False
    better = 1 if measure.improvement_direction == "higher" else -1
    gains = better * reference_change, better * focus_change
    leader, follower = gains if start > 0 else gains[::-1]
    return leader < 0 and -leader >= follower


def word_of(fits: Fits, measure: Measure) -> str:
    """The verdict's word on the measure's own scale.

    Source   contracts.md, the gap of record: a clear signal and a change that matters, both.
    """
    line, wanted = line_of_record(fits, measure), wanted_change(measure)
    change = size_change(line)
    if line.p_value < CHANCE and abs(change) >= wanted - ROUNDING:
        if change > 0:
            return WIDENING
        return LEVELLED_DOWN if is_levelled_down(measure, line.start, fits.focus.change, fits.reference.change) else CLOSING
    return NO_CLEAR_CHANGE if line.detectable <= wanted else CANNOT_TELL_YET


def line_of_record(fits: Fits, measure: Measure) -> Line:
    """The fitted line on the measure's own scale: the log ratio or the gap."""
    return fits.log_ratio if measure.scale == "ratio" else fits.gap


def wanted_change(measure: Measure) -> float:
    """The meaningful change on the scale of the fit: shown units, or the log of the factor."""
    return log1p(measure.meaningful_change) if measure.scale == "ratio" else measure.meaningful_change


def verdict_of(fits: Fits, measure: Measure, *, periods: int, more_periods: int | None) -> Verdict:
    """The verdict with its numbers, told on the measure's own scale."""
    line, word = line_of_record(fits, measure), word_of(fits, measure)
    ratio, gap = (exp(fits.log_ratio.start), exp(fits.log_ratio.end)), (fits.gap.start, fits.gap.end)
    by_ratio = measure.scale == "ratio"
    own, other = (ratio, gap) if by_ratio else (gap, ratio)
    change = (line.change, line.change - line.margin, line.change + line.margin)
    return Verdict(
        word=word,
        scale=measure.scale,
        start=own[0],
        end=own[1],
        change=Estimate(*(exp(value) for value in change)) if by_ratio else Estimate(*change),
        detectable=exp(line.detectable) - 1 if by_ratio else line.detectable,
        focus_change=fits.focus.change,
        reference_change=fits.reference.change,
        p_value=line.p_value,
        crossed=line.start * line.end < 0,
        opposite=size_change(fits.gap) * size_change(fits.log_ratio) < -(ROUNDING**2),
        periods=periods,
        other_start=other[0],
        other_end=other[1],
        more_periods=more_periods if word == CANNOT_TELL_YET else None,
    )


def too_few_points(measure: Measure, *, periods: int, more_periods: int | None) -> Verdict:
    """The verdict on fewer points than a line needs."""
    return Verdict(CANNOT_TELL_YET, measure.scale, nan, nan, NOT_COMPUTABLE, nan, nan, nan, nan, False, False, periods, more_periods=more_periods)
