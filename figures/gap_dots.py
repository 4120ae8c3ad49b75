"""Team by team: both groups' rates as a pair of dots, and beside it the gap with its interval against the network's."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from equity.blanks import WORDS, marker_of
from equity.numbers import PERCENT, shortened
from equity.rates import Estimate
from figures.labels import annotation, escaped
from figures.marks import blank_shape
from figures.placing import fitting, text_width
from figures.scales import brief, finite, inner_ticks, ratio_ticks, written_ticks
from figures.theme import GRID, INK, INK2, INK3, LAMP, LAMPWASH, PAPER, TEXT, TEXT_SMALL, GroupMark, base_layout, empty_figure

# An interval may be wider than all gaps together: the axis holds every value and this share more, intervals go on beyond it.
ROOM = 0.6
LEAST_ROOM = 0.06
# So much of the page's height is one sheet of paper: a longer chart is left to the table there.
ROWS_ON_PAPER = 22


@dataclass(frozen=True, slots=True)
class DotRow:
    """One team in shown units. size: how many people and where, in words; blank: why it has no gap; said: what it says when it is pointed at."""

    name: str
    size: str
    focus: Estimate
    reference: Estimate
    gap: Estimate
    blank: str | None
    said: str
    steady: bool = True
    is_mine: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class DotWords:
    """What to call things: the heads of the columns, and the network's line with its value (empty where there is none)."""

    team: str
    size: str
    focus: str
    reference: str
    no_gap: str
    network: str


