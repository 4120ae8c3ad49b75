from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data_access.releasing.elimination import given_back, reduced
from data_access.releasing.systems import unknown_cells
from data_access.releasing.table import COLUMNS, NETWORK, TEAMS, Groups, Table
from tests.data_access.releasing.small_tables import hidden_at, table

GROUPS = (Groups("race", ("black", "white", "asian")),)
TEAMS_OF_FOUR = "\n".join(f"{team}  all=90/180  black=30/60  white=30/60  asian=30/60" for team in "ABCD")


def without_pools() -> Table:
    """As counts are released: a pool of others is said only where it follows anyway."""
    made = table(TEAMS_OF_FOUR, groups=GROUPS)
    return replace(made, is_shown=made.is_shown & ~made.is_pool)


def found(made: Table, hidden: np.ndarray) -> set[str]:
    back = given_back(made, unknown_cells(made, hidden)) & hidden
    return {f"{made.teams[team]}:{made.columns[column][1]}" for team, column, _ in np.argwhere(back)}


def test_rows_are_reduced_to_leading_ones():
    rows, leading = reduced(np.array([[2, 4, 0], [1, 2, 0], [0, 0, 3]]))
    assert rows.tolist() == [[1, 2, 0], [0, 0, 1]] and leading == [0, 2]
    assert reduced(np.zeros((0, 3)))[1] == reduced(np.zeros((2, 2)))[1] == []


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["A:black"], {"A:black"}),
        # Two in a row: each team's column still tells.
        (["A:black", "A:white"], {"A:black", "A:white"}),
        (["A:black", "A:white", "B:black", "B:white"], set()),
        # A chain that is not closed is told from its end.
        (["A:black", "A:white", "B:black"], {"A:black", "A:white", "B:black"}),
        # A hidden network cell closes it.
        (["A:black", "A:white", f"{NETWORK}:black", f"{NETWORK}:white"], set()),
        (["A:all"], {"A:all"}),
        ([f"{NETWORK}:all"], {f"{NETWORK}:all"}),
    ],
)
def test_what_sums_give_back_is_found(cells, expected):
    made = without_pools()
    assert found(made, hidden_at(made, *cells)) == expected


@pytest.mark.parametrize("seed", range(25))
def test_elimination_by_team_finds_what_one_large_elimination_finds(seed):
    made = table(TEAMS_OF_FOUR, groups=GROUPS)
    rng = np.random.default_rng(seed)
    hidden = made.shown & (rng.random(made.shown.shape) < 0.45)
    unknown = hidden | (made.reported & ~made.is_shown[:, None])
    assert (given_back(made, unknown) == twin(made, unknown)).all()


def twin(made: Table, unknown: np.ndarray) -> np.ndarray:
    """All sums of all teams in one matrix."""
    teams, columns, _ = unknown.shape
    rows = []
    for one, holds in made.tied:
        for other in range(teams if one.axis == COLUMNS else columns):
            if holds[other, 0]:
                row = np.zeros((teams, columns))
                at = (lambda place, other=other: (other, place)) if one.axis == COLUMNS else (lambda place, other=other: (place, other))
                row[at(one.whole)] = -1
                for part in one.parts:
                    row[at(part)] = 1
                rows.append(row.ravel())
    assert TEAMS in {one.axis for one in made.sums}
    places = np.flatnonzero(unknown.ravel())
    found, leading = reduced(np.array(rows)[:, places])
    alone = [leading[at] for at, row in enumerate(found) if (np.abs(row) > 1e-9).sum() == 1]
    back = np.zeros(unknown.size, dtype=bool)
    back[places[alone]] = True
    return back.reshape(unknown.shape)
