"""Practices: what a team told of them, and how many teams went from which stage to which."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.practice_use import Practice, PracticesInUse, PracticeUse, practice_counts, practice_use_of, practices
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.practices import PracticeCounts
from tests.data_access.choosing import hide

TOLD = """
a listen 1 none
a listen 4 in_use
b listen 1 in_use
b listen 7 planned
c listen 4 in_use
c listen 7 sustained
d listen 7 in_use
a share  1 trial
"""


@pytest.fixture
def told(made):
    for team_id in "abcd":
        made.team(team_id)
    for practice_id, name in (("share", "Share data"), ("listen", "Listen"), ("pay", "Pay people")):
        made.insert(schema.practice, {"practice_id": practice_id, "name": name, "wording": f"What {practice_id} means."})
    for team_id, practice_id, month, stage in (line.split() for line in filter(None, TOLD.splitlines())):
        made.insert(schema.practice_use, {"team_id": team_id, "practice_id": practice_id, "period_start": date(2025, int(month), 1), "stage": stage})


def test_practices_stand_in_the_order_of_the_alphabet(told):
    assert [one.practice_id for one in practices(NETWORK_LEAD)] == ["listen", "pay", "share"]
    assert practices(NETWORK_LEAD)[0] == Practice("listen", "Listen", "What listen means.")


def test_a_team_tells_its_stages_by_period(told):
    found = practice_use_of(NETWORK_LEAD, "a")
    assert found == (
        PracticeUse("listen", date(2025, 1, 1), "none"),
        PracticeUse("share", date(2025, 1, 1), "trial"),
        PracticeUse("listen", date(2025, 4, 1), "in_use"),
    )
    assert practice_use_of(NETWORK_LEAD, "nobody") == ()


def test_teams_are_counted_by_what_they_told_first_and_last(told):
    found = practice_counts(NETWORK_LEAD)
    # a began, b ended, c and d (who told once) have it in use then and now
    assert found.counts["listen"] == PracticeCounts(2, 1, 1, {"in_use": 3, "none": 1}, {"in_use": 2, "planned": 1, "sustained": 1})
    assert found.counts["share"].now == {"trial": 1} and found.counts["share"].in_use == 0
    assert set(found.counts) == {"listen", "share"}
    assert found.told == (date(2025, 1, 1), date(2025, 7, 1))


def test_a_team_that_hides_every_measure_is_told_of_and_counted_for_those_who_see_it_alone(told, made):
    hide(made, "a")
    assert practice_use_of(Viewer("reader"), "a") == () != practice_use_of(NETWORK_LEAD, "a")
    assert "share" not in practice_counts(Viewer("reader")).counts and "share" in practice_counts(NETWORK_LEAD).counts


def test_where_nobody_told_anything_nothing_is_counted(made):
    assert practice_counts(NETWORK_LEAD) == PracticesInUse({}, None)
    assert practices(NETWORK_LEAD) == ()
