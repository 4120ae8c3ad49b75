from __future__ import annotations

import numpy as np
import pytest

from data_access.releasing.policy import ROUNDED
from data_access.releasing.rounded import Said, what_readers_reach
from data_access.releasing.rounding import ENDLESS, printed
from data_access.releasing.shares import shares_of, whole_down, whole_up
from data_access.releasing.table import DENOMINATOR, NETWORK, Groups, Table
from tests.data_access.releasing.small_tables import place, table

# 150 of 1,000 people are of no known group: 15 %, printed beside "of 100 to 199" and "of 1,000 to 1,999".
TEAM = "A  all=600/1000  black=300/500  white=210/350  unknown=90/150"
TWO_UNKNOWN = Groups("race", ("black", "white"), ("unknown", "declined"))


def people(made: Table, group_code: str, *hidden: str, shares: bool = True) -> list[int]:
    """Least and most people that A may have in this group, where A's and the network's cells of the hidden ones are."""
    one, closed = printed(made, ROUNDED), made.shown & False
    for code in hidden:
        for team_id in ("A", NETWORK):
            closed[place(made, team_id, code)] = True
    reached = what_readers_reach(made, ROUNDED, Said(one, shares_of(made, ROUNDED) if shares else ()), closed)
    return reached[(slice(None), DENOMINATOR, *place(made, "A", group_code))].tolist()


def test_a_share_tells_of_the_people_of_unknown_groups():
    made = table(TEAM)
    alone, beside = people(made, "unknown", shares=False), people(made, "unknown")
    # 14.5 % of 1,000.
    assert alone == [100, 199] and beside == [145, 199]


def test_and_by_them_of_everyone():
    made = table(TEAM)
    # 199 are at least 14.5 %: 1,372 people at most. The groups leave 999 to 1,197 people beside the unknown.
    assert people(made, "all", shares=False)[1] > 1_372 >= people(made, "all")[1]


@pytest.mark.parametrize("hidden", ["unknown", "all"])
def test_a_share_that_is_made_from_a_hidden_cell_is_not_said(hidden):
    made = table(TEAM)
    assert people(made, "unknown", hidden) == people(made, "unknown", hidden, shares=False)


def test_two_unknown_groups_share_what_a_share_leaves():
    made = table("A  all=600/1000  black=300/500  white=210/350  unknown=60/100  declined=30/50", groups=(TWO_UNKNOWN,))
    # 145 people at least, of whom at most 99 declined.
    assert people(made, "unknown", shares=False)[0] == 100 and people(made, "declined", shares=False)[0] == 50
    assert people(made, "unknown")[1] <= 199 and people(made, "declined") == [50, 99]


def test_without_a_total_a_share_tells_of_the_unknown_alone():
    made = table("A  black=300/500  white=210/350  unknown=90/150")
    # 15 % of 1,000 to 1,999.
    assert people(made, "unknown") == [145, 199] and people(made, "unknown", shares=False) == [100, 199]


def test_what_no_unknown_group_was_reported_for_has_no_share():
    assert shares_of(table("A  all=510/850  black=300/500  white=210/350"), ROUNDED) == ()


def test_teams_with_and_without_a_share_stand_in_their_own_places():
    (share,) = shares_of(table(f"{TEAM} \n B  all=510/850  black=300/500  white=210/350"), ROUNDED)
    # The network's everyone has people of B, its share has not.
    assert share.is_said.tolist() == [[True], [False], [False]]
    (share,) = shares_of(table(f"{TEAM} \n {TEAM.replace('A', 'B', 1)}"), ROUNDED)
    assert share.is_said.tolist() == [[True], [True], [True]]


def test_what_is_no_number_tells_nothing():
    limits = np.array([np.nan, np.inf, 2.5])
    assert whole_up(limits).tolist() == [0, 0, 3] and whole_down(limits).tolist() == [ENDLESS, ENDLESS, 2]
