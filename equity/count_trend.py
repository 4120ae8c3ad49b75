"""Two groups' counts over time: does one move otherwise than the other, on the scale that the measure has registered?"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan, sqrt

import numpy as np

from equity.count_fit import CountFit, CountTable, count_fit
from equity.distributions import normal_p_value
from equity.links import IDENTITY, LINKS, LOG, LOGIT, Link
from equity.rates import NOT_COMPUTABLE, Z95, Estimate

# Which scale stands in where one has no fit: a proportion has odds, a rate its logarithm.
STANDS_IN = {True: LOGIT, False: LOG}
SCALE_LINKS = {"difference": IDENTITY, "ratio": LOG}
LINK_WORDS = {"identity": "difference of rates", "log": "ratio of rates", "logit": "ratio of odds"}
# The term of interest: the group's own slope, last of 1, group, time, group x time.
OWN_SLOPE = 3


@dataclass(frozen=True, slots=True)
class TwoGroups:
    """Counts of two groups at the same times; proportion = the numerator lies within the denominator."""

    times: np.ndarray
    reference: tuple[np.ndarray, np.ndarray]
    focus: tuple[np.ndarray, np.ndarray]
    proportion: bool = True

    def table(self) -> CountTable:
        """Rows of 1, group, time, group x time, the reference group's first."""
        times = np.tile(self.times, 2)
        group = np.repeat([0.0, 1.0], len(self.times))
        numerators, denominators = (np.concatenate([self.reference[side], self.focus[side]]) for side in (0, 1))
        design = np.column_stack([np.ones_like(times), group, times, group * times])
        return CountTable(numerators, denominators, design, self.proportion)


@dataclass(frozen=True, slots=True)
class CountTrend:
    """By how much the focus group's line is steeper than its reference's, and how sure that is.

    asked, link: the scale that was registered, and the one that has a fit. slope: with its 95 % interval by the dispersed error.
    dispersion: Pearson's X2 / df. p_value: of the slope (Wald), p_likelihood: of the likelihood ratio, both dispersed.
    """

    asked: str
    link: str
    slope: Estimate
    standard_error: float
    dispersion: float
    p_value: float
    likelihood_ratio: float
    p_likelihood: float
    fit: CountFit

    @property
    def converged(self) -> bool:
        return self.fit.converged

    @property
    def note(self) -> str:
        """What a reader must know of the scale; empty where it is the registered one."""
        if not self.converged:
            return "No trend fits these counts."
        if self.link == self.asked:
            return ""
        return f"The {LINK_WORDS[self.asked]} has no fit on these counts; the {LINK_WORDS[self.link]} is used instead."


def count_trend(groups: TwoGroups, link: str) -> CountTrend:
    """The trend of two groups' counts on a scale; on the one that stands in for it where that has no fit.

    Takes    groups: at least three times, denominators above 0; link: identity, log or logit.
    Returns  converged False, and nan, where neither has a fit.
    Reads    slope above 0 = the focus group's rate rises faster, or falls slower, on this scale. Closing or widening: see the gap's sign.
    Source   trend_and_practice.md section 2; McCullagh & Nelder 1989, section 4.5 (dispersion: at least 1, so that chance never makes a series look sure).
    """
    table = groups.table()
    first = fitted_trend(table, LINKS[link], link)
    return first if first.converged else fitted_trend(table, STANDS_IN[groups.proportion], link)


def fitted_trend(table: CountTable, link: Link, asked: str) -> CountTrend:
    """The trend on one scale."""
    fit = count_fit(table, link)
    if not fit.converged:
        return CountTrend(asked, link.name, NOT_COMPUTABLE, nan, nan, nan, nan, nan, fit)
    same_slope = count_fit(CountTable(table.numerators, table.denominators, table.design[:, :OWN_SLOPE], table.proportion), link)
    scatter = max(1.0, fit.dispersion)
    slope, error = float(fit.coefficients[OWN_SLOPE]), float(fit.standard_errors[OWN_SLOPE]) * sqrt(scatter)
    ratio = max(0.0, same_slope.deviance - fit.deviance) / scatter
    interval = Estimate(slope, slope - Z95 * error, slope + Z95 * error)
    return CountTrend(asked, link.name, interval, error, fit.dispersion, normal_p_value(slope / error), ratio, normal_p_value(sqrt(ratio)), fit)
