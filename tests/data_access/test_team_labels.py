"""Names for those who may know them, codes for all others."""

from __future__ import annotations

from data_access import schema
from data_access.team_labels import team_labels
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.team_codes import team_codes
from tests.data_access.builder import Builder


def test_the_lead_reads_names_a_member_its_own_and_everybody_else_codes(made: Builder):
    for team_id in ("a", "b"):
        made.team(team_id)
    made.insert(schema.load_file, {"load_id": 1, "file_name": "scores.csv", "sha256": "f" * 64})
    made.keep()
    assert team_labels(NETWORK_LEAD) == {"a": "Team a", "b": "Team b"}
    reader = team_labels(Viewer("reader"))
    assert reader == team_codes(["a", "b"], "f" * 64)
    assert team_labels(Viewer("team_member", frozenset({"b"}))) == {"a": reader["a"], "b": "Team b"}
