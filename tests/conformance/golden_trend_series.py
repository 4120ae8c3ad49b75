"""trend/series_*: the gap month by month with its limits, and the four patterns of gap and ratio."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from equity.gap_limits import gap_limits
from tests.conformance.files import Golden, number
from tests.conformance.registry import compares
from tests.conformance.trend_series import GapMonths, Numbers
from tests.conformance.values import NotComparable, Value

MEAN_RANGE_TO_LIMITS = 2.66
SIGMAS = 3


@compares("trend", "series_*.csv", given="scenario month")
def gap_series(golden: Golden) -> Iterator[Value]:
    inputs = golden.beside(f"trend/input_{golden.case}.csv")
    columns = series_columns(GapMonths.of(inputs)) if inputs else None
    for place, row in enumerate(golden.rows):
        for column in columns or [name for name in row if name not in ("scenario", "month")]:
            yield Value(row["month"], column, row[column], float(columns[column][place]) if columns else NotComparable("input not supplied"))


def series_columns(months: GapMonths) -> dict[str, np.ndarray]:
    """Every column, an entry a month."""
    scales = months.scales()
    gaps, errors = scales["D"]
    limits = gap_limits(gaps, errors)
    columns = {"D": gaps, "se_D": errors, "R": np.exp(scales["logR"][0]), "se_logR": scales["logR"][1]}
    columns |= {"R_complement": np.exp(scales["logR_complement"][0]), "se_logRc": scales["logR_complement"][1]}
    columns |= {"gap_cl": np.full(len(gaps), limits.centre), "gap_lcl": limits.low, "gap_ucl": limits.high}
    for group, counts in (("ref", months.ref), ("comp", months.comp)):
        columns |= {f"{name}_{group}": values for name, values in share_limits(counts).items()}
        columns |= {f"p_{group}": counts[0] / counts[1]}
    return columns | moving_range_limits(gaps)


def moving_range_limits(gaps: np.ndarray) -> dict[str, np.ndarray]:
    """XmR: the mean and 2.66 mean moving ranges either way."""
    off = MEAN_RANGE_TO_LIMITS * np.abs(np.diff(gaps)).mean()
    return {name: np.full(len(gaps), gaps.mean() + step * off) for name, step in (("xmr_cl", 0), ("xmr_lcl", -1), ("xmr_ucl", 1))}


def share_limits(counts: Numbers) -> dict[str, np.ndarray]:
    """p-chart: the pooled rate and three standard deviations, within 0 to 100 %."""
    numerators, denominators = counts
    rate = numerators.sum() / denominators.sum()
    off = SIGMAS * np.sqrt(rate * (1 - rate) / denominators)
    return {"pchart_cl": np.full(len(off), rate), "pchart_lcl": np.maximum(0, rate - off), "pchart_ucl": np.minimum(1, rate + off)}


@compares("trend", "absolute_vs_relative_patterns.csv", given="pattern ref_t0 comp_t0 ref_t1 comp_t1")
def absolute_against_relative(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        for time in ("0", "1"):
            ref, comp = number(row[f"ref_t{time}"]), number(row[f"comp_t{time}"])
            low, high = sorted((ref, comp))
            ours = {
                f"D{time}": high - low,
                f"ratio_hi_lo_t{time}": high / low,
                f"complement_ratio_t{time}": (1 - low) / (1 - high),
                f"OR_t{time}": comp / (1 - comp) / (ref / (1 - ref)),
            }
            for column, value in ours.items():
                yield Value(row["pattern"], column, row[column], value)
