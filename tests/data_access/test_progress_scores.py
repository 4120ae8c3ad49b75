"""Scores on the progress scale: a team's own for those who may know them, the network's in counts."""

from __future__ import annotations

from datetime import date

import pytest

from data_access import schema
from data_access.network_progress import WITHHELD, network_progress
from data_access.progress_scores import ProgressScore, progress_of
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder


@pytest.fixture
def scored(made: Builder) -> Builder:
    """Five teams, scored once; team a twice."""
    for team_id in "abcde":
        made.team(team_id)
        made.insert(schema.progress_score, row(team_id, date(2025, 7, 31), 1.0))
    made.insert(schema.progress_score, row("a", date(2026, 1, 31), 2.5))
    made.keep()
    return made


def row(team_id: str, day: date, score: float) -> dict[str, object]:
    return {"team_id": team_id, "scored_on": day, "rater": "coach", "score": score, "evidence": "minutes"}


def test_members_and_the_lead_read_a_teams_scores_by_day_and_nobody_else_does(scored):
    both = (ProgressScore(date(2025, 7, 31), "coach", 1.0, "minutes"), ProgressScore(date(2026, 1, 31), "coach", 2.5, "minutes"))
    assert progress_of(NETWORK_LEAD, "a") == progress_of(Viewer("team_member", frozenset({"a"})), "a") == both
    assert progress_of(Viewer("team_member", frozenset({"b"})), "a") == progress_of(Viewer("reader"), "a") == ()
    assert progress_of(NETWORK_LEAD, "nobody") == ()


def test_the_lead_reads_how_many_teams_stand_on_each_step(scored):
    found = network_progress(NETWORK_LEAD)
    assert (found.now[1], found.now[4], sum(found.now)) == (4, 1, 5)
    # One team was scored twice.
    assert (sum(found.then), found.up) == (1, 1)
    assert network_progress(NETWORK_LEAD) is found


def test_counts_of_fewer_than_five_teams_are_for_the_lead_alone(scored):
    reader = Viewer("reader")
    # Five stand somewhere now, one is known at the start.
    assert network_progress(reader) is WITHHELD
    for team_id in "bcde":
        scored.insert(schema.progress_score, row(team_id, date(2026, 1, 31), 2.0))
    scored.keep()
    assert network_progress(reader).up == 5
