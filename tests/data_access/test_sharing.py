from __future__ import annotations

import pytest

from data_access.sharing import names_levels, sharing_teams
from data_access.viewer import NETWORK_LEAD, READER, Viewer
from tests.data_access.builder import Builder
from tests.data_access.choosing import shared


@pytest.fixture
def two(made: Builder) -> Builder:
    """Two teams; the first agreed."""
    for team_id in "ab":
        made.team(team_id)
    shared(made.engine, "a")
    made.keep()
    return made


def test_an_agreement_is_the_same_for_everybody(two: Builder) -> None:
    assert sharing_teams(NETWORK_LEAD) == sharing_teams(Viewer(READER)) == frozenset("a")


def test_levels_are_named_where_they_are_seen_or_shared(two: Builder) -> None:
    named = {NETWORK_LEAD: "ab", Viewer(READER): "a", Viewer("team_member", frozenset("b")): "ab", Viewer("administrator"): ""}
    assert {viewer: "".join(one for one in "ab" if names_levels(viewer, one)) for viewer in named} == named
