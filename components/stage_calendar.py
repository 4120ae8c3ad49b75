"""Teams x quarters: the stage of one practice, or how many practices are in use; above them what all teams come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from components import html
from components.marks import mark
from components.report_calendar import CalendarRow, ShareRow, heading, share_cell, share_row
from components.team_record import stage_cell
from equity.blanks import NOT_REPORTED
from equity.blanks import WORDS as BLANK_WORDS
from equity.periods import Period


def stage_calendar(
    periods: Sequence[Period], rows: Sequence[CalendarRow], *, caption: str, together: Sequence[ShareRow], cell: Callable[[str], html.Td] = stage_cell
) -> html.Table:
    """A row a team, a column a quarter. Takes cell: what is drawn of a team's state in a quarter; an empty state was not told."""
    head = [html.Th("Team", scope="col"), *(html.Th(heading(periods, place), scope="col") for place in range(len(periods)))]
    body = [*(share_row(row, has_bars=True) for row in together), *(team_row(row, cell) for row in rows)]
    return html.Table([html.Caption(caption, className="sr-only"), html.Thead(html.Tr(head)), html.Tbody(body)], className="calendar drawn")


def team_row(row: CalendarRow, cell: Callable[[str], html.Td]) -> html.Tr:
    """One team's quarters."""
    name = html.Th(html.A(row.name, href=row.href), scope="row")
    return html.Tr([name, *map(cell, row.states)], className="mine" if row.is_mine else None)


def used_cell(state: str) -> html.Td:
    """How many practices are in use: 3/7 seen, the state's own words (3 of 7) read; the mark of a blank where nothing was told."""
    if not state:
        words = BLANK_WORDS[NOT_REPORTED]
        return html.Td([mark(NOT_REPORTED), html.Span(words, className="sr-only")], title=words)
    return share_cell(state.replace(" of ", "/"), f"{state} in use", has_bar=True)
