"""A gap's course as small as a word: one line and its last point, cut out of the colour of the text beside it."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from urllib.parse import quote

from components import html

WIDTH, HEIGHT, EDGE = 88, 22, 4
NO_COURSE = "no course yet"
SHAPE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}' fill='none' stroke='#000' stroke-width='1.6'><path d='{path}'/>{dot}</svg>"


def sparkline(values: Sequence[float], span: tuple[float, float], *, said: str) -> html.Span:
    """The line through the known values, broken where there is none, on a range that all teams share.

    Takes    span: lowest and highest value of all; said: what the line says to a screen reader.
    Returns  words in its place where nothing is known: a cell is never empty.
    """
    if not any(isfinite(value) for value in values):
        return html.Span(NO_COURSE, className="quiet")
    shape = f'url("data:image/svg+xml,{quote(drawing(values, span))}")'
    return html.Span(className="spark", style={"--shape": shape}, role="img", **{"aria-label": said})


def drawing(values: Sequence[float], span: tuple[float, float]) -> str:
    """The line as SVG; a value that stands alone is a dash."""
    low, high = span
    step = (WIDTH - 2 * EDGE) / max(1, len(values) - 1)
    places = [(EDGE + step * place, height_of(value, low, high)) for place, value in enumerate(values)]
    path, last = "", None
    for (x, y), value in zip(places, values, strict=True):
        if isfinite(value):
            path += f"{'L' if last and path and not path.endswith(' ') else 'M'}{x:.1f},{y:.1f}h.1"
            last = (x, y)
        elif not path.endswith(" "):
            path += " "
    dot = f"<circle cx='{last[0]:.1f}' cy='{last[1]:.1f}' r='2.6' fill='#000' stroke='none'/>" if last else ""
    return SHAPE.format(width=WIDTH, height=HEIGHT, path=path.strip(), dot=dot)


def height_of(value: float, low: float, high: float) -> float:
    """Where a value lies, from the top down; one beyond the range lies at its edge."""
    share = (min(max(value, low), high) - low) / ((high - low) or 1)
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE)
