"""Team by team: both groups' rates as a pair of dots with their intervals, and beside it the gap with its interval against the network's."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from equity.numbers import shortened
from equity.rates import Estimate
from figures.gap_dots_layout import DotWords, layout_of
from figures.gap_dots_scale import NARROW, WIDE, DotRow, Form, Scale, gap_scale
from figures.labels import escaped
from figures.placing import fitting, text_width
from figures.scales import brief
from figures.theme import INK, INK2, INK3, PAPER, TEXT, TEXT_SMALL, GroupMark, empty_figure

__all__ = ["DotRow", "DotWords", "gap_dots_figure"]

# How far above and below a pair its two intervals stand, as a share of a row: on one line nobody could tell them apart.
APART = 0.2
# The traces of the rates, which a phone has no room for.
RATES = 5


def gap_dots_figure(rows: Sequence[DotRow], words: DotWords, mark: GroupMark, *, network: Estimate, multiplier: int, is_ratio: bool) -> dict:
    """Rows in the order given, the first on top.

    Takes    mark: the focus group's; network: the gap of all teams together, not known where it has none.
    Returns  hollow dots where the counts are too few for a steady figure, a diamond for an own measure; blanks as mark and word.
    """
    if not any(row.blank is None for row in rows):
        return empty_figure("No team has a gap to show in this period.")
    scale = gap_scale(rows, network, is_ratio=is_ratio)
    wide = layout_of(rows, words, mark, scale, network, multiplier, WIDE)
    narrow = layout_of(rows, words, mark, scale, network, multiplier, NARROW)
    data = traces(rows, mark, scale, WIDE)
    over = [{} for _ in data]
    over[:RATES] = [{"visible": False}] * RATES
    over[-2:] = [{"x": trace["x"], "y": trace["y"], "text": trace["text"]} for trace in texts(rows, NARROW)]
    changed = {key: value for key, value in narrow.items() if value != wide.get(key)}
    wide["meta"] = {"narrow": {"layout": changed, "data": over}}
    return {"data": data, "layout": wide}


def traces(rows: Sequence[DotRow], mark: GroupMark, scale: Scale, form: Form) -> list[dict]:
    """Pairs of rates; intervals, mine apart; gaps; ends that go on; names and sizes."""
    places = range(len(rows))
    paired = [place for place in places if rows[place].focus.known and rows[place].reference.known]
    known = [place for place in places if rows[place].blank is None]
    mine = [place for place in known if rows[place].is_mine]
    theirs = [place for place in known if not rows[place].is_mine]
    return [
        level_lines([(rows[place].focus.value, rows[place].reference.value, place) for place in paired], "x", width=2, colour=INK3),
        level_lines([(row.focus.low, row.focus.high, place - APART) for place, row in enumerate(rows) if row.focus.known], "x", width=1.2, colour=mark.light),
        level_lines(
            [(row.reference.low, row.reference.high, place + APART) for place, row in enumerate(rows) if row.reference.known], "x", width=1.2, colour=INK2
        ),
        dots(rows, places, lambda row: row.reference, "x", {"symbol": "circle", "size": 9, "color": PAPER, "line": {"color": INK2, "width": 2}}),
        dots(rows, places, lambda row: row.focus, "x", {"symbol": mark.marker, "size": 11, "color": mark.light}),
        level_lines([(*cut(rows[place].gap, scale), place) for place in theirs], "x2", width=1.8, colour=INK2),
        level_lines([(*cut(rows[place].gap, scale), place) for place in mine], "x2", width=4, colour=INK),
        gap_marks(rows, known, scale),
        going_on(rows, known, scale),
        *texts(rows, form),
    ]


def cut(gap: Estimate, scale: Scale) -> tuple[float, float]:
    """Both ends of an interval on the axis, no further than it reaches."""
    ends = [
        scale.at(end) if math.isfinite(end) and (end > 0 or scale.nought == 0) else beyond for end, beyond in ((gap.low, scale.low), (gap.high, scale.high))
    ]
    return max(ends[0], scale.low), min(ends[1], scale.high)


def level_lines(lines: Sequence[tuple[float, float, float]], axis: str, *, width: float, colour: str) -> dict:
    """Level lines from start to end, one trace for all."""
    xs = [value for start, end, _ in lines for value in (brief(start), brief(end), None)]
    ys = [value for *_, place in lines for value in (place, place, None)]
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "xaxis": axis, "hoverinfo": "skip", "line": {"color": colour, "width": width}}


def dots(rows: Sequence[DotRow], places: Sequence[int], rate_of: Callable[[DotRow], Estimate], axis: str, marker: dict) -> dict:
    """One group's rates."""
    known = [place for place in places if rate_of(rows[place]).known]
    at = {"x": [brief(rate_of(rows[place]).value) for place in known], "y": known, "text": [rows[place].said for place in known]}
    return {"type": "scatter", "mode": "markers", "xaxis": axis, "hoverinfo": "text", "cliponaxis": False, "marker": marker} | at


