"""Whom to ask about a team's reports."""

from __future__ import annotations

import pytest

from data_access.contacts import contacts
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [
        (NETWORK_LEAD, {"a": "Quality office", "b": ""}),
        (Viewer("team_member", frozenset({"a"})), {"a": "Quality office"}),
        (Viewer("coach", coached=frozenset({"b"})), {"b": ""}),
        (Viewer("reader"), {}),
        (Viewer("funder"), {}),
    ],
)
def test_a_contact_is_told_to_whoever_sees_the_team(made: Builder, viewer: Viewer, seen: dict[str, str]) -> None:
    made.team("a", contact="Quality office")
    made.team("b")
    made.keep()
    assert contacts(viewer, ["a", "b"]) == seen
