"""What all teams did on a framework, counted, and no single one told."""

from __future__ import annotations

from datetime import date

from data_access.frameworks import frameworks
from data_access.network_maturity import network_maturity
from data_access.network_moves import network_moves
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.network_moves import DomainMoves
from tests.data_access.choosing import shared
from tests.data_access.test_team_maturity import TEAMS, framework_of, path, score  # noqa: F401  pytest finds a fixture by its name here

READER = Viewer("reader")


def second_round(made, teams=TEAMS[1:]):
    """Every other team's second scoring, by all three raters; b's stand apart like a's."""
    for team_id in teams:
        score(made, team_id, "2025-08-01", "consensus", 2, "minutes")
        score(made, team_id, "2025-08-01", "self", 3)
        score(made, team_id, "2025-08-01", "coach", 1 if team_id == "b" else 2)
    made.keep()


def test_the_lead_reads_moves_and_the_names_of_those_whose_raters_stand_apart(path, made):  # noqa: F811
    second_round(made)
    found = network_moves(NETWORK_LEAD, path)
    within, together = found.domains
    assert (found.scored, found.again, found.up, found.raters, found.withheld) == (5, 5, 5, (("consensus", 5),), False)
    assert (within.up, within.unsupported, within.rated, within.apart, within.apart_teams) == (5, 1, 5, 2, ("Team a", "Team b"))
    assert together == DomainMoves("together", "Together")
    assert network_moves(NETWORK_LEAD, path) is found


def test_a_reader_reads_the_same_counts_without_names_and_a_member_its_own(path, made):  # noqa: F811
    second_round(made)
    assert (network_moves(READER, path).domains[0].apart, network_moves(READER, path).domains[0].apart_teams) == (2, ())
    assert network_moves(Viewer("team_member", frozenset("b")), path).domains[0].apart_teams == ("Team b",)


def test_moves_of_fewer_than_five_teams_are_for_the_lead_alone(path):  # noqa: F811
    # Five teams are scored, but only team a twice and by two raters.
    assert network_moves(READER, path).domains[0] == DomainMoves("within", "Within", withheld=True)
    assert (network_moves(READER, path).scored, network_moves(READER, path).withheld) == (5, False)
    assert network_moves(NETWORK_LEAD, path).domains[0].up == 1


def test_what_is_left_without_the_teams_that_share_their_levels_is_counted_from_five_on_too(path, made):  # noqa: F811
    second_round(made)
    assert not network_moves(READER, path).withheld
    shared(made.engine, "a")
    made.keep()
    assert network_moves(READER, path).withheld and not network_moves(NETWORK_LEAD, path).withheld
    made.team("f")
    score(made, "f", "2025-02-01", "consensus", 1)
    made.keep()
    within = network_moves(READER, path).domains[0]
    assert not network_moves(READER, path).withheld and within.withheld


def test_a_network_of_four_scored_teams_is_withheld_whole(made):
    framework_of(made)
    for team_id in TEAMS[:4]:
        made.team(team_id)
        score(made, team_id, "2025-02-01", "consensus", 1)
    made.keep()
    (scored_four,) = frameworks(NETWORK_LEAD)
    found = network_moves(READER, scored_four)
    assert (found.withheld, found.scored, [domain.withheld for domain in found.domains]) == (True, 0, [True, True])
    profile = network_maturity(READER, scored_four)
    assert [(domain.withheld, domain.now, sum(domain.counts_now)) for domain in profile.domains] == [(True, None, 0), (False, None, 0)]
    assert network_maturity(NETWORK_LEAD, scored_four).domains[0].now == 1


def test_moves_until_a_day_know_nothing_of_later_scores(path, made):  # noqa: F811
    second_round(made)
    found = network_moves(READER, path, until=date(2025, 7, 31))
    assert (found.scored, found.again, found.up) == (5, 0, 0)
    assert network_moves(READER, path).again == 5
