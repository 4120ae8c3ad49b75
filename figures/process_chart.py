"""One series as a chart with limits: its points, centre and limits phase by phase, the changes that were tested, the aim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from equity.charts.control_chart import INSUFFICIENT
from equity.process_chart import ProcessChart, ProcessPhase
from figures.labels import Panel
from figures.note_marks import apart_of, key_marks, process_spots
from figures.process_labels import narrow_labels, wide_labels
from figures.process_plan import BELOW, BOTTOM, LEAST_NARROW, LEAST_WIDE, MOST_MARKS, NAMES, TOP, Point, ProcessPlan, ProcessWords, plan_of
from figures.scales import brief, inner_ticks, period_ticks, ratio_ticks, written_ticks
from figures.team_run_levels import change_line, flag, level_line
from figures.team_run_plan import FLAG, TITLE, passing_title
from figures.theme import INK, INK2, INK3, PAPER, TEXT_SMALL, GroupMark, base_layout, empty_figure, time_axis, value_axis
from figures.timeline import blank_strip, blank_words, line, strip_axis


def process_figure(chart: ProcessChart, points: Sequence[Point], words: ProcessWords, mark: GroupMark) -> dict:
    """The chart, with its narrow form under layout.meta.

    Takes    chart: what to draw; points: one a period, in order of time; words: what to call and what to mark; mark: how the series is drawn.
    """
    if not np.isfinite(chart.values).any():
        return empty_figure("There is no period yet in which this can be shown.")
    plan = plan_of(chart, points, words)
    periods, kinds = [point.period for point in points], [point.blank for point in points]
    still = [*centre_lines(chart, points, plan), *aim_line(words, plan), *blank_strip(periods, kinds, y=plan.strip / 2, height=plan.strip, most=MOST_MARKS)]
    layout = base_layout(TOP + BOTTOM + plan.plot, margin={"l": 46, "r": 132, "t": TOP, "b": BOTTOM}) | axes(plan, words)
    layout["shapes"] = [*flags(words, plan, narrow=False), *still]
    keys = [key_marks(process_spots(chart, points, plan), apart_of(plan, width)) for width in (LEAST_WIDE, LEAST_NARROW)]
    layout["annotations"] = [*wide_labels(chart, points, words, mark, plan), *keys[0]]
    at, said = period_ticks(periods, most=5)
    small = {"tickfont": {"size": TEXT_SMALL}}
    narrow = {
        "margin": {"l": 36, "r": 72},
        "xaxis": small | {"tickvals": at, "ticktext": said},
        "yaxis": small,
        "shapes": [*flags(words, plan, narrow=True), *still],
        "annotations": [*narrow_labels(chart, points, words, mark, plan), *keys[1]],
    }
    layout["meta"] = {"narrow": {"below": BELOW, "layout": narrow}}
    return {"data": [*limit_traces(chart, points), series_trace(chart, points, words, mark), *blank_words(periods, kinds, "y2")], "layout": layout}


def series_trace(chart: ProcessChart, points: Sequence[Point], words: ProcessWords, mark: GroupMark) -> dict:
    """The line: hollow points, filled and larger in a signal, small and grey where too few people were counted to judge."""
    few = len(points) <= MOST_MARKS
    states = [point_state(chart, place) for place in range(len(points))]
    sizes = {"signal": 9 if few else 7, "plain": 7 if few else 4, "small": 4 if few else 3}
    marker = {
        "symbol": ["circle-open" if state == "small" else mark.marker for state in states],
        "size": [sizes[state] for state in states],
        "color": [{"signal": mark.light, "plain": PAPER, "small": INK3}[state] for state in states],
        "line": {"color": [INK3 if state == "small" else mark.light for state in states], "width": 1.6 if few else 1.2},
        "opacity": 1,
    }
    drawn = {"mode": "lines+markers", "line": {"color": mark.light, "width": 1.8, "dash": mark.dash}, "marker": marker, "name": words.name}
    return line([point.period for point in points], chart.values.tolist(), [point.said for point in points], **drawn)


def point_state(chart: ProcessChart, place: int) -> str:
    """How a point is drawn: signal, plain, or small where it is not judged."""
    if np.isnan(chart.judged[place]):
        return "small"
    return "signal" if chart.rules_at(place) else "plain"


def limit_traces(chart: ProcessChart, points: Sequence[Point]) -> list[dict]:
    """Both limits as steps, broken between phases; nothing where there are none."""
    drawn = []
    for limit in (chart.lines.low, chart.lines.high):
        xs: list[str | None] = []
        ys: list[float | None] = []
        for phase in chart.phases:
            known = [place for place in range(phase.start, phase.stop) if np.isfinite(limit[place])]
            xs += [*(points[place].period.middle.isoformat() for place in known), None]
            ys += [*(brief(float(limit[place])) for place in known), None]
        if any(y is not None for y in ys):
            style = {"mode": "lines", "line": {"shape": "hvh", "color": INK3, "width": 1.2, "dash": "2px,3px"}}
            drawn.append({"type": "scatter", "x": xs, "y": ys, "hoverinfo": "skip", "connectgaps": False} | style)
    return drawn


def centre_lines(chart: ProcessChart, points: Sequence[Point], plan: ProcessPlan) -> list[dict]:
    """The centre of every phase: solid over what it was made from, dashed after a baseline and where it is only a first one."""
    drawn = []
    for phase in chart.phases:
        centre = float(chart.lines.centre[phase.start])
        if np.isfinite(centre):
            drawn += centre_line(phase, centre, chart.frozen, points, plan)
    return drawn


def centre_line(phase: ProcessPhase, centre: float, frozen: int | None, points: Sequence[Point], plan: ProcessPlan) -> list[dict]:
    """One phase's centre as one stretch, or two where a baseline ends within it."""
    start, end = points[phase.start].period.start, points[phase.stop - 1].period.end + timedelta(days=1)
    end = plan.end if phase.stop == len(points) else end
    if frozen and phase.start < frozen < phase.stop:
        until = points[frozen - 1].period.end
        return [level_line("y", centre, start, until, "solid", INK2), level_line("y", centre, until, end, "5px,4px", INK2)]
    return [level_line("y", centre, start, end, "5px,4px" if phase.standing == INSUFFICIENT else "solid", INK2)]


