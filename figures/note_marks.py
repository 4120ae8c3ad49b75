"""The keys of notes on a chart: a boxed letter at the point that somebody wrote a note beside."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from equity.notes import EVERYBODY, FOCUS, ChartNote
from equity.process_chart import ProcessChart
from equity.trend import GapPoint, GapTrend
from figures.labels import annotation, wrapped
from figures.process_plan import Point, ProcessPlan
from figures.team_run_plan import Plan, rows_of
from figures.theme import INK, INK2, PAPER, TEXT_SMALL

OVER, UNDER, BESIDE = 1, -1, 0
# How far the middle of a key stands from its point, how much room it takes, how far right of a blank's mark, and the sides of its box (pixels).
AWAY, ROOM, ASIDE, BOX = 15, 20, 15, 15
HOVER_WIDTH = 44


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key stands: on its day, over or under a height (share of the plot), or beside it."""

    key: str
    day: date
    y: float
    side: int


def note_lines(words: Sequence[str]) -> str:
    """The notes on a point, a line below what it says when it is pointed at."""
    return "".join(f"<br>{wrapped(one, HOVER_WIDTH)[0]}" for one in words)


def key_marks(spots: Sequence[Spot], apart: float) -> list[dict]:
    """The keys, clear of each other: one that would run into the same key is left out, one that would run into another stands beyond it.

    Takes    apart: days between the middles of two keys that are clear of each other.
    """
    drawn = []
    for side in (OVER, UNDER, BESIDE):
        row = first_of_each([spot for spot in sorted(spots, key=lambda spot: spot.day) if spot.side == side], apart)
        drawn += [key_mark(spot, step) for spot, step in zip(row, rows_of([spot.day for spot in row], apart), strict=True)]
    return drawn


def first_of_each(spots: Sequence[Spot], apart: float) -> list[Spot]:
    """Those that do not stand in the way of the same key before them."""
    kept: list[Spot] = []
    for spot in spots:
        if not kept or kept[-1].key != spot.key or (spot.day - kept[-1].day).days >= apart:
            kept.append(spot)
    return kept


def key_mark(spot: Spot, step: int) -> dict:
    """One key in its box; step: how many others stand between it and its point."""
    shift = {"xshift": ASIDE + step * ROOM} if spot.side == BESIDE else {"yshift": spot.side * (AWAY + step * ROOM)}
    box = {"bgcolor": PAPER, "bordercolor": INK2, "borderwidth": 1, "borderpad": 1, "height": BOX} | ({"width": BOX} if len(spot.key) == 1 else {})
    return annotation(f"<b>{spot.key}</b>", x=spot.day.isoformat(), y=spot.y, font={"size": TEXT_SMALL, "color": INK}) | box | shift


def apart_of(plan: Plan | ProcessPlan, width: int) -> float:
    """The days that keep two keys clear of each other where the plot is so wide (pixels)."""
    return (plan.end - plan.start).days * ROOM / width


def run_spots(trend: GapTrend, notes: Sequence[ChartNote], plan: Plan) -> list[Spot]:
    """The keys of a team's run chart: away from the other line; everybody's over the upper one; where there is no point, beside the mark of the blank."""
    found: dict[tuple[int, float, int], list[str]] = defaultdict(list)
    for note in notes:
        for place, whose in note.marks:
            keys = found[place, *height_of(trend.points[place], whose, plan)]
            keys += [note.key] * (note.key not in keys)
    return [Spot(", ".join(keys), trend.points[place].period.middle, y, side) for (place, y, side), keys in found.items()]


def height_of(point: GapPoint, whose: str, plan: Plan) -> tuple[float, int]:
    """The height of the value that a note is about, and on which side of it there is room."""
    focus, reference = point.focus_rate, point.reference_rate
    focus_over = focus.known and (not reference.known or focus.value > reference.value)
    is_focus = focus_over if whose == EVERYBODY else whose == FOCUS
    rate = focus if is_focus else reference
    if not rate.known:
        return plan.strip / 2, BESIDE
    return plan.rates.pixels(rate.value) / plan.plot, OVER if is_focus == focus_over else UNDER


def process_spots(chart: ProcessChart, points: Sequence[Point], plan: ProcessPlan) -> list[Spot]:
    """The keys of a process chart, between its points and their centre: beyond them stand the words of its rules."""
    return [process_spot(chart, place, point, plan) for place, point in enumerate(points) if point.noted]


def process_spot(chart: ProcessChart, place: int, point: Point, plan: ProcessPlan) -> Spot:
    """The keys at one point, or beside the mark of its blank."""
    value, centre = float(chart.values[place]), float(chart.lines.centre[place])
    if not isfinite(value):
        return Spot(point.noted, point.period.middle, plan.strip / 2, BESIDE)
    return Spot(point.noted, point.period.middle, plan.panel.pixels(value) / plan.plot, OVER if value < centre else UNDER)
