"""network/panel_* and network_by_stratum_*: run, P and P-prime charts of each team and stratum, and of the whole network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import isnan, nan

import numpy as np

from equity.charts.control_chart import ControlChart, control_chart
from equity.charts.plan import Plan
from equity.charts.series import Series
from tests.conformance.files import Golden, number, whole
from tests.conformance.golden_qicharts2 import KINDS, phase_summary, point_values
from tests.conformance.registry import compares
from tests.conformance.values import NotComparable, Value

NO_PANEL = NotComparable("inputs/network_panel.csv is not supplied")
# The reference tool screened moving ranges throughout.
SCREENED = Plan(screened=True)
Key = tuple[str, ...]
WHEN = ("date", "i", "month", "period")


@cache
def panel(golden: Golden, keys: Key) -> dict[Key, dict[str, tuple[float, float]]]:
    """Counts by key and time; pairs with both values are summed where several teams share a key, else the pair is missing."""
    source = golden.beside("inputs/network_panel.csv")
    found: dict[Key, dict[str, tuple[float, float]]] = defaultdict(dict)
    for row in source.rows if source else ():
        when = moment(row)
        cells = found[tuple(row[key] for key in keys)]
        pair = number(row["num"]), number(row["den"])
        before = cells.setdefault(when, (nan, nan))
        if not (isnan(pair[0]) or isnan(pair[1])):
            cells[when] = pair if isnan(before[0]) else (before[0] + pair[0], before[1] + pair[1])
    return dict(found)


def moment(row: dict[str, str]) -> str:
    """The column that tells the time of a row."""
    return next(row[name] for name in WHEN if row.get(name))


def chart_of(golden: Golden, row: dict[str, str], keys: Key, chart: str) -> tuple[ControlChart, dict[str, int]] | None:
    """The chart of a row's team and stratum, and where each time stands in it."""
    cells = panel(golden, keys).get(tuple(row[key] for key in keys))
    if cells is None:
        return None
    pairs = np.array(list(cells.values()))
    slots = {when: slot for slot, when in enumerate(cells)}
    return control_chart(KINDS[chart], Series(pairs[:, 0], pairs[:, 1]), SCREENED), {
        told: slots[when] for told, when in names_of_time(golden).items() if when in slots
    }


@cache
def names_of_time(golden: Golden) -> dict[str, str]:
    """Every way in which the panel tells a time, to the one by which it is kept: a golden may tell it another way."""
    source = golden.beside("inputs/network_panel.csv")
    return {row[name]: moment(row) for row in (source.rows if source else ()) for name in WHEN if row.get(name)}


def points_of(golden: Golden, keys: Key, chart: str | None) -> Iterator[Value]:
    """Every point of a file; chart: None where each row names its own."""
    made: dict[Key, tuple[ControlChart, dict[str, int]] | None] = {}
    for row in golden.rows:
        kind = chart or row["chart"]
        key = (*(row[name] for name in keys), kind)
        if key not in made:
            made[key] = chart_of(golden, row, keys, kind)
        found, name = made[key], " ".join((*key, moment(row)))
        if found is None:
            yield Value(name, "y", row["y"], NO_PANEL)
        else:
            compared = point_values(defaultdict(str, row), name, found[0], found[1][moment(row)])
            yield from (value for value in compared if value.column in row)


@compares("network", "panel_points.csv", given="spec case team stratum chart i date month period num den n")
def panel_points(golden: Golden) -> Iterator[Value]:
    yield from points_of(golden, ("team", "stratum"), None)


@compares("network", "network_by_stratum_p.csv", given="spec case stratum chart i date month period num den n")
def by_stratum_p(golden: Golden) -> Iterator[Value]:
    yield from points_of(golden, ("stratum",), "p")


@compares("network", "network_by_stratum_run.csv", given="spec case stratum chart i date month period num den n")
def by_stratum_run(golden: Golden) -> Iterator[Value]:
    yield from points_of(golden, ("stratum",), "run")


@compares("network", "panel_summary.csv", given="spec case team stratum chart part_no screened_mr method input")
def panel_summary(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        found = chart_of(golden, row, ("team", "stratum"), row["chart"])
        name = f"{row['team']} {row['stratum']} {row['chart']}"
        if found is None:
            yield Value(name, "n_obs", row.get("n_obs", ""), NO_PANEL)
            continue
        ours = phase_summary(found[0], whole(row.get("part_no") or "1") - 1)
        for column in ours:
            if column in row:
                yield Value(name, column, row[column], ours[column], "T1" if column in ("aLCL", "CL", "aUCL") else "T0")
