"""A small run chart of one share or size: broken where nothing is known, its middle value and its end told beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan
from statistics import median

from equity.numbers import decimal
from equity.periods import Period
from figures.gap_panel import few_ticks, value_ticks
from figures.labels import Label, Panel, right_labels
from figures.scales import written_ticks
from figures.theme import INK, INK2, INK3, TEXT_SMALL, base_layout, empty_figure, time_axis, value_axis
from figures.timeline import blank_strip, blank_words, line, span_of, strip_axis

HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 116, 8, 24, 40, 76
PLOT = HEIGHT - TOP - BOTTOM
STRIP_HEIGHT = 18 / PLOT
MOST_MARKS = 11
# Fewer points than this have no middle that a run could cross.
FEWEST_FOR_MIDDLE = 8
# More points than this stand closer than their dots are wide.
MANY = 16
# Room over the highest value and under zero, as shares of it: the number of zero stands clear of the dates.
ROOM, UNDER = 1.2, 0.16


@dataclass(frozen=True, slots=True)
class SmallPoint:
    """One period: its value and what it says, or why there is none. highest: where only a range is told, its upper end, the value its lower."""

    period: Period
    value: float | None
    blank: str | None
    said: str
    highest: float | None = None


def small_line_figure(points: Sequence[SmallPoint], *, unit: str = "", places: int = 0, middle: bool = False, nothing: str = "No report is due yet.") -> dict:
    """Takes points in the order of time; unit: what follows a number; middle: True draws the middle value of a run chart, from eight points on."""
    known = [point.value for point in points if point.value is not None]
    if not known:
        return empty_figure(nothing, height=HEIGHT)
    periods, blanks = [point.period for point in points], [point.blank for point in points]
    lowest = STRIP_HEIGHT + 0.06 if any(blanks) else 0.0
    ends = [point.highest for point in points if point.highest is not None]
    highest = max([*known, *ends]) or 1.0
    span = (-UNDER * highest, ROOM * highest)
    ticks = value_ticks((0.0, span[1]))["tickvals"]
    centre = median(known) if middle and len(known) >= FEWEST_FOR_MIDDLE else None
    layout = base_layout(HEIGHT, margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM}) | {
        "xaxis": time_axis(range=list(span_of(periods)), showline=False, ticks="", anchor="free", position=0, **few_ticks(points)),
        "yaxis": value_axis(domain=[lowest, 1], range=list(span), tickfont={"size": TEXT_SMALL}, tickvals=ticks, ticktext=written_ticks(ticks, unit)),
        "yaxis2": strip_axis(STRIP_HEIGHT),
        "shapes": [*middle_line(centre, points), *blank_strip(periods, blanks, y=STRIP_HEIGHT / 2, height=STRIP_HEIGHT, most=MOST_MARKS)],
        "annotations": [] if ends else right_labels(labels(known[-1], centre, unit, places), Panel(lowest, 1, *span, PLOT), x=last_known(points)),
    }
    values = [nan if point.value is None else point.value for point in points]
    drawn = range_bars(points) if ends else {"mode": "lines+markers", "line": {"color": INK, "width": 2}, "marker": {"color": INK, "size": sizes(points)}}
    return {"data": [line(periods, values, [point.said for point in points], **drawn), *blank_words(periods, blanks, "y2")], "layout": layout}


def range_bars(points: Sequence[SmallPoint]) -> dict:
    """A bar a period from end to end of its range: a line would lead from one lower end to the next, and no such number is told."""
    up = [None if point.highest is None or point.value is None else point.highest - point.value for point in points]
    bar = {"type": "data", "symmetric": False, "array": up, "arrayminus": [0] * len(points), "thickness": 7, "width": 0, "color": INK3}
    return {"mode": "markers", "marker": {"color": INK3, "size": [1 if reach else 7 for reach in up], "symbol": "square"}, "error_y": bar}


def last_known(points: Sequence[SmallPoint]) -> str:
    """Where the last known value stands on the time axis."""
    return max(point.period.middle for point in points if point.value is not None).isoformat()


def sizes(points: Sequence[SmallPoint]) -> list[int]:
    """Small dots, smaller where they are many; the last known one is larger."""
    last = max(place for place, point in enumerate(points) if point.value is not None)
    small = 5 if len(points) <= MANY else 3
    return [9 if place == last else small for place in range(len(points))]


def middle_line(centre: float | None, points: Sequence[SmallPoint]) -> list[dict]:
    """The middle value, dashed, up to the point whose label stands beside it."""
    if centre is None:
        return []
    ends = {"x0": points[0].period.start.isoformat(), "x1": last_known(points), "y0": centre, "y1": centre}
    return [{"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": {"color": INK3, "width": 1, "dash": "4px,3px"}} | ends]


def labels(last: float, centre: float | None, unit: str, places: int) -> list[Label]:
    """The last value in bold, and the middle one where it is drawn; whole ones without tenths, which may not be told."""
    value, middle = (decimal(one, places).removesuffix(".0") for one in (last, last if centre is None else centre))
    end = Label(f"<b>{value}{unit}</b>", last, INK)
    return [end] if centre is None else [end, Label(f"middle {middle}", centre, INK2, size=TEXT_SMALL)]
