"""network/: teams' gaps, their mean and spread, shrunken; the gap within teams."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

import numpy as np

from equity.shrinkage import shrunken_gaps, shrunken_rates
from equity.standardised_gap import TeamCounts, standardised_gap
from equity.team_variation import TeamVariation, team_variation
from tests.conformance.files import Golden, number, whole
from tests.conformance.registry import compares
from tests.conformance.values import NotComparable, Ours, Value

DATA = "network/team_gaps_and_blups.csv"
NOT_SUPPLIED = NotComparable("team_gaps_and_blups.csv is not supplied")
TOLERANCE = {"FE": "T1", "DL": "T1", "PM": "T4", "REML": "T4"}
# Of metafor's summary: what each column is here.
SUMMARY = {
    "mu": lambda found: found.mean.value,
    "se": lambda found: found.standard_error,
    "lower": lambda found: found.mean.low,
    "upper": lambda found: found.mean.high,
    "tau2": lambda found: found.tau2,
    "I2_pct": lambda found: found.share,
    "H2": lambda found: found.ratio,
    "Q": lambda found: found.q,
    "Qp": lambda found: found.p_value,
}


def counts_of(golden: Golden) -> list[TeamCounts]:
    """The four counts of each team: the compared group is the focus."""
    return [TeamCounts(*(whole(row[name]) for name in ("xc", "nc", "xr", "nr"))) for row in golden.rows]


def gaps_of(golden: Golden) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Gaps and variances on both scales, from the counts; not finite where a group has no event."""
    xc, nc, xr, nr = np.array([(one.focus_events, one.focus_people, one.reference_events, one.reference_people) for one in counts_of(golden)], dtype=float).T
    difference = xr / nr - xc / nc
    variance = xr / nr * (1 - xr / nr) / nr + xc / nc * (1 - xc / nc) / nc
    with np.errstate(divide="ignore", invalid="ignore"):
        return {"D": (difference, variance), "logR": (np.log(xr / nr) - np.log(xc / nc), 1 / xr - 1 / nr + 1 / xc - 1 / nc)}


def variation_by(pair: tuple[np.ndarray, np.ndarray], method: str) -> TeamVariation:
    """The variation of the teams whose gap has an exactness."""
    gaps, variances = pair
    usable = np.isfinite(gaps) & np.isfinite(variances) & (variances > 0)
    return team_variation(gaps[usable], variances[usable], method)


@compares("network", "team_gaps_and_blups.csv", given="team xr nr xc nc")
def team_gaps_and_blups(golden: Golden) -> Iterator[Value]:
    gaps = gaps_of(golden)
    blups = {(scale, method): shrunken_gaps(*pair, variation_by(pair, method)) for scale, pair in gaps.items() for method in ("DL", "PM", "REML")}
    for place, row in enumerate(golden.rows):
        yield Value(row["team"], "p_ref", row["p_ref"], whole(row["xr"]) / whole(row["nr"]))
        yield Value(row["team"], "p_comp", row["p_comp"], whole(row["xc"]) / whole(row["nc"]))
        for scale, pair in gaps.items():
            for column, values in zip((scale, f"v{scale}"), pair, strict=True):
                yield Value(row["team"], column, row[column], float(values[place]))
        for (scale, method), found in blups.items():
            for column, values in ((f"blup_{scale}_{method}", found.gaps), (f"blupse_{scale}_{method}", found.standard_errors)):
                yield Value(row["team"], column, row[column], float(values[place]), TOLERANCE[method])


@compares("network", "meta_summary.csv", given="scale method")
def meta_summary(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        found = variation_of(golden, row["scale"], row["method"])
        for column, part in SUMMARY.items():
            tolerance = TOLERANCE[row["method"]]
            ours: Ours = NOT_SUPPLIED if found is None else part(found)
            yield Value(f"{row['scale']} {row['method']}", column, row[column], ours, "T2" if column == "Qp" else tolerance)


@compares("network", "prediction_interval_*.csv", given="scale method")
def prediction_interval(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        found = variation_of(golden, row["scale"], row["method"])
        low, high = (found.prediction.low, found.prediction.high) if found else (NOT_SUPPLIED, NOT_SUPPLIED)
        yield Value(f"{row['scale']} {row['method']}", "pred_lower", row["pred_lower"], low, "T4")
        yield Value(f"{row['scale']} {row['method']}", "pred_upper", row["pred_upper"], high, "T4")


def variation_of(golden: Golden, scale: str, method: str) -> TeamVariation | None:
    """The variation of the teams beside this golden; None where they are not supplied."""
    teams = golden.beside(DATA)
    return variation_by(gaps_of(teams)[scale], method) if teams else None


@compares("network", "mantel_haenszel.csv", given="measure")
def mantel_haenszel(golden: Golden) -> Iterator[Value]:
    teams = golden.beside(DATA)
    found = standardised_gap(counts_of(teams)) if teams else None
    ours = (
        {}
        if found is None
        else {
            "MH_RD_comp_minus_ref": (found.difference.value, found.difference_error),
            "MH_logRR_comp_over_ref": (log(found.ratio.value), found.log_ratio_error),
            "crude_RD_comp_minus_ref": (found.crude_difference, None),
            "crude_RR_comp_over_ref": (found.crude_ratio, None),
        }
    )
    for row in golden.rows:
        estimate, error = ours.get(row["measure"], (None, None)) if found else (NOT_SUPPLIED, NOT_SUPPLIED)
        yield Value(row["measure"], "estimate", row["estimate"], estimate)
        yield Value(row["measure"], "se", row["se"], error)


@compares("network", "eb_betabinomial*.csv", given="team x n")
def beta_binomial(golden: Golden) -> Iterator[Value]:
    events, people = (np.array([number(row[name]) for row in golden.rows]) for name in ("x", "n"))
    found = shrunken_rates(events, people)
    low, high = found.limits()
    pooled, strength, alike = (np.full(len(events), value) for value in (found.pooled, found.strength, found.correlation))
    columns = {"prior_mean": pooled, "prior_strength_M": strength, "rho": alike, "reliability": found.kept, "eb_mean": found.rates, "raw": events / people}
    # The layout names no columns for the limits.
    columns |= {name: low for name in ("lower", "lower95", "eb_lower", "eb_lower95", "eb_lo", "eb_low")}
    columns |= {name: high for name in ("upper", "upper95", "eb_upper", "eb_upper95", "eb_hi", "eb_high")}
    for place, row in enumerate(golden.rows):
        for column, values in columns.items():
            yield Value(row["team"], column, row[column], float(values[place]))
