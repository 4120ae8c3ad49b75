from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np

from data_access.releasing import counted
from data_access.releasing.build import release_of
from data_access.releasing.openness import not_open
from data_access.releasing.policy import PUBLIC_DATA, SHARED_COUNTS
from data_access.releasing.table import NETWORK
from equity.counts import HIDDEN_COUNT, Count
from tests.data_access.releasing.small_tables import QUARTER, RACE_OF_THREE, cells_of, place, table

KNOWN = ("asian", "black", "white")
FIVE = table(
    "\n".join(
        f"{team}  all=130/260  asian=30/60  black={small}/60  white={70 - small}/90  unknown=30/50"
        for team, small in zip("ABCDE", (3, 30, 30, 30, 30), strict=True)
    ),
    groups=(RACE_OF_THREE,),
)


def hidden_cells(release) -> set[str]:
    table = release.table
    return {f"{team}:{code}" for team in table.teams for _, code in table.columns if release.hidden[place(table, team, code)]}


def test_counts_are_shown_as_they_are_and_small_ones_are_hidden_whole():
    release = release_of(FIVE, PUBLIC_DATA)
    assert release.count("B", "race", "black", QUARTER) == Count(30, 60)
    assert release.count("A", "race", "black", QUARTER) == HIDDEN_COUNT
    assert hidden_cells(release) == {"A:black"}


def test_a_single_hole_gets_company_in_its_team_and_two_more_teams_in_its_row():
    release = release_of(FIVE, SHARED_COUNTS)
    hidden = hidden_cells(release)
    for group_code in {cell.partition(":")[2] for cell in hidden if "others:" not in cell}:
        assert sum(f"{team}:{group_code}" in hidden for team in "ABCDE") >= 3
    for team in {cell.partition(":")[0] for cell in hidden} - {NETWORK}:
        assert sum(f"{team}:{group_code}" in hidden for group_code in (*KNOWN, "unknown")) >= 2


def test_without_the_rule_for_insiders_two_teams_are_enough():
    few = release_of(FIVE, replace(SHARED_COUNTS, guards_insiders=False))
    assert few.hidden.sum() < release_of(FIVE, SHARED_COUNTS).hidden.sum()


def test_a_pool_is_shown_where_it_follows_from_what_is_shown():
    release = release_of(FIVE, SHARED_COUNTS)
    told = []
    for team, one in product("ABCDE", KNOWN):
        seen = {code for code in ("all", *KNOWN, "unknown") if not release.hidden[place(release.table, team, code)]}
        # Everyone, the one group and the unknown are shown, so all others follow; or the two groups that they are are shown.
        told.append({"all", one, "unknown"} <= seen or {*KNOWN} - {one} <= seen)
        assert release.hidden[place(release.table, team, f"others:{one}")] != told[-1]
    assert {*told} == {True, False}


TWO_TEAMS_OF_ONE_GROUP = """
    A  all=63/140  black=30/60  white=30/60  unknown=3/20
    B  all=30/60   black=30/60
    C  all=63/140  black=3/20   white=30/60  unknown=30/60
    D  all=30/60   black=30/60
"""


def test_what_no_single_sum_shows_is_found_by_all_at_once(monkeypatch):
    made = table(TWO_TEAMS_OF_ONE_GROUP)
    made = replace(made, is_shown=made.is_shown & ~made.is_pool)
    assert not not_open(made, SHARED_COUNTS, release_of(made, SHARED_COUNTS).hidden).any()
    monkeypatch.setattr(counted, "not_open", lambda _, _policy, hidden: hidden & False)
    assert "C:black" in cells_of(made, not_open(made, SHARED_COUNTS, release_of(made, SHARED_COUNTS).hidden))


def test_one_cell_is_hidden_beside_the_smallest_that_is_told_or_near_to_it_where_that_was_not_enough():
    made = FIVE.in_periods(np.zeros(5, dtype=int))
    team, black, _ = place(made, "A", "black")
    told, again, hidden = (np.zeros_like(made.reported) for _ in range(3))
    told[team, [black, black + 1]] = True
    told[..., 4] = False
    # Told for the first time; again, with its team hidden; with its team and columns hidden; with everything hidden; not told.
    again[..., 1] = told[..., 1]
    hidden[team, :, 1:3] = made.shown[team, :, 1:3]
    hidden[:, [black, black + 1], 2] = made.shown[:, [black, black + 1], 2]
    hidden[..., 3] = made.shown[..., 3]
    before = hidden.copy()
    assert counted.hide_beside_told(told, again, made, hidden).tolist() == [True, True, True, False, False]
    more = hidden & ~before
    assert [cells_of(made, more[..., period : period + 1]) for period in range(5)] == [{"A:unknown"}, {"B:black"}, {"B:unknown"}, set(), set()]


def test_a_whole_that_is_small_hides_a_part():
    release = release_of(table("A all=5/9 black=3/5 white=2/4 \n B all=0/40 black=0/20 white=0/20 \n C all=0/40 black=0/20 white=0/20"), SHARED_COUNTS)
    assert release.hidden[place(release.table, "A", "all")]
    assert release.hidden[place(release.table, NETWORK, "all")]
    assert any(release.hidden[place(release.table, team, "all")] for team in "BC")


def test_totals_stay_where_the_groups_of_one_outnumber_it():
    made = table(
        "A all=60/120 black=3/50 white=62/118 \n B all=60/120 black=20/30 white=40/90 \n"
        "C all=60/120 black=20/40 white=40/80 \n D all=60/120 black=20/40 white=40/80"
    )
    assert hidden_cells(release_of(made, SHARED_COUNTS)) == {f"{team}:{group}" for team in "ABCD" for group in ("black", "white")}
