"""Whom a team may learn from, and all of its measures in a row each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell, mark, state_cell, verdict_line
from components.sparkline import sparkline
from components.tables import Cell, data_table
from components.team_lead import TestedChange
from equity.blanks import NOT_DUE
from equity.verdicts import CLOSING


@dataclass(frozen=True, slots=True)
class LearningPeer:
    """A team like this one whose gap is closing: where its page is, what it is, what its gap did, what it tested."""

    name: str
    href: str
    about: str
    said: str
    changes: Sequence[TestedChange]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure of the team. about: its standing and whose gap it is; gap with likely: its value, its interval and when, None where gap_blank says why.

    line: its course, with the range that it is drawn on and the words for it; signals: mark and words of what the rules of charts say of it
    now, and of whether it will meet its aim; nothing where they are hidden.
    """

    name: str
    href: str
    about: str
    gap: str | None
    likely: str
    gap_blank: str | None
    line: Sequence[float]
    span: tuple[float, float]
    said: str
    word: str | None
    blank: str | None
    is_shown: bool
    signals: Sequence[tuple[str, str]]


def peer_list(peers: Sequence[LearningPeer]) -> html.Ul:
    """The teams in the order given, each with the changes that it tested."""
    return html.Ul([peer_item(peer) for peer in peers], className="team-peers")


def peer_item(peer: LearningPeer) -> html.Li:
    """One team."""
    tested = [html.Li([html.B(change.tested), html.Span(f"{change.when}, {change.decision}", className="quiet")]) for change in peer.changes]
    changes = html.Ul(tested) if tested else html.P("It recorded no change that it tested on this measure.", className="quiet")
    head = html.H3([html.A(peer.name, href=peer.href), " ", verdict_line(CLOSING)])
    return html.Li([head, html.P(peer.about, className="quiet"), html.P(peer.said), changes])


def measures_table(rows: Sequence[MeasureRow], *, caption: str) -> html.Table:
    """A row a measure; its name opens it."""
    return data_table(caption, ("Measure", "Gap now", "Over time", "Verdict and signals"), [measure_cells(row) for row in rows])


def measure_cells(row: MeasureRow) -> list[Cell]:
    """One measure's cells."""
    current = {"aria-current": "true"} if row.is_shown else {}
    link = html.A(html.B(row.name) if row.is_shown else row.name, href=row.href, **{"data-soft": "true"}, **current)
    gap = two_lines(row.gap, row.likely) if row.gap else blank_cell(row.gap_blank or NOT_DUE)
    return [two_lines(link, row.about), gap, sparkline(row.line, row.span, said=row.said), states_cell(row)]


def states_cell(row: MeasureRow) -> Component:
    """The verdict; beside it what a chart's rules say, and whether the aim will be met, each as mark and words. What is hidden is said once."""
    signals = [html.Div([mark(kind), html.Span(words)], className="signal") for kind, words in row.signals]
    return html.Div([html.Div(state_cell(row.word, row.blank)), *([html.Div(signals)] if signals else [])], className="team-states")


def two_lines(first: Cell, second: str) -> html.Div:
    """Something, and quietly below it what belongs to it."""
    return html.Div([html.Div(first), html.Div(second, className="quiet")], className="team-two")
