"""Every group then and now: its rate at the baseline (small) and in the latest period (large), with intervals; hollow where it is not steady."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from equity import blanks
from equity.catalogue import Measure, Stratifier
from equity.counts import Count
from equity.numbers import PERCENT, decimal, estimate_words, interval_words, places_of, places_told
from equity.rates import NOT_COMPUTABLE, Estimate, rate_estimate
from equity.reliability import UNSTEADY_WORDS, is_steady
from figures.labels import annotation, wrapped
from figures.scales import brief, finite, nice_ticks, written_ticks
from figures.theme import GRID, INK, INK2, INK3, PAPER, REFERENCE_MARK, GroupMark, base_layout, empty_figure, group_mark

ROW, TOP, BOTTOM = 54, 4, 30
THEN, NOW = 8, 13


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: its rate then and now in shown units (nan where there is none), the people counted now, and why a number is missing.

    then_steady, now_steady: whether enough people were counted for a steady figure.
    """

    label: str
    mark: GroupMark
    then: Estimate
    now: Estimate
    size: str
    blank: str | None
    then_steady: bool = True
    now_steady: bool = True


def group_row(label: str, then: Count, now: Count, measure: Measure, stratifier: Stratifier, *, size: str) -> GroupRow:
    """One group, from its counts; everybody, who is no group, wears the reference's mark. Takes size: the people counted now, in words."""
    group = next((one for one in stratifier.groups if one.label == label), None)
    rates = (rate_estimate(count, measure).as_told() if count.known else NOT_COMPUTABLE for count in (then, now))
    mark = group_mark(group.position, group.kind) if group else REFERENCE_MARK
    return GroupRow(label, mark, *rates, size, now.blank, is_steady(then, measure), is_steady(now, measure))


def group_change_figure(rows: Sequence[GroupRow], *, multiplier: int) -> dict:
    """Rows in the order given, the first on top; the name over each row, the change at its right."""
    values = finite(value for row in rows for rate in (row.then, row.now) for value in (rate.low, rate.high))
    if not values:
        return empty_figure("No group can be shown here.")
    ticks = nice_ticks(min(values), max(values))
    layout = base_layout(TOP + BOTTOM + ROW * len(rows), margin={"l": 8, "r": 78, "t": TOP, "b": BOTTOM}) | {
        "xaxis": {
            "range": [ticks[0], ticks[-1]],
            "tickvals": ticks,
            "ticktext": written_ticks(ticks, "%" if multiplier == PERCENT else ""),
            "gridcolor": GRID,
            "zeroline": False,
            "fixedrange": True,
            "ticks": "",
        },
        "yaxis": {"visible": False, "range": [len(rows) - 0.5, -0.5], "fixedrange": True},
        "annotations": [part for place, row in enumerate(rows) for part in row_words(row, place, multiplier)],
        "meta": {"narrow": {"layout": {"annotations": [part for place, row in enumerate(rows) for part in row_words(bare(row), place, multiplier)]}}},
    }
    return {"data": [trace for place, row in enumerate(rows) for trace in row_marks(row, place, multiplier)], "layout": layout}


def bare(row: GroupRow) -> GroupRow:
    """The row without the people counted, for places where only its name and rate find room; the table has them."""
    return replace(row, size="")


def row_words(row: GroupRow, place: int, multiplier: int) -> list[dict]:
    """The row's name with its number and size, and its change; or the blank's word."""
    number = f"{estimate_words(row.now, multiplier)} {row.size}".rstrip() if row.now.known else blanks.WORDS[row.blank or blanks.NOT_APPLICABLE]
    said = f"<b>{wrapped(row.label, 60)[0]}</b>  {number}"
    name = annotation(said, xref="paper", x=0, yref="y", y=place - 0.24, xanchor="left", font={"color": INK2})
    if not (row.now.known and row.then.known):
        return [name]
    change = row.now.value - row.then.value
    written = f"<b>{decimal(change, places_told(multiplier, change, is_whole=row.now.is_whole), plus=True)}</b>"
    return [name, annotation(written, xref="paper", x=1, yref="y", y=place + 0.2, xanchor="left", xshift=14, font={"color": INK})]


def row_marks(row: GroupRow, place: int, multiplier: int) -> list[dict]:
    """Interval, the step from then to now, and the two marks."""
    at, mark = place + 0.2, row.mark
    drawn = []
    if row.now.known:
        drawn.append(stretch(row.now.low, row.now.high, at, {"color": INK3, "width": 1.6}))
    if row.now.known and row.then.known:
        drawn.append(stretch(row.then.value, row.now.value, at, {"color": mark.light, "width": 3}))
    if row.then.known:
        drawn.append(point(row, "Then", row.then, at, multiplier) | {"marker": marker(mark, THEN, steady=row.then_steady)})
    if row.now.known:
        drawn.append(point(row, "Now", row.now, at, multiplier) | {"marker": marker(mark, NOW, steady=row.now_steady)})
    return drawn


def marker(mark: GroupMark, size: int, *, steady: bool) -> dict:
    """The group's own shape and colour: filled, or hollow with paper inside where so few people were counted that the rate should not be leaned on."""
    return {"symbol": mark.marker, "size": size, "color": mark.light if steady else PAPER, "line": {"color": mark.light, "width": 2}, "opacity": 1}


def stretch(start: float, end: float, at: float, drawn: dict) -> dict:
    """A line along a row."""
    ends = {"x": [brief(start), brief(end)], "y": [at, at]}
    return {"type": "scatter", "mode": "lines", "hoverinfo": "skip", "cliponaxis": False, "line": drawn} | ends


def point(row: GroupRow, when: str, rate: Estimate, at: float, multiplier: int) -> dict:
    """One rate of a row, and what it says when it is pointed at."""
    interval = interval_words(rate, places_of(multiplier, rate.value))
    unsteady = "" if (row.now_steady if when == "Now" else row.then_steady) else f"<br>{UNSTEADY_WORDS}"
    said = f"<b>{wrapped(row.label, 60)[0]}</b><br>{when} {estimate_words(rate, multiplier)} ({interval}){unsteady}"
    return {
        "type": "scatter",
        "mode": "markers",
        "hoverinfo": "text",
        "cliponaxis": False,
        "x": [brief(rate.value)],
        "y": [at],
        "text": [said],
        "name": when,
    }
