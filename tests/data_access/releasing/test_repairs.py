from __future__ import annotations

from dataclasses import replace

import numpy as np

from data_access.releasing.build import release_of
from data_access.releasing.policy import ROUNDED, SHARED_COUNTS
from data_access.releasing.repairs import given_away, hide_beside, hide_smallest, narrowed_by, repair
from data_access.releasing.rounding import ENDLESS
from data_access.releasing.table import NETWORK
from tests.data_access.releasing.small_tables import RACE_OF_THREE, place, table

THREE = """
    A  all=63/130  black=3/20   white=40/70  unknown=20/40
    B  all=65/130  black=25/50  white=20/40  unknown=20/40
    C  all=65/130  black=25/50  white=20/40  unknown=20/40
"""


def reached(made, low, high):
    """Bounds of one cell, A's black people with the event; everything else is open."""
    bounds = np.stack([np.zeros_like(made.counts), np.full_like(made.counts, ENDLESS)])
    bounds[:, 0, *place(made, "A", "black")] = low, high
    return bounds


def test_a_small_number_is_given_away_where_it_can_no_longer_be_anything_from_1_to_10():
    made = table(THREE)
    hidden = made.shown & False
    hidden[place(made, "A", "black")] = True
    cases = {(0, 10): False, (1, 10): False, (2, 10): True, (0, 9): True}
    found = {case: bool(given_away(made, SHARED_COUNTS, hidden, reached(made, *case))[0][place(made, "A", "black")]) for case in cases}
    assert found == cases
    # Beside rates readers may reach further than the check: a percent stays open up to 15.
    assert given_away(made, ROUNDED, hidden, reached(made, 0, 14)).any() and not given_away(made, ROUNDED, hidden, reached(made, 0, 15)).any()


def test_the_smallest_part_is_hidden_first_and_the_whole_last():
    made = table(THREE)
    hidden = made.shown & False
    everyone = made.sums[1]
    wanted = np.zeros_like(hidden[:, 0])
    wanted[0] = True
    order = []
    for _ in range(4):
        before = hidden.copy()
        hide_smallest(everyone, wanted, made, hidden)
        order += [made.columns[column][1] for _, column, _ in np.argwhere(hidden & ~before)]
    # 20, 40 and 70 people of 130.
    assert order == ["black", "unknown", "white", "all"]
    assert not hide_smallest(everyone, wanted, made, hidden).any()


def test_a_sum_that_leaves_too_little_hides_one_more_of_its_parts():
    made = table(THREE)
    hidden = made.shown & False
    hidden[place(made, "A", "black")] = True
    bounds = np.stack([made.counts, made.counts])
    bounds[:, :, *place(made, "A", "black")] = np.array([[0, 0, 1], [5, 40, 45]])
    assert narrowed_by(made.sums[1], made.holds[1], made, SHARED_COUNTS, bounds)[0, 0, 0, 0]
    assert repair(made, SHARED_COUNTS, hidden, bounds)
    assert hidden[place(made, "A", "white")]


def test_what_no_single_sum_narrows_has_a_neighbor_hidden():
    made = table(THREE)
    hidden = made.shown & False
    hidden[place(made, "A", "black")] = True
    assert repair(made, ROUNDED, hidden, reached(made, 0, 4))
    assert hidden[place(made, "A", "unknown")]
    assert not repair(made, ROUNDED, hidden, reached(made, 0, 17))


def test_a_cell_that_is_alone_in_its_groups_has_another_team_hidden():
    made = table("A all=30/60 black=30/60 \n B all=40/90 black=30/60 white=10/30 \n C all=20/60 black=20/60")
    hidden = made.shown & False
    leaking = hidden.copy()
    leaking[place(made, NETWORK, "white")] = True
    for group_code in ("all", "black", "white"):
        hidden[place(made, NETWORK, group_code)] = True
    assert hide_beside(leaking, made, hidden)
    assert hidden[place(made, "B", "white")]
    assert not hide_beside(leaking & False, made, hidden)


def test_what_a_team_can_hide_itself_costs_no_other_team_a_cell():
    made = table(
        "A all=190/400 asian=60/100 black=3/80 white=60/100 unknown=67/120 \n B all=210/400 asian=60/100 black=30/80 white=60/100 unknown=60/120",
        groups=(RACE_OF_THREE,),
    )
    hidden = made.shown & False
    leaking = hidden.copy()
    # The others of white stand in sums that follow from others, and in the sum of all teams.
    leaking[place(made, "A", "others:white")] = True
    assert hide_beside(leaking, made, hidden)
    assert [made.teams[team] for team, _, _ in np.argwhere(hidden)] == ["A"]


def test_the_others_of_a_hidden_group_are_hidden_and_those_of_a_shown_one_are_not():
    made = table(
        "A all=190/400 asian=60/100 black=3/80 white=60/100 unknown=67/120 \n B all=210/400 asian=60/100 black=30/80 white=60/100 unknown=60/120",
        groups=(RACE_OF_THREE,),
    )
    release = release_of(made, replace(ROUNDED, is_checked=False))
    hidden = {f"{made.teams[team]}:{made.columns[column][1]}" for team, column, _ in np.argwhere(release.hidden)}
    assert hidden == {"A:black", "A:others:black"}
    assert [tuple(made.columns[place][1] for place in pair) for pair in made.pools] == [(code, f"others:{code}") for code in RACE_OF_THREE.known]
