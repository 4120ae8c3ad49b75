"""nhsrplotthedots/, mdc2023/ and powerbi_spc/: special causes, variation and assurance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from equity.charts import lines as chart_lines
from equity.charts import states
from equity.charts.control_chart import ControlChart, control_chart
from equity.charts.lines import Lines
from equity.charts.plan import Plan
from equity.charts.series import Series
from equity.charts.special_causes import MAKING_DATA_COUNT, OUTSIDE, PLOT_THE_DOTS, SHIFT, TREND, TWO_OF_THREE, RuleSet, SpecialCauses, special_causes
from equity.charts.states import Variation, assurance, judged, variation
from equity.charts.ties import sides_of
from tests.conformance.charts import Supplied, supplied_series
from tests.conformance.files import Golden, flag, has_value, number, whole
from tests.conformance.golden_qicharts2 import KINDS, NO_SERIES
from tests.conformance.registry import compares
from tests.conformance.values import NotComparable, Value

SPEC = "spec case improvement_direction screen_outliers target fix_after_n rebase"
# 2.66 mean moving ranges are three standard deviations.
THIRD_OF_266 = 2.66 / 3
DIRECTIONS = {"increase": "higher", "decrease": "lower", "neutral": "neutral"}
LABELS = {
    (OUTSIDE, 1): "Above UCL",
    (OUTSIDE, -1): "Below LCL",
    (SHIFT, 1): "7 Points Above CL",
    (SHIFT, -1): "7 Points Below CL",
    (TREND, 1): "7 Point Trend (Increasing)",
    (TREND, -1): "7 Point Trend (Decreasing)",
    (TWO_OF_THREE, 1): "2 in 3 Above CL",
    (TWO_OF_THREE, -1): "2 in 3 Below CL",
    (None, 0): "Common Cause",
}
ICON_SIDES = {1: "high", -1: "low"}
ASSURANCES = {states.PASSES: "consistent_pass", states.FAILS: "consistent_fail", states.HIT_AND_MISS: "inconsistent", states.NOT_ASSESSABLE: "not_assessable"}
SHORT_GROUP = 13
EARLIER_GROUP = NotComparable("goldens.md: the types are those of the last group only")


@dataclass(frozen=True)
class Judged:
    """One chart with the special causes of each of its phases put together."""

    chart: ControlChart
    causes: tuple[SpecialCauses, ...]
    supplied: Supplied

    def phase_of(self, slot: int) -> int:
        return next(place for place, phase in enumerate(self.chart.phases) if slot < phase.stop)

    def cause(self, slot: int) -> tuple[str | None, int]:
        place = self.phase_of(slot)
        return self.causes[place].at(slot - self.chart.phases[place].start)

    def part(self, place: int) -> slice:
        return slice(self.chart.phases[place].start, self.chart.phases[place].stop)

    def lines(self, place: int) -> Lines:
        return self.chart.lines.mapped(lambda line: line[self.part(place)])

    def variation(self, place: int, direction: str) -> Variation:
        return variation(self.chart.values[self.part(place)], self.causes[place], direction, fewest=1)


def judged_chart(supplied: Supplied, plan: Plan, rules: RuleSet, kind: str = chart_lines.INDIVIDUALS) -> Judged:
    """A chart and what the rules find on it; inner lines at two thirds of the way, as these tools draw them."""
    chart = control_chart(kind, Series(supplied.numerators, supplied.denominators), plan)
    parts = [slice(phase.start, phase.stop) for phase in chart.phases]
    causes = [special_causes(chart.values[part], chart.lines.mapped(lambda line, part=part: line[part]), rules) for part in parts]
    return Judged(chart, tuple(causes), supplied)


def plan_of(spec: dict[str, str], supplied: Supplied) -> Plan:
    """The decisions of one spec; a rebase date begins a phase, so the phase before ends with the point before it."""
    dates = [date.fromisoformat(day) for day in spec.get("rebase", "").split(";") if has_value(day)]
    return Plan(
        freeze=whole(spec["fix_after_n"]) if has_value(spec.get("fix_after_n", "")) else None,
        phases=tuple(sum(day < begin for day in supplied.dates) for begin in dates),
        screened=flag(spec["screen_outliers"]),
        sigma_per_range=THIRD_OF_266,
    )


def charts_of(golden: Golden, specs: dict[str, dict[str, str]], rules: RuleSet) -> dict[str, Judged]:
    """The chart of every spec whose series is supplied."""
    series = supplied_series(golden, "values")
    return {name: judged_chart(series[spec["case"]], plan_of(spec, series[spec["case"]]), rules) for name, spec in specs.items() if spec["case"] in series}


def specs_of(golden: Golden, name: str) -> dict[str, dict[str, str]]:
    """The specs of a file beside this one, by their name."""
    source = golden.beside(f"nhsrplotthedots/{name}.csv")
    return {row["spec"]: row for row in source.rows} if source else {}


def flat_note(lines: Lines) -> str:
    """Said where our limits lie on the centre or are none, so that on_purpose.csv may name it."""
    if not np.isfinite(lines.high).all():
        return " (no limits)"
    return " (constant)" if (sides_of(lines.high, lines.low) == 0).all() else ""


def point_type(mark: int, direction: str) -> str:
    """A point's type in the words of the R package."""
    state = judged(mark, DIRECTIONS[direction])
    if state == states.COMMON_CAUSE:
        return "common_cause"
    return f"special_cause_neutral_{ICON_SIDES[mark]}" if state == states.NEUTRAL else f"special_cause_{state}"


