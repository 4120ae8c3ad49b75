"""Tables that tests write down and check by hand."""

from __future__ import annotations

import numpy as np

from data_access.releasing.reach import reach
from data_access.releasing.rounding import ENDLESS
from data_access.releasing.systems import unknown_cells
from data_access.releasing.table import DENOMINATOR, Groups, Subject, Table, table_of
from equity.catalogue import ALL, OVERALL

RACE = Groups("race", ("black", "white"), ("unknown",))
# Each of three is held against the two others put together.
RACE_OF_THREE = Groups("race", ("asian", "black", "white"), ("unknown",))
QUARTER = "2025-Q1"


def table(written: str, *, groups: tuple[Groups, ...] = (RACE,), subject: Subject | None = None, period: str = QUARTER) -> Table:
    """One line a team: its name, then group=numerator/denominator; a group without a stratifier is of race, `all` is everyone."""
    cells = {}
    for team_id, *counts in (line.split() for line in written.strip().splitlines()):
        for group_code, _, fraction in (count.partition("=") for count in counts):
            stratifier_id, _, code = group_code.rpartition(":")
            column = (OVERALL, ALL) if code == ALL else (stratifier_id or "race", code)
            numerator, denominator = map(int, fraction.split("/"))
            cells[team_id, *column, period] = (numerator, denominator)
    return table_of(subject or Subject("bp"), groups, cells)


def place(table: Table, team_id: str, group_code: str) -> tuple[int, int, int]:
    """Where a cell of the first period stands."""
    columns = [code for _, code in table.columns]
    return table.teams.index(team_id), columns.index(group_code), 0


def hidden_at(table: Table, *cells: str) -> np.ndarray:
    """The cells that are hidden, each a team:group."""
    hidden = np.zeros_like(table.reported)
    for cell in cells:
        hidden[place(table, *cell.split(":"))] = True
    return hidden


def cells_of(table: Table, found: np.ndarray) -> set[str]:
    """The same back again, of the first period."""
    return {f"{table.teams[team]}:{table.columns[column][1]}" for team, column in np.argwhere(found[..., 0]).tolist()}


def reached_beside(table: Table, hidden: np.ndarray) -> np.ndarray:
    """What sums one by one leave of every number for a reader who sees what is not hidden, as it is."""
    guessed, unknown = np.stack([table.counts, table.counts]), unknown_cells(table, hidden)
    guessed[0][:, unknown], guessed[1][:, unknown] = 0, ENDLESS
    guessed[0][DENOMINATOR, hidden & (table.counts[DENOMINATOR] > 0)] = 1
    return reach(table, guessed)
