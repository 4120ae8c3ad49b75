"""Tests of trend that the goldens name and no page uses: they reject still gaps too often, or do not compare groups at all."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from equity.distributions import normal_p_value


@dataclass(frozen=True, slots=True)
class Regression:
    """Weighted least squares: coefficients, known-variance errors, left-over scatter Q and its degrees of freedom."""

    coefficients: np.ndarray
    errors: np.ndarray
    scatter: float
    degrees: int

    @property
    def scaled_errors(self) -> np.ndarray:
        return self.errors * sqrt(self.scatter / self.degrees)


def regression(design: np.ndarray, values: np.ndarray, variances: np.ndarray) -> Regression:
    """The fit by the normal equations."""
    weighted = design.T / variances
    covariance = np.linalg.inv(weighted @ design)
    # A month without events has no log: then nothing comes out, which the comparison tells.
    with np.errstate(invalid="ignore"):
        found = covariance @ weighted @ values
        scatter = float(((values - design @ found) ** 2 / variances).sum())
    return Regression(found, np.sqrt(np.diag(covariance)), scatter, len(values) - len(found))


def newey_west(design: np.ndarray, values: np.ndarray, lags: int) -> tuple[np.ndarray, np.ndarray]:
    """Least squares with Bartlett-weighted autocovariances up to a lag; coefficients and errors.

    Source   Newey & West 1987; no small-sample factor, no prewhitening.
    """
    inverse = np.linalg.inv(design.T @ design)
    found = inverse @ design.T @ values
    with np.errstate(invalid="ignore"):
        scores = design * (values - design @ found)[:, None]
    middle = scores.T @ scores
    for lag in range(1, lags + 1):
        shifted = scores[lag:].T @ scores[:-lag]
        middle += (1 - lag / (lags + 1)) * (shifted + shifted.T)
    return found, np.sqrt(np.diag(inverse @ middle @ inverse))


def kendall_exact(values: np.ndarray) -> tuple[float, int, float]:
    """Kendall's tau with time, the concordant pairs and the exact two-sided p-value of values without ties."""
    count = len(values)
    concordant = sum(int(values[later] > values[earlier]) for earlier in range(count) for later in range(earlier + 1, count))
    pairs = count * (count - 1) // 2
    shares = orders_by_concordant_pairs(count)
    tail = min(shares[: concordant + 1].sum(), shares[concordant:].sum())
    return 2 * concordant / pairs - 1, concordant, float(min(1.0, 2 * tail))


def orders_by_concordant_pairs(count: int) -> np.ndarray:
    """Share of all orders of so many values that have 0, 1, 2, ... concordant pairs: each further value adds 0 to as many as stand before it."""
    shares = np.ones(1)
    for before in range(1, count):
        shares = np.convolve(shares, np.full(before + 1, 1 / (before + 1)))
    return shares


def cochran_armitage(numerators: np.ndarray, denominators: np.ndarray, scores: np.ndarray) -> tuple[float, float]:
    """Chi-square of a trend in proportions on one degree of freedom, and its p-value."""
    rate = numerators.sum() / denominators.sum()
    pull = float(scores @ (numerators - denominators * rate))
    spread = float(denominators @ scores**2 - (denominators @ scores) ** 2 / denominators.sum())
    statistic = float(pull**2 / (rate * (1 - rate) * spread))
    return statistic, normal_p_value(sqrt(statistic))
