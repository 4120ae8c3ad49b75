"""Actions counted by teams: each team once by its furthest step."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.action_counts import action_counts
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.demonstrated import Demonstrated
from tests.data_access.choosing import hide

READER = Viewer("reader")
DAY = date(2025, 5, 1)


def act(made, team_id: str, area: str, inequity: str, *, acted: date | None = None, evidence: str = "") -> None:
    number = f"{team_id}-{area}-{inequity}-{acted}-{evidence}"
    row = {"action_id": number, "team_id": team_id, "focus_area": area, "inequity": inequity, "adopted_on": DAY, "acted_on": acted, "evidence": evidence}
    made.insert(schema.action, row)


@pytest.fixture
def three(made):
    """Two hospitals and a clinic: a can show one of its two actions on calls, b acted, c adopted alone."""
    for team_id, sector, cohort in (("a", "hospital", "1"), ("b", "hospital", "2"), ("c", "clinic", "2")):
        made.team(team_id, sector=sector, cohort=cohort)
    act(made, "a", "data", "Calls")
    act(made, "a", "data", "Calls", acted=DAY, evidence="A log")
    act(made, "b", "data", "Calls", acted=DAY, evidence="  ")
    act(made, "c", "data", "Waits")
    act(made, "c", "action", "Waits")


def said(viewer: Viewer, by: str = "") -> dict[tuple, Demonstrated | None]:
    return {(one.focus_area, one.inequity, one.kind): one.counts for one in action_counts(viewer, by=by)}


def test_a_team_counts_once_in_each_place_by_its_furthest_step(three):
    assert said(NETWORK_LEAD) == {
        (None, None, ""): Demonstrated(3, 2, 1),
        ("action", None, ""): Demonstrated(1, 0, 0),
        ("action", "Waits", ""): Demonstrated(1, 0, 0),
        ("data", None, ""): Demonstrated(3, 2, 1),
        ("data", "Calls", ""): Demonstrated(2, 2, 1),
        ("data", "Waits", ""): Demonstrated(1, 0, 0),
    }
    assert list(said(NETWORK_LEAD)) == sorted(said(NETWORK_LEAD), key=lambda place: tuple(part or "" for part in place))


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("sector", {"hospital": Demonstrated(2, 2, 1), "clinic": Demonstrated(1, 0, 0)}),
        ("cohort", {"1": Demonstrated(1, 1, 1), "2": Demonstrated(2, 1, 0)}),
    ],
)
def test_teams_are_counted_by_their_sector_or_cohort(three, by, expected):
    found = said(NETWORK_LEAD, by)
    assert {kind: counts for (area, _, kind), counts in found.items() if area is None} == expected


def test_everybody_is_told_the_same_counts(three):
    assert said(READER) == said(NETWORK_LEAD) and said(READER, "sector") == said(NETWORK_LEAD, "sector")


def test_a_team_that_hides_every_measure_is_counted_for_those_who_see_it_alone(three, made):
    hide(made, "a")
    assert said(READER)[None, None, ""] == Demonstrated(2, 1, 0)
    assert said(NETWORK_LEAD)[None, None, ""] == said(Viewer("coach", coached=frozenset("a")))[None, None, ""] == Demonstrated(3, 2, 1)


def test_without_an_action_nothing_is_counted(made):
    assert action_counts(NETWORK_LEAD) == () == action_counts(READER, by="sector")
