from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data_access.releasing.policy import SHARED_COUNTS
from data_access.releasing.systems import system_of
from data_access.releasing.table import NETWORK, Subject
from tests.data_access.releasing.small_tables import hidden_at, table

MADE = table("A all=60/120 black=1/2 white=59/118 \n B all=60/120 black=2/3 white=58/117 \n C all=60/120 black=60/120")
MADE = replace(MADE, is_shown=MADE.is_shown & ~MADE.is_pool)
HIDDEN = hidden_at(MADE, *(f"{team}:{group}" for team in "AB" for group in ("black", "white")), f"{NETWORK}:white")


def test_the_true_table_satisfies_its_system_and_few_others_do():
    system = system_of(MADE, SHARED_COUNTS, HIDDEN)
    assert system.allows(system.true)
    # Two numbers each of A's and B's two cells and of the network's one; sums of A, B, the network and both groups.
    assert (len(system.true), system.sums.size[0], system.people.size[0]) == (10, 10, 5)
    for place in range(10):
        assert not system.allows(system.true + (np.arange(10) == place))


def test_moving_people_is_allowed_while_nothing_is_below_nobody_and_no_hidden_cell_empty():
    system = system_of(MADE, SHARED_COUNTS, HIDDEN)
    # One person of A's white ones turns black, one of B's black ones white: numerators, then rests.
    with_event, without = (np.where(np.arange(10) // 5 == number, np.tile([1, -1, -1, 1, 0], 2), 0) for number in (0, 1))
    assert system.allows(system.true + with_event)
    assert system.allows(system.true + 2 * with_event)
    assert not system.allows(system.true + 3 * with_event)
    assert system.allows(system.true + without)
    assert not system.allows(system.true + 2 * with_event + without)


def test_what_is_asked_is_what_is_small_and_what_each_team_knows_of_it():
    system = system_of(MADE, SHARED_COUNTS, HIDDEN)
    black = MADE.columns.index(("race", "black"))
    assert system.cells.tolist() == [[team, black] for _ in range(3) for team in range(2)]
    assert system.asked.of(system.true).tolist() == [1, 2, 1, 1, 2, 3]
    # A, B, C and everybody: one's own is known.
    assert system.own.tolist() == [[1, 0, 1, 0, 2, 0], [0, 2, 0, 1, 0, 3], [0] * 6, [0] * 6]
    assert system.least.tolist() == [[2, 1, 2, 1, 3, 1], [1, 3, 1, 2, 1, 4], [1] * 6, [1] * 6]


def test_a_hidden_network_cell_has_its_own_and_a_person_for_each_other_hidden_cell():
    made = table("A all=60/120 black=1/2 white=59/118 \n B all=60/120 black=2/3 white=58/117 \n C all=60/120 white=60/120")
    system = system_of(made, SHARED_COUNTS, hidden_at(made, "A:black", "B:black", f"{NETWORK}:black"))
    network = [place for place, (team, _) in enumerate(system.cells.tolist()) if team == 3]
    assert system.asked.of(system.true)[network].tolist() == [3, 2, 5]
    # Numerator, rest and denominator, for A, B, C and everybody.
    assert system.least[:, network].tolist() == [[2, 2, 3], [3, 2, 4], [1, 1, 2], [1, 1, 2]]


def test_a_total_that_its_groups_outnumber_leaves_the_truth_possible():
    # Groups of A have more people with the event than its total: what is left of it is less than nothing, and in no sum.
    made = table("A all=60/120 black=3/50 white=62/118 \n B all=60/120 black=2/30 white=58/90 \n C all=60/120 black=20/40 white=40/80")
    made = replace(made, is_shown=made.is_shown & ~made.is_pool)
    system = system_of(made, SHARED_COUNTS, hidden_at(made, *(f"{team}:{group}" for team in "ABC" for group in ("black", "white"))))
    assert system.allows(system.true) and (system.true >= 0).all()
    assert not system.allows(system.true - (np.arange(len(system.true)) == 0))


def test_of_a_rate_over_time_the_denominator_is_a_number_of_its_own():
    made = table("A black=4/5 white=50/200 \n B black=20/40 white=50/200 \n C black=20/40 white=50/200", subject=Subject("falls", 1000, proportion=False))
    made = replace(made, is_shown=made.is_shown & ~made.is_pool)
    system = system_of(made, SHARED_COUNTS, hidden_at(made, "A:black", "B:black", "C:black"))
    assert system.asked.of(system.true).tolist() == [4, 5]
    assert system.people.of(system.true).tolist() == [5, 40, 40]


def counts_of_a_team() -> st.SearchStrategy[str]:
    """Everyone and two groups, each by itself: they add up or do not."""
    count = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda one: f"{min(one)}/{max(one)}")
    return st.tuples(count, count, count).map(lambda one: "all={} black={} white={}".format(*one))


@given(st.lists(counts_of_a_team(), min_size=2, max_size=5), st.booleans(), st.integers(0, 2**18 - 1))
def test_whatever_is_reported_and_hidden_the_truth_is_possible(reported: list[str], proportion: bool, drawn: int):
    lines = [f"T{place} {counts}" for place, counts in enumerate(reported)]
    made = table("\n".join(lines), subject=Subject("bp", 100, proportion=proportion))
    made = replace(made, is_shown=made.is_shown & ~made.is_pool)
    bits = np.array([bool(drawn >> place & 1) for place in range(made.shown.size)]).reshape(made.shown.shape)
    system = system_of(made, SHARED_COUNTS, made.shown & bits)
    assert system.allows(system.true)
