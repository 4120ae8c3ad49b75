"""Names beside their points where nothing else stands: tried place by place, and left out where there is no room."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from equity.numbers import shortened
from figures.labels import annotation, escaped
from figures.scales import brief
from figures.theme import INK, INK2, TEXT

LINE = 16
# Widths of letters in shares of the type's size, from the typeface itself; the rest are as wide as an o.
NARROW_LETTERS, WIDE_LETTERS = "fijlrtI.,:;'|!-() ", "mwMWQO%@"
NARROW_SHARE, PLAIN_SHARE, CAPITAL_SHARE, WIDE_SHARE, BOLD = 0.31, 0.53, 0.62, 0.84, 1.06
# A name that must stand goes further, and a thin line leads back to its point: side, and pixels right and up.
FURTHER = tuple(
    (side, right, sign * up) for up in (26, 40, 58, 80, 110, 150) for side, right in (("center", 0), ("left", 14), ("right", -14)) for sign in (1, -1)
)
# Side, and lines up: where a name is tried, the nearest first.
PLACES = (("center", 1), ("center", -1), ("left", 0), ("right", 0), ("left", 1), ("right", 1), ("left", -1), ("right", -1), ("center", 2), ("center", -2))
CLEAR = 3


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a plot: x as a share of its width (0 to 1), y in pixels from its bottom, and its mark's radius."""

    x: float
    y: float
    radius: float = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """A level line of a plot, which no text may lie on."""

    start: float
    end: float
    y: float


@dataclass(frozen=True, slots=True)
class Name:
    """What is to be written at a point; in bold what must stand, if there is any room."""

    text: str
    spot: Spot
    colour: str = INK
    bold: bool = False
    size: int = TEXT


@dataclass(frozen=True, slots=True)
class Place:
    """Where the name came to stand: its anchor and its shift in pixels; is_far: so far that a line leads back."""

    xanchor: str
    xshift: float
    yshift: float
    is_far: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """How large a plot may be: it is as wide as its place on the page, between these widths, and so high; what stands in it already."""

    widths: tuple[float, float]
    height: float
    spots: Sequence[Spot] = ()
    stretches: Sequence[Stretch] = ()
    beyond: float = 0


@lru_cache(maxsize=1024)
def text_width(text: str, size: float = TEXT, *, bold: bool = False) -> float:
    """About how many pixels a text is wide, rather more than less."""
    shares = (letter_share(letter) for letter in text)
    return sum(shares) * size * (BOLD if bold else 1)


def letter_share(letter: str) -> float:
    """The width of one letter in shares of the type's size."""
    if letter in NARROW_LETTERS:
        return NARROW_SHARE
    if letter in WIDE_LETTERS:
        return WIDE_SHARE
    return CAPITAL_SHARE if letter.isupper() else PLAIN_SHARE


def fitting(text: str, width: float, size: float = TEXT, *, bold: bool = False) -> str:
    """The text, shortened until it is no wider than so many pixels."""
    tries = (shortened(text, most) for most in range(len(text), 1, -1))
    return next((said for said in tries if text_width(said, size, bold=bold) <= width), "\u2026")


def placed(names: Sequence[Name], plot: Plot) -> list[Place | None]:
    """Where each name finds room, clear of points, lines and of the names before it; None where it finds none.

    Takes    names: the most wanted first.
    Reads    a place must be free at the least, the middle and the most width: points move apart as a plot grows, a name stays as wide.
    """
    widths = [plot.widths[0], sum(plot.widths) / 2, plot.widths[1]]
    taken = [obstacles(plot, width) for width in widths]
    found: list[Place | None] = []
    for name in names:
        boxes = ((place, [box_of(name, place, width) for width in widths]) for place in places_of(name))
        chosen = next((fit for fit in boxes if is_free(fit[1], taken, plot, widths)), None)
        found.append(chosen[0] if chosen else None)
        if chosen:
            taken = [np.vstack([boxes_there, box]) for boxes_there, box in zip(taken, chosen[1], strict=True)]
    return found


def places_of(name: Name) -> list[Place]:
    """The places that are tried, in pixels from the point."""
    side, up = name.spot.radius + 4, name.spot.radius + LINE / 2 + 1
    shifts = {"center": 0.0, "left": side, "right": -side}
    near = [Place(anchor, shifts[anchor], math.copysign(up + LINE * (abs(step) - 1), step) if step else 0.0) for anchor, step in PLACES]
    return near + [Place(anchor, right, above, is_far=True) for anchor, right, above in FURTHER] if name.bold else near


def box_of(name: Name, place: Place, width: float) -> np.ndarray:
    """left, bottom, right, top of a name in pixels."""
    long = text_width(name.text, name.size, bold=name.bold)
    anchor = name.spot.x * width + place.xshift
    left = anchor - {"left": 0, "center": long / 2, "right": long}[place.xanchor]
    middle = name.spot.y + place.yshift
    return np.array([left, middle - LINE / 2, left + long, middle + LINE / 2])


def obstacles(plot: Plot, width: float) -> np.ndarray:
    """What stands in the plot at this width, as boxes."""
    marks = [[spot.x * width - spot.radius, spot.y - spot.radius, spot.x * width + spot.radius, spot.y + spot.radius] for spot in plot.spots]
    lines = [[line.start * width, line.y - 1, line.end * width, line.y + 1] for line in plot.stretches]
    return np.array([*marks, *lines], dtype=float).reshape(-1, 4)


def is_free(boxes: Sequence[np.ndarray], taken: Sequence[np.ndarray], plot: Plot, widths: Sequence[float]) -> bool:
    """True where a name is clear of everything at every width, and inside the plot."""
    return all(is_inside(box, plot, width) and not meets(box, there) for box, there, width in zip(boxes, taken, widths, strict=True))


def is_inside(box: np.ndarray, plot: Plot, width: float) -> bool:
    """True where no edge of the box leaves the plot."""
    return bool(box[0] >= -plot.beyond and box[2] <= width + plot.beyond and box[1] >= 0 and box[3] <= plot.height)


def meets(box: np.ndarray, there: np.ndarray) -> bool:
    """True where the box, with a little air around it, touches another."""
    left, bottom, right, top = box
    return bool(np.any((there[:, 0] < right + CLEAR) & (there[:, 2] > left - CLEAR) & (there[:, 1] < top) & (there[:, 3] > bottom)))


def written(names: Sequence[Name], plot: Plot) -> list[dict]:
    """Annotations of the names that find room."""
    return [name_annotation(name, place, plot.height) for name, place in zip(names, placed(names, plot), strict=True) if place]


def name_annotation(name: Name, place: Place, height: float) -> dict:
    """One name at its place in a plot of this height."""
    said = f"<b>{escaped(name.text)}</b>" if name.bold else escaped(name.text)
    at = {"xref": "paper", "x": brief(name.spot.x), "y": brief(name.spot.y / height), "font": {"size": name.size, "color": name.colour}}
    if place.is_far:
        line = {"showarrow": True, "arrowhead": 0, "arrowwidth": 1, "arrowcolor": INK2, "standoff": name.spot.radius}
        return annotation(said, xanchor=place.xanchor, **at) | line | {"ax": place.xshift, "ay": -place.yshift}
    return annotation(said, xanchor=place.xanchor, xshift=place.xshift, yshift=place.yshift, **at)
