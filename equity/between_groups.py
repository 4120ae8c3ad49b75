"""How far groups' rates scatter about the rate of all, each group weighing what it has people."""

from __future__ import annotations

from math import sqrt

import numpy as np

from equity.rated_groups import A_NOUGHT, RatedGroups, Summary, delta_error, needs, not_computed, with_error

# Entropies are told times 1000; their errors too (measures.md section 6, row 2: reference tools forget it).
THOUSAND = 1000


def variance_between(groups: RatedGroups) -> float:
    """Weighted mean of the squared distances from the rate of all."""
    return float(groups.shares @ (groups.rates - groups.mean) ** 2)


def variance_error(groups: RatedGroups) -> float:
    """Standard error of the between-group variance: that of a quadratic form of independent normal rates.

    Source   measures.md section 3.
    """
    shares, squares = groups.shares, groups.errors**2
    linear = 4 * (shares**2 * squares) @ (groups.rates - groups.mean) ** 2
    quadratic = (shares**2 @ squares) ** 2 - shares**4 @ squares**2 + (shares * (1 - shares)) ** 2 @ squares**2
    return sqrt(float(linear + 2 * quadratic))


@needs(weights="all")
def between_group_variance(groups: RatedGroups) -> Summary:
    """BGV: the variance of the groups' rates, in squared units.

    Reads    0 = all equal; chance alone lifts it above 0, more so with few people.
    Source   Keppel et al. 2005; measures.md section 3.
    """
    return with_error(variance_between(groups), variance_error(groups))


@needs(weights="all")
def between_group_variance_unbiased(groups: RatedGroups) -> Summary:
    """BGV less what chance alone is expected to add; may fall below 0.

    Source   measures.md section 3.
    """
    noise = (groups.shares * (1 - groups.shares)) @ groups.errors**2
    return with_error(variance_between(groups) - noise, variance_error(groups))


@needs(weights="all")
def theil_index(groups: RatedGroups) -> Summary:
    """TI, times 1000: heavy where better-off groups hold more than their share.

    Reads    0 = all equal. No value where a rate is 0: reference tools put a number there that depends on the unit.
    Source   measures.md section 3.
    """
    if not groups.rates.all():
        return not_computed(A_NOUGHT)
    relative = groups.rates / groups.mean
    lifted = 1 + np.log(relative)
    gradient = groups.shares / groups.mean * (lifted - groups.shares @ (relative * lifted))
    return with_error(groups.shares @ (relative * np.log(relative)), delta_error(groups, gradient), scale=THOUSAND)


@needs(weights="all")
def mean_log_deviation(groups: RatedGroups) -> Summary:
    """MLD, times 1000: heavy where worse-off groups hold less than their share.

    Reads    0 = all equal. No value where a rate is 0.
    Source   measures.md section 3.
    """
    if not groups.rates.all():
        return not_computed(A_NOUGHT)
    relative = groups.rates / groups.mean
    return with_error(-groups.shares @ np.log(relative), delta_error(groups, groups.shares / groups.mean * (1 - 1 / relative)), scale=THOUSAND)
