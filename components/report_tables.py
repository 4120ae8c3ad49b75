"""Tables of the Data page: rows in the order that they are given, without a way to rank them; and the five blanks in plain words."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dash.development.base_component import Component

from components import html
from components.marks import blank_cell, mark
from components.tables import Cell
from equity.blanks import HIDDEN, MEANINGS, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, WORDS, ZERO_EVENTS
from equity.data_quality import GRADE_WORDS, GRADES, DataQuality
from equity.data_quality import HIDDEN as HIDDEN_GRADE

# In the order in which the grammar of marks has them.
BLANKS = (NOT_DUE, NOT_REPORTED, ZERO_EVENTS, HIDDEN, NOT_APPLICABLE)
WORDY = "wordy"


def listed_table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[Cell]], *, amounts: Collection[int] = (), wordy: Collection[int] = (), mine: Collection[int] = ()
) -> html.Table:
    """A table whose first column names the row.

    Takes    amounts, wordy: the places of columns of numbers and of longer words; mine: the places of the rows of the reader's own team.
    """
    kinds = ["amount" if place in amounts else WORDY if place in wordy else None for place in range(len(head))]
    heads = [html.Th(words, scope="col", className=kind, role="columnheader") for words, kind in zip(head, kinds, strict=True)]
    body = [html.Tr(row_cells(row, head, kinds), className="mine" if place in mine else None, role="row") for place, row in enumerate(rows)]
    parts = [
        html.Caption(caption, className="sr-only"),
        html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
        html.Tbody(body, role="rowgroup"),
    ]
    # On a phone rows are drawn as blocks; a browser would forget that this is a table if it were not said.
    return html.Table(parts, className="data listed", role="table")


def row_cells(row: Sequence[Cell], head: Sequence[str], kinds: Sequence[str | None]) -> list[Component]:
    """The row's name, then its cells, each with the name of its column for where no head stands above it."""
    name, *others = row
    cells = zip(others, head[1:], kinds[1:], strict=True)
    return [
        html.Th(name, scope="row", role="rowheader"),
        *(html.Td(cell, className=kind, role="cell", **{"data-head": words}) for cell, words, kind in cells),
    ]


def grade_cell(quality: DataQuality) -> Component:
    """A grade: three strokes, as many of them full as the reports are good, and the word; what has no grade is quiet."""
    words = GRADE_WORDS[quality.grade]
    if quality.grade in GRADES:
        return html.Span([mark(f"grade-{GRADES.index(quality.grade)}"), words], className="plain")
    return html.Span([mark(HIDDEN if quality.grade == HIDDEN_GRADE else NOT_DUE), words], className="blank")


def or_nothing(words: str) -> Cell:
    """The words; where there are none it says so, quietly."""
    return words or html.Span("nothing", className="quiet")


def blanks_list() -> html.Dl:
    """Each blank with its mark, its word and what it means."""
    return html.Dl([html.Div([html.Dt(blank_cell(blank)), html.Dd(MEANINGS[blank])]) for blank in BLANKS], className="blanks")


def blanks_places() -> html.Dl:
    """How a blank looks in a chart, in a table and in a file."""
    file = f"An empty cell, and the word in the column “blank”: {WORDS[NOT_REPORTED]}. Zero events is the number 0"
    said = [
        ("In a chart", "The mark stands under the line, and the line breaks. Zero events is a point at zero"),
        ("In a table", "Mark and word stand where the number would be"),
        ("In a file", file),
        ("Read aloud", "The word is said"),
    ]
    return html.Dl([part for place, words in said for part in (html.Dt(place), html.Dd(f"{words}."))], className="definition")