@compares("nhsrplotthedots", "points.csv", given="spec case i date target")
def points(golden: Golden) -> Iterator[Value]:
    specs = specs_of(golden, "summary")
    charts = charts_of(golden, specs, PLOT_THE_DOTS)
    for row in golden.rows:
        if row["spec"] not in charts:
            yield Value(f"{row['spec']} {row['i']}", "y", row["y"], NO_SERIES)
            continue
        found = charts[row["spec"]]
        yield from point_values(row, found, found.supplied.slot(row["i"]), specs[row["spec"]]["improvement_direction"])


def point_values(row: dict[str, str], found: Judged, slot: int, direction: str) -> Iterator[Value]:
    """One point of one chart."""
    chart, place = found.chart, found.phase_of(slot)
    rule, mark = found.cause(slot)
    part = found.part(place)
    name = f"{row['spec']} {row['case']} {row['i']}{flat_note(found.lines(place))}"
    for column, value in (("y", chart.values), ("mean", chart.lines.centre), ("lpl", chart.lines.low), ("upl", chart.lines.high)):
        yield Value(name, column, row[column], float(value[slot]), empty_means_none=True)
    here = chart.values[[slot]]
    is_near = sides_of(here, chart.lines.inner_high[slot])[0] > 0 or sides_of(here, chart.lines.inner_low[slot])[0] < 0
    yield Value(name, "rebase_group", row["rebase_group"], place, "T0")
    yield Value(name, "short_group_warning", row["short_group_warning"], part.stop - part.start < SHORT_GROUP, "T0")
    yield Value(name, "relative_to_mean", row["relative_to_mean"], int(sides_of(here, chart.lines.centre[slot])[0]), "T0")
    yield Value(name, "outside_limits", row["outside_limits"], bool(chart.beyond[slot]), "T0")
    yield Value(name, "close_to_limits", row["close_to_limits"], bool(is_near and not chart.beyond[slot]), "T0")
    yield Value(name, "special_cause_type", row["special_cause_type"], LABELS[rule, mark], "T0")
    yield Value(name, "point_type", row["point_type"], point_type(mark, direction), "T0")


