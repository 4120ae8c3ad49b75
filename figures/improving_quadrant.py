"""Improving for whom: how the level of all changed against how the gap changed, a point a team."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from equity.numbers import decimal
from equity.rates import Estimate
from figures.corners import corner_words, fairer_tint
from figures.funnel import DESK, PHONE
from figures.labels import escaped
from figures.placing import Name, Plot, Spot, Stretch, written
from figures.scales import brief, finite, inner_ticks
from figures.theme import GRID, INK, INK2, INK3, LAMP, PAPER, TEXT, base_layout, empty_figure, value_axis

HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 420, 8, 54, 56, 16
PLOT = HEIGHT - TOP - BOTTOM
# Above and below the points is room for the words in the corners.
WORDS_ROOM = 30
INSET = (8, 16)
ROOM, LEAST_SIDE = 0.05, 0.42


@dataclass(frozen=True, slots=True)
class Move:
    """One team: change of the level (as it is shown: a rise is a rise) and of the gap's size, in shown units."""

    name: str
    level: float
    gap: Estimate
    said: str
    is_clear: bool = False
    is_mine: bool = False
    is_named: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class QuadrantWords:
    """What the axes and corners are called. corners: top left, top right, bottom left, bottom right; short: the same for a narrow place."""

    gap: str
    level: str
    corners: tuple[str, str, str, str]
    short: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Plane:
    """The range of both axes. up: 1 where the level rises upwards, -1 where a fall is better and stands above; has_better: whether one of the two is."""

    gap: tuple[float, float]
    level: tuple[float, float]
    up: int

    def spot(self, move: Move, radius: float) -> Spot:
        """Where a team's point lies."""
        return Spot(self.along(move.gap.value), self.above(move.level) * PLOT, radius)

    def along(self, gap: float) -> float:
        """Share of the width."""
        return (gap - self.gap[0]) / (self.gap[1] - self.gap[0])

    def above(self, level: float) -> float:
        """Share of the height."""
        low, high = self.level
        return (level * self.up - low) / (high - low)


def improving_quadrant_figure(moves: Sequence[Move], words: QuadrantWords, *, direction: str) -> dict:
    """Left: the gap got smaller. Up: the whole got better, whichever way that is.

    Takes    direction: higher, lower or neutral; of a neutral measure up is a higher rate, and no corner is tinted.
    """
    if not moves:
        return empty_figure("No team has numbers both at its baseline and now.", height=HEIGHT)
    plane = plane_of(moves, up=-1 if direction == "lower" else 1)
    ordered = sorted(moves, key=lambda move: move.is_mine)
    fairer = None if direction == "neutral" else 0
    layout = base_layout(HEIGHT, margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM}) | {
        "xaxis": axis(plane.gap, words.gap, 1, standoff=12),
        "yaxis": value_axis(**axis(plane.level, words.level, plane.up, standoff=6)),
        "shapes": [] if fairer is None else [fairer_tint((plane.gap[0], 0), (0, plane.level[1]))],
        "annotations": [*corner_words(words.corners, fairer=fairer, inset=INSET), *names(moves, plane, DESK)],
    }
    layout["meta"] = {"narrow": {"layout": {"annotations": [*corner_words(words.short, fairer=fairer, inset=INSET), *names(moves, plane, PHONE)]}}}
    return {"data": [*intervals(ordered, plane), halo(ordered, plane), points(ordered, plane)], "layout": layout}


def plane_of(moves: Sequence[Move], *, up: int) -> Plane:
    """Every point and nought; of the intervals as much as leaves the points readable."""
    gaps = [move.gap.value for move in moves] + [0.0]
    low, high = min(gaps), max(gaps)
    span = (high - low) or 1.0
    ends = finite(end for move in moves if move.is_named for end in (move.gap.low, move.gap.high))
    low, high = max(min([low, *ends]), low - 0.5 * span), min(max([high, *ends]), high + 0.5 * span)
    room = (high - low) * ROOM or 1.0
    low, high = low - room, high + room
    # On either side of nought is room for a corner's words.
    low, high = min(low, -high * LEAST_SIDE / (1 - LEAST_SIDE)), max(high, -low * LEAST_SIDE / (1 - LEAST_SIDE))
    levels = [move.level * up for move in moves] + [0.0]
    tall = (max(levels) - min(levels)) or 1.0
    # Both corners' words lie beyond all points.
    room = tall * (WORDS_ROOM + 14) / (PLOT - 2 * (WORDS_ROOM + 14))
    return Plane((low, high), (min(levels) - room, max(levels) + room), up)


