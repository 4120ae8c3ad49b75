from __future__ import annotations

import pytest

from equity.network_moves import DomainMoves, NetworkMoves, moves_of_teams
from equity.rater_spread import RaterSpread
from equity.team_maturity import TeamDomain, TeamMaturity

DOMAINS = {"within": "Within", "together": "Together"}
LEVELS = (1, 2, 3, 4, 5)
NONE = RaterSpread()


def team(name: str, *levels: tuple, raters: RaterSpread = NONE, unsupported: bool = False, shown: str = "consensus") -> TeamMaturity:
    """One team: (then, now) of each domain."""
    domains = tuple(TeamDomain(key, label, then, now, unsupported, raters) for (key, label), (then, now) in zip(DOMAINS.items(), levels, strict=True))
    return TeamMaturity(name, name, True, domains, shown_rater=shown)


def moves(*teams: TeamMaturity) -> NetworkMoves:
    return moves_of_teams(teams, DOMAINS, LEVELS)


def test_without_teams_nothing_moved():
    assert moves() == NetworkMoves((DomainMoves("within", "Within"), DomainMoves("together", "Together")))


def test_up_same_and_down_are_counted_of_teams_scored_twice():
    found = moves(team("a", (1, 2), (2, 2)), team("b", (3, 2), (1, 3)), team("c", (None, 2), (None, None)), team("d", (None, None), (None, None)))
    within, together = found.domains
    assert (within.up, within.same, within.down) == (1, 0, 1)
    assert (together.up, together.same, together.down) == (1, 1, 0)
    # a and b moved up somewhere; c was scored once, d never.
    assert (found.scored, found.again, found.up) == (3, 2, 2)


def test_moves_without_evidence_are_counted_by_domain():
    found = moves(team("a", (1, 2), (2, 3), unsupported=True), team("b", (1, 2), (2, 3)))
    assert [domain.unsupported for domain in found.domains] == [1, 1]


def test_teams_whose_raters_stand_apart_are_counted_and_named():
    apart, near, alone = RaterSpread(4, 2, 3, 2, 4, 2), RaterSpread(3, 2, 2, 2, 3, 2), RaterSpread(3, None, None, 3, 3, 1)
    found = moves(team("a", (1, 2), (1, 2), raters=apart), team("b", (1, 2), (1, 2), raters=near), team("c", (1, 2), (1, 2), raters=alone))
    assert (found.domains[0].rated, found.domains[0].apart, found.domains[0].apart_teams) == (2, 1, ("a",))
    # own 4, 3, 3; coach 2, 2; agreed 3, 2: the lower middle of each kind, and no single rater.
    assert found.domains[0].middle == RaterSpread(3, 2, 2, 2, 3, 0)


# On level 3, 4 and 5 of five in every domain; in one domain alone.
@pytest.mark.parametrize(("levels", "high"), [((3, 3), 0), ((4, 4), 1), ((5, 4), 1), ((5, 3), 0), ((5, None), 0)])
def test_a_team_is_high_on_the_two_highest_levels_of_every_domain(levels, high):
    assert moves(team("a", *((None, level) for level in levels))).high == high


def test_a_framework_without_domains_has_no_high_team():
    assert moves_of_teams([TeamMaturity("a", "a", True, ())], {}, LEVELS).high == 0


def test_whose_levels_are_shown_is_counted():
    found = moves(team("a", (1, 2), (1, 2)), team("b", (1, 2), (1, 2), shown="self"), team("c", (1, 2), (1, 2), shown="self"))
    assert found.raters == (("consensus", 1), ("self", 2))
