"""trend/expected_*: is the gap closing, by every model that the goldens name; computed from the counts of input_*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np

from equity.count_fit import CountTable, count_fit
from equity.count_trend import TwoGroups
from equity.counts import Count
from equity.distributions import chi_square_tail, normal_p_value, student_p_value
from equity.links import LINKS
from equity.rates import Z95
from equity.window_change import Sides, Tested, window_change
from tests.conformance.files import Golden
from tests.conformance.registry import compares, is_input, is_study
from tests.conformance.trend_series import GapMonths, Numbers
from tests.conformance.trend_tests import cochran_armitage, kendall_exact, newey_west, regression
from tests.conformance.values import NotComparable, Value

is_input("trend", "input_*.csv")
is_study("trend", "type1_power_study.csv")

WINDOW = 3
BREAK_AFTER = 6
LAGS = 2
COLUMNS = ("estimate", "se", "stat", "p", "lower", "upper")


@dataclass(frozen=True, slots=True)
class Found:
    """What one row of a golden expects; nothing where it is empty there."""

    estimate: float | None = None
    se: float | None = None
    stat: float | None = None
    p: float | None = None
    lower: float | None = None
    upper: float | None = None
    tolerance: str = "T1"


NOTHING = Found()


def by_normal(estimate: float, error: float, tolerance: str = "T1") -> Found:
    """Test and limits by the normal."""
    z = estimate / error
    return Found(estimate, error, z, normal_p_value(z), estimate - Z95 * error, estimate + Z95 * error, tolerance)


def by_student(estimate: float, error: float, freedom: int, *, quantile: float | None = None) -> Found:
    """Test by Student's t; limits where its quantile is given."""
    t = estimate / error
    ends = (None, None) if quantile is None else (estimate - quantile * error, estimate + quantile * error)
    return Found(estimate, error, t, student_p_value(t, freedom), *ends)


def models_of(months: GapMonths) -> dict[tuple[str, str], Found]:
    """Everything that the goldens may ask of these counts, by model and term."""
    found: dict[tuple[str, str], Found] = {}
    for part in (count_models, line_models, window_models, group_models, other_models):
        found.update(part(months))
    return found


def count_models(months: GapMonths) -> Iterator[tuple[tuple[str, str], Found]]:
    """Binomial fits on the three scales, plain, dispersed, and by likelihood ratio."""
    table = TwoGroups(months.month, months.ref, months.comp).table()
    for name, link in LINKS.items():
        fit = count_fit(table, link)
        without = count_fit(CountTable(table.numerators, table.denominators, table.design[:, :3]), link)
        for place, term in enumerate(("(Intercept)", "g", "t", "g:t")):
            yield (f"glm_binomial_{name}", term), by_normal(float(fit.coefficients[place]), float(fit.standard_errors[place]), "T3")
        slope, error = float(fit.coefficients[3]), float(fit.standard_errors[3])
        yield (f"glm_quasibinomial_{name}", "g:t"), by_normal(slope, error * sqrt(fit.dispersion), "T3")
        ratio = without.deviance - fit.deviance
        yield (f"LRT_{name}", "g:t"), Found(ratio, None, ratio, chi_square_tail(ratio, 1), tolerance="T3")


def line_models(months: GapMonths) -> Iterator[tuple[tuple[str, str], Found]]:
    """Straight lines through the gap on three scales."""
    design = np.column_stack([np.ones_like(months.month), months.month])
    for name, (values, errors) in months.scales().items():
        line = regression(design, values, errors**2)
        slope = float(line.coefficients[1])
        yield (f"WLS_fixed_{name}", "slope"), by_normal(slope, float(line.errors[1]))
        yield (f"WLS_estscale_{name}", "slope"), by_student(slope, float(line.scaled_errors[1]), line.degrees, quantile=student_quantile(line.degrees))
        coefficients, white = newey_west(design, values, LAGS)
        yield (f"OLS_NeweyWest{LAGS}_{name}", "slope"), by_student(float(coefficients[1]), float(white[1]), line.degrees)


def student_quantile(freedom: int) -> float:
    """The value that Student's t exceeds, either way, with one chance in twenty."""
    low, high = 0.0, 1000.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if student_p_value(middle, freedom) > 0.05 else (low, middle)
    return (low + high) / 2


def window_models(months: GapMonths) -> Iterator[tuple[tuple[str, str], Found]]:
    """The first three months against the last three."""
    windows = [Sides(pooled(months.comp, part), pooled(months.ref, part)) for part in (slice(None, WINDOW), slice(-WINDOW, None))]
    change = window_change(*windows, favourable=months.favourable)
    terms = {"D_baseline": change.before, "D_latest": change.after, "change_in_D": change.change, "change_in_logR": change.log_ratio_change}
    for term, tested in terms.items():
        yield ("baseline_vs_latest", term), of_tested(tested)


def pooled(counts: Numbers, part: slice) -> Count:
    """A group's counts in some months put together."""
    return Count(*(int(side[part].sum()) for side in counts))


def of_tested(tested: Tested) -> Found:
    """A tested estimate as a golden writes it."""
    return Found(tested.estimate.value, tested.standard_error, tested.z, tested.p_value, tested.estimate.low, tested.estimate.high)


def group_models(months: GapMonths) -> Iterator[tuple[tuple[str, str], Found]]:
    """Each group's own trend: this says nothing of the gap."""
    design = np.column_stack([np.ones_like(months.month), months.month])
    for group, (numerators, denominators) in (("ref", months.ref), ("comp", months.comp)):
        statistic, p_value = cochran_armitage(numerators, denominators, months.month)
        yield ("CochranArmitage", group), Found(statistic, None, statistic, p_value)
        with np.errstate(divide="ignore"):
            log_line = regression(design, np.log(numerators / denominators), 1 / numerators - 1 / denominators)
        yield ("AMPC_loglinear", group), by_normal(float(log_line.coefficients[1]), float(log_line.errors[1]))


def other_models(months: GapMonths) -> Iterator[tuple[tuple[str, str], Found]]:
    """Kendall's tau, and a line with a break."""
    values, errors = months.scales()["D"]
    tau, concordant, p_value = kendall_exact(values)
    yield ("Kendall_exact", "D~month"), Found(tau, None, concordant, p_value)
    after = (months.month > BREAK_AFTER).astype(float)
    design = np.column_stack([np.ones_like(after), months.month, after, np.maximum(0.0, months.month - BREAK_AFTER)])
    line = regression(design, values, errors**2)
    for place, term in enumerate(("(Intercept)", "m", "post", "tp")):
        yield (f"ITS_WLS_D_break{BREAK_AFTER + 1}", term), by_student(float(line.coefficients[place]), float(line.scaled_errors[place]), line.degrees)


@compares("trend", "expected_*.csv", given="scenario model term note")
def trend_models(golden: Golden) -> Iterator[Value]:
    inputs = golden.beside(f"trend/input_{golden.case}.csv")
    found = models_of(GapMonths.of(inputs)) if inputs else {}
    for row in golden.rows:
        ours = found.get((row["model"], row["term"]), NOTHING)
        for column in COLUMNS:
            tolerance = "T3p" if ours.tolerance == "T3" and column == "p" else ours.tolerance
            value = getattr(ours, column) if inputs else NotComparable("input not supplied")
            yield Value(f"{row['model']} {row['term']}", column, row[column], value, tolerance)
