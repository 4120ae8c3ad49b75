"""Who is like a team among those that work on a measure."""

from __future__ import annotations

import pytest

from data_access.team_peers import peers_of
from data_access.teams import team_of
from data_access.viewer import NETWORK_LEAD

# id, sector, setting, cohort; all work on bp but the last.
TEAMS = """
a hospital urban 1
b hospital urban 1
c hospital urban 2
d hospital urban 2
e insurer  rural 1
f insurer  mixed 1
"""


@pytest.fixture
def teams(made):
    made.measure(measure_id="other")
    for line in TEAMS.strip().splitlines():
        team_id, sector, setting, cohort = line.split()
        made.team(team_id, sector=sector, setting=setting, cohort=cohort)
    made.team("g", "other", sector="hospital", setting="urban", cohort="1")
    made.team("z", sector="", setting="", cohort="")
    return made


def peers(team_id, pinned=(), measure_id="bp"):
    return peers_of(NETWORK_LEAD, team_of(NETWORK_LEAD, team_id), measure_id, pinned)


def names(found) -> str:
    return "".join(team.team_id for team in found.teams)


def test_the_teams_that_share_most_and_work_on_the_measure(teams):
    # hospital, urban, 1: b; hospital, urban: b, c, d. g works on another measure.
    assert names(peers("a")) == "bcd"
    assert peers("a").given_up == ("cohort",)


def test_what_too_few_share_is_passed_over(teams):
    # insurer: f; rural: nobody; cohort 1: a, b, f
    assert names(peers("e")) == "abf"


def test_a_team_that_declares_nothing_has_no_peers(teams):
    assert not peers("z").enough


def test_fewer_than_three_teams_are_no_peers(teams):
    assert not peers("g", measure_id="other").enough


def test_pinned_teams_take_the_place_of_those_that_are_like_it(teams):
    found = peers("a", ("e", "a", "nobody", "g"))
    assert (names(found), found.pinned) == ("e", True)
