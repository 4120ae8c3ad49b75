from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data_access.releasing.counted import unknown_cells, what_readers_reach
from data_access.releasing.elimination import given_back, narrowed_by_rows, reduced
from data_access.releasing.policy import SHARED_COUNTS
from data_access.releasing.table import COLUMNS, NETWORK, TEAMS, Groups, Table
from tests.data_access.releasing.small_tables import place, table

GROUPS = (Groups("race", ("black", "white", "asian")),)
TEAMS_OF_FOUR = "\n".join(f"{team}  all=90/180  black=30/60  white=30/60  asian=30/60" for team in "ABCD")


def without_pools() -> Table:
    """As counts are released: a pool of others is said only where it follows anyway."""
    made = table(TEAMS_OF_FOUR, groups=GROUPS)
    return replace(made, is_shown=made.is_shown & ~made.is_pool)


def hidden_at(made: Table, *cells: str) -> np.ndarray:
    hidden = made.shown & False
    for cell in cells:
        team_id, group_code = cell.split(":")
        hidden[place(made, team_id, group_code)] = True
    return hidden


def found(made: Table, hidden: np.ndarray, *, insiders: bool = False) -> set[str]:
    back = given_back(made, hidden | (made.reported & ~made.is_shown[:, None]), insiders=insiders) & hidden
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


def test_two_hidden_teams_tell_each_other_and_three_do_not():
    made = without_pools()
    two = [f"{team}:{group}" for team in "AB" for group in ("black", "white")]
    three = [*two, "C:black", "C:white"]
    assert found(made, hidden_at(made, *two), insiders=True) == set(two)
    assert found(made, hidden_at(made, *three), insiders=True) == set()


@pytest.mark.parametrize("seed", range(25))
def test_elimination_by_team_finds_what_one_large_elimination_finds(seed):
    made = table(TEAMS_OF_FOUR, groups=GROUPS)
    rng = np.random.default_rng(seed)
    hidden = made.shown & (rng.random(made.shown.shape) < 0.45)
    unknown = hidden | (made.reported & ~made.is_shown[:, None])
    assert (given_back(made, unknown, insiders=False) == twin(made, unknown)).all()


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


ONE_KNOWS_ITS_OWN = """
    A  all=74/180  asian=4/60   black=30/60  white=40/60
    B  all=44/180  asian=3/60   black=1/60   white=40/60
    C  all=82/180  asian=29/60  black=23/60  white=30/60
    D  all=54/180  asian=4/60   black=10/60  white=40/60
"""


@pytest.mark.parametrize(
    ("guards_insiders", "expected"),
    [
        (False, set()),
        # D's own away, A, B and C have 36 asian people with the event, B and C 24 black; C has 52 of both: 8 are left for A's asian and
        # B's asian and black. One of them found is enough: a neighbor is hidden, and it is tried again.
        (True, {"A:asian", "B:asian"}),
    ],
)
def test_few_people_between_several_rows_are_found(guards_insiders, expected):
    made = table(ONE_KNOWS_ITS_OWN, groups=GROUPS)
    made = replace(made, is_shown=made.is_shown & ~made.is_pool)
    hidden = hidden_at(made, "A:asian", "A:white", "B:asian", "B:black", "B:white", "C:asian", "C:black", "D:asian", "D:black", "D:white")
    policy = replace(SHARED_COUNTS, guards_insiders=guards_insiders)
    told = narrowed_by_rows(made, unknown_cells(made, hidden), what_readers_reach(made, hidden), policy)
    assert {f"{made.teams[team]}:{made.columns[column][1]}" for team, column, _ in np.argwhere(told)} == expected