@compares("nhsrplotthedots", "summary.csv", given=SPEC)
def summary(golden: Golden) -> Iterator[Value]:
    rows = golden.rows
    charts = charts_of(golden, {row["spec"]: row for row in rows}, PLOT_THE_DOTS)
    for row in rows:
        found = charts.get(row["spec"])
        if found is None:
            yield Value(row["spec"], "n", row["n"], NO_SERIES)
            continue
        place = whole(row["rebase_group"]) if row["rebase_group"] else 0
        name = f"{row['spec']} {row['case']} group {place}{flat_note(found.lines(place)) or flat_note(found.lines(-1))}"
        is_last = place == len(found.chart.phases) - 1
        for column, value in (summary_of(found, place, row) | icons_of(found, row, is_last=is_last)).items():
            yield Value(name, column, row[column], value, "T1" if column in ("mean_col", "lpl", "upl") else "T0", empty_means_none=column in ("lpl", "upl"))


def summary_of(found: Judged, place: int, row: dict[str, str]) -> dict[str, float | int | str | None]:
    """One rebase group in the columns of the golden."""
    lines, part = found.lines(place), found.part(place)
    types = Counter(point_type(found.cause(slot)[1], row["improvement_direction"]) for slot in range(part.start, part.stop))
    return {
        "mean_col": float(lines.centre[0]),
        "lpl": float(lines.low[0]),
        "upl": float(lines.high[0]),
        "n": part.stop - part.start,
        "common_cause": types["common_cause"],
        "special_cause_improvement": types["special_cause_improvement"],
        "special_cause_concern": types["special_cause_concern"],
        "rebase_group": place if row["rebase_group"] else None,
    }


def icons_of(found: Judged, row: dict[str, str], *, is_last: bool) -> dict[str, str | NotComparable | None]:
    """Variation and assurance of the last group; a row of an earlier group shows the same icons."""
    direction = DIRECTIONS[row["improvement_direction"]]
    seen = found.variation(-1, direction)
    kind = point_type(seen.side, row["improvement_direction"])
    icon = kind.removeprefix("special_cause_")
    sure = ASSURANCES.get(assurance(found.lines(-1), number(row["target"]) if has_value(row["target"]) else None, direction))
    return {
        "variation_type": kind if is_last else EARLIER_GROUP,
        "variation_icon": (icon if seen.side == 0 or "neutral" in icon else f"{icon}_{ICON_SIDES[seen.side]}") + ".svg",
        "assurance_type": sure if is_last else EARLIER_GROUP,
        "assurance_icon": sure and sure.removeprefix("consistent_") + ".svg",
    }


@compares("nhsrplotthedots", "errors.csv", given=SPEC)
def errors(golden: Golden) -> Iterator[Value]:
    """The tool fails on these series, for a month that is missing; ours must not."""
    charts = charts_of(golden, specs_of(golden, "errors"), PLOT_THE_DOTS)
    for row in golden.rows:
        found = charts.get(row["spec"])
        answered = found is not None and found.variation(-1, DIRECTIONS[row["improvement_direction"]]).state != ""
        yield Value(f"{row['spec']} {row['case']}", "error", row["error"], row["error"] if answered else None if found else NO_SERIES, "T0")


@compares("mdc2023", "points.csv", given="case screen_outliers i")
def points_of_2023(golden: Golden) -> Iterator[Value]:
    rows = golden.rows
    specs = {f"{row['case']} {row['screen_outliers']}": row for row in rows}
    charts = charts_of(golden, specs, MAKING_DATA_COUNT)
    older = charts_of(golden, specs, PLOT_THE_DOTS)
    for row in rows:
        key = f"{row['case']} {row['screen_outliers']}"
        if key not in charts:
            yield Value(f"{key} {row['i']}", "y", row["y"], NO_SERIES)
            continue
        slot = charts[key].supplied.slot(row["i"])
        yield from values_of_2023(row, f"{key} {row['i']}", slot, (charts[key], older[key]))


