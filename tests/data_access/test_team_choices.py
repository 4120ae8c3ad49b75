from __future__ import annotations

import pytest

from data_access.team_choices import choices_of
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.errors import NotOfTheTeam
from tests.data_access.builder import Builder
from tests.data_access.choosing import chosen, shared

MEMBER = Viewer("team_member", frozenset("a"))


@pytest.fixture
def team(made: Builder) -> Builder:
    """A team on two measures, the second its own."""
    made.measure(measure_id="falls", name="Falls", position=2)
    made.team("a", terms={"visibility": "coded"})
    made.team("a", "falls", standing="own")
    made.keep()
    return made


def test_a_member_reads_how_the_team_appears_and_who_said_so(team: Builder) -> None:
    chosen(team.engine, "a", "falls", "hidden")
    shared(team.engine, "a")
    team.keep()
    found = choices_of(MEMBER, "a")
    assert [(one.measure.measure_id, one.is_core, one.visibility, one.chosen, one.is_overruled) for one in found.measures] == [
        ("bp", True, "coded", "", False),
        ("falls", False, "hidden", "hidden", False),
    ]
    assert found.shares_maturity and found.team.name == "Team a"


def test_nobody_else_does_neither_the_coach_nor_the_lead(team: Builder) -> None:
    others = [Viewer("coach", coached=frozenset("a")), Viewer("team_member", frozenset("b")), Viewer("administrator"), Viewer("reader", frozenset("a"))]
    for viewer in (NETWORK_LEAD, *others):
        with pytest.raises(NotOfTheTeam, match="own members"):
            choices_of(viewer, "a")


def test_a_team_that_is_gone_has_no_choices(team: Builder) -> None:
    with pytest.raises(NotOfTheTeam):
        choices_of(Viewer("team_member", frozenset({"gone"})), "gone")
