"""The words and tables around the Compare page's charts: teams side by side, never in an order of merit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell, verdict_line
from components.sparkline import sparkline
from components.tables import Cell
from equity.numbers import listed
from equity.peers import Peers

MOST_LISTED = 23
NO_TEAM = "Choose your team in the bar above: it is marked in every chart here, and the teams like it are named."


@dataclass(frozen=True, slots=True)
class TableRow:
    """One team of the table: address of its page (empty where a code stands for it), its words, its gap's course, its verdict; blank = why it has no gap."""

    name: str
    address: str
    sector: str
    setting: str
    people: str
    others: str
    focus_rate: str
    reference_rate: str
    gap: str
    interval: str
    course: Sequence[float]
    course_said: str
    word: str | None
    verdict_blank: str | None
    blank: str | None
    is_mine: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class TableHead:
    """Words over a column; address: of the same page in this order, None where rows are never sorted by it; order: whether they stand in it now."""

    words: str
    address: str | None = None
    is_order: bool = False
    is_amount: bool = False


def comparison_table(caption: str, heads: Sequence[TableHead], rows: Sequence[TableRow], span: tuple[float, float]) -> html.Table:
    """A row a team, in the order given; span: the range that all courses share."""
    body = [table_row(row, span, len(heads)) for row in rows]
    return html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr([head_cell(head) for head in heads])),
            html.Tbody(body),
        ],
        className="data compare-table",
    )


def head_cell(head: TableHead) -> html.Th:
    """The head of a column; a link where rows can be ordered by it."""
    words = html.A(head.words, href=head.address, **{"data-soft": "true"}) if head.address else head.words
    sort = {"aria-sort": "other"} if head.is_order else {}
    return html.Th(words, scope="col", className="amount" if head.is_amount else None, **sort)


def table_row(row: TableRow, span: tuple[float, float], columns: int) -> html.Tr:
    """One team: its numbers, or in their place the blank."""
    name = [html.A(row.name, href=row.address) if row.address else row.name] + ([html.Span("own", className="own")] if row.is_own else [])
    cells = [html.Th(name, scope="row"), *(html.Td(words or "not said") for words in (row.sector, row.setting))]
    cells += [html.Td(blank_cell(row.blank), colSpan=columns - 5)] if row.blank else number_cells(row)
    cells += [html.Td(sparkline(row.course, span, said=row.course_said)), html.Td(state(row))]
    return html.Tr(cells, className="mine" if row.is_mine else None)


def number_cells(row: TableRow) -> list[html.Td]:
    """People, rates, the gap and its interval."""
    return [html.Td(words, className="amount") for words in (row.people, row.focus_rate, row.others, row.reference_rate, row.gap, row.interval)]


def state(row: TableRow) -> Component:
    """The verdict in a line, or its blank."""
    return verdict_line(row.word) if row.word else blank_cell(row.verdict_blank)


def plain_table(caption: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], *, amounts: Sequence[int] = ()) -> html.Table:
    """A table that nobody sorts: by a gap or a rate it would be a rank."""
    kinds = ["amount" if place in amounts else None for place in range(len(heads))]
    head = html.Tr([html.Th(words, scope="col", className=kind) for words, kind in zip(heads, kinds, strict=True)])
    body = [html.Tr([html.Th(row[0], scope="row"), *(html.Td(value, className=kind) for value, kind in zip(row[1:], kinds[1:], strict=True))]) for row in rows]
    return html.Table([html.Caption(caption), html.Thead(head), html.Tbody(body)], className="data")


@dataclass(frozen=True, slots=True)
class PeerRow:
    """A team like mine or pinned: its page, its attributes in words, and the address that pins it or takes the pin away."""

    name: str
    address: str
    words: str
    is_pinned: bool
    pin: str


def peers_list(rows: Sequence[PeerRow], others: Sequence[tuple[str, str]]) -> list[Component]:
    """Who is like us, and who may be pinned.

    Takes    others: name and address that pins it, of every team that is no peer yet.
    """
    parts: list[Component] = [html.Ul([peer_line(row) for row in rows], className="peers")] if rows else []
    if others:
        links = html.Ul([html.Li(html.A(name, href=address, **{"data-soft": "true", "aria-label": f"Pin {name}"})) for name, address in others])
        parts.append(html.Details([html.Summary("Pin another team" if rows else "Pin a team"), links], className="pins"))
    return parts


def peer_line(row: PeerRow) -> html.Li:
    """One peer with its attributes."""
    word, said = ("Unpin", f"Take the pin from {row.name}") if row.is_pinned else ("Pin", f"Pin {row.name}")
    link = html.A(word, href=row.pin, className="pin", **{"data-soft": "true", "aria-label": said})
    mark = [html.Span("pinned", className="own")] if row.is_pinned else []
    return html.Li([html.Span([html.A(row.name, href=row.address), " ", row.words, *mark]), link])


def peers_rule(peers: Peers | None, pinned: Sequence[str], team: str | None) -> str:
    """How these teams were chosen, in words; printed over every list of peers."""
    added = f" Pinned by you: {listed(list(pinned))}." if pinned else ""
    if peers is None or team is None:
        return f"{NO_TEAM}{added}"
    more = f" The first {MOST_LISTED} by name are shown." if len(peers.teams) > MOST_LISTED else ""
    return f"{peers.rule}{more}{added}"


def instead(words: str) -> list[Component]:
    """What stands in place of a chart that is not drawn."""
    return [html.P(words, className="invited")] if words else []


def framed(name: str, drawn: html.Div, words: str) -> list[Component]:
    """A chart, or words in its place; it keeps its width all the while, so that it can come back."""
    drawn.id, drawn.className = f"{name}-frame", frame_class(words)
    return [drawn, html.Div(instead(words), id=f"{name}-words")]


def frame_class(words: str) -> str:
    """Whether a chart is shown, or words in its place."""
    return "chart gone" if words else "chart"
