"""Difference and ratio of two rates, and the gap: the two turned so that positive, or above 1, means the focus group is worse off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from math import exp, inf, isinf, sqrt

from equity.catalogue import Measure
from equity.counts import Count
from equity.rates import NOT_COMPUTABLE, Z95, Estimate, wilson_interval

# A ratio beyond e^30 is told as no number in any case.
WIDEST_LOG_RATIO = 30.0
# By more than this share of itself a rounded rate may be off before it makes no ratio.
ROUGH = 0.1


def rate_difference(focus: Estimate, reference: Estimate) -> Estimate:
    """Rate of the focus group minus the rate of its reference group.

    Takes    two rates in one unit, each with its own interval (Wilson or Byar).
    Returns  the same unit; nan where a rate is.
    Reads    0 = no gap; positive = the focus group's rate is higher. Better or worse: see improvement_direction.
    Source   Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<873, method 10; for rates the same step (MOVER) on Byar's limits.
    """
    value = focus.value - reference.value
    low = value - sqrt((focus.value - focus.low) ** 2 + (reference.high - reference.value) ** 2)
    high = value + sqrt((focus.high - focus.value) ** 2 + (reference.value - reference.low) ** 2)
    return Estimate(value, low, high, focus.is_whole and reference.is_whole)


def worse_sign(measure: Measure) -> int:
    """+1 where a higher rate is worse, -1 where it is better; +1 for neutral measures, until their fitted start is known.

    Reads    sign x (focus minus reference) is positive where the focus group is worse off.
    Source   contracts.md, the gap of record.
    """
    return -1 if measure.improvement_direction == "higher" else 1


def gap_estimate(focus: Estimate, reference: Estimate, sign: int) -> Estimate:
    """The difference, turned by the sign of worse_sign.

    Reads    0 = no gap; positive = the focus group is worse off.
    Source   contracts.md, the gap of record.
    """
    return rate_difference(focus, reference).times(sign)


def rate_ratio(focus: Count, reference: Count, number: str) -> Estimate:
    """Rate of the focus group over the rate of its reference group.

    Takes    two counts; number: proportion or rate.
    Returns  inf where only the reference group has no event; nan where neither has one, or a count is not known.
    Reads    1 = no gap; above 1 = the focus group's rate is higher. Better or worse: see improvement_direction.
    Source   Katz 1978 (log); where a count is zero or everyone Miettinen & Nurminen 1985 (score); for rates the score limits of the conditional share.
    """
    if not (focus.known and reference.known) or focus.numerator == reference.numerator == 0:
        return NOT_COMPUTABLE
    value = inf if reference.numerator == 0 else focus.numerator / focus.denominator / (reference.numerator / reference.denominator)
    # Endless where a count is zero, nought where one is 100 %: the one says nothing, the other is far too sure (make study).
    if not all(0 < log_rate_variance(count, number) < inf for count in (focus, reference)):
        limits = score_ratio_interval if number == "proportion" else conditional_ratio_interval
        return Estimate(value, *limits(focus, reference))
    return Estimate(value, *log_ratio_interval(focus, reference, number))


def log_ratio_interval(focus: Count, reference: Count, number: str) -> tuple[float, float]:
    """Katz's interval of a ratio of two rates, both with events.

    Source   Katz, Baptista, Azen & Pike 1978.
    """
    ratio = focus.numerator / focus.denominator / (reference.numerator / reference.denominator)
    stretch = exp(Z95 * sqrt(log_rate_variance(focus, number) + log_rate_variance(reference, number)))
    return ratio / stretch, ratio * stretch


def log_rate_variance(count: Count, number: str) -> float:
    """Variance of the log rate; inf without events."""
    if count.numerator == 0:
        return inf
    return 1 / count.numerator - (1 / count.denominator if number == "proportion" else 0)


def score_ratio_interval(focus: Count, reference: Count) -> tuple[float, float]:
    """Miettinen and Nurminen's score interval of a ratio of two proportions."""

    def excess(log_ratio: float) -> float:
        return score_of_ratio(focus, reference, exp(log_ratio))

    low = 0.0 if focus.numerator == 0 else exp(where_falls_to(excess, Z95))
    high = inf if reference.numerator == 0 else exp(where_falls_to(excess, -Z95))
    return low, high


