"""Evidence is for those who see a team's levels, candid notes for the team and its coaches alone."""

from __future__ import annotations

from datetime import date

from data_access.score_evidence import ScoreEvidence, score_evidence
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.test_team_maturity import READER, path, score  # noqa: F401  pytest finds a fixture by its name here

MEMBER, COACH = Viewer("team_member", frozenset({"a"})), Viewer("coach", frozenset(), frozenset({"a"}))


def test_a_candid_note_is_for_the_team_and_its_coaches(path):  # noqa: F811
    for viewer in (MEMBER, COACH):
        assert {one.note for one in score_evidence(viewer, path, "a")} == {"candid"}
        assert score_evidence(viewer, path, "b") == ()
    assert score_evidence(NETWORK_LEAD, path, "a") == score_evidence(READER, path, "a") == ()


def test_evidence_is_for_whoever_sees_the_levels_the_latest_first(path, made):  # noqa: F811
    score(made, "a", "2025-09-01", "coach", 3, evidence="minutes")
    score(made, "a", "2025-10-01", "self", 4, evidence="charter")
    made.keep()
    found = score_evidence(NETWORK_LEAD, path, "a")
    assert found == (
        ScoreEvidence("within", "", date(2025, 10, 1), "self", 4, "charter", ""),
        ScoreEvidence("within", "", date(2025, 9, 1), "coach", 3, "minutes", ""),
    )
    # Of the two agreed levels, and of what each rater wrote before, the last alone stands.
    assert [(one.rater, one.evidence) for one in score_evidence(MEMBER, path, "a")] == [("self", "charter"), ("coach", "minutes"), ("consensus", "")]
    assert score_evidence(READER, path, "a") == ()