def values_of_2023(row: dict[str, str], name: str, slot: int, charts: tuple[Judged, Judged]) -> Iterator[Value]:
    """One point by the rule of 2023 and by the one before."""
    newer, older = (found.cause(slot) for found in charts)
    chart = charts[0].chart
    for column, value in (("y", chart.values), ("mean", chart.lines.centre), ("lpl", chart.lines.low), ("upl", chart.lines.high)):
        yield Value(name, column, row[column], float(value[slot]), empty_means_none=True)
    yield Value(name, "type_ptd_0_2_2", row["type_ptd_0_2_2"], LABELS[older], "T0")
    yield Value(name, "type_mdc2023", row["type_mdc2023"], LABELS[newer], "T0")
    yield Value(name, "point_type_mdc2023_increase", row["point_type_mdc2023_increase"], point_type(newer[1], "increase"), "T0")
    yield Value(name, "differs", row["differs"], newer != older, "T0")


POWER_BI = RuleSet(shift=7, trend=6, all_on_one_side=False)
POWER_BI_ASSURANCES = {states.PASSES: "consistentPass", states.FAILS: "consistentFail", states.HIT_AND_MISS: "inconsistent", None: "none"}
OTHER_LIMITS = NotComparable("limits of charts i_m and i_mm are not supplied")
NO_LIMITS = NotComparable("the chart has no limits: one point, or a constant series")
SOURCES = ("values", "proportions", "rates", "counts_between_times")


@compares("powerbi_spc", "icons.csv", given="spec case chart outliers_in_limits direction alt_target")
def icons(golden: Golden) -> Iterator[Value]:
    for row in golden.rows:
        found = power_bi_chart(golden, row)
        ours = power_bi_icons(found, row) if isinstance(found, Judged) else {}
        for column in ("variation_icons_last_point", "variation_icons_all_points", "assurance_icon"):
            value = ours[column] if isinstance(found, Judged) else found
            yield Value(f"{row['spec']} {row['case']} {row['chart']}", column, row[column], value, "T0")


def power_bi_chart(golden: Golden, row: dict[str, str]) -> Judged | NotComparable:
    """The chart of one row, or why there is none."""
    if row["chart"] not in KINDS:
        return OTHER_LIMITS
    supplied = next((series[row["case"]] for series in (supplied_series(golden, name) for name in SOURCES) if row["case"] in series), None)
    if supplied is None:
        return NO_SERIES
    plan = replace(Plan(), screened=not flag(row["outliers_in_limits"]))
    found = judged_chart(supplied, plan, POWER_BI, KINDS[row["chart"]])
    known = np.isfinite(found.chart.values)
    exist = row["chart"] == "run" or bool((sides_of(found.chart.lines.high, found.chart.lines.low)[known] != 0).any())
    return found if exist else NO_LIMITS


def power_bi_icons(found: Judged, row: dict[str, str]) -> dict[str, str]:
    """The icons of one row: every rule that speaks, at the last point and at any."""
    direction = DIRECTIONS[row["direction"]]
    causes = found.causes[-1]
    marks = np.vstack([causes.outside, causes.trend, causes.two_of_three, causes.shift])
    last = int(np.flatnonzero(np.isfinite(found.chart.values))[-1])
    sure = assurance(found.lines(-1), number(row["alt_target"]) if has_value(row["alt_target"]) else None, direction)
    return {
        "variation_icons_last_point": power_bi_words(marks[:, last], direction),
        "variation_icons_all_points": power_bi_words(marks, direction),
        "assurance_icon": POWER_BI_ASSURANCES.get(sure, "inconsistent"),
    }


def power_bi_words(marks: np.ndarray, direction: str) -> str:
    """improvementHigh|concernLow: the icons of these marks, good news first."""
    order = (states.IMPROVEMENT, states.NEUTRAL, states.CONCERN)
    found = [(order.index(judged(mark, direction)), mark, judged(mark, direction)) for mark in (-1, 1) if (marks == mark).any()]
    return "|".join(f"{state}{ICON_SIDES[mark].capitalize()}" for _, mark, state in sorted(found)) or "commonCause"
