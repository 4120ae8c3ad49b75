"""phe/: intervals of single groups."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import NormalDist

from equity.rates import FEWEST_FOR_BYAR, Z95, byar_interval, wilson_interval
from tests.conformance.files import Golden, Row, number, whole
from tests.conformance.registry import compares
from tests.conformance.values import Value

LEVELS = {"95": Z95, "99_8": NormalDist().inv_cdf(0.999)}


@compares("phe", "wilson_proportions.csv", given="x n")
def wilson_proportions(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        x, n = whole(row["x"]), whole(row["n"])
        yield from limits_of(row, x / n, {level: wilson_interval(x, n, z) for level, z in LEVELS.items()})
        yield Value(f"{x}/{n}", "method", row["method"], "Wilson", "T0")


@compares("phe", "byars_rates.csv", given="x n multiplier")
def byars_rates(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        x, people = whole(row["x"]), number(row["n"]) / number(row["multiplier"])
        yield from limits_of(row, x / people, {level: byar_interval(x, people, z) for level, z in LEVELS.items()})
        yield Value(f"{row['x']}/{row['n']}", "method", row["method"], "Byars" if x >= FEWEST_FOR_BYAR else "Exact", "T0")


def limits_of(row: Row, value: float, limits: dict[str, tuple[float, float]]) -> Iterator[Value]:
    """The estimate and both limits at each level."""
    name = f"{row['x']}/{row['n']}"
    yield Value(name, "value", row["value"], value)
    for level, (low, high) in limits.items():
        yield Value(name, f"lower{level}", row[f"lower{level}"], low)
        yield Value(name, f"upper{level}", row[f"upper{level}"], high)
