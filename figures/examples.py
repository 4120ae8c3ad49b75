"""A small drawing of each kind of chart, for whoever learns to read it: shapes without numbers, as SVG to be cut out of the text's color."""

from __future__ import annotations

from collections.abc import Iterable

WIDTH, HEIGHT = 200, 100
FAINT, DASHED = "opacity='.25' ", "stroke-dasharray='5 4' "
Place = tuple[float, float]


def svg_of(kind: str) -> str:
    """The drawing of a kind of chart (of DRAWINGS), as an SVG document."""
    around = "fill='none' stroke='#000' stroke-width='2.5' stroke-linecap='round' stroke-linejoin='round'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}' {around}>{DRAWINGS[kind]}</svg>"


def _line(places: Iterable[Place], more: str = "") -> str:
    points = " ".join(f"{x:g},{y:g}" for x, y in places)
    return f"<polyline {more}points='{points}'/>"


def _dots(places: Iterable[Place], radius: float = 4, more: str = "fill='#000' ") -> str:
    return "".join(f"<circle {more}cx='{x:g}' cy='{y:g}' r='{radius:g}'/>" for x, y in places)


def _box(x: float, y: float, width: float, height: float, more: str = "") -> str:
    return f"<rect {more}x='{x:g}' y='{y:g}' width='{width:g}' height='{height:g}'/>"


def _shade(places: Iterable[Place]) -> str:
    return _line(places, f"{FAINT}fill='#000' stroke='none' ")


def _through(heights: Iterable[float], start: float = 12, step: float = 22) -> list[Place]:
    """Points from left to right at these heights."""
    return [(start + step * place, height) for place, height in enumerate(heights)]


def _trend() -> str:
    above, below, gap = _through([12, 14, 12, 15, 14, 16, 15, 17, 16]), _through([44, 43, 40, 38, 36, 33, 31, 28, 26]), [66, 68, 70, 72, 75, 78, 81, 84, 86]
    band = [*_through(height - 7 for height in gap), *reversed(_through(height + 7 for height in gap))]
    return _line(above, DASHED) + _line(below) + _shade(band) + _line(_through(gap)) + _line([(6, 96), (194, 96)], FAINT)


def _grid() -> str:
    cells = [_box(64 + 44 * column, 8 + 23 * row, 38, 17, FAINT) for row in range(4) for column in range(3)]
    names = "".join(_line([(8, 16 + 23 * row), (50, 16 + 23 * row)]) for row in range(4))
    marks = _line([(76, 12), (88, 16), (76, 20)]) + _line([(132, 35), (120, 39), (132, 43)]) + _line([(164, 59), (178, 59)]) + _line([(164, 65), (178, 65)])
    return names + "".join(cells) + marks


def _panels() -> str:
    corners = ((8, 6), (108, 6), (8, 56), (108, 56))
    lines = ([8, 12, 20, 28], [20, 18, 20, 19], [26, 20, 14, 8], [10, 14, 16, 24])
    frames = "".join(_line([(x, y + 36), (x + 84, y + 36)], FAINT) for x, y in corners)
    return frames + "".join(_line([(x + 4 + 25 * place, y + height) for place, height in enumerate(run)]) for (x, y), run in zip(corners, lines, strict=True))


def _groups() -> str:
    rows = ((14, 60, 110), (38, 84, 124), (62, 130, 96), (86, 70, 78))
    links = "".join(_line([(then, y), (now, y)], FAINT) + _line([(now - 22, y), (now + 22, y)]) for y, then, now in rows)
    hollow = rows[-1]
    return links + _dots([(then, y) for y, then, _ in rows], 2.5) + _dots([(now, y) for y, _, now in rows[:-1]], 6) + _dots([(hollow[2], hollow[0])], 6, "")


RUN = _through([38, 52, 44, 60, 48, 68, 72, 66, 74])


