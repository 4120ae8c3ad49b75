"""Stages by quarter: the last telling of a quarter holds, names for those who see the team, counts where they may be given."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.practice_stages import stage_counts, stages_of, told_quarters
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.periods import QUARTER, period_of

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


@pytest.mark.parametrize(("viewer", "seen"), [(NETWORK_LEAD, {"a", "b", "c"}), (MEMBER, {"a"}), (COACH, {"a", "b"}), (READER, set())])
def test_a_team_s_stages_are_told_to_those_who_see_it(told, viewer, seen):
    assert set(stages_of(viewer, ["a", "b", "c"])) == seen


def test_teams_are_counted_once_a_quarter_by_their_stage(told):
    found = stage_counts(NETWORK_LEAD)
    assert found["listen", FIRST] == {"planned": 1, "in_use": 2, "started": 1, "trial": 1, "none": 1}
    assert found["listen", SECOND] == {"in_use": 2}
    assert found["share", SECOND] == {"sustained": 1}


@pytest.mark.parametrize(
    ("viewer", "counted"),
    [
        # Six told first, five of them others than a; two told later: of these a member of a knows one, and would know the other.
        (READER, {("listen", FIRST)}),
        (MEMBER, {("listen", FIRST), ("share", SECOND)}),
        (COACH, {("listen", SECOND), ("share", SECOND)}),
    ],
)
def test_too_few_others_are_not_counted(told, viewer, counted):
    assert {place for place, counts in stage_counts(viewer).items() if counts is not None} == counted
