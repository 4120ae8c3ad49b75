"""Teams by level: one square a team, now above the line, at the start below it; bars where squares would be too many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import html
from components.marks import blank_cell
from components.tables import data_table
from equity.blanks import HIDDEN
from equity.numbers import plural

# More teams than this in a network, and squares could not be counted by eye.
SQUARES = 40
WITHHELD = "fewer than five teams"


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One domain: teams on each level at the start and now; mine: the place of the reader's own team's level now, None where it has none."""

    name: str
    then: Sequence[int]
    now: Sequence[int]
    mine: int | None = None
    withheld: bool = False


def level_counts(columns: Sequence[tuple[str, str]], rows: Sequence[LevelRow], *, caption: str, compact: bool = False) -> html.Table:
    """The whole table. Takes columns: (number, word) of each level, rising; compact: many columns, told by their numbers alone."""
    most = max((count for row in rows for count in (*row.then, *row.now)), default=0)
    teams = max((sum(row.now) for row in rows), default=0)
    heads = [html.Th([html.B(number), "" if compact else f" {word}"], scope="col", title=word) for number, word in columns]
    bodies = [domain_rows(row, len(columns), most=most if teams > SQUARES else 0) for row in rows]
    parts = [html.Caption(caption, className="sr-only"), html.Thead(html.Tr(heads)), *bodies]
    return html.Table(parts, className="levels levels-compact drawn" if compact else "levels drawn")


def domain_rows(row: LevelRow, columns: int, *, most: int) -> html.Tbody:
    """One domain: its name over its line, counts above and below. Takes most: the longest bar's count; 0 for squares."""
    name = html.Tr(html.Th(row.name, scope="rowgroup", colSpan=columns), className="level-name")
    if row.withheld:
        told = html.Td([blank_cell(HIDDEN), f" {WITHHELD}"], colSpan=columns, className="level-withheld")
        return html.Tbody([name, html.Tr(told)])
    now = [html.Td(now_cell(count, most, mine=place == row.mine)) for place, count in enumerate(row.now)]
    then = [html.Td(then_cell(count, most)) for count in row.then]
    return html.Tbody([name, html.Tr(now, className="level-now"), html.Tr(then, className="level-then")])


def now_cell(count: int, most: int, *, mine: bool) -> list:
    """Filled squares, or a bar under its number; the reader's own team is the first."""
    said = html.Span(f"{plural(count, 'team')} now{', yours among them' if mine else ''}", className="sr-only")
    if most:
        return [said, *bar(count, most, kind="now", mine=mine)]
    drawn = [html.I(className="mine" if mine and place == 0 else None) for place in range(count)]
    return [said, html.Span(drawn, className="squares", **{"aria-hidden": "true"})]


def then_cell(count: int, most: int) -> list:
    """Small hollow squares, or a thin hollow bar over its number."""
    said = html.Span(f"{plural(count, 'team')} at the start", className="sr-only")
    if most:
        return [said, *bar(count, most, kind="then")]
    return [said, html.Span([html.I(None) for _ in range(count)], className="squares", **{"aria-hidden": "true"})]


def bar(count: int, most: int, *, kind: str, mine: bool = False) -> list:
    """A bar in the share of the longest, and its number, beside which the reader's own team has its square; nothing for nobody."""
    if not count:
        return []
    own = [html.I(className="square-now mine"), " "] if mine else []
    number = html.Span([*own, f"{count:,}"], className="bar-number", **{"aria-hidden": "true"})
    drawn = html.Span(className=f"level-bar bar-{kind}", style={"width": f"{100 * count / most:.1f}%"})
    return [number, drawn] if kind == "now" else [drawn, number]


def levels_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, caption: str) -> html.Table:
    """The numbers behind the squares: a row a domain."""
    return data_table(caption, head, rows, amounts=range(1, len(head)))


def levels_key(team: str | None, *, has_start: bool = True) -> html.Div:
    """What the squares are. Takes team: the reader's own, if it is among them; has_start: False where all were scored once."""
    parts = [[html.I(className="square-now"), "now"]]
    parts += [[html.I(className="square-then"), "at the start"]] if has_start else []
    mine = [[html.I(className="square-now mine"), team]] if team else []
    return html.Div([html.Span(part) for part in (*parts, *mine)], className="key")
