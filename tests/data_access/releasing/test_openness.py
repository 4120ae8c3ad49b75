from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from data_access.releasing import openness
from data_access.releasing.openness import not_open
from data_access.releasing.policy import SHARED_COUNTS
from data_access.releasing.table import NETWORK, NUMERATOR, Groups, Subject, Table
from tests.data_access.releasing.small_tables import cells_of, hidden_at, reached_beside, table

GROUPS = (Groups("race", ("black", "white", "asian")),)
FOR_EVERYBODY = replace(SHARED_COUNTS, guards_insiders=False)


def counts(written: str, **how) -> Table:
    """As counts are released: a pool of others is said only where it follows anyway."""
    made = table(written, **{"groups": GROUPS, **how})
    return replace(made, is_shown=made.is_shown & ~made.is_pool)


# Black and white people with the event: 60 in A, 60 in B, 126 in all three teams, so 6 in C, whatever stands where.
SIX_IN_C = """
    A  all=120/320  black=30/80  white=30/80  asian=30/80  nhpi=30/80
    B  all=120/320  black=30/80  white=30/80  asian=30/80  nhpi=30/80
    C  all=66/280   black=2/60   white=4/60   asian=30/80  nhpi=30/80
    D  all=120/320  black=30/80  white=30/80  asian=30/80  nhpi=30/80
"""
FOUR_GROUPS = (Groups("race", ("black", "white", "asian", "nhpi")),)
IN_TEAMS = [f"{team}:{group}" for team in "ABC" for group in ("black", "white")]
HIDDEN = [*IN_TEAMS, *(f"{team}:{group}" for team in ("C", NETWORK) for group in ("asian", "nhpi", "all"))]


def test_what_only_all_sums_at_once_tell_is_found():
    made = counts(SIX_IN_C, groups=FOUR_GROUPS)
    hidden = hidden_at(made, *HIDDEN)
    assert cells_of(made, not_open(made, FOR_EVERYBODY, hidden)) == {"C:black", "C:white"}
    # Sum by sum it looks open: black people with the event in C may be from none to 62.
    assert reached_beside(made, hidden)[:, NUMERATOR, *np.argwhere(hidden_at(made, "C:black"))[0]].tolist() == [0, 62]


def test_a_table_that_fits_shows_that_a_number_is_open():
    made = counts(SIX_IN_C, groups=FOUR_GROUPS)
    # D's black people may be asian ones, and C's asian ones black ones in their place.
    assert not not_open(made, FOR_EVERYBODY, hidden_at(made, *HIDDEN, "D:black", "D:asian")).any()


ONE_KNOWS_ITS_OWN = """
    A  all=74/180  asian=4/60   black=30/60  white=40/60
    B  all=44/180  asian=3/60   black=1/60   white=40/60
    C  all=82/180  asian=29/60  black=23/60  white=30/60
    D  all=54/180  asian=4/60   black=10/60  white=40/60
"""


@pytest.mark.parametrize(
    ("guards_insiders", "most", "expected"),
    [
        (False, 4, set()),
        # D's own away, A, B and C have 36 asian people with the event, B and C 24 black; C has 52 of both: 8 are left for A's asian and
        # B's asian and black.
        (True, 4, {"A:asian", "B:asian", "B:black"}),
        # More teams than are tried.
        (True, 3, set()),
    ],
)
def test_what_a_team_tells_by_its_own_numbers_is_found(monkeypatch, guards_insiders, most, expected):
    made = counts(ONE_KNOWS_ITS_OWN)
    hidden = hidden_at(made, "A:asian", "A:white", "B:asian", "B:black", "B:white", "C:asian", "C:black", "D:asian", "D:black", "D:white")
    monkeypatch.setattr(openness, "MOST_INSIDERS", most)
    assert cells_of(made, not_open(made, replace(SHARED_COUNTS, guards_insiders=guards_insiders), hidden)) == expected


@pytest.mark.parametrize(("hidden_teams", "expected"), [("AB", {"A:black"}), ("ABC", set())])
def test_two_hidden_teams_tell_each_other_and_three_do_not(hidden_teams, expected):
    others = "\n".join(f"{team}  all=75/180  black=15/60  white=30/60  asian=30/60" for team in "BCD")
    made = counts(f"A  all=65/180  black=5/60  white=30/60  asian=30/60 \n {others}")
    hidden = hidden_at(made, *(f"{team}:{group}" for team in hidden_teams for group in ("black", "white")))
    assert cells_of(made, not_open(made, SHARED_COUNTS, hidden)) == expected


def test_what_is_small_by_its_own_people_alone_is_no_secret_and_hidden_cells_have_somebody():
    made = counts(
        "A all=60/120 black=1/1 white=59/119 \n B all=60/120 black=2/3 white=58/117 \n C all=60/120 white=60/120", groups=(Groups("race", ("black", "white")),)
    )
    hidden = hidden_at(made, *(f"{team}:{group}" for team in ("A", "B", NETWORK) for group in ("black", "white")))
    # Everybody knows that A and B have somebody each: the network's four people are open down to two.
    assert not not_open(made, SHARED_COUNTS, hidden).any()


@pytest.mark.parametrize(("hidden_teams", "expected"), [("A", {"A:black"}), ("ABC", set())])
def test_rates_over_time_have_no_rest(hidden_teams, expected):
    written = "A all=33/900 black=3/300 white=30/600 \n B all=60/900 black=30/300 white=30/600 \n C all=60/900 black=30/300 white=30/600"
    made = counts(written, groups=(Groups("race", ("black", "white")),), subject=Subject("falls", 1000, proportion=False))
    hidden = hidden_at(made, *(f"{team}:{group}" for team in hidden_teams for group in ("black", "white")))
    assert cells_of(made, not_open(made, SHARED_COUNTS, hidden)) == expected
