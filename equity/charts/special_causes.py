"""Special causes on a chart with limits: which points belong to a pattern that chance seldom brings, by which rule."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from equity.charts.lines import Lines
from equity.charts.run_rules import shift_marks, trend_marks
from equity.charts.ties import sides_of

OUTSIDE, TREND, TWO_OF_THREE, SHIFT = "outside", "trend", "two of three", "shift"
# Where a point belongs to several patterns, the first of these is told.
RULES = (OUTSIDE, TREND, TWO_OF_THREE, SHIFT)
WINDOW = 3


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Which patterns count.

    shift, trend      so many points in a row
    outside_counts    whether a point outside the limits is one of two of three
    all_on_one_side   whether the third of three must lie on the same side of the centre
    """

    shift: int = 7
    trend: int = 7
    outside_counts: bool = True
    all_on_one_side: bool = True


# The rules of the Making Data Count team since November 2023.
MAKING_DATA_COUNT = RuleSet()
# The same before that, as in the R package NHSRplotthedots 0.2.2.
PLOT_THE_DOTS = RuleSet(outside_counts=False)


@dataclass(frozen=True, slots=True)
class SpecialCauses:
    """For each rule 1 (high or rising) or -1 (low or falling) at each point of a pattern, else 0."""

    outside: np.ndarray
    trend: np.ndarray
    two_of_three: np.ndarray
    shift: np.ndarray

    def marks(self, rule: str) -> np.ndarray:
        """The marks of one rule."""
        return dict(zip(RULES, (self.outside, self.trend, self.two_of_three, self.shift), strict=True))[rule]

    def at(self, place: int) -> tuple[str | None, int]:
        """The rule that is told at this place, and its direction; None and 0 where only chance is seen."""
        found = ((rule, int(self.marks(rule)[place])) for rule in RULES)
        return next(((rule, mark) for rule, mark in found if mark), (None, 0))


def special_causes(values: np.ndarray, lines: Lines, rules: RuleSet = MAKING_DATA_COUNT) -> SpecialCauses:
    """Special causes in one phase of a chart.

    Takes    values: in order, nan where missing; lines: those of the same points.
    Reads    every point of a pattern is marked, also those before it was seen. Missing points neither break nor lengthen a pattern.
             Limits on the centre (a constant base) show no spread, so nothing lies outside them.
    Source   NHS England, Making Data Count; rules.md section 4. The R package fails on a missing month; here it is passed over.
    """
    known = np.flatnonzero(np.isfinite(values))
    part = lines.mapped(lambda line: line[known])
    found = values[known]
    sides, beyond, near = sides_of(found, part.centre), *beyond_and_near(found, part)
    marks = (beyond, trend_marks(found, rules.trend), two_of_three_marks(sides, near, beyond, rules), shift_marks(sides, rules.shift))
    return SpecialCauses(*(spread_out(mark, known, len(values)) for mark in marks))


def spread_out(marks: np.ndarray, places: np.ndarray, count: int) -> np.ndarray:
    """Marks of the known points at their places among all."""
    spread = np.zeros(count, dtype=int)
    spread[places] = marks
    return spread


def beyond_and_near(values: np.ndarray, lines: Lines) -> tuple[np.ndarray, np.ndarray]:
    """1 or -1 beyond the outer limits; 1 or -1 beyond the inner lines."""
    has_width = sides_of(lines.high, lines.low) > 0

    def past(low: np.ndarray, high: np.ndarray) -> np.ndarray:
        return np.where(has_width, (sides_of(values, high) > 0).astype(int) - (sides_of(values, low) < 0), 0)

    return past(lines.low, lines.high), past(lines.inner_low, lines.inner_high)


def two_of_three_marks(sides: np.ndarray, near: np.ndarray, beyond: np.ndarray, rules: RuleSet) -> np.ndarray:
    """1 or -1 at the points beyond an inner line of every three in a row of which two are.

    Takes    sides of the centre, near and beyond as `beyond_and_near` gives them; rules: what counts.
    Reads    1 = a cluster near the upper limit; -1 = near the lower.
    Source   Making Data Count, November 2023; rules.md section 4 d.
    """
    counted = near if rules.outside_counts else np.where(beyond != 0, 0, near)
    marks = np.zeros(len(sides), dtype=int)
    for start in range(len(sides) - WINDOW + 1):
        window = slice(start, start + WINDOW)
        for side in (1, -1):
            fits = not rules.all_on_one_side or (sides[window] == side).all()
            if fits and (counted[window] == side).sum() >= WINDOW - 1:
                marks[window] = np.where(counted[window] == side, side, marks[window])
    return marks
