"""qicharts2/: run charts and control charts, their limits, runs and signals."""

from __future__ import annotations

from collections.abc import Iterator
from math import nan

import numpy as np

from equity.charts import lines
from equity.charts.control_chart import ControlChart, control_chart
from equity.charts.plan import Plan
from equity.charts.run_limits import anhoej_limits
from equity.charts.series import Series
from equity.charts.subgroups import subgroup_constants
from equity.charts.ties import sides_of
from tests.conformance.charts import Supplied, supplied_series
from tests.conformance.files import Golden, flag, number, whole
from tests.conformance.registry import compares
from tests.conformance.values import NotComparable, Value

KINDS = {
    "run": lines.RUN,
    "i": lines.INDIVIDUALS,
    "mr": lines.RANGES,
    "p": lines.SHARE,
    "pp": lines.SHARE_PRIME,
    "u": lines.RATE,
    "up": lines.RATE_PRIME,
    "c": lines.COUNT,
    "g": lines.CASES_BETWEEN,
    "t": lines.TIME_BETWEEN,
    "ip": lines.INDIVIDUALS_PRIME,
}
GIVEN = "spec case input chart screened_mr freeze part exclude cl_fixed multiply method part_no"
LIMITS = {"lcl": "low", "lcl95": "inner_low", "ucl95": "inner_high", "ucl": "high"}
NO_SERIES = NotComparable("its series is not supplied")
NO_TABLE = NotComparable("bestbox and cutbox: their table of limits is not supplied")


def plan_of(spec: dict[str, str]) -> Plan:
    """The decisions of one spec."""
    return Plan(
        freeze=whole(spec["freeze"]) if spec["freeze"] else None,
        phases=numbers(spec["part"]),
        excluded=frozenset(numbers(spec["exclude"])),
        centre=number(spec["cl_fixed"]) if spec["cl_fixed"] else None,
        screened=flag(spec["screened_mr"]),
        multiply=number(spec["multiply"]) if spec["multiply"] else 1.0,
    )


def numbers(written: str) -> tuple[int, ...]:
    """2;9 as numbers."""
    return tuple(whole(part) for part in written.split(";") if part)


def chart_of(golden: Golden, spec: dict[str, str]) -> tuple[ControlChart, Supplied] | None:
    """The chart of one spec, or None where its series is not supplied."""
    supplied = supplied_series(golden, spec["input"]).get(spec["case"])
    if supplied is None:
        return None
    return control_chart(KINDS[spec["chart"]], Series(supplied.numerators, supplied.denominators), plan_of(spec)), supplied


def spec_name(spec: dict[str, str]) -> str:
    """Q283 P09_improve_split12 ip, and in brackets what on_purpose.csv may name."""
    note = " (spread of the base)" if spec["chart"] == "ip" and (spec["freeze"] or spec["exclude"]) else ""
    return f"{spec['spec']} {spec['case']} {spec['chart']}{note}"


def flat_note(chart: ControlChart, slot: int, golden_limit: str) -> str:
    """Said where our limits lie on the centre and the golden has none."""
    low, high = chart.lines.low[slot], chart.lines.high[slot]
    return " (constant)" if not golden_limit and sides_of(high, low) == 0 and np.isfinite(high) else ""


@compares("qicharts2", "points.csv", given="spec case chart i date n")
def points(golden: Golden) -> Iterator[Value]:
    summary = golden.beside("qicharts2/summary.csv")
    specs = {row["spec"]: row for row in summary.rows} if summary else {}
    charts = {spec: chart_of(golden, row) for spec, row in specs.items()}
    for row in golden.rows:
        found = charts.get(row["spec"])
        if found is None:
            yield Value(f"{row['spec']} {row['i']}", "y", row["y"], NO_SERIES)
            continue
        chart, supplied = found
        yield from point_values(row, f"{spec_name(specs[row['spec']])} {row['i']}", chart, supplied.slot(row["i"]))


