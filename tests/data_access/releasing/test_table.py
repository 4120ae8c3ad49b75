from __future__ import annotations

from data_access.releasing.table import COLUMNS, NETWORK, TEAMS, Groups, Subject
from tests.data_access.releasing.small_tables import RACE_OF_THREE, place, table

THREE_KNOWN = """
    A  all=60/100  asian=10/20  black=20/40  white=20/30  unknown=10/10
    B  all=50/90   black=20/30  white=30/50
"""
TWO = """
    A  all=60/100  black=20/40  white=30/50  unknown=10/10
    B  all=50/90   black=20/30  white=30/50
"""


def test_the_network_and_the_pool_of_others_are_added():
    made = table(THREE_KNOWN, groups=(RACE_OF_THREE,))
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


def test_every_known_group_is_held_against_all_others_of_teams_and_of_the_network():
    made = table(THREE_KNOWN, groups=(RACE_OF_THREE,))
    assert [code for (_, code), is_pool in zip(made.columns, made.is_pool, strict=True) if is_pool] == ["others:asian", "others:black", "others:white"]
    assert made.counts[:, *place(made, NETWORK, "others:white")].tolist() == [50, 40, 90]
    # Black people alone: of Asian people B reports nothing.
    assert made.counts[:, *place(made, "B", "others:white")].tolist() == [20, 10, 30]
    assert made.reported[place(made, "B", "others:white")]
    everyone = next(one for one in made.sums if one.is_inner and one.whole == 0 and place(made, "A", "others:black")[1] in one.parts)
    assert [made.columns[part][1] for part in everyone.parts] == ["black", "others:black", "unknown", "(rest)"]


def test_the_other_of_two_groups_stands_by_itself():
    assert not table(TWO).is_pool.any()


def test_teams_that_are_not_summed_up_have_no_network():
    made = table(TWO, subject=Subject("bp", is_summed=False))
    assert made.shown[place(made, "A", "all")] and not made.shown[-1].any()
    # Their groups still make everyone.
    assert made.holds[1][:, 0].tolist() == [True, True, False]


def test_events_over_time_have_no_rest():
    made = table("A all=60/40 black=60/40", subject=Subject("falls", 1_000, proportion=False), groups=(Groups("race", ("black",)),))
    assert made.counts[:, *place(made, "A", "black")].tolist() == [60, 0, 40]
