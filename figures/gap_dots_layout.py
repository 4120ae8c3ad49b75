"""Around the dots: axes, heads of the columns, no gap and the network's line, the row that is mine, and why a row is blank."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equity.blanks import WORDS, marker_of
from equity.numbers import PERCENT, shortened
from equity.rates import Estimate
from figures.gap_dots_scale import DotRow, Form, Scale
from figures.labels import annotation, escaped
from figures.marks import blank_shape
from figures.scales import brief, finite, inner_ticks, written_ticks
from figures.theme import GRID, INK, INK2, INK3, LAMP, LAMPWASH, PAPER, TEXT_SMALL, GroupMark, base_layout

BOTTOM, LEFT, RIGHT = 28, 10, 12


@dataclass(frozen=True, slots=True)
class DotWords:
    """What to call things: the heads of the columns, and the network's line with its value (empty where there is none)."""

    team: str
    size: str
    focus: str
    reference: str
    no_gap: str
    network: str


def layout_of(rows: Sequence[DotRow], words: DotWords, mark: GroupMark, scale: Scale, network: Estimate, multiplier: int, form: Form) -> dict:
    """Axes, heads, lines and the rows that are mine or blank, in one form."""
    height = form.top + BOTTOM + form.row * len(rows)
    both = [(row, rate) for row in rows for rate in (row.focus, row.reference)]
    # An interval of few people may run beyond the axis, or it would push all others together.
    rates = finite(end for row, rate in both for end in ((rate.low, rate.value, rate.high) if row.steady else (rate.value,)))
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
