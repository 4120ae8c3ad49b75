"""funnel/: exact limits and tails, limits with over-dispersion, and the flags of Fingertips."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import nan, sqrt

from equity.chance import Chance
from equity.funnel import TAIL_95, TAIL_998, FunnelPoint, funnel, pooled_target
from equity.over_dispersion import Z_95, Z_998, OverDispersion, adjusted_limits, arcsine_z, over_dispersion
from equity.rates import wilson_interval
from tests.conformance.files import Golden, number
from tests.conformance.registry import compares
from tests.conformance.values import NotComparable, Value

NO_UNITS = NotComparable("its teams are not supplied")
TAILS = {"l95": TAIL_95, "u95": 1 - TAIL_95, "l998": TAIL_998, "u998": 1 - TAIL_998}


@cache
def units_of(golden: Golden) -> dict[str, dict[str, tuple[float, float]]]:
    """Teams of every case of inputs/funnel.csv."""
    source = golden.beside("inputs/funnel.csv")
    cases: dict[str, dict[str, tuple[float, float]]] = defaultdict(dict)
    for row in source.rows if source else ():
        cases[row["case"]][row["unit"]] = (number(row["num"]), number(row["den"]))
    return dict(cases)


@compares("funnel", "exact_binomial_units.csv", given="case unit num den")
def exact_units(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        units = units_of(golden).get(row["case"])
        name = f"{row['case']} {row['unit']}"
        if units is None or row["unit"] not in units:
            yield Value(name, "p", row["p"], NO_UNITS)
            continue
        points = dict(zip(units, funnel(tuple(units.values())), strict=True))
        target = pooled_target(tuple(units.values()))
        for column, ours in (exact_columns(points[row["unit"]], target)).items():
            yield Value(name, column, row.get(column, ""), ours)


def exact_columns(point: FunnelPoint, target: float) -> dict[str, float]:
    """One team in the columns of the golden."""
    chance = Chance(point.denominator, target)
    limits = point.limits
    clipped = {"l95_clip": limits.low_95, "u95_clip": limits.high_95, "l998_clip": limits.low_998, "u998_clip": limits.high_998}
    if not point.denominator > 0:
        return {"p": nan}
    return {
        "p": point.rate,
        "target": target,
        **{f"{name}_step": chance.quantile(tail) / chance.size for name, tail in TAILS.items()},
        **{name: chance.limit(tail) for name, tail in TAILS.items()},
        **clipped,
        "cdf_le": point.at_most,
        "cdf_ge": point.at_least,
        "normal_z": (point.rate - target) / sqrt(target * (1 - target) / chance.size) if chance.spread > 0 else nan,
        "arcsine_z": arcsine_z(point.numerator, point.denominator, target),
    }


@compares("funnel", "overdispersion_arcsine_params.csv", given="case winsor")
def dispersion(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        units = units_of(golden).get(row["case"])
        name = f"{row['case']} winsor {row['winsor']}"
        if units is None:
            yield Value(name, "k", row["k"], NO_UNITS)
            continue
        counts = tuple(units.values())
        found = over_dispersion(counts, pooled_target(counts), number(row["winsor"]))
        for column, ours in dispersion_columns(counts, found).items():
            yield Value(name, column, row[column], ours, "T2" if column == "mult_chisq_p" else "T1")


def dispersion_columns(counts: tuple[tuple[float, float], ...], found: OverDispersion) -> dict[str, float]:
    """One case in the columns of the golden."""
    rates = [(x / n, adjusted_limits(n, found)) for x, n in counts if n > 0]
    return {
        "k": found.teams,
        "target": found.target,
        "phi": found.phi,
        "tau2": found.tau_squared,
        "mult_chisq_p": found.p_value,
        "z_raw_max": found.furthest,
        "n_out_95_adj": sum(is_outside(rate, limits.low_95, limits.high_95) for rate, limits in rates),
        "n_out_998_adj": sum(is_outside(rate, limits.low_998, limits.high_998) for rate, limits in rates),
    }


def is_outside(rate: float, low: float, high: float) -> bool:
    return rate < low or rate > high


@compares("funnel", "phe_wilson_units.csv", given="case unit num den")
def wilson_units(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        units = units_of(golden).get(row["case"])
        name = f"{row['case']} {row['unit']}"
        if units is None or row["unit"] not in units:
            yield Value(name, "rate", row["rate"], NO_UNITS)
            continue
        x, n = units[row["unit"]]
        rate = 100 * x / n if n > 0 else nan
        flag = wilson_flag(x, n, pooled_target(tuple(units.values()))) if n > 0 else None
        yield Value(name, "significance", row["significance"], flag, "T0")
        yield Value(name, "rate", row["rate"], rate)
        yield Value(name, "rate_chart", row["rate_chart"], rate)
        yield Value(name, "denominator_derived", row["denominator_derived"], n)


def wilson_flag(x: float, n: float, target: float) -> str:
    """The widest level at which the team's own interval leaves the target out."""
    for z, tail in ((Z_998, "0.001"), (Z_95, "0.025")):
        low, high = wilson_interval(x, n, z)
        if not low <= target <= high:
            return f"{'Low' if high < target else 'High'} ({tail})"
    return "Not significant"
