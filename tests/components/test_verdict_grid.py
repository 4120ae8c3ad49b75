from __future__ import annotations

from dataclasses import replace

import pytest
from dash import html

from components.marks import blank_cell, mark_key, verdict_cell
from components.verdict_grid import KINDS, GridEntry, GridMeasure, GridTeam, grid_class, grid_key, heads, verdict_grid_table, verdict_grids
from tests.components.plain import cells, every, same, text

BP = GridMeasure("bp", "outcome", "Blood pressure", "Black against others", {"closing": 3, "widening": 1, "hidden": 2}, 6)
PRETERM = GridMeasure("preterm", "outcome", "Preterm birth", "Black against others", {}, 0)
WAIT = GridMeasure("wait", "balancing", "Waiting time", "Spanish-speaking against others", {"widening": 2}, 2)
ENTRIES = {
    ("a", "bp"): GridEntry("closing", None, "Ash, blood pressure: closing.", "/teams/a?measure=bp"),
    ("a", "wait"): GridEntry(None, "hidden", "Ash, waiting time: hidden."),
    ("b", "bp"): GridEntry(None, None, "Birch, blood pressure: no verdict yet."),
    ("b", "wait"): GridEntry(None, "not_applicable", "Birch, waiting time: does not apply."),
}


def grid():
    return verdict_grid_table([GridTeam("a", "Ash", "/teams/a"), GridTeam("b", "Birch", "/teams/b", is_mine=True)], [BP, WAIT], ENTRIES, caption="Verdicts")


def test_a_row_a_team_a_column_a_measure_and_the_network_below():
    assert cells(grid()) == [
        ["", "Outcomes", "Guards the others"],
        ["Team", "Blood pressureBlack against others", "Waiting timeSpanish-speaking against others"],
        ["Ash", "closing", "hidden"],
        ["Birch", "not reported", "does not apply"],
        ["Network", "3 closing, 1 widening, of 6", "0 closing, 2 widening, of 2"],
    ]


def test_a_cell_says_its_whole_sentence():
    first, second = every(grid(), "Tbody")[0].children[0].children[1:]
    assert same(first, html.Td(html.A(verdict_cell("closing"), href="/teams/a?measure=bp"), title="Ash, blood pressure: closing.", className="col col-1"))
    assert same(second, html.Td(blank_cell("hidden"), title="Ash, waiting time: hidden.", className="col col-2"))


def test_a_row_leads_to_its_team_and_the_readers_own_is_marked():
    ash, birch = every(grid(), "Tbody")[0].children
    assert same(ash.children[0], html.Th(html.A("Ash", href="/teams/a"), scope="row"))
    assert (ash.className, birch.className) == (None, "mine")


def test_measures_of_one_kind_stand_under_one_head():
    kinds, _ = heads([BP, PRETERM, WAIT])
    assert [(text(cell), cell.colSpan) for cell in kinds.children[1:]] == [("Outcomes", 2), ("Guards the others", 1)]


def test_every_column_has_one_number_from_head_to_foot():
    columns = [cell.className for row in every(grid(), "Tr")[1:] for cell in row.children[1:]]
    assert columns == ["col col-1", "col col-2"] * 4


def test_the_grid_is_named_for_a_screen_reader():
    assert same(every(grid(), "Caption")[0], html.Caption("Verdicts", className="sr-only"))


def test_a_grid_without_teams_keeps_head_and_foot():
    table = verdict_grid_table([], [BP], {}, caption="Verdicts")
    assert [row[0] for row in cells(table)] == ["", "Team", "Network"]


def test_every_kind_of_measure_has_a_head():
    assert set(KINDS) == {"outcome", "process", "structural", "balancing"}


def test_the_key_holds_every_mark_that_a_cell_can_have():
    kinds = ["closing", "levelled_down", "widening", "no_clear_change", "cannot_tell_yet", "not_due", "not_reported", "hidden", "not_applicable"]
    assert same(grid_key(), mark_key(kinds))


def test_a_phone_shows_the_chosen_column_alone():
    assert grid_class(2) == "grid-scroll shows-2"


def test_a_balancing_measure_says_what_it_guards():
    wait = GridMeasure("wait", "balancing", "Waiting time", "Spanish-speaking against others", {}, 0, ("blood pressure", "preterm birth"))
    columns = heads([BP, wait])[1].children
    assert text(columns[1]) == "Blood pressureBlack against others"
    assert text(columns[2]) == "Waiting timeSpanish-speaking against othersguards blood pressure and preterm birth"


@pytest.mark.parametrize(("teams", "measures", "columns"), [(20, 1, 1), (21, 1, 3), (51, 2, 2), (51, 3, 1)])
def test_many_teams_with_few_measures_stand_in_columns_beside_each_other(teams: int, measures: int, columns: int) -> None:
    rows = [GridTeam(f"t{place}", f"Team {place}", "/") for place in range(teams)]
    asked = [replace(BP, measure_id=f"m{place}") for place in range(measures)]
    entries = {(row.team_id, measure.measure_id): GridEntry("closing", None, "") for row in rows for measure in asked}
    tables = every(html.Div(verdict_grids(rows, asked, entries, caption="Verdicts")), "Table")
    names = [[row.children[0].children.children for row in every(table.children[2], "Tr")] for table in tables]
    assert [len(tables), *map(len, names)] == [columns, *([teams // columns + (teams % columns > 0)] * (columns - 1)), len(names[-1])]
    assert sum(names, []) == [row.name for row in rows]
    assert len(every(html.Div(tables), "Tfoot")) == 1
    assert len({table.children[0].children for table in tables}) == columns
