"""A rate as it would be if the group had the make-up of a standard population."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from equity.counts import Count
from equity.rates import NOT_COMPUTABLE, Z95, Estimate, byar_interval

# Fewer events carry no standardised rate (PHEindicatormethods, Office for Health Improvement and Disparities).
FEWEST_EVENTS = 10


def standardised_rate(counts: Sequence[Count], weights: Sequence[float], multiplier: float = 1.0, z: float = Z95) -> Estimate:
    """Directly standardised rate of a group, with Dobson's interval.

    Takes    counts: one for each part (age band) of the population; weights: the standard population's size there.
    Returns  nan where a part's count is not known, or fewer than ten events are counted in all.
    Reads    two groups' standardised rates differ by more than their make-up.
    Source   Dobson, Kuulasmaa, Eberle & Scherer 1991, doi:10.1002/sim.4780100317; measures.md section 5.
    """
    events = sum(count.numerator or 0 for count in counts)
    if not all(count.known for count in counts) or events < FEWEST_EVENTS or sum(weights) <= 0:
        return NOT_COMPUTABLE
    parts = list(zip(counts, weights, strict=True))
    value = sum(weight * count.numerator / count.denominator for count, weight in parts) / sum(weights)
    variance = sum((weight / count.denominator) ** 2 * count.numerator for count, weight in parts) / sum(weights) ** 2
    stretch = sqrt(variance / events)
    low, high = (value + stretch * (end - events) for end in byar_interval(events, 1, z))
    return Estimate(value, low, high).times(multiplier)
