"""How far raters of one team stand apart: triangle self, square coach, dot agreed, a row a domain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.numbers import shortened
from equity.rater_spread import RaterSpread
from figures.labels import annotation, wrapped
from figures.theme import GRID, INK, INK2, INK3, PAPER, RUST, TEXT, TEXT_SMALL, base_layout, empty_figure

ROW, HEAD, FOOT = 54, 26, 8
LEFT, RIGHT = 168, 76
LEFT_NARROW, RIGHT_NARROW = 112, 62
# Where marks would lie on each other the triangle stands above and the square below (shares of a row).
ASIDE = 0.27


@dataclass(frozen=True, slots=True)
class RatedDomain:
    """One domain and who gave which level."""

    domain: str
    spread: RaterSpread


def rater_spread_figure(domains: Sequence[RatedDomain], levels: Sequence[int], *, nothing: str = "Nobody has rated this yet.") -> dict:
    """Takes domains in the framework's order; levels: its numbers, rising; nothing: what to say where there is no level at all."""
    if not any(one.spread != RaterSpread() for one in domains):
        return empty_figure(nothing, height=120)
    rows = list(enumerate(domains))
    layout = base_layout(HEAD + FOOT + ROW * len(rows), margin={"l": LEFT, "r": RIGHT, "t": HEAD, "b": FOOT}) | {
        "xaxis": {
            "range": [levels[0] - 0.3, levels[-1] + 0.3],
            "tickvals": list(levels),
            "side": "top",
            "gridcolor": GRID,
            "zeroline": False,
            "fixedrange": True,
            "ticks": "",
            "tickfont": {"color": INK2},
        },
        "yaxis": {"visible": False, "range": [len(rows) - 0.5, -0.5], "fixedrange": True},
        "annotations": [part for row, one in rows for part in row_words(one, row, levels)],
    }
    beside = [part for row, one in rows for part in row_words(one, row, levels, left=LEFT_NARROW, letters=16, size=TEXT_SMALL)]
    layout["meta"] = {"narrow": {"layout": {"margin": {"l": LEFT_NARROW, "r": RIGHT_NARROW}, "annotations": beside}}}
    return {"data": [trace for row, one in rows for trace in row_marks(one, row)], "layout": layout}


def row_words(one: RatedDomain, row: int, levels: Sequence[int], *, left: int = LEFT, letters: int = 22, size: int = TEXT) -> list[dict]:
    """The domain's name left of its row, and where two raters stand far apart, how far. Takes letters: on a line of the name."""
    text = wrapped(shortened(one.domain, 2 * letters), letters)[0]
    name = f"<b>{text}</b>" if one.spread.disagrees else text
    place = {"xref": "paper", "x": 0, "xshift": -left, "yref": "y", "y": row, "xanchor": "left", "align": "left"}
    return [annotation(name, **place, font={"color": INK, "size": size}), *apart_words(one, row, levels)]


def apart_words(one: RatedDomain, row: int, levels: Sequence[int]) -> list[dict]:
    """2 apart, right of the plot: clear of every mark."""
    if not one.spread.disagrees:
        return []
    font = {"color": RUST, "size": TEXT_SMALL}
    words = f"<b>{one.spread.apart} apart</b>"
    return [annotation(words, x=levels[-1], xshift=16, yref="y", y=row, xanchor="left", align="left", font=font)]


def row_marks(one: RatedDomain, row: int) -> list[dict]:
    """The bar between the outer raters, and a mark for each kind."""
    spread, drawn = one.spread, []
    ends = [level for level in (spread.lowest, spread.highest, spread.agreed) if level is not None]
    if ends and max(ends) > min(ends):
        drawn.append(bar([min(ends), max(ends)], row, {"color": INK3, "width": 1.6}))
    if spread.disagrees:
        drawn.append(bar([spread.lowest, spread.highest], row, {"color": RUST, "width": 4}))
    hollow = {"color": PAPER, "line": {"color": INK, "width": 1.8}}
    marks = [
        ("Agreed", spread.agreed, row, {"symbol": "circle", "size": 12, "color": INK}),
        ("Self", spread.own, row - ASIDE * (spread.own in (spread.agreed, spread.coach)), {"symbol": "triangle-up", "size": 15} | hollow),
        ("Coach", spread.coach, row + ASIDE * (spread.coach == spread.agreed), {"symbol": "square", "size": 12} | hollow),
    ]
    return drawn + [mark(one, *kind) for kind in marks if kind[1] is not None]


def bar(levels: Sequence[int], row: int, line: dict) -> dict:
    """A line along a row between two levels."""
    return {"type": "scatter", "mode": "lines", "x": levels, "y": [row, row], "line": line, "hoverinfo": "skip"}


def mark(one: RatedDomain, name: str, level: int, height: float, marker: dict) -> dict:
    """One kind of rater's level, with what it says when pointed at."""
    words = [f"<b>{wrapped(one.domain, 60)[0]}</b>", f"{name}: level {level}"]
    words += [f"{one.spread.raters} raters"] if one.spread.raters > 1 and name != "Agreed" else []
    point = {"type": "scatter", "mode": "markers", "name": name, "x": [level], "y": [height], "cliponaxis": False}
    return point | {"marker": marker, "hoverinfo": "text", "text": ["<br>".join(words)]}
