"""The gap in a first window against the gap in a last one, on both scales."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, nan, sqrt

from equity.counts import Count
from equity.distributions import normal_p_value
from equity.rates import NOT_COMPUTABLE, Z95, Estimate


@dataclass(frozen=True, slots=True)
class Tested:
    """An estimate with its standard error and a two-sided test by the normal that it is 0."""

    estimate: Estimate
    standard_error: float

    @property
    def z(self) -> float:
        return self.estimate.value / self.standard_error if self.standard_error > 0 else nan

    @property
    def p_value(self) -> float:
        return normal_p_value(self.z)


UNTESTED = Tested(NOT_COMPUTABLE, nan)


@dataclass(frozen=True, slots=True)
class WindowChange:
    """The gap before and after in shares, its change, and the change of the log ratio."""

    before: Tested
    after: Tested
    change: Tested
    log_ratio_change: Tested


@dataclass(frozen=True, slots=True)
class Sides:
    """Two groups' counts in one window, both known."""

    focus: Count
    reference: Count


def window_change(before: Sides, after: Sides, *, favourable: bool) -> WindowChange:
    """How the gap of proportions changed from one window to another.

    Takes    counts of each window put together; favourable: a higher rate is better.
    Returns  no log ratio where one of the four groups has no event.
    Reads    gaps above 0 = the focus group is worse off; changes below 0 = closing, as long as the gap is above 0.
    Source   trend_and_practice.md section 2, 3; Altman & Bland 2003, doi:10.1136/bmj.326.7382.219.
    """
    sign = -1 if favourable else 1
    gaps = [sum_of(share_of(side.focus, sign), share_of(side.reference, -sign)) for side in (before, after)]
    ratios = [sum_of(log_share_of(side.focus, sign), log_share_of(side.reference, -sign)) for side in (before, after)]
    return WindowChange(gaps[0], gaps[1], *(sum_of(turned(pair[0]), pair[1]) for pair in (gaps, ratios)))


def tested(value: float, standard_error: float) -> Tested:
    """The value with its interval by the normal."""
    return Tested(Estimate(value, value - Z95 * standard_error, value + Z95 * standard_error), standard_error)


def share_of(count: Count, sign: int) -> Tested:
    """A proportion, or its negative."""
    share = count.numerator / count.denominator
    return tested(sign * share, sqrt(share * (1 - share) / count.denominator))


def log_share_of(count: Count, sign: int) -> Tested:
    """The log of a proportion, or its negative; nothing without an event."""
    if count.numerator == 0:
        return UNTESTED
    share = count.numerator / count.denominator
    return tested(sign * log(share), sqrt(1 / count.numerator - 1 / count.denominator))


def turned(one: Tested) -> Tested:
    """The negative."""
    return Tested(one.estimate.times(-1), one.standard_error)


def sum_of(one: Tested, other: Tested) -> Tested:
    """The sum of two independent estimates."""
    return tested(one.estimate.value + other.estimate.value, sqrt(one.standard_error**2 + other.standard_error**2))