def _run() -> str:
    flag = _box(104, 6, 16, 16) + _line([(108, 18), (112, 9), (116, 18)]) + _line([(112, 24), (112, 94)], DASHED + FAINT)
    return _line([(6, 50), (194, 50)]) + _line(RUN, FAINT) + _dots(RUN[:5], 4, "") + _dots(RUN[5:], 5) + flag


def _limits() -> str:
    points = _through([46, 56, 42, 58, 50, 44, 14, 52, 48])
    edges = "".join(_line([(6, y), (194, y)], DASHED) for y in (24, 78))
    return edges + _line([(6, 51), (194, 51)]) + _line(points, FAINT) + _dots(points, 3.5)


def _level() -> str:
    path = [(30, 16), (52, 26), (66, 22), (92, 42), (118, 48), (138, 66), (166, 78)]
    return _line([(12, 6), (12, 94), (194, 94)], FAINT) + _line(path) + _dots(path[:1], 4, "") + _dots(path[-1:], 6)


def _gap_dots() -> str:
    rows = ((12, 74, 30), (32, 104, 20), (52, 92, 40), (72, 132, 16), (90, 84, 26))
    bars = "".join(_line([(x - reach, y), (x + reach, y)]) for y, x, reach in rows)
    return _line([(98, 2), (98, 98)], DASHED) + bars + _dots([(x, y) for y, x, _ in rows], 5)


def _funnel() -> str:
    above, below = [(16, 6), (40, 22), (80, 34), (130, 40), (192, 43)], [(16, 96), (40, 80), (80, 68), (130, 62), (192, 59)]
    return _line(above, DASHED) + _line(below, DASHED) + _line([(8, 51), (194, 51)]) + _dots([(34, 42), (58, 60), (84, 46), (112, 54), (140, 28), (172, 50)])


def _quadrant() -> str:
    corner = _shade([(102, 4), (194, 4), (194, 48), (102, 48)])
    return corner + _line([(100, 2), (100, 98)]) + _line([(6, 50), (194, 50)]) + _dots([(132, 22), (158, 34), (118, 68), (62, 30), (48, 74)])


def _radar() -> str:
    arms = ((0, -1), (0.95, -0.31), (0.59, 0.81), (-0.59, 0.81), (-0.95, -0.31))

    def outline(reach: Iterable[float], more: str = "") -> str:
        places = [(100 + x * far, 52 + y * far) for (x, y), far in zip(arms, reach, strict=True)]
        return _line([*places, places[0]], more)

    return (
        "".join(_line([(100, 52), (100 + 46 * x, 52 + 46 * y)], FAINT) for x, y in arms) + outline([18, 14, 20, 16, 24], DASHED) + outline([36, 30, 28, 22, 40])
    )


def _levels() -> str:
    stacks = ((20, 1), (56, 3), (92, 5), (128, 4), (164, 2))
    return _line([(8, 94), (194, 94)], FAINT) + "".join(_box(x, 76 - 16 * row, 12, 12, "fill='#000' ") for x, many in stacks for row in range(many))


def _calendar() -> str:
    open_cells = {(2, 1), (5, 1), (4, 3)}
    cells = [(column, row) for row in range(4) for column in range(6)]
    drawn = [_box(56 + 23 * column, 10 + 23 * row, 16, 14, "" if (column, row) in open_cells else "fill='#000' ") for column, row in cells]
    return "".join(_line([(8, 17 + 23 * row), (44, 17 + 23 * row)]) for row in range(4)) + "".join(drawn)


DRAWINGS = {
    "trend": _trend(),
    "grid": _grid(),
    "panels": _panels(),
    "groups": _groups(),
    "run": _run(),
    "limits": _limits(),
    "level": _level(),
    "dots": _gap_dots(),
    "funnel": _funnel(),
    "quadrant": _quadrant(),
    "radar": _radar(),
    "levels": _levels(),
    "calendar": _calendar(),
}
