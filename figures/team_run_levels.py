"""The straight lines of a team's run chart: medians, limits and aim across it, convenings and changes upright through it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date, timedelta

from equity.stratified_run import RunLine, StratifiedRun, baseline_places
from equity.trend import GapTrend
from figures.scales import brief
from figures.team_run_plan import FLAG, LEAST_NARROW, LEAST_WIDE, Plan, RunWords, on_axis, passing
from figures.theme import INK, INK2, INK3, LAMP


def levels(trend: GapTrend, run: StratifiedRun, plan: Plan) -> list[dict]:
    """No gap as a thin line, each median over the baseline and after, and the limits of the gap."""
    nothing = 1.0 if trend.measure.scale == "ratio" else 0.0
    drawn = [level_line("y2", nothing, plan.start, plan.end, "solid", INK3)]
    for axis, found, colour in (("y", run.reference, INK2), ("y", run.focus, INK2), ("y2", run.gap, INK)):
        if found.median == found.median:
            drawn += median_lines(axis, found, trend, plan, colour)
    return drawn + [part for limits in (run.low, run.high) for part in limit_lines(trend, limits, plan)]


def median_lines(axis: str, found: RunLine, trend: GapTrend, plan: Plan, colour: str) -> list[dict]:
    """The median: solid over the points that it was made from, dashed on from there; of every phase its own."""
    last = trend.points[-1].period.end
    if found.steps:
        starts = [trend.points[place].period.start for place, _ in found.steps]
        stretches = zip(starts, [*starts[1:], last], found.steps, strict=True)
        return [level_line(axis, median, start, end, "solid", colour) for start, end, (_, median) in stretches]
    if not found.is_frozen:
        return [level_line(axis, found.median, plan.start, last, "solid", colour)]
    inside = [point.period for point, is_in in zip(trend.points, baseline_places(trend), strict=True) if is_in]
    until = inside[-1].end
    return [
        level_line(axis, found.median, inside[0].start, until, "solid", colour),
        *([level_line(axis, found.median, until, plan.end, "5px,4px", colour)] if until < last else []),
    ]


def limit_lines(trend: GapTrend, limits: Sequence[float], plan: Plan) -> list[dict]:
    """One limit as steps, a step a period, where it lies inside the panel."""
    pairs = zip(trend.points, limits, strict=False)
    return [
        level_line("y2", limit, point.period.start, point.period.end + timedelta(days=1), "2px,3px", INK3)
        for point, limit in pairs
        if plan.gap.low <= limit <= plan.gap.high
    ]


def level_line(axis: str, value: float, start: date, end: date, dash: str, colour: str) -> dict:
    """A value that does not change from one day to another."""
    at = {"x0": start.isoformat(), "x1": end.isoformat(), "y0": brief(value), "y1": brief(value)}
    return at | {"type": "line", "xref": "x", "yref": axis, "layer": "below", "line": {"color": colour, "width": 1.2, "dash": dash}}


def aim_lines(trend: GapTrend, words: RunWords, plan: Plan) -> list[dict]:
    """The aim as a dashed line from the day it was registered, and the straight way from the baseline's gap to it."""
    aim = words.aim
    if aim is None or not math.isfinite(on_axis(trend, aim.value)):
        return []
    since = max(aim.registered_on or plan.start, plan.start)
    drawn = [level_line("y2", aim.value, since, plan.end, "7px,4px", INK)]
    before = trend.baseline_ratio if trend.measure.scale == "ratio" else trend.baseline_gap
    start, goal = on_axis(trend, before.value), on_axis(trend, aim.value)
    if aim.by is None or aim.registered_on is None or aim.by <= since or not math.isfinite(start + goal):
        return drawn
    reached = min(aim.by, plan.end)
    at_end = start + (goal - start) * ((reached - since) / (aim.by - since))
    ends = {
        "x0": since.isoformat(),
        "x1": reached.isoformat(),
        "y0": brief(before.value),
        "y1": brief(10**at_end if trend.measure.scale == "ratio" else at_end),
    }
    return [*drawn, ends | {"type": "line", "xref": "x", "yref": "y2", "layer": "below", "line": {"color": INK, "width": 1.2, "dash": "2px,4px"}}]


def upright(events: Sequence[dict], words: RunWords, plan: Plan, *, narrow: bool) -> list[dict]:
    """Convenings and changes as lines through both panels, clear of the panels' titles, with the flags of the changes."""
    titles = (words.rates_short, words.gap_short) if narrow else (words.rates, words.gap)
    width = LEAST_NARROW if narrow else LEAST_WIDE
    drawn = []
    for shape in events:
        if shape["type"] != "line":
            drawn.append(shape)
            continue
        stretches = passing(date.fromisoformat(shape["x0"]), 1.0, plan, titles, width=width)
        drawn += [shape | {"y0": low, "y1": high} for high, low in stretches]
    for _, day, wide_row, narrow_row in plan.flags:
        row = narrow_row if narrow else wide_row
        top = 1 - (row * FLAG + FLAG - 2) / plan.plot
        drawn += [change_line(day, high, low) for high, low in passing(day, top, plan, titles, width=width)]
    return drawn + [flag(day, narrow_row if narrow else wide_row) for _, day, wide_row, narrow_row in plan.flags]


def change_line(day: date, high: float, low: float) -> dict:
    """A stretch of the dotted line under a flag."""
    at = {"x0": day.isoformat(), "x1": day.isoformat(), "y0": low, "y1": high}
    return at | {"type": "line", "xref": "x", "yref": "paper", "layer": "below", "line": {"color": INK2, "width": 1.2, "dash": "2px,3px"}}


def flag(day: date, row: int) -> dict:
    """The square that a change's letter stands on."""
    at = {
        "xsizemode": "pixel",
        "xanchor": day.isoformat(),
        "x0": -9,
        "x1": 9,
        "ysizemode": "pixel",
        "yanchor": 1,
        "y0": -20 - row * FLAG,
        "y1": -2 - row * FLAG,
    }
    return at | {"type": "rect", "xref": "x", "yref": "paper", "fillcolor": LAMP, "line": {"width": 0}, "layer": "above"}
