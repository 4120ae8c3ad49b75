"""How many teams of each kind, and how many at work on each measure."""

from __future__ import annotations

from data_access.team_tally import AtWork, teams_at_work, teams_of_kinds
from data_access.viewer import NETWORK_LEAD
from tests.data_access.builder import Builder

TEAMS = """
t1 Hospital urban 1
t2 Hospital -     1
t3 Clinic   urban 2
"""


def teams(made: Builder) -> None:
    for line in filter(None, TEAMS.splitlines()):
        team_id, sector, setting, cohort = ("" if word == "-" else word for word in line.split())
        made.team(team_id, sector=sector, setting=setting, cohort=cohort)


def test_teams_are_counted_by_standing(made):
    teams(made)
    made.measure(measure_id="rel")
    made.measure(measure_id="idle")
    made.team("t1", "rel", standing="own")
    made.keep()
    assert teams_at_work(NETWORK_LEAD) == {"bp": AtWork(core=3), "rel": AtWork(own=1)}


def test_teams_are_counted_by_kind_in_the_order_of_the_alphabet(made):
    teams(made)
    made.keep()
    found = teams_of_kinds(NETWORK_LEAD)
    assert found == {"sector": {"Clinic": 1, "Hospital": 2}, "setting": {"": 1, "urban": 2}, "cohort": {"1": 2, "2": 1}}
    assert list(found["sector"]) == ["Clinic", "Hospital"]


def test_a_network_without_teams_counts_none(made):
    made.keep()
    assert teams_at_work(NETWORK_LEAD) == {}
    assert teams_of_kinds(NETWORK_LEAD) == {"sector": {}, "setting": {}, "cohort": {}}
