"""Likelihood fits of counts: binomial where the numerator lies within the denominator, Poisson where events happen in a time."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nan

import numpy as np

from equity.links import Link

MOST_STEPS = 100
MOST_HALVINGS = 30
# Of the deviance; R stops at 1e-8.
SETTLED = 1e-12
# A fitted rate this near to 0 or 100 % lies on the edge: the likelihood has no top inside, and no standard error holds there.
EDGE = 1e-7


@dataclass(frozen=True, slots=True)
class CountTable:
    """Rows of counts with what explains them: a design with a constant first column, and more rows than columns."""

    numerators: np.ndarray
    denominators: np.ndarray
    design: np.ndarray
    proportion: bool = True

    @property
    def rates(self) -> np.ndarray:
        return self.numerators / self.denominators

    @property
    def pooled_rate(self) -> float:
        """The rate of all rows together, kept off 0 and 100 % by half an event."""
        return float((self.numerators.sum() + 0.5) / (self.denominators.sum() + self.proportion))

    def variances(self, rates: np.ndarray) -> np.ndarray:
        """Variance of one person's outcome at these rates."""
        return rates * (1 - rates) if self.proportion else rates

    def allows(self, rates: np.ndarray) -> bool:
        return bool((rates > 0).all() and (not self.proportion or (rates < 1).all()))

    def deviance(self, rates: np.ndarray) -> float:
        """Twice how much likelier the rows' own rates make the counts; inf for rates that cannot be."""
        if not self.allows(rates):
            return inf
        found = surprise(self.numerators, self.denominators * rates)
        if self.proportion:
            return 2 * (found + surprise(self.denominators - self.numerators, self.denominators * (1 - rates)))
        return 2 * (found + float((self.denominators * rates - self.numerators).sum()))

    def pearson(self, rates: np.ndarray) -> float:
        return float((self.denominators * (self.rates - rates) ** 2 / self.variances(rates)).sum())


@dataclass(frozen=True, slots=True)
class CountFit:
    """A fit. converged is False where no likelihood has its top inside what rates can be: then no number but the deviance holds.

    dispersion = Pearson's X2 / degrees of freedom: above 1 the rows scatter more than their counts explain.
    """

    coefficients: np.ndarray
    covariance: np.ndarray
    rates: np.ndarray
    deviance: float
    dispersion: float
    converged: bool

    @property
    def standard_errors(self) -> np.ndarray:
        return np.sqrt(np.diag(self.covariance))


def surprise(found: np.ndarray, fitted: np.ndarray) -> float:
    """Sum of x ln(x / fitted); no event adds nothing."""
    some = found > 0
    return float((found[some] * np.log(found[some] / fitted[some])).sum())


def count_fit(table: CountTable, link: Link) -> CountFit:
    """The likeliest rates on this scale, by iterated weighted least squares with step halving.

    Takes    table: denominators above 0.
    Returns  converged False where the table does not tell its columns apart, or the top lies at a rate of 0 or 100 %.
    Reads    coefficients: change on the link's scale for a step of each column.
    Source   McCullagh & Nelder 1989, section 2.5; Marschner 2011 (halving), doi:10.32614/RJ-2011-012.
    """
    if np.linalg.matrix_rank(table.design) < table.design.shape[1]:
        return no_fit(table)
    # A constant rate is possible on every scale, so a fit always has somewhere to start from.
    beta = np.zeros(table.design.shape[1])
    beta[0] = float(link.of(np.array(table.pooled_rate)))
    deviance, settled = table.deviance(link.back(table.design @ beta)), False
    for _ in range(MOST_STEPS):
        beta, lower = halved_step(table, link, beta, deviance)
        settled, deviance = deviance - lower <= SETTLED * (abs(lower) + 0.1), lower
        if settled:
            break
    return fit_at(table, link, beta, settled)


def halved_step(table: CountTable, link: Link, beta: np.ndarray, deviance: float) -> tuple[np.ndarray, float]:
    """One scoring step, halved until it makes the counts likelier; the old place where none does."""
    rates = link.back(table.design @ beta)
    steepness = link.steepness(rates)
    pull = table.design.T @ (table.denominators * (table.rates - rates) * steepness / table.variances(rates))
    step = np.linalg.lstsq(information(table, link, rates), pull)[0]
    for _ in range(MOST_HALVINGS):
        found = table.deviance(link.back(table.design @ (beta + step)))
        if found <= deviance:
            return beta + step, found
        step = step / 2
    return beta, deviance


def information(table: CountTable, link: Link, rates: np.ndarray) -> np.ndarray:
    """What the counts are expected to tell about the coefficients."""
    weights = table.denominators * link.steepness(rates) ** 2 / table.variances(rates)
    return (table.design.T * weights) @ table.design


def fit_at(table: CountTable, link: Link, beta: np.ndarray, settled: bool) -> CountFit:
    """The fit at its top."""
    rates = link.back(table.design @ beta)
    inside = bool(rates.min() > EDGE and (not table.proportion or rates.max() < 1 - EDGE))
    degrees = len(rates) - len(beta)
    covariance = np.linalg.pinv(information(table, link, rates))
    return CountFit(beta, covariance, rates, table.deviance(rates), table.pearson(rates) / degrees, settled and inside)


def no_fit(table: CountTable) -> CountFit:
    """What stands where the columns cannot be told apart."""
    rows, columns = table.design.shape
    return CountFit(np.full(columns, nan), np.full((columns, columns), nan), np.full(rows, nan), nan, nan, False)
