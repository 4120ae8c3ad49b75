"""Improving for whom: a team's way since its baseline, the level of both groups together across and the gap upwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.level_path import LevelPath, PathPoint
from equity.numbers import PERCENT, gap_words, rate_words
from figures.corners import corner_words, fairer_tint
from figures.labels import escaped
from figures.placing import Name, Plot, Spot, Stretch, written
from figures.scales import brief, inner_ticks, tick_words, written_ticks
from figures.theme import INK, INK2, INK3, PAPER, TEXT_SMALL, base_layout, empty_figure, value_axis

HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 460, 8, 48, 54, 12
PLOT = HEIGHT - TOP - BOTTOM
# Above and below all steps is room for the words in the corners, above also for the name of a start that lies there.
WORDS_ROOM, NAME_ROOM = 30, 24
INSET = (6, 14)
ROOM = 0.22
# Widths that the plot may have on a desk and on a phone.
DESK, PHONE = (420.0, 620.0), (230.0, 410.0)
# A line between two steps is kept free of names by so many spots along it.
SPOTS = 8
UPRIGHT_STEP = 12


@dataclass(frozen=True, slots=True)
class PathWords:
    """What the axes, the start and the corners are called. corners: top left, top right, bottom left, bottom right; short: for a narrow place."""

    level: str
    gap: str
    start: str
    corners: tuple[str, str, str, str]
    short: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Plane:
    """The range of both axes."""

    level: tuple[float, float]
    gap: tuple[float, float]

    @property
    def words(self) -> float:
        """How much of the gap's range the words in the corners take, above and below."""
        return (self.gap[1] - self.gap[0]) * WORDS_ROOM / PLOT

    def spot(self, point: PathPoint, radius: float = 5) -> Spot:
        """Where a step lies."""
        across = (point.level - self.level[0]) / (self.level[1] - self.level[0])
        return Spot(across, (point.gap - self.gap[0]) / (self.gap[1] - self.gap[0]) * PLOT, radius)


def level_path_figure(path: LevelPath, words: PathWords) -> dict:
    """The steps as a path: hollow where it began, filled and named where it is now.

    Takes    path: at least two steps, else the figure says what is missing; words: what to call things.
    """
    if path.change is None:
        return empty_figure("It takes two periods in which both groups can be shown.")
    plane = plane_of(path.points)
    measure = path.trend.measure
    levels, gaps = inner_ticks(*plane.level), inner_ticks(plane.gap[0] + plane.words, plane.gap[1] - plane.words)
    unit = "%" if measure.multiplier == PERCENT else ""
    across = value_axis(range=list(plane.level), tickvals=levels, ticktext=written_ticks(levels, unit), title=axis_title(words.level, 10), showgrid=False)
    fairer = fairer_corner(path)
    layout = base_layout(HEIGHT, margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM}) | {
        "xaxis": across | {"showline": True, "linecolor": INK3},
        "yaxis": value_axis(range=list(plane.gap), tickvals=gaps, ticktext=written_ticks(gaps), title=axis_title(words.gap, 8)),
        "shapes": [*tint(path, plane), *from_here(path.points[0], plane), *no_gap(plane)],
        "annotations": [*corner_words(words.corners, fairer=fairer, inset=INSET), *names(path, words, plane, DESK)],
    }
    layout["meta"] = {"narrow": {"layout": {"annotations": [*corner_words(words.short, fairer=fairer, inset=INSET), *names(path, words, plane, PHONE)]}}}
    return {"data": [steps(path, words)], "layout": layout}


def plane_of(points: Sequence[PathPoint]) -> Plane:
    """Every step and no gap, with the corners' words clear of all."""
    levels = [point.level for point in points]
    gaps = [*(point.gap for point in points), 0.0]
    wide = (max(levels) - min(levels) or 1) * ROOM
    pixel = (max(gaps) - min(gaps) or 1) / (PLOT - 2 * WORDS_ROOM - NAME_ROOM)
    across = brief(min(levels) - wide), brief(max(levels) + wide)
    return Plane(across, (brief(min(gaps) - pixel * WORDS_ROOM), brief(max(gaps) + pixel * (WORDS_ROOM + NAME_ROOM))))


def axis_title(words: str, standoff: int) -> dict:
    """An axis's name."""
    return {"text": escaped(words), "standoff": standoff, "font": {"color": INK2, "size": TEXT_SMALL}}


def better_side(path: LevelPath) -> int:
    """1 where the better level lies to the right, -1 to the left, 0 where neither is better."""
    return {"higher": 1, "lower": -1, "neutral": 0}[path.trend.measure.improvement_direction]


def tint(path: LevelPath, plane: Plane) -> list[dict]:
    """Better for all, and fairer: a better level than at the start, and a gap nearer to nought."""
    start, side = path.points[0], better_side(path)
    if side == 0:
        return []
    return [fairer_tint((start.level, plane.level[1] if side > 0 else plane.level[0]), (start.gap, 0))]