@dataclass(frozen=True, slots=True)
class Scale:
    """How gaps lie on their axis: as they are, or by their logarithm; from low to high, ticks with their words."""

    low: float
    high: float
    nought: float
    at: Callable[[float], float]
    ticks: list[float]
    ticktext: list[str]

    def share(self, value: float) -> float:
        """How far along the axis a value lies, 0 to 1."""
        return (self.at(value) - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Form:
    """How the chart is laid out, wide or narrow: height of a row, room above, and which share of the width each column has, pixels for a name."""

    row: int
    top: int
    names_at: float
    sizes_at: float
    pairs: tuple[float, float] | None
    gaps: tuple[float, float]
    room: float
    name_up: float
    size_down: float


WIDE = Form(34, 62, 0.014, 0.288, (0.455, 0.635), (0.68, 0.995), 176, 0.0, 0.0)
NARROW = Form(46, 44, 0.02, 0.02, None, (0.45, 0.985), 134, 0.17, 0.22)
BOTTOM, LEFT, RIGHT = 28, 10, 12


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
    over[:3] = [{"visible": False}] * 3
    over[-2:] = [{"x": trace["x"], "y": trace["y"], "text": trace["text"]} for trace in texts(rows, NARROW)]
    changed = {key: value for key, value in narrow.items() if value != wide.get(key)}
    wide["meta"] = {"narrow": {"layout": changed, "data": over}, "whole": len(rows) <= ROWS_ON_PAPER}
    return {"data": data, "layout": wide}


def gap_scale(rows: Sequence[DotRow], network: Estimate, *, is_ratio: bool) -> Scale:
    """The range that holds every gap, no gap and the network's, and of the intervals as much as leaves the gaps readable."""
    at = math.log10 if is_ratio else float
    nought = 1.0 if is_ratio else 0.0
    gaps = [row.gap for row in rows if row.blank is None] + ([network] if network.known else [])
    values = [at(gap.value) for gap in gaps] + [at(nought)]
    low, high = min(values), max(values)
    span = (high - low) or 1.0
    ends = [at(end) for gap in gaps for end in (gap.low, gap.high) if math.isfinite(end) and (end > 0 or not is_ratio)]
    low, high = (max(min([low, *ends]), low - ROOM * span), min(max([high, *ends]), high + ROOM * span))
    # "no gap" and the network's value are written beside their lines.
    low, high = low - LEAST_ROOM * (high - low), high + LEAST_ROOM * (high - low)
    if is_ratio:
        ticks = ratio_ticks(10**low, 10**high)
        return Scale(low, high, nought, at, [at(tick) for tick in ticks], [f"{tick:g}" for tick in ticks])
    ticks = inner_ticks(low, high)
    return Scale(low, high, nought, at, ticks, written_ticks(ticks))


def traces(rows: Sequence[DotRow], mark: GroupMark, scale: Scale, form: Form) -> list[dict]:
    """Pairs of rates; intervals, mine apart; gaps; ends that go on; names and sizes."""
    places = range(len(rows))
    paired = [place for place in places if rows[place].focus.known and rows[place].reference.known]
    known = [place for place in places if rows[place].blank is None]
    mine = [place for place in known if rows[place].is_mine]
    theirs = [place for place in known if not rows[place].is_mine]
    return [
        level_lines([(rows[place].focus.value, rows[place].reference.value, place) for place in paired], "x", width=2, colour=INK3),
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


def layout_of(rows: Sequence[DotRow], words: DotWords, mark: GroupMark, scale: Scale, network: Estimate, multiplier: int, form: Form) -> dict:
    """Axes, heads, lines and the rows that are mine or blank, in one form."""
    height = form.top + BOTTOM + form.row * len(rows)
    rates = finite(rate.value for row in rows for rate in (row.focus, row.reference))
    span = (max(rates) - min(rates)) or 1.0
    reach = [min(rates) - 0.08 * span, max(rates) + 0.08 * span]
    pair_ticks = inner_ticks(*reach)
    return base_layout(height, margin={"l": LEFT, "r": RIGHT, "t": form.top, "b": BOTTOM}) | {
        "xaxis": column_axis(form.pairs or (0, 0.01), reach)
        | {"visible": form.pairs is not None, "tickvals": pair_ticks, "ticktext": written_ticks(pair_ticks, "%" if multiplier == PERCENT else "")},
        "xaxis2": column_axis(form.gaps, [scale.low, scale.high]) | {"tickvals": scale.ticks, "ticktext": scale.ticktext},
        "xaxis3": {"domain": [0, 1], "range": [0, 1], "visible": False, "fixedrange": True},
        "yaxis": {"visible": False, "range": [len(rows) - 0.5, -0.5], "fixedrange": True},
        "shapes": [*my_row(rows), *still_lines(scale, network, form), *blank_shapes(rows, form)],
        "annotations": [*heads(words, mark, scale, network, form), *blank_words(rows, form)],
    }


def column_axis(domain: tuple[float, float], reach: Sequence[float]) -> dict:
    """A value axis of one column, with a faint vertical grid."""
    drawn = {"gridcolor": GRID, "zeroline": False, "ticks": "", "fixedrange": True, "tickfont": {"size": TEXT_SMALL, "color": INK2}, "anchor": "y"}
    return {"domain": list(domain), "range": [brief(end) for end in reach]} | drawn


def my_row(rows: Sequence[DotRow]) -> list[dict]:
    """The row of my team: a wash over its whole width, and a bar at its left."""
    place = next((place for place, row in enumerate(rows) if row.is_mine), None)
    if place is None:
        return []
    wash = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "yref": "y", "y0": place - 0.5, "y1": place + 0.5, "layer": "below", "line": {"width": 0}}
    bar = {"type": "line", "xref": "paper", "x0": 0, "x1": 0, "yref": "y", "y0": place - 0.5, "y1": place + 0.5, "line": {"color": LAMP, "width": 4}}
    return [wash | {"fillcolor": LAMPWASH}, bar]


def still_lines(scale: Scale, network: Estimate, form: Form) -> list[dict]:
    """No gap, and the network's gap, dashed."""
    lines = [(scale.at(scale.nought), {"color": INK3, "width": 1})]
    if network.known:
        lines.append((scale.at(network.value), {"color": INK, "width": 1.6, "dash": "5px,4px"}))
    at = {"type": "line", "xref": "x2", "yref": "paper", "y0": 0, "y1": 1, "layer": "below"}
    return [at | {"x0": brief(x), "x1": brief(x), "line": line} for x, line in lines]


def heads(words: DotWords, mark: GroupMark, scale: Scale, network: Estimate, form: Form) -> list[dict]:
    """What stands over each column, in two lines: so no two of them can meet."""
    found = []
    if form.pairs:
        found += [head(words.team, form.names_at, 1), head(words.size, form.sizes_at, 1)]
        found += [head(words.focus, form.pairs[0], 2, "<b>{}</b>", mark.text, 27), head(words.reference, form.pairs[0], 1, "{}", INK2, 27)]
    found.append(line_head(words.no_gap, scale.share(scale.nought), form, 1, "{}"))
    if network.known:
        found.append(line_head(words.network, scale.share(network.value), form, 2, "<b>{}</b>"))
    return found


def head(said: str, x: float, line: int, form: str = "{}", colour: str = INK2, longest: int = 28) -> dict:
    """The words over a column."""
    text = form.format(escaped(shortened(said, longest)))
    return annotation(text, xref="paper", x=x, y=1, yshift=14 + 18 * (line - 1), xanchor="left", font={"size": TEXT_SMALL, "color": colour})


def line_head(said: str, share: float, form: Form, line: int, written: str) -> dict:
    """The words over a line of the gap's axis, kept within it."""
    x = form.gaps[0] + share * (form.gaps[1] - form.gaps[0])
    anchor = "left" if share < 0.3 else "right" if share > 0.7 else "center"
    return annotation(
        written.format(escaped(said)), xref="paper", x=brief(x), y=1, yshift=14 + 18 * (line - 1), xanchor=anchor, font={"size": TEXT_SMALL, "color": INK}
    )


def blank_at(row: DotRow, form: Form) -> float:
    """Where a row says why it has no gap: in place of the rates, or beside them where they are known."""
    has_rates = row.focus.known or row.reference.known
    return form.gaps[0] if has_rates or form.pairs is None else form.pairs[0]


def blank_shapes(rows: Sequence[DotRow], form: Form) -> list[dict]:
    """The mark of every blank."""
    blanks = [(place, row) for place, row in enumerate(rows) if row.blank is not None]
    return [blank_shape(row.blank, x=blank_at(row, form) + 0.012, y=place) | {"xref": "paper", "yref": "y"} for place, row in blanks]


def blank_words(rows: Sequence[DotRow], form: Form) -> list[dict]:
    """The word of every blank, on paper, so that no line runs through it."""
    found = []
    for place, row in enumerate(rows):
        if row.blank is not None:
            back = LAMPWASH if row.is_mine else PAPER
            at = {"xref": "paper", "x": blank_at(row, form) + 0.012, "xshift": 10, "xanchor": "left", "yref": "y", "y": place}
            found.append(annotation(WORDS[marker_of(row.blank)], **at, bgcolor=back, font={"size": TEXT_SMALL, "color": INK2}))
    return found
