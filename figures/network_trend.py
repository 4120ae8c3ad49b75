"""The network's gap over time: both groups' rates, the gap as a difference and as a ratio, on one time axis."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from equity.blanks import NOT_APPLICABLE, WORDS
from equity.catalogue import Event
from equity.counted import size_words
from equity.counts import Count
from equity.numbers import PERCENT, estimate_words, interval_words, places_of, ratio_words, told_gap
from equity.periods import Period
from equity.rates import Estimate
from equity.trend import GapPoint, GapTrend
from figures.labels import Panel, wrapped
from figures.network_trend_labels import TrendWords, aims_of, bracket_points, drawable, labels_from, narrow, titles, wide_labels
from figures.scales import brief, finite, inner_ticks, period_ticks, ratio_ticks, written_ticks
from figures.theme import INK, INK2, INK3, PAPER, REFERENCE_MARK, GroupMark, base_layout, empty_figure, time_axis, value_axis
from figures.timeline import band, blank_strip, blank_words, event_marks, line, span_of, strip_axis

HEIGHT, TOP, BOTTOM = 640, 58, 46
PLOT = HEIGHT - TOP - BOTTOM
RATES, DIFFERENCE, RATIO = (0.56, 0.955), (0.295, 0.48), (0.06, 0.215)
STRIP_Y, STRIP_HEIGHT = 0.0, 0.045
# Side by side in the strip, and as full marks on the lines.
MOST_MARKS = 24


def network_trend_figure(trend: GapTrend, words: TrendWords, mark: GroupMark, events: Sequence[Event], *, as_of: date) -> dict:
    """Rates, difference and ratio of one gap, with convenings, baseline and blanks.

    Takes    trend: points in time order; words: what to call things; mark: the focus group's colour, dash and marker.
    Returns  a figure as a plain dict, with its narrow form under layout.meta.
    """
    if trend.latest is None:
        return empty_figure("There is no period in which both groups can be shown.")
    panels = panels_of(trend, aims_of(trend, words))
    periods = [point.period for point in trend.points]
    shapes, marks = event_marks(events, trend.baseline, periods, as_of, narrow=False)
    _, narrow_marks = event_marks(events, trend.baseline, periods, as_of, narrow=True)
    layout = base_layout(HEIGHT, margin={"l": 46, "r": 176, "t": TOP, "b": BOTTOM}) | axes(trend, panels, periods)
    layout["shapes"] = shapes + still_lines(trend, words) + brackets(trend) + strip(trend)
    layout["annotations"] = marks + titles(words, panels) + wide_labels(trend, words, mark, panels)
    layout["meta"] = {"narrow": narrow(trend, words, mark, panels, periods, narrow_marks)}
    marks_below = [point.mark for point in trend.points]
    return {"data": [*traces(trend, words, mark), *blank_words(periods, marks_below, "y4")], "layout": layout}


def panels_of(trend: GapTrend, aims: tuple[list[float], list[float]]) -> tuple[Panel, Panel, Panel]:
    """The three panels with ranges that hold every interval, and the aims of difference and ratio."""
    rates = finite(value for point in trend.points for rate in (point.focus_rate, point.reference_rate) for value in (rate.low, rate.high))
    gaps = finite(value for point in trend.points for value in (point.gap.low, point.gap.high)) + [0.0, *aims[0]]
    ratios = finite(value for point in trend.points for value in shown_ratio(point.ratio)) + [1.0, *aims[1]]
    low, high = min(ratios) / 1.03, max(ratios) * 1.03
    return (
        Panel(*RATES, *padded(min(rates), max(rates)), PLOT),
        Panel(*DIFFERENCE, *padded(min(gaps), max(gaps)), PLOT),
        Panel(*RATIO, math.log10(low), math.log10(high), PLOT),
    )


def padded(low: float, high: float) -> tuple[float, float]:
    """The range with room at both ends, so that no point lies on an edge."""
    room = (high - low or 1) * 0.07
    return low - room, high + room


def shown_ratio(ratio: Estimate) -> tuple[float, float, float]:
    """A ratio's value and limits, limits no wider than a tenth to ten times: a limit beyond says nothing more. nan where a log axis holds none."""
    if not drawable(ratio):
        return math.nan, math.nan, math.nan
    return ratio.value, max(ratio.low, ratio.value / 10), min(ratio.high, ratio.value * 10)


def traces(trend: GapTrend, words: TrendWords, mark: GroupMark) -> list[dict]:
    """Two bands, two lines of rates, the difference and the ratio with bars."""
    points = trend.points
    periods = [point.period for point in points]
    focus, reference = [point.focus_rate for point in points], [point.reference_rate for point in points]
    said = [point_words(point, words, trend.measure.multiplier) for point in points]
    # Marks of a long series stand close.
    size = 9 if len(points) <= MOST_MARKS else 5
    hollow = {"size": size - 1, "symbol": "circle", "color": PAPER, "line": {"width": 2, "color": INK2}}
    return [
        band(periods, [rate.low for rate in reference], [rate.high for rate in reference], REFERENCE_MARK.light, 0.16),
        band(periods, [rate.low for rate in focus], [rate.high for rate in focus], mark.light, 0.16),
        rate_line(periods, reference, said, REFERENCE_MARK, name=words.reference, marker=hollow),
        rate_line(periods, focus, said, mark, name=words.focus, marker={"size": size, "symbol": mark.marker, "color": mark.light}),
        bars(periods, [point.gap for point in points], said, "y2", name="Difference", size=size - 2),
        bars(periods, [point.ratio for point in points], said, "y3", name="Ratio", size=size - 2),
    ]


