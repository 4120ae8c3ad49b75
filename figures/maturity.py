"""Maturity then and now: a radar that is never alone, and the dumbbells that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from figures.labels import annotation, wrapped
from figures.theme import GRID, INK, INK2, INK3, PAPER, RULE, TEXT_SMALL, base_layout, empty_figure

RADAR_HEIGHT, ROW, HEAD, FOOT = 360, 48, 40, 16


@dataclass(frozen=True, slots=True)
class DomainLevels:
    """One domain's level then and now (None where nobody scored it), and what the level of now says."""

    domain: str
    then: int | None
    now: int | None
    wording: str = ""


def maturity_radar_figure(domains: Sequence[DomainLevels], *, highest: int) -> dict:
    """Two outlines on one scale in the framework's own order: then dashed and hollow, now solid. Needs three domains or more."""
    scored = [domain for domain in domains if domain.now is not None]
    if len(scored) < 3:
        return empty_figure("A radar needs three scored domains or more.", height=RADAR_HEIGHT)
    names = [wrapped(domain.domain, 16)[0] for domain in domains]
    polar = {
        "bgcolor": "rgba(0,0,0,0)",
        "gridshape": "linear",
        "domain": {"x": [0.02, 0.98], "y": [0, 1]},
        "radialaxis": {
            "range": [0, highest],
            "tickvals": list(range(1, highest + 1)),
            "ticktext": ring_words(domains[0], highest),
            "gridcolor": RULE,
            "showline": False,
            "ticks": "",
            "tickfont": {"size": TEXT_SMALL, "color": INK3},
            "angle": 90,
            "tickangle": 90,
            "side": "counterclockwise",
        },
        "angularaxis": {
            "type": "category",
            "direction": "clockwise",
            "rotation": 90,
            "gridcolor": RULE,
            "linecolor": RULE,
            "ticks": "",
            "tickfont": {"color": INK},
        },
    }
    layout = base_layout(RADAR_HEIGHT, margin={"l": 96, "r": 96, "t": 48, "b": 40}) | {"polar": polar}
    short = [wrapped(domain.domain, 11)[0] for domain in domains]
    small = {"margin": {"l": 84, "r": 84}, "polar": {"angularaxis": {"tickfont": {"size": TEXT_SMALL}}}}
    layout["meta"] = {"narrow": {"layout": small, "data": [{"theta": [*short, short[0]]}] * 2}}
    then = outline(names, [domain.then for domain in domains], "Then", dash="3px,3px", symbol="circle-open", size=9)
    now = outline(names, [domain.now for domain in domains], "Now", dash="solid", symbol="circle", size=9)
    return {"data": [then, now], "layout": layout}


def ring_words(first: DomainLevels, highest: int) -> list[str]:
    """The rings' numbers beside the first axis, left out where one of its marks stands or its name would be touched."""
    return ["" if level in (first.then, first.now, highest) else f"{level}\u00a0\u00a0\u00a0\u00a0" for level in range(1, highest + 1)]


def outline(names: Sequence[str], levels: Sequence[int | None], name: str, *, dash: str, symbol: str, size: int) -> dict:
    """One closed outline, never filled; a domain without a level leaves it open."""
    said = [f"<b>{domain}</b><br>{name}: {'not scored' if level is None else f'level {level}'}" for domain, level in zip(names, levels, strict=True)]
    drawn = {"line": {"color": INK, "width": 2 if dash == "solid" else 1.6, "dash": dash}, "marker": {"symbol": symbol, "size": size, "color": INK}}
    closed = {"theta": [*names, names[0]], "r": [*levels, levels[0]], "text": [*said, said[0]]}
    return {"type": "scatterpolar", "mode": "lines+markers", "name": name, "hoverinfo": "text", "connectgaps": False, "cliponaxis": False} | closed | drawn


def maturity_levels_figure(domains: Sequence[DomainLevels], levels: Sequence[tuple[int, str]]) -> dict:
    """A row a domain: hollow then, filled now, on the levels of the framework (number, label)."""
    if not any(domain.now is not None for domain in domains):
        return empty_figure("No team has been scored on this framework yet.")
    rows = range(len(domains))
    layout = base_layout(HEAD + FOOT + ROW * len(domains), margin={"l": 210, "r": 40, "t": HEAD, "b": FOOT}) | {
        "xaxis": level_axis(levels),
        "yaxis": {"visible": False, "range": [len(domains) - 0.5, -0.5], "fixedrange": True},
        "annotations": [
            annotation(wrapped(domain.domain, 30)[0], xref="paper", x=0, xshift=-210, yref="y", y=row, xanchor="left", align="left", font={"color": INK})
            for row, domain in zip(rows, domains, strict=True)
        ],
    }
    over = [
        annotation(
            wrapped(domain.domain, 46)[0], xref="paper", x=0, yref="y", y=row - 0.38, xanchor="left", align="left", font={"color": INK, "size": TEXT_SMALL}
        )
        for row, domain in zip(rows, domains, strict=True)
    ]
    numbers = {"tickvals": [level for level, _ in levels], "ticktext": [f"<b>{level}</b>" for level, _ in levels]}
    layout["meta"] = {"narrow": {"layout": {"margin": {"l": 12, "r": 12, "t": HEAD}, "xaxis": numbers, "annotations": over}}}
    return {"data": [trace for row, domain in zip(rows, domains, strict=True) for trace in dumbbell(domain, row)], "layout": layout}


def level_axis(levels: Sequence[tuple[int, str]]) -> dict:
    """The framework's levels over the rows, each with its name."""
    words = [f"<b>{level}</b> {wrapped(label.lower(), 14)[0]}" for level, label in levels]
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


def dumbbell(domain: DomainLevels, row: int) -> list[dict]:
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
        drawn.append(point | {"x": [domain.then], "text": [f"<b>{name}</b><br>Then: level {domain.then}"], "marker": hollow})
    if domain.now is not None:
        said = "<br>".join(filter(None, [f"<b>{name}</b>", f"Now: level {domain.now}", wrapped(domain.wording, 56)[0]]))
        drawn.append(point | {"x": [domain.now], "text": [said], "marker": {"symbol": "circle", "size": 13, "color": INK}})
    return drawn
