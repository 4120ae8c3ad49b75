"""The funnel: each team's rate by its number of people, and between which rates chance alone would put a team of that size."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from equity.funnel import Limits
from figures.labels import annotation, escaped
from figures.placing import Name, Plot, Spot, Stretch, written
from figures.scales import brief, inner_ticks, nice_ticks, written_ticks
from figures.theme import INK, INK2, INK3, LAMP, PAPER, TEXT, TEXT_SMALL, base_layout, empty_figure, faded, value_axis

HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 440, 12, 52, 46, 74
PLOT = HEIGHT - TOP - BOTTOM
# How wide the card may be on a desk and on a phone, in pixels.
DESK, PHONE = (480, 760), (320, 440)
# A funnel's neck is drawn from the smallest team, its mouth a little beyond the largest.
BEYOND = 1.06
# Where the largest team has so many times the people of the middle one, the small ones would lie on top of each other.
SKEWED = 6
ROOM = 0.12


@dataclass(frozen=True, slots=True)
class FunnelMark:
    """One team in shown units. named: wanted by name, if there is room; hollow: not part of the common rate, or too few for a steady figure."""

    name: str
    people: int
    rate: float
    said: str
    is_mine: bool = False
    is_named: bool = False
    is_outside: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Curves:
    """The limits at some sizes, in shown units; wider: those that allow for the spread between teams, empty where chance explains it."""

    sizes: tuple[float, ...]
    limits: tuple[Limits, ...]
    wider: tuple[Limits, ...]


@dataclass(frozen=True, slots=True)
class FunnelWords:
    """What the axes are called, and the network's line."""

    people: str
    unit: str
    network: str


def funnel_sizes(people: Sequence[int], points: int = 14) -> tuple[float, ...]:
    """At which sizes the curves are drawn: close together where they bend."""
    low, high = min(people), max(people) * BEYOND
    step = (high / low) ** (1 / (points - 1))
    return tuple(low * step**place for place in range(points))


def funnel_figure(marks: Sequence[FunnelMark], target: float, curves: Curves, words: FunnelWords) -> dict:
    """Points, the common rate, and the two bands of chance around it.

    Takes    target: the common rate in shown units; my team first among equals in marks is drawn last, on top.
    """
    if not marks:
        return empty_figure("No team's rate can be shown here.", height=HEIGHT)
    scale = SizeScale.of([mark.people for mark in marks])
    low, high = rate_range(marks, target)
    drawn = wider_lines(curves, scale)
    ticks = inner_ticks(low, high)
    layout = base_layout(HEIGHT, margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM}) | {
        "xaxis": size_axis(scale, words.people),
        "yaxis": value_axis(range=[brief(low), brief(high)], tickvals=ticks, ticktext=written_ticks(ticks, words.unit)),
        "shapes": [network_line(target)],
        "annotations": [network_words(words.network, target), *names_of(marks, scale, (low, high), drawn, target, DESK)],
    }
    narrow = {"annotations": [network_words(words.network, target), *names_of(marks, scale, (low, high), drawn, target, PHONE)], "xaxis": few_sizes(scale)}
    layout["meta"] = {"narrow": {"layout": narrow}}
    return {"data": [*bands(curves, scale), *drawn, *points(marks, scale)], "layout": layout}


