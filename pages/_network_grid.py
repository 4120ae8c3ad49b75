"""The grid of the Network page: a verdict for every team and measure."""

from __future__ import annotations

from components import html
from components import network_cards as words
from components.cards import card, card_foot
from components.verdict_grid import GridEntry, GridMeasure, GridTeam, grid_class, grid_key, verdict_grids
from data_access.verdict_grid import GridCell
from equity import listing as listings
from equity.blanks import NOT_APPLICABLE, WORDS
from equity.catalogue import Measure
from equity.listing import Listing, Value
from equity.numbers import capitalised, plural, within_sentence
from equity.selection import comparable_measures
from equity.sentences import cell_sentence
from pages._frame import team_url
from pages._network_answer import Answer, csv_url, grid_cells, grid_teams, guarded_names


def grid_card(answer: Answer) -> html.Section:
    measures = words.in_blocks(comparable_measures(answer.catalogue))
    teams = grid_teams(answer)
    cells = grid_cells(answer, teams, measures)
    names = dict(teams)
    entries = {key: grid_entry(answer, names[key[0]], *key, cell) for key, cell in cells.items()}
    chosen = answer.selection
    rows = [GridTeam(team_id, name, team_url(team_id, chosen, measure_id=""), team_id == chosen.team) for team_id, name in teams]
    columns = [grid_column(answer, measure) for measure in measures]
    table = verdict_grids(rows, columns, entries, caption="Verdict on the gap, a row a team, a column a measure")
    head = words.grid_head("network-grid", {within_sentence(column.name): column.counts for column in columns})
    foot = card_foot(
        source=f"A verdict needs a clear signal and a change that matters. Teams are never ranked. n: {plural(len(teams), 'team')}.",
        table=None,
        csv_url=csv_url("grid", answer),
        defined="/measures",
        method="verdict",
    )
    return card(
        "network-grid",
        head=head,
        body=[
            html.Div(
                table,
                id="network-grid-body",
                className=grid_class(grid_place(answer)),
                tabIndex=0,
                role="region",
                **{"aria-label": "Verdicts by team and measure"},
            ),
            grid_key(),
        ],
        foot=foot,
        has_grid=True,
    )


def grid_entry(answer: Answer, team: str, team_id: str, measure_id: str, cell: GridCell) -> GridEntry:
    """A cell in words, leading to the team's page at this measure; a measure that the team does not work on leads nowhere."""
    href = "" if cell.blank == NOT_APPLICABLE else team_url(team_id, answer.selection, measure_id=measure_id)
    return GridEntry(cell.word, cell.blank, cell_words(answer, team, measure_id, cell), href)


def grid_column(answer: Answer, measure: Measure) -> GridMeasure:
    counts = answer.tally(measure)
    return GridMeasure(
        measure.measure_id,
        measure.kind,
        capitalised(measure.short_name),
        words.compared_words(answer.catalogue, measure),
        counts,
        sum(counts.values()),
        guarded_names(answer, measure),
    )


def cell_words(answer: Answer, team: str, measure_id: str, cell: GridCell) -> str:
    measure = answer.catalogue.measure(measure_id)
    known = {name: value for name, value in (("start", cell.start), ("end", cell.end), ("detectable", cell.detectable)) if value is not None}
    return cell_sentence(team, measure, word=cell.word, blank=cell.blank, crossed=cell.crossed, **known)


def grid_place(answer: Answer) -> int:
    """Which column holds the chosen measure, from 1."""
    return [measure.measure_id for measure in words.in_blocks(comparable_measures(answer.catalogue))].index(answer.measure.measure_id) + 1


def grid_listing(answer: Answer) -> Listing:
    teams, measures = grid_teams(answer), comparable_measures(answer.catalogue)
    cells = grid_cells(answer, teams, measures)
    rows = [
        (team_id, name, measure.measure_id, measure.name, *cell_values(cells[team_id, measure.measure_id])) for team_id, name in teams for measure in measures
    ]
    return Listing(
        ("team_id", "team", "measure_id", "measure", "verdict", "fitted_start", "fitted_end", "smallest_change_that_would_show", "crossed_zero", "blank"),
        tuple(rows),
    )


def cell_values(cell: GridCell) -> tuple[Value, ...]:
    numbers = [None if value is None else listings.rounded(value) for value in (cell.start, cell.end, cell.detectable)]
    return cell.word, *numbers, "yes" if cell.crossed else "no", WORDS[cell.blank] if cell.blank else ""
