"""Stages by quarter: the last telling of a quarter holds; told to everybody, but for teams that hide every measure."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.practice_stages import stage_counts, stages_of, told_quarters
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.periods import QUARTER, period_of
from tests.data_access.choosing import hide

FIRST, SECOND = (period_of(date(2025, month, 1), QUARTER) for month in (1, 7))
TOLD = """
a listen 1 none
a listen 3 planned
a listen 7 in_use
b listen 1 in_use
b listen 7 in_use
c listen 2 in_use
d listen 1 started
e listen 1 trial
f listen 1 none
a share  7 sustained
"""
READER = Viewer("reader")
MEMBER = Viewer("team_member", frozenset({"a"}))
COACH = Viewer("coach", coached=frozenset({"a", "b"}))


@pytest.fixture
def told(made):
    for team_id in "abcdef":
        made.team(team_id)
    for practice_id in ("listen", "share"):
        made.insert(schema.practice, {"practice_id": practice_id, "name": practice_id.capitalize()})
    for team_id, practice_id, month, stage in (line.split() for line in filter(None, TOLD.splitlines())):
        made.insert(schema.practice_use, {"team_id": team_id, "practice_id": practice_id, "period_start": date(2025, int(month), 1), "stage": stage})


def test_quarters_go_from_the_first_telling_to_the_last(told):
    assert [one.label for one in told_quarters(NETWORK_LEAD, latest=8)] == ["Q1 2025", "Q2 2025", "Q3 2025"]
    assert [one.label for one in told_quarters(NETWORK_LEAD, latest=1)] == ["Q3 2025"]


def test_where_nobody_told_anything_there_is_no_quarter_and_no_count(made):
    assert told_quarters(NETWORK_LEAD, latest=8) == ()
    assert stage_counts(NETWORK_LEAD) == {}


def test_the_last_telling_of_a_quarter_stands_for_it(told):
    assert stages_of(NETWORK_LEAD, ["a", "f", "nobody"]) == {
        "a": {("listen", FIRST): "planned", ("listen", SECOND): "in_use", ("share", SECOND): "sustained"},
        "f": {("listen", FIRST): "none"},
        "nobody": {},
    }


@pytest.mark.parametrize("viewer", [NETWORK_LEAD, MEMBER, COACH, READER])
def test_a_team_s_stages_and_all_counts_are_told_to_everybody(told, viewer):
    assert set(stages_of(viewer, ["a", "b", "c"])) == {"a", "b", "c"}
    assert stage_counts(viewer) == stage_counts(NETWORK_LEAD)


@pytest.mark.parametrize(("viewer", "is_told"), [(NETWORK_LEAD, True), (MEMBER, True), (COACH, True), (READER, False)])
def test_a_team_that_hides_every_measure_is_told_of_to_those_who_see_it(told, made, viewer, is_told):
    hide(made, "a")
    assert (set(stages_of(viewer, ["a", "b"])) == {"a", "b"}, ("share", SECOND) in stage_counts(viewer)) == (is_told, is_told)


def test_teams_are_counted_once_a_quarter_by_their_stage(told):
    found = stage_counts(NETWORK_LEAD)
    assert found["listen", FIRST] == {"planned": 1, "in_use": 2, "started": 1, "trial": 1, "none": 1}
    assert found["listen", SECOND] == {"in_use": 2}
    assert found["share", SECOND] == {"sustained": 1}
