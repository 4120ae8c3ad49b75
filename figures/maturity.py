"""Maturity then and now, or network and team: a radar that is never alone, and the dumbbells that stand beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from equity.numbers import shortened
from figures.labels import annotation, escaped, wrapped
from figures.theme import GRID, INK, INK2, INK3, PAPER, RULE, TEXT_SMALL, base_layout, empty_figure

RADAR_HEIGHT, ROW, HEAD, FOOT = 376, 48, 40, 16
# What two outlines are; another pair where a team is shown against the network.
THEN_NOW = ("Then", "Now")
# More rings than these have a number on every second one.
RINGS, LABELLED_LEVELS, LEVEL_LETTERS = 6, 5, 14
# Narrower than this (pixels) the levels' names run into each other.
NAMED_LEVELS = 650
# A name at a corner has so many lines at most, and is cut to the longest of these that gives them.
CORNER_LINES, CORNER_LETTERS = 3, (42, 36, 30, 24, 18)
# So much longer than a line one word may be.
CORNER_SPARE = 4
# In pixels: the outermost ring, how far left of the axis the numbers stand, and how far off a line is clear of them.
RADIUS, NUMBER_OFF, CLEAR = 136, 16, 11


@dataclass(frozen=True, slots=True)
class DomainLevels:
    """One domain's level then and now (None where nobody scored it), and what the level of now says; or the network's and a team's."""

    domain: str
    then: int | None
    now: int | None
    wording: str = ""


def maturity_radar_figure(domains: Sequence[DomainLevels], *, highest: int, series: tuple[str, str] = THEN_NOW) -> dict:
    """Two outlines on one scale in the framework's own order: then dashed and hollow, now solid. Needs three domains or more.

    Takes    series: what the two outlines are called.
    """
    scored = [domain for domain in domains if domain.now is not None]
    if len(scored) < 3:
        return empty_figure("A radar needs three scored domains or more.", height=RADAR_HEIGHT)
    names = corner_names(domains, 16)
    layout = base_layout(RADAR_HEIGHT, margin={"l": 96, "r": 96, "t": 58, "b": 46}) | {"polar": polar_axes(domains, highest)}
    short = corner_names(domains, 11)
    small = {"margin": {"l": 84, "r": 84}, "polar": {"angularaxis": {"tickfont": {"size": TEXT_SMALL}}}}
    layout["meta"] = {"narrow": {"layout": small, "data": [{"theta": [*short, short[0]]}] * 2}}
    then = outline(names, [domain.then for domain in domains], escaped(series[0]), dash="3px,3px", colour=PAPER, size=9)
    now = outline(names, [domain.now for domain in domains], escaped(series[1]), dash="solid", colour=INK, size=9)
    return {"data": [then, now], "layout": layout}


def polar_axes(domains: Sequence[DomainLevels], highest: int) -> dict:
    """A ring a level, numbered on the first axis; the domains clockwise from the top."""
    rings = {
        "range": [0, highest],
        "tickvals": list(range(1, highest + 1)),
        "ticktext": ring_words(domains, highest),
        "tickfont": {"size": TEXT_SMALL, "color": INK3},
        "angle": 90,
        "tickangle": 90,
        "side": "counterclockwise",
        "gridcolor": RULE,
        "showline": False,
        "ticks": "",
    }
    corners = {"type": "category", "direction": "clockwise", "rotation": 90, "tickfont": {"color": INK}, "gridcolor": RULE, "linecolor": RULE, "ticks": ""}
    place = {"bgcolor": "rgba(0,0,0,0)", "gridshape": "linear", "domain": {"x": [0.02, 0.98], "y": [0, 1]}}
    return place | {"radialaxis": rings, "angularaxis": corners}


def corner_names(domains: Sequence[DomainLevels], width: int) -> list[str]:
    """What stands at the corners: on few lines, and each another, since a radar tells its axes apart by them."""
    names = [corner_name(domain.domain, width) for domain in domains]
    return [name if names.count(name) == 1 else f"{place} {name}" for place, name in enumerate(names, start=1)]


def corner_name(name: str, width: int) -> str:
    """The name on few lines of so many letters, shortened where it must be."""
    tried = (wrapped(shortened(name, most), width) for most in CORNER_LETTERS)
    fits = (text for text, lines in tried if lines <= CORNER_LINES and max(map(len, text.split("<br>"))) <= width + CORNER_SPARE)
    return next(fits, escaped(shortened(name, width)))


def ring_words(domains: Sequence[DomainLevels], highest: int) -> list[str]:
    """The rings' numbers left of the first axis, left out where a mark or an outline passes, or the axis's name would be touched."""
    step = 1 if highest <= RINGS else 2
    taken = outline_heights(domains, highest)
    free = (level for level in range(1, highest) if (level - 1) % step == 0 and all(abs(level * RADIUS / highest - height) >= CLEAR for height in taken))
    written = {level: f"{level}\u00a0\u00a0\u00a0\u00a0" for level in free}
    return [written.get(level, "") for level in range(1, highest + 1)]


