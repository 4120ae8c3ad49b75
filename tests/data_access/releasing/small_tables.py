"""Tables that tests write down and check by hand."""

from __future__ import annotations

from data_access.releasing.table import Groups, Subject, Table, table_of
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