def axis(reach: tuple[float, float], title: str, up: int, *, standoff: int) -> dict:
    """An axis through nought with signed ticks; turned where up is a fall."""
    ticks = inner_ticks(*reach)
    places = 0 if all(float(tick).is_integer() for tick in ticks) else 1 if all(round(tick, 1) == tick for tick in ticks) else 2
    said = [decimal(tick * up, places, plus=True) for tick in ticks]
    drawn = {"zeroline": True, "zerolinecolor": INK3, "zerolinewidth": 1.2, "ticks": "", "fixedrange": True, "tickfont": {"color": INK2}, "showgrid": True}
    named = {"title": {"text": escaped(title), "standoff": standoff, "font": {"size": TEXT, "color": INK2}}}
    return drawn | named | {"gridcolor": GRID, "range": [brief(end) for end in reach], "tickvals": ticks, "ticktext": said}


def intervals(moves: Sequence[Move], plane: Plane) -> list[dict]:
    """The 95 % interval of the gap's change, of the named teams alone."""
    drawn = []
    for is_mine, width, colour in ((False, 1.4, INK3), (True, 3, INK)):
        shown = [move for move in moves if move.is_named and move.is_mine == is_mine and math.isfinite(move.gap.low) and math.isfinite(move.gap.high)]
        xs = [end for move in shown for end in (brief(max(move.gap.low, plane.gap[0])), brief(min(move.gap.high, plane.gap[1])), None)]
        ys = [at for move in shown for at in (brief(move.level * plane.up), brief(move.level * plane.up), None)]
        line = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "line": {"color": colour, "width": width}, "name": "Intervals"}
        drawn.append(line | {"x": xs, "y": ys})
    return drawn


def halo(moves: Sequence[Move], plane: Plane) -> dict:
    """Lamp yellow around my team's point, be it filled or a ring."""
    mine = [move for move in moves if move.is_mine]
    at = {"x": [brief(move.gap.value) for move in mine], "y": [brief(move.level * plane.up) for move in mine]}
    return {"type": "scatter", "mode": "markers", "name": "Mine", "hoverinfo": "skip", "cliponaxis": False, "marker": {"size": 23, "color": LAMP}} | at


def points(moves: Sequence[Move], plane: Plane) -> dict:
    """Filled where the gap clearly changed, a ring where that is not clear; mine drawn last."""
    marker = {
        "symbol": ["diamond" if move.is_own else "circle" for move in moves],
        "size": [13 if move.is_mine else 11 for move in moves],
        "color": [INK if move.is_clear else PAPER for move in moves],
        "opacity": 1,
        "line": {"color": INK, "width": [2.4 if move.is_mine else 1.8 for move in moves]},
    }
    at = {"x": [brief(move.gap.value) for move in moves], "y": [brief(move.level * plane.up) for move in moves], "text": [move.said for move in moves]}
    return {"type": "scatter", "mode": "markers", "name": "Teams", "hoverinfo": "text", "cliponaxis": False, "marker": marker} | at


def names(moves: Sequence[Move], plane: Plane, card: tuple[float, float]) -> list[dict]:
    """My team, its peers and whoever stands apart, where there is room."""
    spots = [plane.spot(move, 12 if move.is_mine else 7) for move in moves]
    wanted = sorted((place for place, move in enumerate(moves) if move.is_named), key=lambda place: not moves[place].is_mine)
    said = [Name(moves[place].name, spots[place], INK if moves[place].is_mine else INK2, bold=moves[place].is_mine) for place in wanted]
    lines = [
        Stretch(max(0, plane.along(moves[place].gap.low)), min(1, plane.along(moves[place].gap.high)), spots[place].y)
        for place in wanted
        if math.isfinite(moves[place].gap.low) and math.isfinite(moves[place].gap.high)
    ]
    axes = [Stretch(0, 1, plane.above(0.0) * PLOT)]
    # The words of the corners, as high lines at top and bottom.
    words = [Stretch(0, 1, at) for at in (8, 16, 24, PLOT - 24, PLOT - 16, PLOT - 8)]
    widths = tuple(width - LEFT - RIGHT for width in card)
    upright = [Spot(plane.along(0.0), at, 2) for at in range(0, PLOT, 6)]
    return written(said, Plot(widths, PLOT, [*spots, *upright], [*lines, *axes, *words]))
