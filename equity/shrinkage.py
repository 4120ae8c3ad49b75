"""Each team's gap or rate drawn towards the network's, the more the fewer people stand behind it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from equity.distributions import beta_below, beta_quantile
from equity.team_variation import TeamVariation

OUTER = (0.025, 0.975)
NEXT_TO_NOTHING = 1e-15


@dataclass(frozen=True, slots=True)
class ShrunkenGaps:
    """One entry a team: the gap drawn to the mean, its standard error, and how much of its own gap each keeps (0 to 1)."""

    gaps: np.ndarray
    standard_errors: np.ndarray
    kept: np.ndarray


def shrunken_gaps(gaps: np.ndarray, variances: np.ndarray, variation: TeamVariation) -> ShrunkenGaps:
    """Teams' gaps as far as they can be told from chance.

    Takes    the gaps and variances that the variation was made from.
    Reads    where tau2 is 0 all teams stand at the mean: nothing tells them apart, which is not the same as that they are equal.
    Source   trend_and_practice.md section 4 (BLUP; Raudenbush & Bryk 1985).
    """
    # Variances are above 0, so a tau2 of 0 divides nothing by nothing.
    kept = variation.tau2 / (variation.tau2 + variances)
    drawn = kept * gaps + (1 - kept) * variation.mean.value
    errors = np.sqrt(kept * variances + (1 - kept) ** 2 * variation.standard_error**2)
    return ShrunkenGaps(drawn, errors, kept)


@dataclass(frozen=True, slots=True)
class ShrunkenRates:
    """One entry a team: rates drawn to the pooled one, and how much each keeps; their limits are those of Beta(first, second).

    strength: the pooled rate counts as much as so many people; inf = nothing tells the teams apart. correlation: of two people of one team.
    """

    pooled: float
    correlation: float
    strength: float
    rates: np.ndarray
    kept: np.ndarray
    first: np.ndarray
    second: np.ndarray

    def limits(self) -> tuple[np.ndarray, np.ndarray]:
        """Where each team's true rate lies with 95 %, given the others; the rate itself where all stand at the pooled one."""
        if self.strength == inf:
            return self.rates, self.rates
        low, high = ([quantile_of_rate(share, *pair) for pair in zip(self.first, self.second, strict=True)] for share in OUTER)
        return np.array(low), np.array(high)


def shrunken_rates(events: np.ndarray, people: np.ndarray) -> ShrunkenRates:
    """Teams' proportions drawn to the pooled one (beta-binomial, by moments).

    Takes    arrays of one length, people above 0.
    Returns  all teams at the pooled rate where it is 0 or 100 %, there is one team, or nothing tells them apart.
    Reads    the pooled rate is what teams are drawn to: it need not be a good one.
    Source   trend_and_practice.md section 4; goldens.md, network/eb_betabinomial.
    """
    total = float(people.sum())
    pooled = float(events.sum()) / total
    correlation = moment_correlation(events / people, people, pooled)
    strength = (1 - correlation) / correlation if correlation > 0 else inf
    if strength == inf:
        nothing = np.full(len(people), inf)
        return ShrunkenRates(pooled, correlation, strength, np.full(len(people), pooled), np.zeros(len(people)), nothing, nothing)
    kept = people / (people + strength)
    first, second = events + strength * pooled, people - events + strength * (1 - pooled)
    return ShrunkenRates(pooled, correlation, strength, first / (people + strength), kept, first, second)


def quantile_of_rate(share: float, first: float, second: float) -> float:
    """The quantile of Beta(first, second); 0 or 1 where it lies so near to them that no number tells it apart."""
    if first == 0 or (second > 0 and beta_below(first, second, NEXT_TO_NOTHING) >= share):
        return 0.0
    if second == 0 or beta_below(first, second, 1 - NEXT_TO_NOTHING) <= share:
        return 1.0
    return beta_quantile(share, first, second)


def moment_correlation(rates: np.ndarray, people: np.ndarray, pooled: float) -> float:
    """How alike two people of one team are, from the teams' scatter; 0 to 1."""
    spare = float(((people - 1) * (1 - people / people.sum())).sum())
    chance = pooled * (1 - pooled)
    if chance == 0 or spare <= 0:
        return 0.0
    seen = float((people * (rates - pooled) ** 2).sum()) / chance
    return min(1.0, max(0.0, (seen - (len(people) - 1)) / spare))