@dataclass(frozen=True, slots=True)
class SizeScale:
    """How sizes lie on their axis: as they are, or by their logarithm where a few teams are far larger than the rest."""

    low: float
    high: float
    at: Callable[[float], float]
    ticks: tuple[float, ...]

    @classmethod
    def of(cls, people: Sequence[int]) -> SizeScale:
        """The scale that shows these sizes apart."""
        ordered = sorted(people)
        if ordered[-1] > SKEWED * ordered[len(ordered) // 2]:
            low, high = math.log10(ordered[0]) - 0.08, math.log10(ordered[-1] * BEYOND)
            powers = [step * 10**power for power in range(int(low), int(high) + 1) for step in (1, 3)]
            return cls(low, high, math.log10, tuple(size for size in powers if low <= math.log10(size) <= high))
        high = ordered[-1] * BEYOND
        # The smallest teams' points stay clear of the ticks' words.
        return cls(-0.03 * high, high, float, tuple(tick for tick in nice_ticks(0, high, about=4) if tick <= high))

    def share(self, people: float) -> float:
        """How far along the axis a size lies, 0 to 1."""
        return (self.at(people) - self.low) / (self.high - self.low)


def size_axis(scale: SizeScale, title: str) -> dict:
    """The axis of sizes with its name."""
    ticks = {"tickvals": [brief(scale.at(size)) for size in scale.ticks], "ticktext": [f"{size:,.0f}" for size in scale.ticks]}
    drawn = {"showgrid": False, "zeroline": False, "showline": True, "linecolor": INK3, "ticks": "", "fixedrange": True, "tickfont": {"color": INK2}}
    named = {"title": {"text": escaped(title), "standoff": 10, "font": {"size": TEXT, "color": INK2}}}
    return drawn | ticks | named | {"range": [brief(scale.low), brief(scale.high)]}


def few_sizes(scale: SizeScale) -> dict:
    """Every other tick, for a narrow place."""
    kept = scale.ticks[::2]
    return {"tickvals": [brief(scale.at(size)) for size in kept], "ticktext": [f"{size:,.0f}" for size in kept]}


def rate_range(marks: Sequence[FunnelMark], target: float) -> tuple[float, float]:
    """Every rate with some room: the curves of the smallest teams are cut there."""
    rates = [mark.rate for mark in marks] + [target]
    room = ((max(rates) - min(rates)) or abs(target) or 1.0) * (ROOM + 0.08)
    return min(rates) - room, max(rates) + room


def network_line(target: float) -> dict:
    """The common rate, dashed."""
    at = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": brief(target), "y1": brief(target)}
    return at | {"layer": "below", "line": {"color": INK, "width": 1.6, "dash": "5px,4px"}}


def network_words(said: str, target: float) -> dict:
    """What the line is, right of the plot, where no point lies."""
    lines = "<br>".join(escaped(part) for part in said.split("\n"))
    return annotation(lines, xref="paper", x=1, yref="y", y=brief(target), xshift=8, xanchor="left", align="left", font={"size": TEXT_SMALL, "color": INK})


def bands(curves: Curves, scale: SizeScale) -> list[dict]:
    """99.8 % outside, 95 % inside."""
    sizes = [brief(scale.at(size)) for size in curves.sizes]
    return [
        region(sizes, [limit.low_998 for limit in curves.limits], [limit.high_998 for limit in curves.limits], 0.06, "99.8% limits"),
        region(sizes, [limit.low_95 for limit in curves.limits], [limit.high_95 for limit in curves.limits], 0.08, "95% limits"),
    ]


def region(sizes: Sequence[float], low: Sequence[float], high: Sequence[float], share: float, name: str) -> dict:
    """Between two curves."""
    edges = {"x": [*sizes, *reversed(sizes)], "y": [*map(brief, high), *map(brief, reversed(low))]}
    drawn = {"fill": "toself", "fillcolor": faded(INK, share), "line": {"width": 0, "shape": "linear"}, "hoverinfo": "skip", "mode": "lines", "name": name}
    return {"type": "scatter"} | edges | drawn


def wider_lines(curves: Curves, scale: SizeScale) -> list[dict]:
    """The 95 and 99.8 % limits that allow for the spread between teams, dashed."""
    sizes = [brief(scale.at(size)) for size in curves.sizes]
    sides = [("low_95", "4px,3px"), ("high_95", "4px,3px"), ("low_998", "1px,3px"), ("high_998", "1px,3px")] if curves.wider else []
    drawn = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "name": "Wider limits", "x": sizes}
    return [drawn | {"y": [brief(getattr(limit, side)) for limit in curves.wider], "line": {"color": INK3, "width": 1.2, "dash": dash}} for side, dash in sides]


def points(marks: Sequence[FunnelMark], scale: SizeScale) -> list[dict]:
    """Every team: filled outside the limits, hollow inside; mine in lamp yellow, drawn last."""
    ordered = sorted(marks, key=lambda mark: mark.is_mine)
    marker = {
        "symbol": ["diamond" if mark.is_own else "circle" for mark in ordered],
        "size": [15 if mark.is_mine else 10 for mark in ordered],
        "color": [LAMP if mark.is_mine else INK if mark.is_outside else PAPER for mark in ordered],
        "opacity": 1,
        "line": {"color": INK, "width": [2.4 if mark.is_mine else 1.6 for mark in ordered]},
    }
    at = {"x": [brief(scale.at(mark.people)) for mark in ordered], "y": [brief(mark.rate) for mark in ordered], "text": [mark.said for mark in ordered]}
    return [{"type": "scatter", "mode": "markers", "name": "Teams", "hoverinfo": "text", "cliponaxis": False, "marker": marker} | at]


def names_of(
    marks: Sequence[FunnelMark], scale: SizeScale, reach: tuple[float, float], lines: Sequence[dict], target: float, card: tuple[float, float]
) -> list[dict]:
    """My team and whoever else is wanted by name, where there is room clear of points and lines."""

    def height(rate: float) -> float:
        return (rate - reach[0]) / (reach[1] - reach[0]) * PLOT

    spots = [Spot(scale.share(mark.people), height(mark.rate), 9 if mark.is_mine else 6.5) for mark in marks]
    wanted = sorted((place for place, mark in enumerate(marks) if mark.is_named), key=lambda place: not marks[place].is_mine)
    names = [Name(marks[place].name, spots[place], INK if marks[place].is_mine else INK2, bold=marks[place].is_mine) for place in wanted]
    drawn = [Spot((x - scale.low) / (scale.high - scale.low), height(rate), 1) for line in lines for x, rate in between(line)]
    widths = tuple(width - LEFT - RIGHT for width in card)
    return written(names, Plot(widths, PLOT, [*spots, *drawn], [Stretch(0, 1, height(target))]))


def between(line: dict) -> list[tuple[float, float]]:
    """Points along a drawn line, so close that no name slips between them."""
    ends = list(zip(line["x"], line["y"], strict=True))
    return [(x0 + (x1 - x0) * step / 8, y0 + (y1 - y0) * step / 8) for (x0, y0), (x1, y1) in pairwise(ends) for step in range(9)]
