"""One team on a framework: a dumbbell for each domain, and beside it what its level says and what the next one asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import html
from components.tables import data_table
from equity.numbers import capitalised
from equity.rater_spread import RaterSpread


@dataclass(frozen=True, slots=True)
class DomainRow:
    """One domain: its level then and now (None where nobody gave one), the word of now's level, what it and the next one say.

    unsupported: it moved up and no evidence is on file.
    """

    name: str
    then: int | None
    now: int | None
    label: str = ""
    wording: str = ""
    next_wording: str = ""
    unsupported: bool = False


def domain_rows(rows: Sequence[DomainRow], levels: Sequence[int], *, then: str, now: str) -> html.Div:
    """A row a domain. Takes levels: the framework's, rising; then, now: when the two were given, or whose they are."""
    numbers = [html.Span(str(level), style={"left": place(level, levels)}) for level in levels]
    head = html.Div([html.Span(), html.Div(numbers, className="dumbbell numbers"), html.Span()], className="domain-row head")
    head = html.Div(head, **{"aria-hidden": "true"})
    return html.Div([head, *(domain_row(row, levels, then=then, now=now) for row in rows)], className="domain-rows drawn")


def domain_row(row: DomainRow, levels: Sequence[int], *, then: str, now: str) -> html.Div:
    """Name, dumbbell, words."""
    said = html.Span(heard(row, then=then, now=now), className="sr-only")
    parts = [html.H3(row.name), html.Div([said, dumbbell(row, levels)]), html.Div(level_words(row), className="level-words")]
    return html.Div(parts, className="domain-row")


def heard(row: DomainRow, *, then: str, now: str) -> str:
    """The dumbbell for a screen reader."""
    if row.now is None:
        return "Not scored."
    start = f"Level {row.then} {then}, level" if row.then is not None else "Level"
    return f"{start} {row.now} {now}."


def dumbbell(row: DomainRow, levels: Sequence[int]) -> html.Div:
    """Dots for the levels, hollow then, filled now; hollow too where the move up has no evidence."""
    drawn = [html.I(className="step", style={"left": place(level, levels)}) for level in levels]
    if row.then is not None and row.now is not None and row.then != row.now:
        low, high = sorted((row.then, row.now))
        width = f"{100 * (levels.index(high) - levels.index(low)) / len(levels):g}%"
        drawn.append(html.I(className="span", style={"left": place(low, levels), "width": width}))
    if row.then is not None and row.then != row.now:
        drawn.append(html.I(className="then", style={"left": place(row.then, levels)}))
    if row.now is not None:
        drawn.append(html.I(className="now unproven" if row.unsupported else "now", style={"left": place(row.now, levels)}))
    return html.Div(drawn, className="dumbbell", **{"aria-hidden": "true"})


def place(level: int, levels: Sequence[int]) -> str:
    """Where a level stands on its line."""
    return f"{100 * (levels.index(level) + 0.5) / len(levels):g}%"


def level_words(row: DomainRow) -> list[html.P]:
    """3 Developing. What that says; what the next level says; what is missing."""
    if row.now is None:
        return [html.P("Not scored.", className="quiet")]
    label = html.B(f"{row.now} {row.label}." if row.label else f"Level {row.now}.")
    said = [html.P([label, f" {row.wording}" if row.wording else ""])]
    said += [html.P(f"Next: {row.next_wording}", className="quiet")] if row.next_wording else []
    return said + ([html.P("Moved up with no evidence on file: drawn hollow.", className="unproven-words")] if row.unsupported else [])


def levels_table(rows: Sequence[DomainRow], spreads: Sequence[RaterSpread], *, then: str, now: str, caption: str) -> html.Table:
    """The same as numbers, with who gave which level. spreads: none where the reader may not know that."""
    raters = ("Self", "Coach", "Agreed", "Raters") if spreads else ()
    head = ("Domain", capitalised(then), capitalised(now), *raters, "Evidence of the move up")
    cells = [table_row(row, spreads[place] if spreads else None) for place, row in enumerate(rows)]
    return data_table(caption, head, cells, amounts=range(1, 3 + len(raters)))


def table_row(row: DomainRow, spread: RaterSpread | None) -> list[str]:
    """One domain's cells, as the table's head names them."""
    evidence = "no move up" if row.then is None or row.now is None or row.now <= row.then else "none on file" if row.unsupported else "on file"
    raters = [*(level_cell(level) for level in (spread.own, spread.coach, spread.agreed)), str(spread.raters)] if spread else []
    return [row.name, *(level_cell(level) for level in (row.then, row.now)), *raters, evidence]


def level_cell(level: int | None) -> str:
    """3, or that nobody gave one."""
    return "not scored" if level is None else str(level)
