"""One team's gap over time, small: the same axes for every team, its last value, its blanks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from equity.catalogue import Event
from equity.numbers import interval_words, places_of, told_gap, told_number
from equity.rates import Estimate
from equity.trend import GapPoint, GapTrend
from figures.labels import Label, Panel, annotation, right_labels
from figures.scales import finite, inner_ticks, tick_words, written_ticks
from figures.theme import INK, INK3, TEXT_SMALL, base_layout, empty_figure, time_axis, value_axis
from figures.timeline import band, blank_strip, blank_words, line, span_of, strip_axis

HEIGHT, TOP, BOTTOM = 124, 8, 24
PLOT = HEIGHT - TOP - BOTTOM
STRIP_HEIGHT = 18 / PLOT
MOST_MARKS = 11
WIDTH, MY_WIDTH = 2, 3
# A thin team's interval may be wider than all gaps together: the shared axis holds every value and this share more, bands are cut there.
ROOM = 0.35


def shared_range(trends: Sequence[GapTrend]) -> tuple[float, float]:
    """One range for all teams: every value and zero, with room for bands."""
    values = finite(point.gap.value for trend in trends for point in trend.points) + [0.0]
    low, high = min(values), max(values)
    room = (high - low or 1) * ROOM
    return low - room, high + room


def gap_panel_figure(
    trend: GapTrend, span: tuple[float, float], events: Sequence[Event], *, is_mine: bool = False, noted: Collection[int] = frozenset()
) -> dict:
    """The gap of one team with its 95 % band.

    Takes    trend: the team's; span: the range that all panels share; events: whose first convening is marked; is_mine: the reader's own is thicker;
             noted: the places of the periods that bear a note.
    """
    if not trend.points:
        return empty_figure("No report is due yet.", height=HEIGHT)
    periods = [point.period for point in trend.points]
    blanks = [point.mark for point in trend.points]
    lowest = STRIP_HEIGHT + 0.04 if any(blanks) else 0.0
    panel = Panel(lowest, 1, *span, PLOT)
    layout = base_layout(HEIGHT, margin={"l": 28, "r": 40, "t": TOP, "b": BOTTOM}) | {
        "xaxis": time_axis(range=list(span_of(periods)), showline=False, ticks="", anchor="free", position=0, **few_ticks(trend.points)),
        "yaxis": value_axis(domain=[lowest, 1], range=list(span), tickfont={"size": TEXT_SMALL}, **value_ticks(span)),
        "shapes": [
            zero_line(),
            *first_convening(events, periods[0].start, periods[-1].end),
            *blank_strip(periods, blanks, y=STRIP_HEIGHT / 2, height=STRIP_HEIGHT, most=MOST_MARKS),
        ],
        "yaxis2": strip_axis(STRIP_HEIGHT),
        "annotations": [*last_value(trend, panel), *daggers(trend, panel, noted)],
    }
    width = MY_WIDTH if is_mine else WIDTH
    data = [
        cut_band(trend, span),
        line(
            periods,
            [point.gap.value for point in trend.points],
            [said(point, trend.measure.multiplier) for point in trend.points],
            **drawn(trend.points, width),
        ),
        *blank_words(periods, blanks, "y2"),
    ]
    return {"data": data, "layout": layout}


def said(point: GapPoint, multiplier: int) -> str:
    """What one point says when it is pointed at."""
    return f"<b>{point.period.label}</b><br>Gap {told_gap(point.gap, multiplier)} ({interval_words(point.gap, places_of(multiplier, point.gap.value))})"


def drawn(points: Sequence[GapPoint], width: float) -> dict:
    """A line of this width; a point that stands alone between gaps gets a mark, as does the last."""
    known = [point.blank is None for point in points]
    last = max((place for place, is_known in enumerate(known) if is_known), default=-1)
    alone = [is_known and not any(known[max(place - 1, 0) : place] + known[place + 1 : place + 2]) for place, is_known in enumerate(known)]
    sizes = [8 if place == last else 5 if alone[place] else 0 for place in range(len(points))]
    return {"mode": "lines+markers", "line": {"color": INK, "width": width}, "marker": {"color": INK, "size": sizes, "opacity": 1}}


def cut_band(trend: GapTrend, span: tuple[float, float]) -> dict:
    """The 95 % band, cut at the shared range."""
    low, high = span

    def within(value: float) -> float:
        return min(max(value, low), high)

    gaps: list[Estimate] = [point.gap for point in trend.points]
    return band(
        [point.period for point in trend.points],
        [within(gap.low) if gap.known else gap.low for gap in gaps],
        [within(gap.high) if gap.known else gap.high for gap in gaps],
        INK,
        0.1,
    )


def value_ticks(span: tuple[float, float]) -> dict:
    """Zero and one or two round values inside the range."""
    low, high = span
    inside = inner_ticks(low + (high - low) * 0.15 if low < 0 else low, high, fewest=2)
    return {"tickvals": inside, "ticktext": written_ticks(inside)}


def few_ticks(points: Sequence[GapPoint]) -> dict:
    """The first and the last period, named in short."""
    ends = [points[0].period, points[-1].period] if len(points) > 1 else [points[0].period]
    words = [tick_words(period, None).replace("<br>20", " ") for period in ends]
    return {"tickvals": [period.middle.isoformat() for period in ends], "ticktext": words, "tickfont": {"size": TEXT_SMALL, "color": INK3}}


def zero_line() -> dict:
    """No gap, as a line over the whole width."""
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": 0, "y1": 0, "layer": "below", "line": {"color": INK3, "width": 1}}


def first_convening(events: Sequence[Event], first: date, last: date) -> list[dict]:
    """A dotted line where the work together began, if that lies within these days."""
    days = sorted(event.starts_on for event in events if event.kind == "convening")[:1]
    at = {"type": "line", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below", "line": {"color": INK3, "width": 1, "dash": "dot"}}
    return [at | {"x0": day.isoformat(), "x1": day.isoformat()} for day in days if first <= day <= last]


def last_value(trend: GapTrend, panel: Panel) -> list[dict]:
    """The last known value in bold, right of its point."""
    latest = trend.latest
    if latest is None:
        return []
    label = Label(f"<b>{told_number(latest.gap, trend.measure.multiplier)}</b>", latest.gap.value, INK)
    return right_labels([label], panel, x=latest.period.middle.isoformat())


def daggers(trend: GapTrend, panel: Panel, noted: Collection[int]) -> list[dict]:
    """A dagger over each point that bears a note; of a long series, and beside the marks of blanks, over the first of those in a row alone."""
    is_long = len(trend.points) > MOST_MARKS
    first = [place for place in sorted(noted) if place - 1 not in noted or not (is_long or trend.points[place].blank)]
    return [dagger(trend.points[place], panel) for place in first]


def dagger(point: GapPoint, panel: Panel) -> dict:
    """One of them."""
    over = {"y": STRIP_HEIGHT / 2, "xshift": 10} if point.blank else {"y": panel.pixels(point.gap.value) / PLOT, "yshift": 12}
    return annotation("<b>†</b>", x=point.period.middle.isoformat(), font={"size": TEXT_SMALL, "color": INK}, **over)
