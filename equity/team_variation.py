"""How teams' gaps vary around their mean, beyond what their counts explain."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nan, sqrt

import numpy as np

from equity.distributions import chi_square_tail
from equity.rates import NOT_COMPUTABLE, Z95, Estimate

METHODS = ("FE", "DL", "PM", "REML")
MOST_STEPS = 200
SETTLED = 1e-12


@dataclass(frozen=True, slots=True)
class TeamVariation:
    """The mean of teams' gaps and their spread.

    tau2: variance of the true gaps between teams, 0 = the counts explain all; share: of all variance between teams that is true, in percent (I2);
    ratio: total over chance variance (H2); q: Cochran's statistic on teams - 1 degrees of freedom.
    prediction: where the true gap of one more such team would lie.
    """

    method: str
    mean: Estimate
    standard_error: float
    tau2: float
    share: float
    ratio: float
    q: float
    teams: int

    @property
    def p_value(self) -> float:
        """Chance of so much scatter if all teams had one gap; nan with fewer than two teams."""
        return chi_square_tail(self.q, self.teams - 1) if self.teams > 1 else nan

    @property
    def prediction(self) -> Estimate:
        """The mean with the range that true gaps of such teams have."""
        margin = Z95 * sqrt(self.tau2 + self.standard_error**2)
        return Estimate(self.mean.value, self.mean.value - margin, self.mean.value + margin)


def team_variation(gaps: np.ndarray, variances: np.ndarray, method: str = "REML") -> TeamVariation:
    """The random-effects mean of teams' gaps.

    Takes    one gap a team with its variance, above 0; method: FE (no true spread), DL, PM, REML.
    Returns  tau2 0 for one team; nan everywhere for none.
    Reads    a mean over teams, each team's weight growing with its exactness; not the gap of all people together.
    Source   DerSimonian & Laird 1986; Paule & Mandel 1982; Viechtbauer 2005 (REML), doi:10.3102/10769986030003261; Higgins & Thompson 2002 (I2, H2).
    """
    if not len(gaps):
        return TeamVariation(method, NOT_COMPUTABLE, nan, nan, nan, nan, nan, 0)
    tau2 = between_variance(gaps, variances, method) if len(gaps) > 1 else 0.0
    mean, error = weighted_mean(gaps, variances + tau2)
    q = scatter(gaps, variances)
    ratio = total_over_chance(variances, q, tau2, method)
    estimate = Estimate(mean, mean - Z95 * error, mean + Z95 * error)
    return TeamVariation(method, estimate, error, tau2, 100 * max(0.0, 1 - 1 / ratio) if ratio else 0.0, ratio, q, len(gaps))


def weighted_mean(values: np.ndarray, variances: np.ndarray) -> tuple[float, float]:
    """Mean by exactness, and its standard error."""
    weights = 1 / variances
    return float(weights @ values / weights.sum()), 1 / sqrt(float(weights.sum()))


def scatter(values: np.ndarray, variances: np.ndarray) -> float:
    """Cochran's Q: squared distances from the mean in units of the variances."""
    mean, _ = weighted_mean(values, variances)
    return float(((values - mean) ** 2 / variances).sum())


def between_variance(gaps: np.ndarray, variances: np.ndarray, method: str) -> float:
    """The variance of true gaps between teams, never below 0."""
    match method:
        case "FE":
            return 0.0
        case "DL":
            weights = 1 / variances
            spare = float(weights.sum() - (weights @ weights) / weights.sum())
            return max(0.0, (scatter(gaps, variances) - (len(gaps) - 1)) / spare)
        case "PM":
            return paule_mandel(gaps, variances)
        case _:
            return restricted_likelihood(gaps, variances)


def paule_mandel(gaps: np.ndarray, variances: np.ndarray) -> float:
    """The variance at which the scatter is what chance would give; 0 where it is below that already."""
    expected = len(gaps) - 1
    if scatter(gaps, variances) <= expected:
        return 0.0
    low, high = 0.0, float(np.ptp(gaps) ** 2)
    for _ in range(MOST_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if scatter(gaps, variances + middle) > expected else (low, middle)
    return (low + high) / 2


def restricted_likelihood(gaps: np.ndarray, variances: np.ndarray) -> float:
    """The likeliest variance, the mean's own uncertainty taken out: searched on a grid first, for it may have more than one top."""
    widest = float(np.ptp(gaps) ** 2)
    grid = widest * np.linspace(0.0, 1.0, MOST_STEPS + 1) ** 2
    best = int(np.argmax([restricted(gaps, variances + tau2) for tau2 in grid]))
    low, high = float(grid[max(0, best - 1)]), float(grid[min(MOST_STEPS, best + 1)])
    for _ in range(MOST_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if steepness(gaps, variances + middle) > 0 else (low, middle)
    return 0.0 if high < SETTLED * widest else (low + high) / 2


def restricted(gaps: np.ndarray, variances: np.ndarray) -> float:
    """Restricted log likelihood of these total variances, but for a constant."""
    return -0.5 * (float(np.log(variances).sum()) + float(np.log((1 / variances).sum())) + scatter(gaps, variances))


def steepness(gaps: np.ndarray, variances: np.ndarray) -> float:
    """How the restricted likelihood changes with one more unit of variance, twice."""
    weights = 1 / variances
    mean, _ = weighted_mean(gaps, variances)
    return float((weights**2) @ (gaps - mean) ** 2 - weights.sum() + (weights @ weights) / weights.sum())


def total_over_chance(variances: np.ndarray, q: float, tau2: float, method: str) -> float:
    """Total variance over the one that chance gives a typical team; for fixed effects from the scatter."""
    teams = len(variances)
    if teams == 1:
        return 1.0
    if method == "FE":
        return q / (teams - 1)
    weights = 1 / variances
    typical = (teams - 1) * weights.sum() / (weights.sum() ** 2 - weights @ weights)
    return float(1 + tau2 / typical) if typical < inf else 1.0
