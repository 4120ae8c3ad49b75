from __future__ import annotations

import pytest

from data_access.hidden_teams import hidden_teams
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.builder import Builder
from tests.data_access.choosing import hide

READER = Viewer("reader")


@pytest.fixture
def two(made: Builder) -> Builder:
    """A team on two measures, and one on the first alone; nothing is hidden yet."""
    made.measure(measure_id="falls", name="Falls", position=2)
    made.team("a")
    made.team("a", "falls")
    made.team("b", terms={"visibility": "coded"})
    made.keep()
    return made


def test_a_team_that_hides_some_measure_or_stands_under_a_code_is_not_hidden(two: Builder) -> None:
    hide(two, "a")
    assert hidden_teams(READER) == frozenset()


def test_a_team_that_hides_every_measure_is_hidden_from_those_who_do_not_see_it(two: Builder) -> None:
    for measure_id in ("bp", "falls"):
        hide(two, "a", measure_id)
    for viewer in (READER, Viewer("team_member", frozenset("b"))):
        assert hidden_teams(viewer) == frozenset("a")
    for viewer in (NETWORK_LEAD, Viewer("team_member", frozenset("a")), Viewer("coach", coached=frozenset("a"))):
        assert hidden_teams(viewer) == frozenset()
