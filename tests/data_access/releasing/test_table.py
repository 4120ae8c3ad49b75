from __future__ import annotations

from data_access.releasing.table import COLUMNS, NETWORK, TEAMS, Groups, Subject
from tests.data_access.releasing.small_tables import place, table

TWO = """
    A  all=60/100  black=20/40  white=30/50  unknown=10/10
    B  all=50/90   black=20/30  white=30/50
"""


def test_the_network_and_the_pool_of_others_are_added():
    made = table(TWO)
    assert made.teams == ("A", "B", NETWORK)
    assert made.counts[:, *place(made, NETWORK, "black")].tolist() == [40, 30, 70]
    assert made.counts[:, *place(made, "A", "others:black")].tolist() == [30, 20, 50]
    assert not made.reported[place(made, "B", "unknown")]
    assert made.reported[place(made, NETWORK, "unknown")]


def test_what_no_group_tells_of_is_a_part_of_everyone_that_nobody_sees():
    made = table(TWO)
    rest = place(made, "B", "(rest)")
    assert made.counts[:, *rest].tolist() == [0, 10, 10]
    assert made.reported[rest] and not made.shown[rest]
    assert not made.reported[place(made, "A", "(rest)")]


def test_sums_hold_where_they_add_up():
    # B's groups count more people than everyone: they are of other months.
    made = table("A all=60/100 black=20/40 white=30/50 unknown=10/10 \n B all=20/40 black=20/30 white=30/50")
    everyone = next(at for at, one in enumerate(made.sums) if one.axis == COLUMNS and one.whole == 0)
    assert made.holds[everyone][:, 0].tolist() == [True, False, False]
    assert made.sums[0].axis == TEAMS
    assert made.holds[0][place(made, NETWORK, "black")[1], 0]


def test_wide_pools_are_the_networks_alone():
    made = table(TWO, groups=(Groups("race", ("black", "white"), ("unknown",), ("black",), ("white",)),))
    assert made.reported[place(made, NETWORK, "others:white")]
    assert made.counts[:, *place(made, NETWORK, "others:white")].tolist() == [40, 30, 70]
    assert not made.reported[place(made, "A", "others:white")]


def test_events_over_time_have_no_rest():
    made = table("A all=60/40 black=60/40", subject=Subject("falls", 1_000, proportion=False), groups=(Groups("race", ("black",)),))
    assert made.counts[:, *place(made, "A", "black")].tolist() == [60, 0, 40]
