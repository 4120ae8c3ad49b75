"""Around a process chart: its choices in a row, what it says side by side, and its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell
from components.selectors import Choice, choice_select
from components.tables import Cell, data_table, noted_head, with_notes


@dataclass(frozen=True, slots=True)
class ProcessRow:
    """One period in words: its value with what was counted, or its blank; the lines there; what the rules say of it."""

    period: str
    value: str
    counted: str
    blank: str | None
    centre: str
    low: str
    high: str
    said: str


def process_choices(choices: Sequence[Choice]) -> html.Div:
    """The card's own selects, side by side."""
    return html.Div([choice_select(choice, select_id=f"team-{choice.name}") for choice in choices], className="process-choices")


def process_notes(parts: Sequence[tuple[str, Sequence[str]]], rules: Sequence[tuple[str, str]], method: tuple[str, str]) -> list[html.Div]:
    """Short texts side by side, each under its title; last the rules that found something, in full, and the way to how it is made.

    Takes    rules: (name, what it says); method: (words, address).
    """
    found = [html.Div([html.H3(title), *(html.P(words) for words in said if words)]) for title, said in parts if any(said)]
    listed = [html.P([html.B(f"{name}. "), words]) for name, words in rules]
    words, address = method
    return [*found, html.Div([html.H3("The rules"), *(listed or [html.P("No rule found anything here.")]), html.P(html.A(words, href=address))])]


def process_table(caption: str, rows: Sequence[ProcessRow], *, centre: str, noted: Mapping[int, str] = MappingProxyType({})) -> html.Table:
    """A row a period, with the lines of its phase; noted: the keys of notes, by the place of the row."""
    head = ("Period", "Value", "Counted", centre, "Lower limit", "Upper limit", "What the rules say")
    cells = with_notes([process_cells(row) for row in rows], noted)
    return data_table(caption, noted_head(head, noted), cells, amounts=(1, 2, 3, 4, 5))


def process_cells(row: ProcessRow) -> list[Cell]:
    """One period's cells; a blank stands in place of its value."""
    value: str | Component = blank_cell(row.blank) if row.blank else row.value
    return [row.period, value, row.counted, row.centre, row.low, row.high, row.said]
