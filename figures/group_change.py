"""Every group then and now: its rate at the baseline (hollow) and in the latest period (filled), with intervals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity import blanks
from equity.numbers import decimal, interval_words, places_of, rate_words
from equity.rates import Estimate
from figures.labels import annotation, wrapped
from figures.scales import finite, nice_ticks
from figures.theme import GRID, INK, INK2, INK3, TEXT_SMALL, GroupMark, base_layout, empty_figure

ROW, TOP, BOTTOM = 54, 4, 30


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: its rate then and now in shown units (nan where there is none), the people counted now, and why a number is missing."""

    label: str
    mark: GroupMark
    then: Estimate
    now: Estimate
    size: str
    blank: str | None


def group_change_figure(rows: Sequence[GroupRow], *, multiplier: int) -> dict:
    """Rows in the order given, the first on top; the name over each row, the change at its right."""
    values = finite(value for row in rows for rate in (row.then, row.now) for value in (rate.low, rate.high))
    if not values:
        return empty_figure("No group can be shown here.")
    ticks = nice_ticks(min(values), max(values))
    height = TOP + BOTTOM + ROW * len(rows)
    unit = "%" if multiplier == 100 else ""
    places = 0 if all(float(tick).is_integer() for tick in ticks) else 1
    said = [decimal(tick, places) for tick in ticks]
    layout = base_layout(height, margin={"l": 8, "r": 78, "t": TOP, "b": BOTTOM}) | {
        "xaxis": {
            "range": [ticks[0], ticks[-1]],
            "tickvals": ticks,
            "ticktext": [*said[:-1], said[-1] + unit],
            "gridcolor": GRID,
            "zeroline": False,
            "fixedrange": True,
            "ticks": "",
        },
        "yaxis": {"visible": False, "range": [len(rows) - 0.5, -0.5], "fixedrange": True},
        "annotations": [part for place, row in enumerate(rows) for part in row_words(row, place, multiplier)],
    }
    return {"data": [trace for place, row in enumerate(rows) for trace in row_marks(row, place, multiplier)], "layout": layout}


def row_words(row: GroupRow, place: int, multiplier: int) -> list[dict]:
    """The row's name with its number and size, and its change; or the blank's word."""
    number = f"{rate_words(row.now.value, multiplier)} {row.size}" if row.now.known else blanks.WORDS[row.blank or blanks.NOT_REPORTED]
    name = annotation(f"<b>{wrapped(row.label, 60)[0]}</b>  {number}", xref="paper", x=0, yref="y", y=place - 0.24, xanchor="left", font={"color": INK2})
    change = row.now.value - row.then.value
    if change != change:
        return [name]
    return [
        name,
        annotation(
            f"<b>{decimal(change, places_of(multiplier, change), plus=True)}</b>",
            xref="paper",
            x=1,
            yref="y",
            y=place + 0.2,
            xanchor="left",
            xshift=14,
            font={"color": INK},
        ),
    ]


def row_marks(row: GroupRow, place: int, multiplier: int) -> list[dict]:
    """Interval, the step from then to now, and the two marks."""
    at = place + 0.2
    words = [
        f"<b>{wrapped(row.label, 60)[0]}</b><br>{when} {rate_words(rate.value, multiplier)} ({interval_words(rate, places_of(multiplier, rate.value))})"
        for when, rate in (("Then", row.then), ("Now", row.now))
    ]
    symbol = row.mark.marker.removesuffix("-open")
    step = {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "cliponaxis": False}
    drawn = []
    if row.now.known:
        drawn.append(step | {"x": [round(row.now.low, 4), round(row.now.high, 4)], "y": [at, at], "line": {"color": INK3, "width": 1.6}})
    if row.now.known and row.then.known:
        drawn.append(step | {"x": [round(row.then.value, 4), round(row.now.value, 4)], "y": [at, at], "line": {"color": row.mark.light, "width": 3}})
    point = {"type": "scatter", "mode": "markers", "hoverinfo": "text", "cliponaxis": False}
    if row.then.known:
        hollow = {"symbol": f"{symbol}-open", "size": 10, "color": row.mark.light, "line": {"width": 2}}
        drawn.append(point | {"x": [round(row.then.value, 4)], "y": [at], "text": words[:1], "marker": hollow})
    if row.now.known:
        drawn.append(
            point
            | {
                "x": [round(row.now.value, 4)],
                "y": [at],
                "text": words[1:],
                "marker": {"symbol": symbol, "size": 11, "color": row.mark.light},
                "textfont": {"size": TEXT_SMALL},
            }
        )
    return drawn
