"""Mean distances of groups' rates from the rate of all, the best group's or the reference group's, with simulated limits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np

from equity.rated_groups import RatedGroups, Summary, needs

DRAWS = 10_000
SEED = 20240501
# After so many rounds what still lies outside a rate's bounds is put on them: errors beyond any rate's.
MOST_ROUNDS = 100
LIMITS = (2.5, 97.5)

Deviation = Callable[[RatedGroups, np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Simulated:
    """A measure whose limits are percentiles of simulated rates.

    Reads    the limits of a distance never hold 0: of equal groups they say nothing. Read the value beside what chance alone gives.
    Source   Schlotheuber & Hosseinpoor 2022; measures.md section 3 and section 6, rows 7, 9, 10.
    """

    deviation: Deviation
    weights: str = "all"
    reference: str = ""

    def __call__(self, groups: RatedGroups, *, draws: int = DRAWS) -> Summary:
        """The measure of these groups, or why there is none."""
        return needs(weights=self.weights, reference=self.reference)(lambda known: self.simulated(known, draws))(groups)

    def simulated(self, groups: RatedGroups, draws: int) -> Summary:
        """The value and its percentiles; mean, best and reference are taken anew in every draw."""
        value = float(self.deviation(groups, groups.rates[None, :])[0])
        if np.isnan(groups.errors).any():
            return Summary(value)
        low, high = np.percentile(self.deviation(groups, drawn_rates(groups, draws)), LIMITS)
        return Summary(value, low=float(low), high=float(high))


def drawn_rates(groups: RatedGroups, draws: int) -> np.ndarray:
    """Rates that could have been: normal about each rate, drawn again while below 0 or above 100 %.

    Returns  one row a draw, one column a group; the same for the same groups.
    """
    chance = np.random.default_rng(SEED)
    highest = 100.0 if groups.scale == 100 else inf
    found = chance.normal(groups.rates, groups.errors, (draws, len(groups.rates)))
    for _ in range(MOST_ROUNDS):
        rows, columns = np.nonzero((found < 0) | (found > highest))
        if not len(rows):
            break
        found[rows, columns] = chance.normal(groups.rates[columns], groups.errors[columns])
    return found.clip(0, highest)


def means(groups: RatedGroups, rates: np.ndarray) -> np.ndarray:
    """The rate of all in every draw; the one that is given stays."""
    return rates @ groups.shares if groups.weighted else np.full(len(rates), groups.mean)


def from_mean(groups: RatedGroups, rates: np.ndarray) -> np.ndarray:
    """Each group's distance from the rate of all."""
    return np.abs(rates - means(groups, rates)[:, None])


def from_best(groups: RatedGroups, rates: np.ndarray) -> np.ndarray:
    """Each group's distance from the best one of its draw."""
    best = rates.max(axis=1) if groups.favourable else rates.min(axis=1)
    return np.abs(rates - best[:, None])


def from_reference(groups: RatedGroups, rates: np.ndarray) -> np.ndarray:
    """Each group's distance from the reference group."""
    return np.abs(rates - rates[:, [groups.reference_place]])


def spread(groups: RatedGroups, rates: np.ndarray) -> np.ndarray:
    """Root of the between-group variance."""
    return np.sqrt((rates - means(groups, rates)[:, None]) ** 2 @ groups.shares)


def plain(distance: Deviation) -> Deviation:
    """Every group counts alike."""
    return lambda groups, rates: distance(groups, rates).mean(axis=1)


def weighted(distance: Deviation) -> Deviation:
    """Every person counts alike."""
    return lambda groups, rates: distance(groups, rates) @ groups.shares


def in_percent(deviation: Deviation) -> Deviation:
    """In percent of the rate of all; a draw in which nobody has the event stands at 0."""

    def relative(groups: RatedGroups, rates: np.ndarray) -> np.ndarray:
        mean = means(groups, rates)
        return np.divide(100 * deviation(groups, rates), mean, out=np.zeros_like(mean), where=mean > 0)

    return relative


standard_deviation = Simulated(spread)
coefficient_of_variation = Simulated(in_percent(spread))
mean_distance_plain = Simulated(plain(from_mean), weights="mean")
mean_distance_weighted = Simulated(weighted(from_mean))
best_distance_plain = Simulated(plain(from_best), weights="")
best_distance_weighted = Simulated(weighted(from_best))
reference_distance_plain = Simulated(plain(from_reference), weights="", reference="must")
reference_distance_weighted = Simulated(weighted(from_reference), reference="must")
disparity_index_plain = Simulated(in_percent(plain(from_mean)), weights="mean")
disparity_index_weighted = Simulated(in_percent(weighted(from_mean)))
