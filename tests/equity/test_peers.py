from __future__ import annotations

import pytest

from equity.catalogue import Team
from equity.peers import peers_like, pinned_peers

TABLE = """
a hospital urban first
b hospital urban first
c hospital urban second
d hospital urban second
e hospital rural first
f hospital rural second
g insurer  urban first
"""


def teams_of(table):
    return [
        Team(name, name.upper(), sector, setting, cohort, None, None, "")
        for name, sector, setting, cohort in (line.split() for line in table.strip().splitlines())
    ]


TEAMS = teams_of(TABLE)


def names(peers):
    return "".join(team.team_id for team in peers.teams)


def test_what_too_few_share_is_given_up_from_the_last():
    peers = peers_like(TEAMS[0], TEAMS)
    # hospital, urban, first: b alone; hospital, urban: b, c, d
    assert names(peers) == "bcd"
    assert peers.rule == "Compared with three teams of the same sector (hospital) and setting (urban). Cohort may differ: too few teams share that too."


def test_all_attributes_are_kept_where_enough_share_them():
    peers = peers_like(TEAMS[0], TEAMS + teams_of("h hospital urban first\ni hospital urban first"))
    assert names(peers) == "bhi"
    assert (peers.given_up, peers.rule) == ((), "Compared with three teams of the same sector (hospital), setting (urban) and cohort (first).")


def test_what_too_few_share_even_alone_is_passed_over_for_the_next():
    peers = peers_like(TEAMS[6], TEAMS)
    # insurer: nobody; urban, first: a, b; urban: a, b, c, d
    assert names(peers) == "abcd"
    assert peers.rule == "Compared with four teams of the same setting (urban). Sector and cohort may differ: too few teams share that too."


def test_no_peers_where_no_attribute_is_shared_by_enough():
    peers = peers_like(TEAMS[6], TEAMS[4:6])
    assert (names(peers), peers.enough) == ("", False)
    assert peers.rule == "Fewer than 3 teams are like this one: nothing is compared."


@pytest.mark.parametrize(("others", "enough"), [("bc", False), ("bcd", True), ("bcde", True)])
def test_three_peers_are_enough(others, enough):
    chosen = [team for team in TEAMS if team.team_id in others]
    assert peers_like(TEAMS[0], chosen, ("sector",)).enough == enough


def test_what_a_team_leaves_empty_is_not_compared():
    silent = Team("z", "Z", "hospital", "", "", None, None, "")
    peers = peers_like(silent, TEAMS)
    assert names(peers) == "abcdef"
    assert peers.rule == "Compared with six teams of the same sector (hospital)."


def test_a_team_that_declares_nothing_has_no_peers():
    assert not peers_like(Team("z", "Z", "", "", "", None, None, ""), TEAMS).enough


def test_the_order_in_which_teams_come_does_not_matter():
    assert peers_like(TEAMS[0], TEAMS[::-1]) == peers_like(TEAMS[0], TEAMS)


def test_a_reader_may_choose_whom_to_be_compared_with():
    peers = pinned_peers(TEAMS[0], TEAMS, ["g", "a", "e", "nobody"])
    assert (names(peers), peers.enough) == ("eg", False)
    assert peers.rule == "Compared with two teams of your own choice."
