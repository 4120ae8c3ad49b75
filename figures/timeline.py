"""What every time chart shares: the ribbon of convenings above it, its bands, and the strip of blanks below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from equity.blanks import MEANINGS, WORDS, marker_of
from equity.catalogue import Event
from equity.periods import Period
from equity.sentences.phrases import YEAR_IN_DAYS
from figures.labels import annotation, escaped
from figures.marks import blank_shape
from figures.scales import brief, runs
from figures.theme import INK2, INK3, TEXT_SMALL, WASH, faded

RIBBON = 24
# A convening so soon after the last period is named at the right edge.
SOON = timedelta(days=70)


def span_of(periods: Sequence[Period]) -> tuple[str, str]:
    """The time axis of these periods: from the first day to the last."""
    return periods[0].start.isoformat(), (periods[-1].end + timedelta(days=1)).isoformat()


def band(periods: Sequence[Period], low: Sequence[float], high: Sequence[float], colour: str, share: float) -> dict:
    """A 95 % band as polygons, broken where the series is."""
    xs: list[str | None] = []
    ys: list[float | None] = []
    for run in runs([value == value for value in low]):
        days = [periods[place].middle.isoformat() for place in run]
        xs += [*days, *reversed(days), None]
        ys += [*(brief(high[place]) for place in run), *(brief(low[place]) for place in reversed(run)), None]
    return {
        "type": "scatter",
        "x": xs[:-1],
        "y": ys[:-1],
        "mode": "lines",
        "fill": "toself",
        "fillcolor": faded(colour, share),
        "line": {"width": 1, "color": faded(colour, share)},
        "hoverinfo": "skip",
    }


def line(periods: Sequence[Period], values: Sequence[float], words: Sequence[str], **options: object) -> dict:
    """A line through the known values; nan breaks it. words = what each point says."""
    return {
        "type": "scatter",
        "x": [period.middle.isoformat() for period in periods],
        "y": [brief(value) if value == value else None for value in values],
        "text": list(words),
        "hoverinfo": "text",
        "connectgaps": False,
        "cliponaxis": False,
    } | options


def event_marks(
    events: Sequence[Event], baseline: tuple[date, date] | None, periods: Sequence[Period], as_of: date, *, narrow: bool
) -> tuple[list[dict], list[dict]]:
    """Shapes and annotations of the ribbon: convenings as lines, action periods and the baseline as bands, a new definition as a dashed line.

    Reads    what is soon to come stands in words alone.
    """
    first, last = periods[0].start, periods[-1].end
    bands = [event for event in events if event.kind == "action_period" and event.starts_on <= last and event.ends_on >= first]
    convenings = [event for event in events if event.kind == "convening" and first <= event.starts_on <= last + SOON]
    shapes = [_ribbon_band(max(event.starts_on, first), min(event.ends_on, last)) for event in bands]
    shapes += [_convening_line(event.starts_on) for event in convenings if event.starts_on <= min(last, as_of)]
    shapes += _break_lines(events, first, last)
    named = [(f"AP {event.number}" if narrow else event.name, event.starts_on, event.ends_on) for event in bands]
    if baseline is not None and baseline[1] > first:
        named.insert(0, ("Baseline" if narrow else _baseline_name(baseline), *baseline))
    words = [_band_words(name, max(start, first), min(end, last)) for name, start, end in named]
    return shapes, words + [_convening_words(event, last, as_of, narrow=narrow) for event in convenings]


def _baseline_name(baseline: tuple[date, date]) -> str:
    return "Baseline year" if YEAR_IN_DAYS[0] <= (baseline[1] - baseline[0]).days <= YEAR_IN_DAYS[1] else "Baseline"


def _ribbon_band(start: date, end: date) -> dict:
    edges = {"x0": start.isoformat(), "x1": end.isoformat(), "y0": 2, "y1": RIBBON}
    return {"type": "rect", "xref": "x", "yref": "paper", "ysizemode": "pixel", "yanchor": 1, "fillcolor": WASH, "line": {"width": 0}, "layer": "below"} | edges


def _band_words(words: str, start: date, end: date) -> dict:
    middle = (start + (end - start) / 2).isoformat()
    return annotation(escaped(words), x=middle, y=1, yshift=2 + RIBBON / 2, font={"size": TEXT_SMALL, "color": INK2})


def _convening_line(day: date) -> dict:
    at = {"x0": day.isoformat(), "x1": day.isoformat(), "y0": 0, "y1": 1}
    return {"type": "line", "xref": "x", "yref": "paper", "layer": "below", "opacity": 0.75, "line": {"color": INK3, "width": 1}} | at


def _break_lines(events: Sequence[Event], first: date, last: date) -> list[dict]:
    """Where a measure began to be counted in another way."""
    days = [event.starts_on for event in events if event.kind == "definition" and first < event.starts_on <= last]
    return [_convening_line(day) | {"opacity": 1, "line": {"color": INK2, "width": 2, "dash": "9px,4px"}} for day in days]


def _convening_words(event: Event, last: date, as_of: date, *, narrow: bool) -> dict:
    day = min(event.starts_on, last).isoformat()
    colour = INK3 if event.starts_on > as_of else INK2
    words = f"<b>{event.number}</b>" if narrow else escaped(event.name)
    return annotation(words, x=day, y=1, yshift=RIBBON + 12, font={"size": TEXT_SMALL, "color": colour})


def blank_strip(periods: Sequence[Period], kinds: Sequence[str | None], *, y: float, height: float, most: int) -> list[dict]:
    """The wash strip under a plot with a mark for every blank; nothing where none is blank.

    Takes    kinds: each period's blank or None; y and height: shares of the plot; most: marks that find room side by side, else one stands for a run.
    """
    if not any(kinds):
        return []
    start, end = span_of(periods)
    strip = {
        "type": "rect",
        "xref": "x",
        "yref": "paper",
        "x0": start,
        "x1": end,
        "y0": y - height / 2,
        "y1": y + height / 2,
        "fillcolor": WASH,
        "line": {"width": 0},
        "layer": "below",
    }
    if len(periods) <= most:
        return [strip, *(blank_shape(kind, x=period.middle.isoformat(), y=y) for period, kind in zip(periods, kinds, strict=True) if kind)]
    return [strip, *(shape for kind, run in blank_runs(kinds) for shape in run_shapes(kind, periods[run[0]], periods[run[-1]], y))]


def blank_runs(kinds: Sequence[str | None]) -> list[tuple[str, range]]:
    """Stretches of one blank: its kind and the places that it covers."""
    found, place = [], 0
    for kind, same in groupby(kinds):
        length = len(list(same))
        if kind:
            found.append((kind, range(place, place + length)))
        place += length
    return found


def run_shapes(kind: str, first: Period, last: Period, y: float) -> list[dict]:
    """A line over the whole run, and one mark in its middle."""
    middle = first.start + (last.end - first.start) / 2
    over = {"type": "line", "xref": "x", "yref": "paper", "x0": first.start.isoformat(), "x1": last.end.isoformat(), "y0": y, "y1": y}
    return [over | {"line": {"color": INK3, "width": 1}}, blank_shape(kind, x=middle.isoformat(), y=y)]


def blank_words(periods: Sequence[Period], kinds: Sequence[str | None], axis: str) -> list[dict]:
    """What each mark of the strip says when it is pointed at, on an axis of the strip's own; nothing where none is blank."""
    blank = [(period, kind) for period, kind in zip(periods, kinds, strict=True) if kind]
    if not blank:
        return []
    words = [f"<b>{period.label}</b><br>{WORDS[kind]}. {MEANINGS[marker_of(kind)]}" for period, kind in blank]
    points = line([period for period, _ in blank], [0.5] * len(blank), words, mode="markers", yaxis=axis, name="No number")
    return [points | {"marker": {"size": 14, "opacity": 0, "color": INK3}}]


def strip_axis(height: float) -> dict:
    """The unseen axis that the strip's words hang on."""
    return {"domain": [0, height], "range": [0, 1], "visible": False, "fixedrange": True}