def from_here(start: PathPoint, plane: Plane) -> list[dict]:
    """Dotted lines through the start; the upright one leaves the corners' words free."""
    across = {"x0": plane.level[0], "x1": plane.level[1], "y0": brief(start.gap), "y1": brief(start.gap)}
    upright = {"x0": brief(start.level), "x1": brief(start.level), "y0": brief(plane.gap[0] + plane.words), "y1": brief(plane.gap[1] - plane.words)}
    drawn = {"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": {"color": INK3, "width": 1, "dash": "2px,3px"}}
    return [drawn | across, drawn | upright]


def no_gap(plane: Plane) -> list[dict]:
    """Where the two groups are equal."""
    at = {"x0": plane.level[0], "x1": plane.level[1], "y0": 0, "y1": 0}
    return [at | {"type": "line", "xref": "x", "yref": "y", "layer": "below", "line": {"color": INK3, "width": 1}}]


def steps(path: LevelPath, words: PathWords) -> dict:
    """The path itself."""
    points, multiplier = path.points, path.trend.measure.multiplier
    last, whole = len(points) - 1, path.trend.is_whole
    levels = [rate_words(point.level, multiplier, is_whole=whole) for point in points]
    gaps = [gap_words(point.gap, multiplier, is_whole=whole) for point in points]
    said = [f"<b>{step_name(point, words)}</b><br>Level {level}<br>Gap {gap}" for point, level, gap in zip(points, levels, gaps, strict=True)]
    marker = {
        "size": [10 if place == 0 else 13 if place == last else 8 for place in range(len(points))],
        "color": [PAPER if place == 0 else INK for place in range(len(points))],
        "line": {"color": INK, "width": 2},
        "opacity": 1,
    }
    drawn = {"type": "scatter", "mode": "lines+markers", "hoverinfo": "text", "cliponaxis": False, "name": "Path", "line": {"color": INK, "width": 1.8}}
    return drawn | {"x": [brief(point.level) for point in points], "y": [brief(point.gap) for point in points], "text": said, "marker": marker}


def step_name(point: PathPoint, words: PathWords) -> str:
    """Q3 2026; what the baseline is called."""
    return point.label or words.start


def fairer_corner(path: LevelPath) -> int | None:
    """The place of the corner that is better for all, and fairer; None where no level is better."""
    side = better_side(path)
    if side == 0:
        return None
    # Where the other group was worse off from the start, the gap is smaller above.
    return (1 if side > 0 else 0) + (0 if path.points[0].gap < 0 else 2)


def names(path: LevelPath, words: PathWords, plane: Plane, widths: tuple[float, float]) -> list[dict]:
    """The names of the steps that find room: where it is now, where it began, then the others."""
    points = path.points
    spots = [plane.spot(points[0], 6), *(plane.spot(point) for point in points[1:-1]), plane.spot(points[-1], 7)]
    between = [along(one, other, share / SPOTS) for one, other in zip(spots, spots[1:], strict=False) for share in range(1, SPOTS)]
    start = spots[0]
    upright = [Spot(start.x, height, 1.5) for height in range(WORDS_ROOM, PLOT - WORDS_ROOM, UPRIGHT_STEP)]
    plot = Plot(widths, PLOT - WORDS_ROOM, [*spots, *between, *upright], [Stretch(0, 1, start.y)])
    others = zip(points[1:-1], points[:-2], spots[1:-1], strict=True)
    wanted = [
        Name(last_name(points[-1]), spots[-1], bold=True),
        Name(words.start if points[0].first is None else short_name(points[0], None), start, INK2, size=TEXT_SMALL),
        *(Name(short_name(point, before), spot, INK2, size=TEXT_SMALL) for point, before, spot in others),
    ]
    return [with_height(one) for one in written(wanted, plot)]


def with_height(name: dict) -> dict:
    """A name that was placed below the corners' words, as a share of the whole plot."""
    return name | {"y": brief(name["y"] * (PLOT - WORDS_ROOM) / PLOT)}


def along(one: Spot, other: Spot, share: float) -> Spot:
    """A spot on the line between two others."""
    return Spot(one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share, 1.5)


def last_name(point: PathPoint) -> str:
    """Q3 2026, whole: it says how far the path reaches."""
    return point.label if point.first == point.last else short_name(point, None)


def short_name(point: PathPoint, before: PathPoint | None) -> str:
    """Q4, with its year where that is new; of a step of many periods its years."""
    if point.first != point.last:
        return "\u2013".join(dict.fromkeys((str(point.first.start.year), str(point.last.end.year))))
    return tick_words(point.last, before.last if before else None).replace("<br>", " ") or point.label
