"""Tables: captioned, sortable, numbers right; a cell is never empty."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dash.development.base_component import Component

from components import html

Cell = str | int | Component
NOTES, NO_NOTE = "Notes", "none"


def data_table(caption: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], *, amounts: Sequence[int] = ()) -> html.Table:
    """A table of these rows; the first column names the row, `amounts` are the places of number columns."""
    return html.Table(
        [
            html.Caption(caption),
            html.Thead(html.Tr([_head_cell(words, place in amounts) for place, words in enumerate(head)])),
            html.Tbody([html.Tr([_cell(value, place, place in amounts) for place, value in enumerate(row)]) for row in rows]),
        ],
        className="data",
    )


def noted_head(head: Sequence[str], noted: Mapping[int, str]) -> tuple[str, ...]:
    """The columns, and one for notes where a row has any."""
    return (*head, *([NOTES] if noted else []))


def with_notes(rows: Sequence[Sequence[Cell]], noted: Mapping[int, str]) -> list[Sequence[Cell]]:
    """The rows, each with the keys of its notes; noted: by the place of the row, those that have any."""
    return [[*row, noted.get(place, NO_NOTE)] for place, row in enumerate(rows)] if noted else list(rows)


def _head_cell(words: str, amount: bool) -> html.Th:
    return html.Th(html.Button(words, className="sort link", type="button"), scope="col", className="amount" if amount else None)


def _cell(value: Cell, place: int, amount: bool) -> html.Th | html.Td:
    if place == 0:
        return html.Th(value, scope="row")
    return html.Td(value, className="amount") if amount else html.Td(value)