def gap_marks(rows: Sequence[DotRow], known: Sequence[int], scale: Scale) -> dict:
    """The gaps: filled, or hollow where the counts are too few; mine larger, own measures as diamonds."""
    shown = [rows[place] for place in known]
    marker = {
        "symbol": ["diamond" if row.is_own else "circle" for row in shown],
        "size": [15 if row.is_mine else 11 for row in shown],
        "color": [INK if row.steady else PAPER for row in shown],
        "opacity": 1,
        "line": {"color": INK, "width": 2},
    }
    at = {"x": [brief(scale.at(row.gap.value)) for row in shown], "y": list(known), "text": [row.said for row in shown]}
    return {"type": "scatter", "mode": "markers", "xaxis": "x2", "name": "Gap", "hoverinfo": "text", "cliponaxis": False, "marker": marker} | at


def going_on(rows: Sequence[DotRow], known: Sequence[int], scale: Scale) -> dict:
    """Arrows where an interval goes on beyond the axis."""
    ends = [(place, *cut(rows[place].gap, scale)) for place in known]
    arrows = [(scale.low, place, "triangle-left") for place, low, _ in ends if low == scale.low]
    arrows += [(scale.high, place, "triangle-right") for place, _, high in ends if high == scale.high]
    at = {"x": [brief(x) for x, _, _ in arrows], "y": [place for _, place, _ in arrows]}
    marker = {"symbol": [symbol for *_, symbol in arrows], "size": 8, "color": INK2, "opacity": 1}
    return {"type": "scatter", "mode": "markers", "xaxis": "x2", "name": "Goes on", "hoverinfo": "skip", "cliponaxis": False, "marker": marker} | at


def texts(rows: Sequence[DotRow], form: Form) -> list[dict]:
    """Names, and sizes beside or below them."""
    names = [row_name(row, form.room) for row in rows]
    sizes = [escaped(shortened(row.size, 24)) for row in rows]
    places = range(len(rows))
    return [
        column(
            [brief(place - form.name_up * bool(row.size)) for place, row in zip(places, rows, strict=True)], names, form.names_at, {"size": TEXT, "color": INK}
        ),
        column([brief(place + form.size_down) for place in places], sizes, form.sizes_at, {"size": TEXT_SMALL, "color": INK3}),
    ]


def row_name(row: DotRow, room: float) -> str:
    """The name as long as there is room (pixels), an own measure said, mine in bold."""
    own = ", own" if row.is_own else ""
    name = escaped(fitting(row.name, room - text_width(own), bold=row.is_mine)) + own
    return f"<b>{name}</b>" if row.is_mine else name


def column(places: Sequence[float], words: Sequence[str], at: float, font: dict) -> dict:
    """A column of words, left-aligned, on the axis of the names."""
    there = {"x": [at] * len(words), "y": list(places), "text": list(words)}
    return {
        "type": "scatter",
        "mode": "text",
        "xaxis": "x3",
        "textposition": "middle right",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "textfont": font,
    } | there
