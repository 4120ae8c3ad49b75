"""ihi_rules/: run charts and their rules, and how many runs chance may bring."""

from __future__ import annotations

from collections.abc import Iterator
from math import nan

from equity.charts.run_chart import RunChart, run_chart
from equity.charts.run_limits import runs_limits
from tests.conformance.charts import Supplied, supplied_series
from tests.conformance.files import Golden, whole
from tests.conformance.registry import compares, is_study
from tests.conformance.values import NotComparable, Value

is_study("ihi_rules", "false_signal_rates_sim.csv")
SOURCES = ("values", "proportions")
SHIFTS, TRENDS = {1: "above", -1: "below"}, {1: "up", -1: "down"}


def chart_of(golden: Golden, case: str) -> tuple[RunChart, Supplied] | None:
    """The run chart of a case, or None where its series is not supplied."""
    for name in SOURCES:
        supplied = supplied_series(golden, name).get(case)
        if supplied:
            return run_chart(supplied.values), supplied
    return None


@compares("ihi_rules", "points.csv", given="case i")
def points(golden: Golden) -> Iterator[Value]:
    charts = {case: chart_of(golden, case) for case in {row["case"] for row in golden.rows}}
    for row in golden.rows:
        found, name = charts[row["case"]], f"{row['case']} {row['i']}"
        if found is None:
            yield Value(name, "y", row["y"], NotComparable("its series is not supplied"))
            continue
        chart, supplied = found
        slot = supplied.slot(row["i"])
        yield Value(name, "y", row["y"], float(chart.values[slot]), empty_means_none=True)
        yield Value(name, "median", row["median"], chart.median)
        yield Value(name, "shift6", row["shift6"], SHIFTS.get(int(chart.shift[slot])), "T0", empty_means_none=True)
        yield Value(name, "trend5", row["trend5"], TRENDS.get(int(chart.trend[slot])), "T0", empty_means_none=True)


@compares("ihi_rules", "summary.csv", given="case")
def summary(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        found = chart_of(golden, row["case"])
        ours = summary_of(found[0]) if found else {}
        for column, golden_text in row.items():
            if column != "case":
                value = ours.get(column) if found else NotComparable("its series is not supplied")
                tolerance = "T1" if column == "median" else "T0"
                yield Value(row["case"], column, golden_text, value, tolerance, empty_means_none=column in ("runs_low", "runs_high"))


def summary_of(chart: RunChart) -> dict[str, float | str | bool]:
    """A chart in the columns of the golden."""
    low, high = chart.limits or (nan, nan)
    return {
        "n_obs": len(chart.values),
        "n_missing": int(sum(value != value for value in chart.values)),
        "median": chart.median,
        "n_useful": chart.runs.useful,
        "n_runs": chart.runs.count,
        "longest_run": chart.runs.longest,
        "runs_low": low,
        "runs_high": high,
        "runs_verdict": chart.verdict,
        "any_shift": bool(chart.shift.any()),
        "any_trend": bool(chart.trend.any()),
    }


@compares("ihi_rules", "runs_limits_exact.csv", given="n_useful recalled_published_low recalled_published_high")
def limits_of_runs(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        for name, chance in (("p05", 0.05), ("p025", 0.025)):
            low, high = runs_limits(whole(row["n_useful"]), chance)
            yield Value(row["n_useful"], f"crit_low_{name}", row[f"crit_low_{name}"], low, "T0")
            yield Value(row["n_useful"], f"crit_high_{name}", row[f"crit_high_{name}"], high, "T0")
