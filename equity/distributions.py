"""Shares and quantiles of the distributions behind tests and exact limits, written out: a web worker loads no statistics library."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import erfc, exp, inf, lgamma, log, log1p, sqrt

# A continued fraction or series has arrived when a step changes the last digit at most; nan has nowhere to go.
STILL = 1e-15
# Where Lentz's method would divide by nought.
TINY = 1e-300
# Halving alone takes sixty steps.
MOST_STEPS = 200


def normal_p_value(z: float) -> float:
    """Two-sided p-value of a standard normal statistic."""
    return erfc(abs(z) / sqrt(2))


def chi_square_tail(value: float, freedom: float) -> float:
    """Share of a chi-square distribution above a value."""
    return gamma_above(freedom / 2, value / 2)


def student_p_value(t: float, freedom: float) -> float:
    """Two-sided p-value of Student's t."""
    square = t * t
    if square < freedom:
        return 1 - beta_below(0.5, freedom / 2, square / (freedom + square))
    return beta_below(freedom / 2, 0.5, freedom / (freedom + square))


@lru_cache(maxsize=256)
def student_reach(tails: float, freedom: float) -> float:
    """What Student's t exceeds, either way, with this chance."""
    share = beta_quantile(tails, freedom / 2, 0.5)
    return sqrt(freedom * (1 - share) / share)


def gamma_below(shape: float, value: float) -> float:
    """Share of a gamma distribution (scale 1) below a value."""
    if value <= 0:
        return 0.0
    return gamma_series(shape, value) if value < shape + 1 else 1 - gamma_fraction(shape, value)


def gamma_above(shape: float, value: float) -> float:
    """Share of a gamma distribution (scale 1) above a value; exact in the far tail too.

    Reads    P(at most k events) of a Poisson count with mean m is gamma_above(k + 1, m).
    """
    if value <= 0:
        return 1.0
    return 1 - gamma_series(shape, value) if value < shape + 1 else gamma_fraction(shape, value)


def gamma_density(shape: float, value: float) -> float:
    """Density of a gamma distribution (scale 1) at a value above 0."""
    return exp((shape - 1) * log(value) - value - lgamma(shape))


def gamma_series(shape: float, value: float) -> float:
    """The share below as a sum. Source: DLMF 8.11.4."""
    term = total = 1 / shape
    step = 0
    while True:
        step += 1
        term *= value / (shape + step)
        total += term
        if not term > total * STILL:
            return total * value * gamma_density(shape, value)


def gamma_fraction(shape: float, value: float) -> float:
    """The share above as a continued fraction. Source: DLMF 8.9.2, by Lentz's method."""
    below = value + 1 - shape
    fraction = last = 1 / below
    above = 1 / TINY
    step = 0
    while True:
        step += 1
        part = -step * (step - shape)
        below += 2
        last = 1 / off_nought(part * last + below)
        above = off_nought(below + part / above)
        fraction *= above * last
        if not abs(above * last - 1) > STILL:
            return fraction * value * gamma_density(shape, value)


def off_nought(value: float) -> float:
    """The value, or a tiny one where it is nought."""
    return value if abs(value) > TINY else TINY


def beta_below(first: float, second: float, value: float) -> float:
    """Share of a beta distribution below a value; exact in the far lower tail.

    Reads    P(at least k of n) of a binomial count with rate p is beta_below(k, n - k + 1, p).
    """
    if value <= 0:
        return 0.0
    if value >= 1:
        return 1.0
    # The fraction is quick on this side of the mean; the other side is the mirrored distribution.
    if value < (first + 1) / (first + second + 2):
        return beta_fraction(first, second, value)
    return 1 - beta_fraction(second, first, 1 - value)


def beta_density(first: float, second: float, value: float) -> float:
    """Density of a beta distribution at a value between 0 and 1."""
    return exp((first - 1) * log(value) + (second - 1) * log1p(-value) + lgamma(first + second) - lgamma(first) - lgamma(second))


def beta_fraction(first: float, second: float, value: float) -> float:
    """The share below as a continued fraction. Source: DLMF 8.17.22, by Lentz's method."""
    above, last = 1.0, 1 / off_nought(1 - (first + second) * value / (first + 1))
    fraction = last
    step = 0
    while True:
        step += 1
        even = step * (second - step) * value / ((first + 2 * step - 1) * (first + 2 * step))
        odd = -(first + step) * (first + second + step) * value / ((first + 2 * step) * (first + 2 * step + 1))
        for part in (even, odd):
            last = 1 / off_nought(1 + part * last)
            above = off_nought(1 + part / above)
            fraction *= above * last
        if not abs(above * last - 1) > STILL:
            return fraction * beta_density(first, second, value) * value * (1 - value) / first


def gamma_quantile(share: float, shape: float) -> float:
    """The value below which this share of a gamma distribution (scale 1) lies."""
    return where_rises_to(share, lambda value: gamma_below(shape, value), lambda value: gamma_density(shape, value), high=inf, start=shape)


def beta_quantile(share: float, first: float, second: float) -> float:
    """The value below which this share of a beta distribution lies."""
    start = first / (first + second)
    return where_rises_to(share, lambda value: beta_below(first, second, value), lambda value: beta_density(first, second, value), high=1.0, start=start)


def where_rises_to(share: float, below: Callable[[float], float], density: Callable[[float], float], *, high: float, start: float) -> float:
    """Where a distribution on 0 to high has this share below: Newton's steps, halved or doubled back where they leave what is known."""
    low, found = 0.0, start
    for _ in range(MOST_STEPS):
        value = found
        off = below(value) - share
        low, high = (low, value) if off > 0 else (value, high)
        found = value - off / max(density(value), TINY)
        if not low <= found <= high:
            found = 2 * value if high == inf else (low + high) / 2
        # The next step would be the square of this one.
        if abs(found - value) <= 1e-9 * value:
            break
    return found
