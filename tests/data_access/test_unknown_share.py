"""How many people's group is not known."""

from __future__ import annotations

import pytest

from data_access.catalogue import catalogue
from data_access.unknown_share import unknown_share
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder
from tests.data_access.test_team_gaps import said


@pytest.fixture
def reported(engine, door) -> Builder:
    made = Builder(engine, groups={"black": "group", "white": "group", "unknown": "unknown", "declined": "declined"})
    made.measure()
    for team_id in "abcd":
        made.team(team_id, terms={"visibility": "hidden"} if team_id == "d" else None)
    made.reports(
        """
        a black    2025-01-01 20/40 20/40 - 20/40
        a white    2025-01-01 20/40 20/40 - 20/40
        a unknown  2025-01-01 5/10  5/10  - -
        a declined 2025-01-01 2/5   -     - -
        a all      2025-01-01 60/120 60/120 60/120 60/120
        b black    2025-01-01 20/40
        b unknown  2025-01-01 3/8
        d black    2025-01-01 20/40
        d unknown  2025-01-01 20/40
        """
    )
    made.keep()
    return made


def shares(viewer, *team_ids):
    found = unknown_share(viewer, catalogue(viewer).measure("bp"), catalogue(viewer).stratifier("race"), team_ids)
    return said(found.network), {team_id: said(counts) for team_id, counts in found.teams.items()}


def test_unknown_and_declined_people_over_everyone(reported):
    late = "not_reported not_reported"
    # a: 10 + 10 + 5 of 3 x 120. b: 8 of 40 + 8, small. c reported nothing. d shows nothing. nobody is no team.
    assert shares(NETWORK_LEAD, "a", "b", "c", "d", "nobody")[1] == {
        "a": f"25/360 {late}",
        "b": f"hidden {late}",
        "c": f"not_reported {late}",
        "d": "hidden hidden hidden",
    }


def test_a_team_sees_its_own_small_share(reported):
    own = Viewer("team_member", frozenset({"b", "d"}))
    assert {team_id: said_of.split()[0] for team_id, said_of in shares(own, "b", "d")[1].items()} == {"b": "8/48", "d": "40/80"}


def test_the_network_counts_everyone_once(reported):
    # Unknown 10 + 10 + 5, 8 and 40; everyone is what each of the three teams reported: 360, 48 and 80.
    assert shares(NETWORK_LEAD) == ("73/488 not_reported not_reported", {})


def test_without_totals_everyone_is_the_sum_of_the_groups(made):
    made.team("a")
    made.reports("a black 2025-01-01 20/40\na white 2025-01-01 20/40\na unknown 2025-01-01 10/20")
    made.keep()
    assert shares(NETWORK_LEAD, "a") == ("20/100 not_reported not_reported", {"a": "20/100 not_reported not_reported"})


def test_a_total_that_is_less_than_its_part_is_not_believed(made):
    made.team("a")
    made.reports("a black 2025-01-01 20/40\na unknown 2025-01-01 20/50\na all 2025-01-01 20/40")
    made.keep()
    assert shares(NETWORK_LEAD, "a")[1]["a"].split()[0] == "50/50"


def test_the_rest_is_not_shown_either_if_it_is_small(made):
    made.team("a")
    made.reports("a black 2025-01-01 4/10\na unknown 2025-01-01 20/40")
    made.keep()
    assert shares(NETWORK_LEAD, "a")[1]["a"].split()[0] == "hidden"


def test_a_stratifier_without_unknown_groups_does_not_tell(engine, door):
    made = Builder(engine, groups={"black": "group", "white": "group"})
    made.measure()
    made.team("a")
    made.reports("a black 2025-01-01 20/40")
    made.keep()
    none = "not_applicable not_applicable not_applicable"
    assert shares(NETWORK_LEAD, "a") == (none, {"a": none})