def score_of_ratio(focus: Count, reference: Count, ratio: float) -> float:
    """How many standard errors the two shares lie off this ratio, at the likeliest rates that have it."""
    x1, n1, x2, n2 = focus.numerator, focus.denominator, reference.numerator, reference.denominator
    both = n1 + n2
    square, middle, last = both * ratio, n1 * ratio + x1 + n2 + x2 * ratio, x1 + x2
    # The smaller root, written so that no two near numbers are subtracted.
    share2 = min(1.0, 2 * last / (middle + sqrt(max(0.0, middle * middle - 4 * square * last))))
    share1 = min(1.0, ratio * share2)
    variance = (share1 * (1 - share1) / n1 + ratio * ratio * share2 * (1 - share2) / n2) * both / (both - 1)
    distance = x1 / n1 - ratio * x2 / n2
    return distance / sqrt(variance) if variance > 0 else 0.0


def where_falls_to(falling: Callable[[float], float], height: float, *, within: float = WIDEST_LOG_RATIO) -> float:
    """Where a falling function, as one of the log ratio, reaches this height; within so far from nought."""
    low, high = -within, within
    for _ in range(48):
        middle = (low + high) / 2
        low, high = (middle, high) if falling(middle) > height else (low, middle)
    return (low + high) / 2


def conditional_ratio_interval(focus: Count, reference: Count) -> tuple[float, float]:
    """Score interval of a ratio of two rates: Wilson's of the focus group's share of all events."""
    low, high = wilson_interval(focus.numerator, focus.numerator + reference.numerator)
    per_share = reference.denominator / focus.denominator
    return low / (1 - low) * per_share, inf if high == 1 else high / (1 - high) * per_share


def adverse_ratio(focus: Count, reference: Count, measure: Measure, sign: int) -> Estimate:
    """Ratio of the two groups' rates of the bad event.

    Takes    sign: that of worse_sign; for a neutral measure that of its fitted start.
    Returns  a proportion that should rise is compared by its complement; a rate that should rise by its inverse; nan where a rate is told
             so roughly that rounding alone could move it by a tenth.
    Reads    1 = no gap; above 1 = the focus group is worse off.
    Source   Keppel & Pearcy 2005; contracts.md, the gap of record.
    """
    by_rest = sign <= 0 and measure.number == "proportion" and measure.improvement_direction == "higher"
    sides = (complement(focus), complement(reference)) if by_rest else (focus, reference)
    if any(is_rough(count, measure.multiplier) for count in sides):
        return NOT_COMPUTABLE
    ratio = rate_ratio(*sides, measure.number)
    return ratio if sign > 0 or by_rest else inverse(ratio)


def is_rough(count: Count, multiplier: int) -> bool:
    """True where a rate that is told rounded may be off by more than a tenth of itself: 2% may be 1.5% as well as 2.5%."""
    if count.band is None or not count.numerator:
        return False
    return 0.5 * 10**-count.band.places / multiplier > ROUGH * count.numerator / count.denominator


def complement(count: Count) -> Count:
    """Those without the event; what is not known stays so."""
    return replace(count, numerator=count.denominator - count.numerator) if count.known else count


def inverse(ratio: Estimate) -> Estimate:
    """The same ratio seen from the other group."""
    return Estimate(*(one_over(end) for end in (ratio.value, ratio.high, ratio.low)))


def one_over(value: float) -> float:
    """Inverse with inf for 0 and 0 for inf; nan stays."""
    return 0.0 if isinf(value) else inf if value == 0 else 1 / value
