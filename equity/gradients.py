"""How rates rise along an order of groups, from the most disadvantaged person to the most advantaged."""

from __future__ import annotations

from math import ceil, exp, log, nan, sqrt

import numpy as np

from equity.count_fit import CountTable, count_fit
from equity.links import LOGIT
from equity.rated_groups import ALL_EQUAL, EVERYBODY, NO_FIT, NO_WEIGHTS, RatedGroups, Summary, delta_error, needs, not_computed, with_error
from equity.rates import Z95

ROUNDING = 1e-12


def line(places: np.ndarray, values: np.ndarray, weights: np.ndarray) -> tuple[float, float, float]:
    """Height at place 0, slope, and the slope's error from the scatter of the points (three or more)."""
    centre = weights @ places / weights.sum()
    off = places - centre
    spread = weights @ off**2
    slope = weights @ (off * values) / spread
    height = weights @ values / weights.sum() - slope * centre
    left_over = weights @ (values - height - slope * places) ** 2
    return float(height), float(slope), sqrt(float(left_over / (len(places) - 2) / spread))


def concentration(groups: RatedGroups) -> float:
    """Twice the weighted covariance of rate and place."""
    return float(2 * groups.shares @ ((groups.rates - groups.mean) * (groups.places - 0.5)))


def concentration_gradient(groups: RatedGroups) -> np.ndarray:
    """How the absolute index changes with each group's rate."""
    return 2 * groups.shares * (groups.places - 0.5)


def regression_error(groups: RatedGroups) -> float:
    """The error that reference tools give: from the scatter of a few groups about a line."""
    spread = groups.shares @ (groups.places - 0.5) ** 2
    return line(groups.places, 2 * spread * groups.rates, groups.shares)[2]


@needs(least=3, order=True)
def absolute_concentration(groups: RatedGroups) -> Summary:
    """ACI with the error of the convenient regression.

    Takes    without weights every group counts alike.
    Reads    0 = no gradient; above 0 = the rate is higher among the better off. The error is too narrow: see ..._own_errors.
    Source   Kakwani, Wagstaff & van Doorslaer 1997; measures.md section 4.
    """
    return with_error(concentration(groups), regression_error(groups))


@needs(least=3, order=True)
def absolute_concentration_own_errors(groups: RatedGroups) -> Summary:
    """ACI with the error of the groups' own errors.

    Source   measures.md section 4, delta method; section 6, row 6.
    """
    return with_error(concentration(groups), delta_error(groups, concentration_gradient(groups)))


@needs(least=3, order=True)
def relative_concentration(groups: RatedGroups) -> Summary:
    """RCI: ACI over the rate of all, -1 to 1.

    Reads    of a proportion the index of its complement has another size: show Erreygers' beside it.
    Source   measures.md section 4.
    """
    return with_error(concentration(groups) / groups.mean, regression_error(groups) / groups.mean)


@needs(least=3, order=True)
def relative_concentration_own_errors(groups: RatedGroups) -> Summary:
    """RCI with the error of the groups' own errors.

    Source   measures.md section 4, delta method.
    """
    gradient = concentration_gradient(groups) / groups.mean - concentration(groups) * groups.shares / groups.mean**2
    return with_error(concentration(groups) / groups.mean, delta_error(groups, gradient))


@needs(least=3, order=True)
def wagstaff_concentration(groups: RatedGroups) -> Summary:
    """RCI over the share of those without the event; no value where everybody has it.

    Source   Wagstaff 2005; measures.md section 4.
    """
    share = groups.mean / groups.scale
    if share > 1 - ROUNDING:
        return not_computed(EVERYBODY)
    return relative_concentration(groups).times(1 / (1 - share))


@needs(least=3, order=True)
def erreygers_concentration(groups: RatedGroups) -> Summary:
    """RCI times four times the share with the event: of the same size for an event and its complement.

    Source   Erreygers 2009; measures.md section 4.
    """
    return relative_concentration(groups).times(4 * groups.mean / groups.scale)


def fitted_gradient(groups: RatedGroups) -> tuple[np.ndarray, np.ndarray] | str:
    """Coefficients and covariance of a logistic line on place, through counts; or why there are none."""
    if not groups.weighted:
        return NO_WEIGHTS
    if np.ptp(groups.rates) == 0:
        return ALL_EQUAL
    people = np.array([ceil(count) for count in groups.people], dtype=float)
    # Rates above 100 % are none of a proportion.
    events = np.minimum(np.round(groups.rates / groups.scale * people), people)
    fit = count_fit(CountTable(events, people, np.column_stack([np.ones_like(people), groups.places])), LOGIT)
    return (fit.coefficients, fit.covariance) if fit.converged else NO_FIT


def fitted_ends(coefficients: np.ndarray) -> tuple[float, float]:
    """The fitted share at either end of the order."""
    first, last = LOGIT.back(np.array([coefficients[0], coefficients.sum()]))
    return float(first), float(last)


def along(gradient: np.ndarray, covariance: np.ndarray) -> float:
    """Standard error of what changes so with the coefficients."""
    return sqrt(max(0.0, float(gradient @ covariance @ gradient)))


@needs(least=3, order=True)
def slope_index(groups: RatedGroups) -> Summary:
    """SII: the fitted rate of the most advantaged person minus that of the most disadvantaged.

    Reads    0 = no gradient; above 0 = the rate is higher among the better off, good news only where higher is better.
    Source   measures.md section 4: a binomial logit; section 6, rows 3-5, says what reference tools do instead.
    """
    fitted = fitted_gradient(groups)
    if isinstance(fitted, str):
        return not_computed(fitted)
    first, last = fitted_ends(fitted[0])
    steep = (first * (1 - first), last * (1 - last))
    return with_error(last - first, along(np.array([steep[1] - steep[0], steep[1]]), fitted[1]), scale=groups.scale)


@needs(least=3, order=True)
def relative_index(groups: RatedGroups) -> Summary:
    """RII: the fitted rate of the most advantaged person over that of the most disadvantaged; its error is that of the log.

    Reads    1 = no gradient.
    Source   measures.md section 4.
    """
    fitted = fitted_gradient(groups)
    if isinstance(fitted, str):
        return not_computed(fitted)
    first, last = fitted_ends(fitted[0])
    error, middle = along(np.array([first - last, 1 - last]), fitted[1]), log(last / first)
    return Summary(last / first, error, exp(middle - Z95 * error), exp(middle + Z95 * error))


@needs(least=3, order=True, weights="all")
def slope_index_linear(groups: RatedGroups) -> Summary:
    """SII of a straight line, weighted by people; no limits.

    Source   measures.md section 4.
    """
    return Summary(line(groups.places, groups.rates, groups.people)[1])


@needs(least=3, order=True, weights="all")
def relative_index_linear(groups: RatedGroups) -> Summary:
    """RII of a straight line; no value where it starts at or below 0.

    Source   measures.md section 4.
    """
    height, slope, _ = line(groups.places, groups.rates, groups.people)
    return Summary((height + slope) / height) if height > 0 else Summary(nan, reason=NO_FIT)
