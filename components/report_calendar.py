"""Teams x periods: whether each report came, in time or late; a mark and its word in every cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import html
from components.marks import mark
from components.team_record import report_mark, report_title
from equity.periods import Period
from equity.report_states import STATE_WORDS


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One team: the address of its page, and a state for each period."""

    name: str
    href: str
    states: tuple[str, ...]
    is_mine: bool = False


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What several teams come to: a name, and for each period what is seen and what is read."""

    name: str
    cells: tuple[tuple[str, str], ...]


def report_calendar(periods: Sequence[Period], rows: Sequence[CalendarRow], *, caption: str, shares: Sequence[ShareRow] = ()) -> html.Table:
    """A row a team, a column a period; shares: what all of them together come to, above them."""
    head = [html.Th("Team", scope="col"), *(html.Th(heading(periods, place), scope="col") for place in range(len(periods)))]
    body = [*(share_row(row) for row in shares), *(calendar_row(periods, row) for row in rows)]
    return html.Table([html.Caption(caption, className="sr-only"), html.Thead(html.Tr(head)), html.Tbody(body)], className="calendar drawn")


def heading(periods: Sequence[Period], place: int) -> list:
    """Q3, and under it the year where a new one begins and has room beside the next; read out whole. Of a half-year the first word is seen on a phone."""
    period = periods[place]
    short = period.label.removesuffix(f" {period.start.year}")
    if short == period.label:
        return [short]
    seen, _, more = short.partition(" ")
    half = [html.Span(f" {more}", className="long")] if more else []
    year = html.Span(str(period.start.year), className="year" if shows_year(periods, place) else "sr-only")
    return [html.Span([seen, *half]), " ", year]


def shows_year(periods: Sequence[Period], place: int) -> bool:
    """True for the first period of a year, unless it stands alone before another year: two years side by side run into each other."""
    years = [period.start.year for period in periods]
    is_first = place == 0 or years[place - 1] != years[place]
    return is_first and years[place + 1 : place + 2] in ([], [years[place]])


def calendar_row(periods: Sequence[Period], row: CalendarRow) -> html.Tr:
    """One team's reports."""
    name = html.Th(html.A(row.name, href=row.href), scope="row")
    cells = [calendar_cell(period, state) for period, state in zip(periods, row.states, strict=True)]
    return html.Tr([name, *cells], className="mine" if row.is_mine else None)


def calendar_cell(period: Period, state: str) -> html.Td:
    """The mark seen, the word read."""
    return html.Td([mark(report_mark(state)), html.Span(STATE_WORDS[state], className="sr-only")], title=report_title(period.label, state))


def share_row(row: ShareRow, *, has_bars: bool = False) -> html.Tr:
    """A share for each period. Takes has_bars: as share_cell does."""
    cells = [share_cell(seen, words, has_bar=has_bars) for seen, words in row.cells]
    return html.Tr([html.Th(row.name, scope="row"), *cells], className="together")


def share_cell(seen: str, words: str, *, has_bar: bool = False) -> html.Td:
    """Short where it is seen, whole where it is read. has_bar: what is seen is a part of a whole (3/7), and drawn as a bar too."""
    bar = [share_bar(seen)] if has_bar and "/" in seen else []
    return html.Td([html.Span(seen, **{"aria-hidden": "true"}), *bar, html.Span(words, className="sr-only")], title=words)


def share_bar(seen: str) -> html.Span:
    """Takes seen: 3/7, of at least one."""
    part, whole = map(int, seen.split("/"))
    return html.Span(html.I(style={"width": f"{100 * part / whole:.0f}%"}), className="share-bar", **{"aria-hidden": "true"})
