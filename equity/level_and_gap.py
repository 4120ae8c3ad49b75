"""Improving for whom: how the level of all people changed, and how the gap did."""

from __future__ import annotations

from dataclasses import dataclass

from equity.catalogue import Measure
from equity.counts import Count
from equity.disparity import gap_estimate, rate_difference, worse_sign
from equity.groups import pooled_count
from equity.rates import NOT_COMPUTABLE, Estimate, rate_estimate
from equity.verdicts import is_levelled_down

BETTER, WORSE, UNCERTAIN = "better", "worse", "uncertain"
ANSWERS = {
    (BETTER, BETTER): "Better for all, and the gap is smaller.",
    (BETTER, WORSE): "Better on the whole, but the gap is larger.",
    (BETTER, UNCERTAIN): "Better on the whole. Whether the gap changed cannot be told.",
    (WORSE, BETTER): "The gap is smaller, but the whole got worse.",
    (WORSE, WORSE): "Worse on the whole, and the gap is larger.",
    (WORSE, UNCERTAIN): "Worse on the whole. Whether the gap changed cannot be told.",
    (UNCERTAIN, BETTER): "The gap is smaller. Whether the whole got better cannot be told.",
    (UNCERTAIN, WORSE): "The gap is larger. Whether the whole got better cannot be told.",
    (UNCERTAIN, UNCERTAIN): "Neither the whole nor the gap changed by more than chance.",
}
LEVELLED = "The gap is smaller: the better-off group got worse."
SIDES = " The gap changed sides: the other group is worse off now."


@dataclass(frozen=True, slots=True)
class Window:
    """Both groups' counts in a window, put together."""

    focus: Count
    reference: Count

    @property
    def together(self) -> Count:
        return pooled_count((self.focus, self.reference))


@dataclass(frozen=True, slots=True)
class LevelAndGap:
    """level: change of the rate of both groups together, gap: change of the gap's size, both in shown units with 95 % intervals.

    crossed: the other group is worse off now than before: then the change of the size is told, without an interval.
    level_answer, gap_answer: better, worse or uncertain; a neutral measure's level is always uncertain.
    levelled_down: the group that was better off lost at least as much as the other gained.
    """

    level: Estimate
    gap: Estimate
    crossed: bool
    level_answer: str
    gap_answer: str
    levelled_down: bool

    @property
    def words(self) -> str:
        """Who it got better for, in one or two sentences; a gap that fell because somebody lost is never told as a gain."""
        if self.levelled_down and self.gap_answer == BETTER:
            return LEVELLED
        return ANSWERS[self.level_answer, self.gap_answer] + (SIDES if self.crossed else "")


def level_and_gap(before: Window, after: Window, measure: Measure) -> LevelAndGap:
    """The place of a team in the plane of change in level against change in gap.

    Takes    two windows; groups that do not overlap.
    Returns  nan and uncertain where a count is not known.
    Reads    level above 0 = the rate rose (better or worse: improvement_direction); gap above 0 = it grew.
    Source   trend_and_practice.md section 1 (Mackenbach 2016, doi:10.1136/jech-2015-207018); intervals: Newcombe's for the level, squared distances
             of Newcombe's limits added for the change of the gap (Zou & Donner 2008, doi:10.1002/sim.3095).
    """
    groups = [[rate_estimate(count, measure) for count in (window.focus, window.reference)] for window in (before, after)]
    gaps = [gap_estimate(*pair, worse_sign(measure)) for pair in groups]
    level = level_change(before, after, measure)
    gap = size_change(*gaps)
    better = {"higher": 1, "lower": -1, "neutral": 0}[measure.improvement_direction]
    gains = (now.value - then.value for then, now in zip(*groups, strict=True))
    levelled = is_levelled_down(measure, gaps[0].value, *gains)
    return LevelAndGap(level, gap, gaps[0].value * gaps[1].value < 0, answer(level, better), answer(gap, -1), levelled)


def level_change(before: Window, after: Window, measure: Measure) -> Estimate:
    """By how much the rate of both groups together rose; nan where one of the four counts is not known."""
    if not all(count.known for window in (before, after) for count in (window.focus, window.reference)):
        return NOT_COMPUTABLE
    return rate_difference(*(rate_estimate(window.together, measure) for window in (after, before)))


def size_change(before: Estimate, after: Estimate) -> Estimate:
    """By how much the size of a gap changed; no interval where it changed sides, for a size has none there."""
    if before.value * after.value < 0:
        return Estimate(abs(after.value) - abs(before.value), float("nan"), float("nan"))
    sign = -1 if before.value + after.value < 0 else 1
    return rate_difference(after.times(sign), before.times(sign))


def answer(change: Estimate, better: int) -> str:
    """Better, worse, or uncertain where the interval holds 0. better: +1 where a rise is, -1 where a fall is, 0 where neither."""
    gain = change.times(better)
    return BETTER if gain.low > 0 else WORSE if gain.high < 0 else UNCERTAIN
