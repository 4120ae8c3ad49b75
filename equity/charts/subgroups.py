"""Constants of charts of subgroup means and standard deviations (xbar and s)."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, sqrt


@dataclass(frozen=True, slots=True)
class SubgroupConstants:
    """For subgroups of one size n.

    c4   the mean standard deviation of n normal values, in true ones
    a3   limits of the mean: grand mean -+ a3 x mean standard deviation
    b3, b4   limits of the standard deviation: b3, b4 x its mean
    """

    c4: float
    a3: float
    b3: float
    b4: float


def subgroup_constants(size: int) -> SubgroupConstants:
    """The constants of xbar and s charts.

    Takes    size: at least 2.
    Reads    factors of the mean standard deviation of the subgroups.
    Source   Montgomery, Introduction to Statistical Quality Control, appendix VI: c4 = root(2 / (n - 1)) G(n / 2) / G((n - 1) / 2).
    """
    c4 = sqrt(2 / (size - 1)) * exp(lgamma(size / 2) - lgamma((size - 1) / 2))
    width = 3 * sqrt(1 - c4 * c4) / c4
    return SubgroupConstants(c4, 3 / (c4 * sqrt(size)), max(0.0, 1 - width), 1 + width)
