"""Two groups out of many: the difference and ratio of the best and the worst off, or of one and the reference group."""

from __future__ import annotations

from math import exp, hypot, inf, log

import numpy as np

from equity.rated_groups import A_NOUGHT, RatedGroups, Summary, needs, not_computed, with_error
from equity.rates import Z95


def compared_places(groups: RatedGroups) -> tuple[int, int]:
    """The two groups compared, upper first; among ties the first.

    Returns  ordered: the two ends; with a reference group: it and the worst other; else the highest and the lowest rate.
    Source   measures.md section 1.
    """
    last = len(groups.groups) - 1
    if groups.ordered:
        return (last, 0) if groups.favourable else (0, last)
    reference, rates = groups.reference_place, groups.rates
    if reference is None:
        return int(rates.argmax()), int(rates.argmin())
    others = rates.copy()
    others[reference] = inf if groups.favourable else -inf
    return (reference, int(others.argmin())) if groups.favourable else (int(others.argmax()), reference)


@needs(reference="if")
def extreme_difference(groups: RatedGroups) -> Summary:
    """D: the difference between two groups' rates.

    Reads    without a named reference group the pair is chosen by the data: of equal groups 22 % show a "gap". A range, not a finding.
    Source   Schlotheuber & Hosseinpoor 2022, doi:10.3390/ijerph19063697; measures.md section 1 and section 6, row 8.
    """
    upper, lower = compared_places(groups)
    return with_error(groups.rates[upper] - groups.rates[lower], hypot(groups.errors[upper], groups.errors[lower]))


@needs(reference="if")
def extreme_ratio(groups: RatedGroups) -> Summary:
    """R: the ratio of two groups' rates; its error is that of the log.

    Returns  inf above a rate of 0; no limits where either rate is 0.
    Reads    1 = equal. For chosen pairs see extreme_difference.
    Source   Schlotheuber & Hosseinpoor 2022; measures.md section 1.
    """
    upper, lower = compared_places(groups)
    ratio = ratio_of(groups.rates[upper], groups.rates[lower])
    if not 0 < ratio.value < inf:
        return ratio
    error = hypot(groups.errors[upper] / groups.rates[upper], groups.errors[lower] / groups.rates[lower])
    return Summary(ratio.value, error, exp(log(ratio.value) - Z95 * error), exp(log(ratio.value) + Z95 * error))


def ratio_of(upper: float, lower: float) -> Summary:
    """Upper over lower; inf above nought, no value between two of them."""
    if lower == 0:
        return Summary(inf) if upper else not_computed(A_NOUGHT)
    return Summary(float(upper / lower))


@needs()
def maximal_difference(groups: RatedGroups) -> Summary:
    """Healthy People's maximal rate difference: highest minus lowest rate.

    Reads    always above 0 where rates differ at all.
    Source   Healthy People 2030; measures.md section 1.
    """
    return Summary(float(np.ptp(groups.rates)))


@needs()
def maximal_ratio(groups: RatedGroups) -> Summary:
    """Healthy People's maximal rate ratio: highest over lowest rate; inf over a rate of 0.

    Reads    1 = all equal.
    Source   Healthy People 2030; measures.md section 1.
    """
    return ratio_of(groups.rates.max(), groups.rates.min())


@needs()
def summary_ratio(groups: RatedGroups) -> Summary:
    """Healthy People's summary rate ratio: the best group beside the plain mean of the others, turned so that above 1 = others worse off.

    Reads    1 = the others stand where the best group does.
    Source   Healthy People 2030; measures.md section 1.
    """
    best = groups.best_place
    others = float(np.delete(groups.rates, best).mean())
    return ratio_of(groups.rates[best], others) if groups.favourable else ratio_of(others, groups.rates[best])
