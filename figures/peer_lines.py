"""My team among its peers: every gap over time on one pair of axes, mine thick, peers thin, the network dashed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from equity.catalogue import Event
from equity.numbers import shortened
from equity.periods import Period
from figures.labels import Label, Panel, annotation, escaped, right_labels
from figures.scales import finite, inner_ticks, period_ticks, ratio_ticks, written_ticks
from figures.theme import INK, INK2, INK3, LAMP, TEXT_SMALL, base_layout, empty_figure, time_axis, value_axis
from figures.timeline import line, span_of

HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 420, 30, 46, 36, 158
NARROW_RIGHT, NARROW_NAME, WIDE_NAME = 118, 16, 22
PLOT = HEIGHT - TOP - BOTTOM
MOST_TICKS, MOST_MARKS = 6, 24


@dataclass(frozen=True, slots=True)
class PeerLine:
    """One line in shown units, or ratios: nan where there is no gap. said: what each of its points says."""

    name: str
    values: tuple[float, ...]
    said: tuple[str, ...]
    kind: str  # mine, peer, network


MINE, PEER, NETWORK = "mine", "peer", "network"


def peer_lines_figure(lines: Sequence[PeerLine], periods: Sequence[Period], events: Sequence[Event], *, is_ratio: bool) -> dict:
    """Lines in the order given, named at their last point; the first convenings as lines through the plot."""
    at = math.log10 if is_ratio else float
    values = [at(value) for value in finite(value for one in lines for value in one.values) if value > 0 or not is_ratio]
    if not values:
        return empty_figure("No gap can be shown in any period.", height=HEIGHT)
    low, high = min([*values, 0.0]), max([*values, 0.0])
    room = ((high - low) or 1.0) * 0.07
    panel = Panel(0, 1, low - room, high + room, PLOT)
    wide, narrow = (convenings(events, periods, short=short) for short in (False, True))
    where, said = period_ticks(periods, most=MOST_TICKS)
    layout = base_layout(HEIGHT, margin={"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM}) | {
        "xaxis": time_axis(range=list(span_of(periods)), tickvals=where, ticktext=said),
        "yaxis": value_axis(range=[panel.low, panel.high], **ticks(panel, is_ratio=is_ratio)),
        "shapes": [no_gap(), *wide[0]],
        "annotations": [*wide[1], *labels(lines, periods, panel, at, WIDE_NAME)],
    }
    short = {"margin": {"r": NARROW_RIGHT}, "annotations": [*narrow[1], *labels(lines, periods, panel, at, NARROW_NAME)]}
    layout["meta"] = {"narrow": {"layout": short}}
    return {"data": [drawn(one, periods, at) for one in sorted(lines, key=lambda one: one.kind == MINE)], "layout": layout}


def ticks(panel: Panel, *, is_ratio: bool) -> dict:
    """Round values of the gap, or of the ratio on its log scale."""
    if is_ratio:
        found = ratio_ticks(10**panel.low, 10**panel.high)
        return {"tickvals": [math.log10(tick) for tick in found], "ticktext": [f"{tick:g}" for tick in found]}
    inside = inner_ticks(panel.low, panel.high)
    return {"tickvals": inside, "ticktext": written_ticks(inside)}


def drawn(one: PeerLine, periods: Sequence[Period], at: object) -> dict:
    """A line in the manner of its kind."""
    values = [at(value) if math.isfinite(value) else math.nan for value in one.values]
    match one.kind:
        case "mine":
            size = 9 if len(periods) <= MOST_MARKS else 6
            manner = {
                "mode": "lines+markers",
                "line": {"color": INK, "width": 3.2},
                "marker": {"size": size, "color": LAMP, "line": {"color": INK, "width": 2}},
            }
        case "network":
            manner = {"mode": "lines", "line": {"color": INK, "width": 1.8, "dash": "6px,4px"}}
        case _:
            manner = {"mode": "lines+markers", "line": {"color": INK3, "width": 1.3}, "marker": {"size": sizes_of(one.values), "color": INK3}}
    return line(periods, values, list(one.said), name=one.name, **manner)


def sizes_of(values: Sequence[float]) -> list[int]:
    """A point that stands alone between blanks gets a mark; the others are ends of lines."""
    known = [math.isfinite(value) for value in values]
    return [5 if here and not any(known[max(place - 1, 0) : place] + known[place + 1 : place + 2]) else 0 for place, here in enumerate(known)]


def no_gap() -> dict:
    """The level of no gap."""
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": 0, "y1": 0, "layer": "below", "line": {"color": INK3, "width": 1}}


def convenings(events: Sequence[Event], periods: Sequence[Period], *, short: bool) -> tuple[list[dict], list[dict]]:
    """Lines through the plot where the network met, numbered above it."""
    first, last = periods[0].start, periods[-1].end
    met = [event for event in events if event.kind == "convening" and first <= event.starts_on <= last]
    shapes = [convening_line(event.starts_on) for event in met]
    words = [
        annotation(
            f"<b>{event.number}</b>" if short else f"Conv. {event.number}",
            x=event.starts_on.isoformat(),
            y=1,
            yshift=14,
            font={"size": TEXT_SMALL, "color": INK2},
        )
        for event in met
    ]
    return shapes, words


def convening_line(day: date) -> dict:
    """One day, through the whole plot."""
    at = {"x0": day.isoformat(), "x1": day.isoformat(), "y0": 0, "y1": 1}
    return {"type": "line", "xref": "x", "yref": "paper", "layer": "below", "opacity": 0.75, "line": {"color": INK3, "width": 1}} | at


def labels(lines: Sequence[PeerLine], periods: Sequence[Period], panel: Panel, at: object, longest: int) -> list[dict]:
    """Names right of the plot, each at the height of its line's last value, pushed apart."""
    found = []
    for one in lines:
        last = next((value for value in reversed(one.values) if math.isfinite(value)), None)
        if last is not None:
            said = escaped(shortened(one.name, longest))
            found.append(Label(f"<b>{said}</b>" if one.kind == MINE else said, at(last), INK if one.kind != PEER else INK2))
    return right_labels(found, panel, x=span_of(periods)[1])
