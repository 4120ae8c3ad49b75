"""Are two groups' rates, or those of all groups, the same but for chance? P-values of counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan, sqrt

import numpy as np

from equity.counts import Count
from equity.distributions import chi_square_tail, normal_p_value

# Outcomes as unlikely as the observed one but for rounding count as such (R's fisher.test).
AS_UNLIKELY = 1 + 1e-7


@dataclass(frozen=True, slots=True)
class Omnibus:
    """One test of all groups at once: statistic, degrees of freedom, p-value; nan where fewer than two groups are known."""

    statistic: float
    freedom: int
    p_value: float


def pooled_p_value(first: Count, second: Count, number: str) -> float:
    """Two-sided p-value of equal rates, large counts.

    Takes    two known counts; number: proportion or rate.
    Reads    1 where nobody or everybody has the event: nothing speaks against equal rates.
    Source   the z test with pooled variance; for two groups its square is Pearson's chi-square.
    """
    pooled = (first.numerator + second.numerator) / (first.denominator + second.denominator)
    variance = event_variance(pooled, number) * (1 / first.denominator + 1 / second.denominator)
    difference = first.numerator / first.denominator - second.numerator / second.denominator
    return normal_p_value(difference / sqrt(variance)) if variance > 0 else 1.0


def event_variance(rate: float, number: str) -> float:
    """Variance of one person's event."""
    return rate * (1 - rate) if number == "proportion" else rate


def exact_p_value(first: Count, second: Count, number: str) -> float:
    """Two-sided p-value of equal rates, any counts: the share of outcomes that are at most as likely as this one.

    Takes    two known counts; number: proportion or rate. Events that stand in for others are taken as whole ones.
    Source   Fisher 1934; for rates the binomial test of the first group's share of all events.
    """
    own = round(first.numerator)
    events = own + round(second.numerator)
    lowest, highest = 0, events
    if number == "proportion":
        lowest, highest = max(0, events - second.denominator), min(events, first.denominator)
    outcomes = np.arange(lowest, highest, dtype=float)
    if number == "proportion":
        others = second.denominator - events + outcomes + 1
        steps = (first.denominator - outcomes) * (events - outcomes) / ((outcomes + 1) * others)
    else:
        steps = (events - outcomes) / (outcomes + 1) * (first.denominator / second.denominator)
    return share_as_unlikely(steps, own - lowest)


def share_as_unlikely(steps: np.ndarray, place: int) -> float:
    """Share of the outcomes at most as likely as the one at this place.

    Takes    steps: likelihood of each outcome over that of the one before it, falling.
    """
    # Counted from the likeliest one on, so that far outcomes only shrink.
    top = int(np.count_nonzero(steps > 1))
    above, below = np.cumprod(steps[top:]), np.cumprod(1 / steps[:top][::-1])[::-1]
    likelihoods = np.concatenate([below, [1.0], above])
    unlikely = likelihoods[likelihoods <= likelihoods[place] * AS_UNLIKELY]
    return min(1.0, float(unlikely.sum() / likelihoods.sum()))


def omnibus_test(counts: Sequence[Count], number: str) -> Omnibus:
    """Pearson's chi-square of all groups having one rate; groups of which nothing is known are left out.

    Reads    a small p-value: the groups differ; which ones, only the pairs tell.
    Source   trend_and_practice.md section 5.
    """
    known = [count for count in counts if count.known]
    if len(known) < 2:
        return Omnibus(nan, 0, nan)
    pooled = sum(count.numerator for count in known) / sum(count.denominator for count in known)
    variance, freedom = event_variance(pooled, number), len(known) - 1
    if variance <= 0:
        return Omnibus(0.0, freedom, 1.0)
    statistic = sum((count.numerator - count.denominator * pooled) ** 2 / (count.denominator * variance) for count in known)
    return Omnibus(statistic, freedom, chi_square_tail(statistic, freedom))