def outline_heights(domains: Sequence[DomainLevels], highest: int) -> list[float]:
    """How high above the middle (pixels) each outline stands on the first axis, and where it passes the numbers on its way to the last."""
    angle, heights = 2 * math.pi / len(domains), []
    for first, last in ((domains[0].then, domains[-1].then), (domains[0].now, domains[-1].now)):
        if first is None:
            continue
        top = first * RADIUS / highest
        heights.append(top)
        across = (last or 0) * RADIUS / highest * math.sin(angle)
        if last is not None and across >= NUMBER_OFF:
            heights.append(top + ((last * RADIUS / highest) * math.cos(angle) - top) * NUMBER_OFF / across)
    return heights


def outline(names: Sequence[str], levels: Sequence[int | None], name: str, *, dash: str, colour: str, size: int) -> dict:
    """One closed outline, never filled; a domain without a level leaves it open."""
    said = [f"<b>{domain}</b><br>{name}: {'not scored' if level is None else f'level {level}'}" for domain, level in zip(names, levels, strict=True)]
    drawn = {
        "line": {"color": INK, "width": 2 if dash == "solid" else 1.6, "dash": dash},
        "marker": {"symbol": "circle", "size": size, "color": colour, "line": {"color": INK, "width": 1.6}},
    }
    closed = {"theta": [*names, names[0]], "r": [*levels, levels[0]], "text": [*said, said[0]]}
    return {"type": "scatterpolar", "mode": "lines+markers", "name": name, "hoverinfo": "text", "connectgaps": False, "cliponaxis": False} | closed | drawn


def maturity_levels_figure(domains: Sequence[DomainLevels], levels: Sequence[tuple[int, str]], *, series: tuple[str, str] = THEN_NOW) -> dict:
    """A row a domain: hollow then, filled now, on the levels of the framework (number, label). Takes series: what the two marks are."""
    if not any(domain.now is not None for domain in domains):
        return empty_figure("No team has been scored on this framework yet.")
    rows = range(len(domains))
    layout = base_layout(HEAD + FOOT + ROW * len(domains), margin={"l": 210, "r": 40, "t": HEAD, "b": FOOT}) | {
        "xaxis": level_axis(levels),
        "yaxis": {"visible": False, "range": [len(domains) - 0.5, -0.5], "fixedrange": True},
        "annotations": [
            annotation(
                wrapped(shortened(domain.domain, 54), 30)[0], xref="paper", x=0, xshift=-210, yref="y", y=row, xanchor="left", align="left", font={"color": INK}
            )
            for row, domain in zip(rows, domains, strict=True)
        ],
    }
    over = [
        annotation(
            escaped(shortened(domain.domain, 46)),
            xref="paper",
            x=0,
            yref="y",
            y=row - 0.38,
            xanchor="left",
            align="left",
            font={"color": INK, "size": TEXT_SMALL},
        )
        for row, domain in zip(rows, domains, strict=True)
    ]
    numbers = {"tickvals": [level for level, _ in levels], "ticktext": [f"<b>{level}</b>" for level, _ in levels]}
    layout["meta"] = {"narrow": {"below": NAMED_LEVELS, "layout": {"margin": {"l": 12, "r": 12, "t": HEAD}, "xaxis": numbers, "annotations": over}}}
    return {"data": [trace for row, domain in zip(rows, domains, strict=True) for trace in dumbbell(domain, row, series)], "layout": layout}


def level_axis(levels: Sequence[tuple[int, str]]) -> dict:
    """The framework's levels over the rows, each with its name where there is room for all names."""
    named = len(levels) <= LABELLED_LEVELS and all(len(word) <= LEVEL_LETTERS for _, label in levels for word in label.split())
    words = [f"<b>{level}</b> {wrapped(label.lower(), LEVEL_LETTERS)[0]}" if named else f"<b>{level}</b>" for level, label in levels]
    return {
        "range": [levels[0][0] - 0.3, levels[-1][0] + 0.3],
        "tickvals": [level for level, _ in levels],
        "ticktext": words,
        "side": "top",
        "gridcolor": GRID,
        "zeroline": False,
        "fixedrange": True,
        "ticks": "",
        "tickfont": {"size": TEXT_SMALL, "color": INK2},
    }


def dumbbell(domain: DomainLevels, row: int, series: tuple[str, str] = THEN_NOW) -> list[dict]:
    """The step between then and now, and its two ends."""
    drawn = []
    point = {"type": "scatter", "mode": "markers", "hoverinfo": "text", "cliponaxis": False, "y": [row]}
    name = wrapped(domain.domain, 60)[0]
    if domain.then is not None and domain.now is not None:
        drawn.append(
            {"type": "scatter", "mode": "lines", "x": [domain.then, domain.now], "y": [row, row], "line": {"color": INK, "width": 2.5}, "hoverinfo": "skip"}
        )
    if domain.then is not None:
        hollow = {"symbol": "circle", "size": 12, "color": PAPER, "line": {"color": INK, "width": 2}}
        drawn.append(point | {"x": [domain.then], "text": [f"<b>{name}</b><br>{escaped(series[0])}: level {domain.then}"], "marker": hollow})
    if domain.now is not None:
        said = "<br>".join(filter(None, [f"<b>{name}</b>", f"{escaped(series[1])}: level {domain.now}", wrapped(domain.wording, 56)[0]]))
        drawn.append(point | {"x": [domain.now], "text": [said], "marker": {"symbol": "circle", "size": 13, "color": INK}})
    return drawn