def point_values(row: dict[str, str], name: str, chart: ControlChart, slot: int) -> Iterator[Value]:
    """One point of one chart."""
    name += flat_note(chart, slot, row["ucl"])
    yield Value(name, "y", row["y"], float(chart.values[slot]), empty_means_none=True)
    yield Value(name, "cl", row["cl"], float(chart.lines.centre[slot]))
    for column, line in LIMITS.items():
        yield Value(name, column, row[column], float(getattr(chart.lines, line)[slot]), empty_means_none=True)
    part = next(place for place, phase in enumerate(chart.phases, start=1) if slot < phase.stop)
    frozen = chart.plan.freeze
    yield Value(name, "part", row["part"], part, "T0")
    yield Value(name, "baseline", row["baseline"], frozen is None or slot < frozen, "T0")
    yield Value(name, "include", row["include"], bool(chart.included[slot]), "T0")
    yield Value(name, "sigma_signal", row["sigma_signal"], bool(chart.beyond[slot]), "T0")
    yield Value(name, "runs_signal", row["runs_signal"], chart.phases[part - 1].has_moved, "T0")


@compares("qicharts2", "summary.csv", given=GIVEN)
def summary(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        found = chart_of(golden, row)
        name = f"{spec_name(row)} part {row['part_no']}"
        ours = phase_summary(found[0], whole(row["part_no"]) - 1) if found else {}
        for column, golden_text in row.items():
            if column not in GIVEN.split():
                value = ours.get(column) if found else NO_SERIES
                value = NO_TABLE if row["method"] in ("bestbox", "cutbox") and column not in ("n_obs", "n_useful", "CL") else value
                yield Value(name, column, golden_text, value, "T1" if column in ("aLCL", "CL", "aUCL") else "T0")


def phase_summary(chart: ControlChart, place: int) -> dict[str, float | int | bool | None]:
    """One phase in the columns of the golden."""
    phase = chart.phases[place]
    part = slice(phase.start, phase.stop)
    low, high = chart.lines.low[part], chart.lines.high[part]
    return {
        "n_obs": int(chart.included[part].sum()),
        "n_useful": phase.runs.useful,
        "longest_run": phase.runs.longest,
        "longest_run_max": phase.longest_allowed,
        "n_crossings": phase.runs.crossings,
        "n_crossings_min": phase.fewest_crossings,
        "runs_signal": phase.has_moved,
        "aLCL": mean_of(low),
        "CL": float(chart.lines.centre[phase.start]),
        "aUCL": mean_of(high),
        "n_sigma_signals": int(abs(chart.beyond[part]).sum()),
    }


def mean_of(values: np.ndarray) -> float:
    """The mean of what is there; nan where nothing is."""
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else nan


@compares("qicharts2", "errors.csv", given=GIVEN)
def errors(golden: Golden) -> Iterator[Value]:
    """The tool refuses these series; ours gives a chart that states why it has no limits."""
    for row in golden.rows:
        found = chart_of(golden, row)
        stated = row["error"] if found and found[0].refused else None
        yield Value(f"{row['spec']} {row['case']}", "error", row["error"], stated if found else NO_SERIES, "T0")


@compares("qicharts2", "anhoej_limits_1_200.csv", given="n_useful")
def limits_of_anhoej(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        longest, crossings = anhoej_limits(whole(row["n_useful"]))
        yield Value(row["n_useful"], "longest_run_max", row["longest_run_max"], longest, "T0")
        yield Value(row["n_useful"], "n_crossings_min", row["n_crossings_min"], crossings, "T0")


@compares("qicharts2", "shewhart_constants.csv", given="n")
def constants(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        ours = subgroup_constants(whole(row["n"]))
        for column, value in (("c4", ours.c4), ("A3", ours.a3), ("B3", ours.b3), ("B4", ours.b4)):
            yield Value(row["n"], column, row[column], value)