def rate_line(periods: Sequence[Period], rates: Sequence[Estimate], said: Sequence[str], mark: GroupMark, **options: object) -> dict:
    """One group's rates in its colour and dash."""
    drawn = {"mode": "lines+markers", "line": {"color": mark.light, "width": 2.5, "dash": mark.dash}}
    return line(periods, [rate.value for rate in rates], said, **drawn, **options)


def bars(periods: Sequence[Period], values: Sequence[Estimate], said: Sequence[str], axis: str, *, name: str, size: int) -> dict:
    """A line with 95 % bars without caps."""
    shown = [shown_ratio(value) if axis == "y3" else (value.value, value.low, value.high) for value in values]
    up = [brief(high - value) if math.isfinite(high - value) else None for value, _, high in shown]
    down = [brief(value - low) if math.isfinite(value - low) else None for value, low, _ in shown]
    bar = {"type": "data", "symmetric": False, "array": up, "arrayminus": down, "thickness": 1.6, "width": 0, "color": INK3}
    drawn = {"mode": "lines+markers", "line": {"color": INK, "width": 2.5}, "marker": {"size": size, "color": INK}, "error_y": bar, "yaxis": axis, "name": name}
    return line(periods, [value for value, _, _ in shown], said, **drawn)


def point_words(point: GapPoint, words: TrendWords, multiplier: int) -> str:
    """What one period says when it is pointed at: both rates with their counts, both gaps; or what is missing."""
    sides = [(words.focus, point.focus, point.focus_rate), (words.reference, point.reference, point.reference_rate)]
    return "<br>".join([f"<b>{point.period.label}</b>", *(side_words(*side, multiplier) for side in sides), *gap_lines(point, multiplier)])


def side_words(name: str, count: Count, rate: Estimate, multiplier: int) -> str:
    """One group's rate with the people counted, or its blank."""
    said = f"{estimate_words(rate, multiplier)} of {size_words(count)}" if rate.known else WORDS[count.blank or NOT_APPLICABLE]
    return f"{wrapped(name, 40)[0]}: {said}"


def gap_lines(point: GapPoint, multiplier: int) -> list[str]:
    """The gap on both scales, or why there is none."""
    if point.blank is not None:
        return [f"Gap: {WORDS[point.blank]}"]
    gap = f"Gap {told_gap(point.gap, multiplier)} ({interval_words(point.gap, places_of(multiplier, point.gap.value))})"
    ratio = f"Ratio {ratio_words(point.ratio.value)} ({interval_words(point.ratio, 2)})" if point.ratio.known else "No ratio: neither group had the event"
    return [gap, ratio]


def axes(trend: GapTrend, panels: Sequence[Panel], periods: Sequence[Period]) -> dict:
    """One time axis at the foot of three value axes."""
    at, said = period_ticks(periods, most=11)
    rates, difference, ratio = panels
    multiplier = trend.measure.multiplier
    ratio_at = ratio_ticks(10**ratio.low, 10**ratio.high)
    return {
        "xaxis": time_axis(range=list(span_of(periods)), tickvals=at, ticktext=said, anchor="free", position=STRIP_Y, domain=[0, 1]),
        "yaxis": value_axis(domain=list(RATES), range=[rates.low, rates.high]) | ticks(rates, "%" if multiplier == PERCENT else ""),
        "yaxis2": value_axis(domain=list(DIFFERENCE), range=[difference.low, difference.high]) | ticks(difference, ""),
        "yaxis3": value_axis(domain=list(RATIO), range=[ratio.low, ratio.high], type="log", tickvals=ratio_at, ticktext=[f"{tick:g}" for tick in ratio_at]),
        "yaxis4": strip_axis(STRIP_HEIGHT),
    }


def ticks(panel: Panel, unit: str) -> dict:
    """Three or four round ticks inside the panel, the unit on the last."""
    inside = inner_ticks(panel.low, panel.high)
    return {"tickvals": inside, "ticktext": written_ticks(inside, unit)}


def still_lines(trend: GapTrend, words: TrendWords) -> list[dict]:
    """No gap: the zero of the difference and the one of the ratio; the baseline average, dotted; the aim, dashed."""
    whole = {"xref": "paper", "x0": 0, "x1": 1}
    # What has a name at its right ends where the name begins.
    named = {"xref": "x", "x0": span_of([point.period for point in trend.points])[0], "x1": labels_from(trend)}
    lines = [still_line("y2", 0, "solid", whole), still_line("y3", 1, "solid", whole)]
    if trend.baseline is not None and trend.baseline_gap.known:
        lines.append(still_line("y2", trend.baseline_gap.value, "2px,3px", named))
    aims = zip(("y2", "y3"), aims_of(trend, words), strict=True)
    return lines + [still_line(axis, value, "7px,4px", named) for axis, values in aims for value in values]


def still_line(axis: str, value: float, dash: str, reach: dict) -> dict:
    """A value that does not change over time."""
    return reach | {
        "type": "line",
        "yref": axis,
        "y0": value,
        "y1": value,
        "layer": "below",
        "line": {"color": INK3, "width": 1, "dash": dash},
    }


def brackets(trend: GapTrend) -> list[dict]:
    """A line from one rate to the other where the gap is named."""
    return [
        {
            "type": "line",
            "xref": "x",
            "yref": "y",
            "x0": x,
            "x1": x,
            "y0": point.focus_rate.value,
            "y1": point.reference_rate.value,
            "line": {"color": INK, "width": 1.6},
        }
        for point in bracket_points(trend)
        for x in (point.period.middle.isoformat(),)
    ]


def strip(trend: GapTrend) -> list[dict]:
    """The blanks of this gap under its panels, and the periods of zero events."""
    return blank_strip(
        [point.period for point in trend.points], [point.mark for point in trend.points], y=STRIP_Y + STRIP_HEIGHT / 2, height=STRIP_HEIGHT, most=MOST_MARKS
    )
