"""The counts behind a gap as arrays, and the lines fitted through them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from equity.catalogue import Measure
from equity.counts import Count
from equity.disparity import worse_sign
from equity.fits import Line, points_until_seen, weighted_line
from equity.periods import GRAINS, Period, display_grain
from equity.verdicts import FEWEST_POINTS, Fits, Verdict, too_few_points, verdict_of, wanted_change

YEARS_AHEAD = 5


@dataclass(frozen=True, slots=True)
class GroupCounts:
    """One group's counts, period by period; proportion = the numerator lies within the denominator."""

    numerators: np.ndarray
    denominators: np.ndarray
    proportion: bool

    @property
    def rates(self) -> np.ndarray:
        return self.numerators / self.denominators

    @property
    def smoothed_rate(self) -> float:
        """The rate of all periods together; half an event keeps it off 0 and 100 %, where nothing would seem to vary."""
        return float((self.numerators.sum() + 0.5) / (self.denominators.sum() + self.proportion))

    @property
    def variances(self) -> np.ndarray:
        """Variance of each period's rate at the smoothed rate: single periods' own rates reject up to 18 % of still gaps."""
        rate = self.smoothed_rate
        return rate * (1 - rate if self.proportion else 1) / self.denominators

    @property
    def complement(self) -> GroupCounts:
        return GroupCounts(self.denominators - self.numerators, self.denominators, self.proportion)

    def log_rates(self, nudge: np.ndarray | float) -> np.ndarray:
        """Log of the rates, each moved a little towards 1."""
        return np.log((self.rates + nudge) / (1 + nudge))

    @property
    def log_variances(self) -> np.ndarray:
        return self.variances / self.smoothed_rate**2


@dataclass(frozen=True, slots=True)
class CountedGap:
    """The periods in which both groups' rates are known, as arrays; times count whole periods."""

    measure: Measure
    times: np.ndarray
    focus: GroupCounts
    reference: GroupCounts

    @classmethod
    def of(cls, pairs: Sequence[tuple[Period, Count, Count]], measure: Measure) -> CountedGap:
        """The arrays of these pairs of counts, each known."""
        times = [(period.start.year * 12 + period.start.month) / GRAINS[period.grain] for period, _, _ in pairs]
        focus, reference = (group_counts([pair[side] for pair in pairs], measure) for side in (1, 2))
        return cls(measure, np.array(times, dtype=float), focus, reference)

    @property
    def enough(self) -> bool:
        return len(self.times) >= FEWEST_POINTS

    @property
    def sign(self) -> int:
        """+1 or -1 times (focus minus reference) is the gap; a neutral one is turned so that it starts above 0."""
        if self.measure.improvement_direction != "neutral" or not len(self.times):
            return worse_sign(self.measure)
        return -1 if (self.gap_line(1).start if self.enough else self.differences[0]) < 0 else 1

    @property
    def differences(self) -> np.ndarray:
        """Focus rate minus reference rate in shown units."""
        return (self.focus.rates - self.reference.rates) * self.measure.multiplier

    @property
    def gap_variances(self) -> np.ndarray:
        return (self.focus.variances + self.reference.variances) * self.measure.multiplier**2

    def gap_line(self, sign: int) -> Line:
        return weighted_line(self.times, sign * self.differences, self.gap_variances)

    def bad_events(self) -> tuple[GroupCounts, GroupCounts]:
        """The counts that the ratio compares: of a proportion that should rise, those without the event."""
        if self.measure.number == "proportion" and self.measure.improvement_direction == "higher":
            return self.focus.complement, self.reference.complement
        return self.focus, self.reference

    def log_ratios(self, sign: int) -> np.ndarray:
        """Log of the ratio on the bad event.

        One period without events nudges all: by one event, shared by size, so that equal rates keep the ratio 1.
        Source   Sweeting, Sutton & Lambert 2004, doi:10.1002/sim.1761.
        """
        focus, reference = self.bad_events()
        each_has_events = focus.numerators.all() and reference.numerators.all()
        nudge = 0.0 if each_has_events else 1 / (focus.denominators + reference.denominators)
        # The complement has turned the ratio already.
        turn = sign if focus is self.focus else 1
        return turn * (focus.log_rates(nudge) - reference.log_rates(nudge))

    @property
    def log_ratio_variances(self) -> np.ndarray:
        focus, reference = self.bad_events()
        return focus.log_variances + reference.log_variances

    def group_line(self, group: GroupCounts) -> Line:
        return weighted_line(self.times, group.rates * self.measure.multiplier, group.variances * self.measure.multiplier**2)

    def fits(self) -> Fits:
        """The four lines of this gap; there are enough points."""
        sign = self.sign
        return Fits(
            gap=self.gap_line(sign),
            log_ratio=weighted_line(self.times, self.log_ratios(sign), self.log_ratio_variances),
            focus=self.group_line(self.focus),
            reference=self.group_line(self.reference),
        )

    def more_periods(self, inflation: float) -> int | None:
        """How many more periods of the last one's size would show the meaningful change; None beyond five years, or without any."""
        if not len(self.times):
            return None
        variances = self.log_ratio_variances if self.measure.scale == "ratio" else self.gap_variances
        longest = YEARS_AHEAD * 12 // GRAINS[display_grain(self.measure.grain)]
        wanted = wanted_change(self.measure)
        return points_until_seen(self.times, variances, inflation, wanted=wanted, fewest=FEWEST_POINTS, longest=longest)

    def verdict(self) -> Verdict:
        """The verdict on these counts; never missing, however few they are."""
        periods = len(self.times)
        if not self.enough:
            return too_few_points(self.measure, periods=periods, more_periods=self.more_periods(1.0))
        fits = self.fits()
        inflation = (fits.log_ratio if self.measure.scale == "ratio" else fits.gap).inflation
        return verdict_of(fits, self.measure, periods=periods, more_periods=self.more_periods(inflation))


def group_counts(counts: Sequence[Count], measure: Measure) -> GroupCounts:
    """One group's known counts as arrays."""
    numerators, denominators = ([getattr(count, side) for count in counts] for side in ("numerator", "denominator"))
    return GroupCounts(np.array(numerators, dtype=float), np.array(denominators, dtype=float), measure.number == "proportion")
