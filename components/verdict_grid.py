"""Teams x measures: a verdict in each cell, or the blank that stands in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from dash.development.base_component import Component

from components import html
from components.marks import mark_key, state_cell
from equity import blanks
from equity.numbers import listed
from equity.verdicts import CLOSING, VERDICT_WORDS, WIDENING

KINDS = {"outcome": "Outcomes", "process": "Process", "balancing": "Guards the others", "structural": "Structure"}

# More teams than this are a long list, which so many measures leave room for beside it.
LONG = 20
COLUMNS = {1: 3, 2: 2}


@dataclass(frozen=True, slots=True)
class GridMeasure:
    """One column: whose gap it is in words; counts of teams by verdict word or blank; working = teams that work on it.

    guards: the measures that it guards, by name.
    """

    measure_id: str
    kind: str
    name: str
    groups: str
    counts: Mapping[str, int]
    working: int
    guards: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridEntry:
    """One cell, with the sentence that says it whole, and the address of the team's page at this measure; empty where it does not work on it."""

    word: str | None
    blank: str | None
    sentence: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class GridTeam:
    """One row: the address of the team's page; is_mine: the reader's own."""

    team_id: str
    name: str
    href: str
    is_mine: bool = False


Entries = Mapping[tuple[str, str], GridEntry]


def verdict_grids(teams: Sequence[GridTeam], measures: Sequence[GridMeasure], entries: Entries, *, caption: str) -> Component:
    """The grid; of many teams with one measure or two in columns beside each other, or it would be long and the rest of the page empty."""
    columns = COLUMNS.get(len(measures), 1) if len(teams) > LONG else 1
    if columns == 1:
        return verdict_grid_table(teams, measures, entries, caption=caption)
    size = ceil(len(teams) / columns)
    parts = [teams[start : start + size] for start in range(0, len(teams), size)]
    tables = [
        verdict_grid_table(part, measures, entries, caption=f"{caption}: {part[0].name} to {part[-1].name}", has_foot=part is parts[-1]) for part in parts
    ]
    return html.Div(tables, className="grids drawn")


def verdict_grid_table(teams: Sequence[GridTeam], measures: Sequence[GridMeasure], entries: Entries, *, caption: str, has_foot: bool = True) -> html.Table:
    """The grid, or a part of it.

    Takes    teams in the order shown; measures in blocks of one kind; entries by (team_id, measure_id); has_foot: False where another part has it.
    """
    rows = [team_row(team, measures, entries) for team in teams]
    foot = [html.Tfoot(foot_row(measures))] if has_foot else []
    return html.Table([html.Caption(caption, className="sr-only"), html.Thead(heads(measures)), html.Tbody(rows), *foot], className="grid drawn")


def heads(measures: Sequence[GridMeasure]) -> list[html.Tr]:
    """Two rows: the kinds of measure, then each measure with its groups."""
    blocks = [(kind, len(list(block))) for kind, block in groupby(measures, key=lambda measure: measure.kind)]
    kinds = [html.Th(KINDS[kind], colSpan=size, scope="colgroup", className="kind") for kind, size in blocks]
    names = [html.Th(column_words(measure), scope="col", className=f"col col-{place}") for place, measure in enumerate(measures, start=1)]
    return [html.Tr([html.Td(className="corner"), *kinds], className="kinds"), html.Tr([html.Th("Team", scope="col"), *names])]


def column_words(measure: GridMeasure) -> list[Component]:
    """Name, groups, and of a balancing measure the outcomes that it guards."""
    guards = [html.Span(f"guards {listed(measure.guards)}", className="guards")] if measure.guards else []
    return [html.B(measure.name), html.Span(measure.groups), *guards]


def team_row(team: GridTeam, measures: Sequence[GridMeasure], entries: Mapping[tuple[str, str], GridEntry]) -> html.Tr:
    """One team: a cell for every measure, with the sentence that says it whole as its title."""
    cells = [
        html.Td(cell_link(entry), title=entry.sentence, className=f"col col-{place}")
        for place, entry in enumerate((entries[team.team_id, measure.measure_id] for measure in measures), start=1)
    ]
    name = html.Th(html.A(team.name, href=team.href), scope="row")
    return html.Tr([name, *cells], className="mine" if team.is_mine else None)


def cell_link(entry: GridEntry) -> Component:
    """The state of one cell, leading to the team's page where there is something to see."""
    state = state_cell(entry.word, entry.blank)
    return html.A(state, href=entry.href) if entry.href else state


def foot_row(measures: Sequence[GridMeasure]) -> html.Tr:
    """How many close and widen, of those that work on it."""
    cells = [
        html.Td(f"{measure.counts.get(CLOSING, 0)} closing, {measure.counts.get(WIDENING, 0)} widening, of {measure.working}", className=f"col col-{place}")
        for place, measure in enumerate(measures, start=1)
    ]
    return html.Tr([html.Th("Network", scope="row"), *cells])


def grid_key() -> Component:
    """What every mark of the grid means."""
    return mark_key([*VERDICT_WORDS, blanks.NOT_DUE, blanks.NOT_REPORTED, blanks.HIDDEN, blanks.NOT_APPLICABLE])


def grid_class(place: int) -> str:
    """On a phone only the chosen measure's column is shown: which one (from 1, 0 for none)."""
    return f"grid-scroll shows-{place}"