def aim_line(words: ProcessWords, plan: ProcessPlan) -> list[dict]:
    """The aim, over the whole width."""
    if words.aim is None:
        return []
    return [level_line("y", words.aim, plan.start, plan.end, "7px,4px", INK)]


def flags(words: ProcessWords, plan: ProcessPlan, *, narrow: bool) -> list[dict]:
    """A flag with its dotted line for every change; where a new phase begins the line is whole and thick."""
    drawn: list[dict] = []
    for letter, day, wide_row, narrow_row in plan.flags:
        row = narrow_row if narrow else wide_row
        top = 1 - (row * FLAG + FLAG - 2) / plan.plot
        begins = letter == words.begins
        for high, low in stretches(day, top, plan, words, narrow=narrow):
            shape = change_line(day, high, low)
            drawn.append(shape | {"line": {"color": INK, "width": 1.6}} if begins else shape)
        drawn.append(flag(day, row))
    return drawn


def stretches(day: date, top: float, plan: ProcessPlan, words: ProcessWords, *, narrow: bool) -> list[tuple[float, float]]:
    """The parts of an upright line that pass by the panel's title."""
    title, width = (words.title_short, LEAST_NARROW) if narrow else (words.title, LEAST_WIDE)
    if not passing_title(plan.share(day) * width, title):
        return [(top, 0.0)]
    foot = plan.panel.top + (4 + (NAMES if words.phases else 0)) / plan.plot
    return [(top, min(top, foot + (TITLE - 8) / plan.plot)), (foot, 0.0)]


def axes(plan: ProcessPlan, words: ProcessWords) -> dict:
    """One time axis at the foot of the values."""
    days = [plan.start.isoformat(), plan.end.isoformat()]
    at, said = period_ticks(plan.periods, most=11)
    return {
        "xaxis": time_axis(range=days, tickvals=at, ticktext=said, anchor="free", position=0, domain=[0, 1]),
        "yaxis": value_axis(domain=[plan.panel.bottom, plan.panel.top], range=[plan.panel.low, plan.panel.high]) | value_ticks(plan.panel, words),
        "yaxis2": strip_axis(plan.strip),
    }


def value_ticks(panel: Panel, words: ProcessWords) -> dict:
    """Round ticks with the unit."""
    if words.is_ratio:
        at = [tick for tick in ratio_ticks(max(panel.low, 0.1), panel.high) if panel.low <= tick <= panel.high]
        return {"tickvals": at, "ticktext": [f"{tick:g}" for tick in at]}
    at = [tick for tick in inner_ticks(panel.low, panel.high) if tick >= words.least]
    return {"tickvals": at, "ticktext": written_ticks(at, words.unit)}
