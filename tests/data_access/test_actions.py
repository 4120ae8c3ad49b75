"""A team's actions: by the day of their adoption on both databases, those without a day last."""

from __future__ import annotations

from datetime import date

from data_access import schema
from data_access.actions import Action, actions_of
from data_access.viewer import NETWORK_LEAD, Viewer
from tests.data_access.choosing import hide


def test_actions_come_by_the_day_on_which_they_were_adopted(made):
    made.team("a")
    made.team("b")
    words = {"focus_area": "data", "inequity": "Fewer calls in Spanish"}
    for action_id, team_id, adopted in (("x", "a", None), ("y", "a", date(2025, 5, 1)), ("z", "a", date(2025, 2, 1)), ("w", "b", date(2025, 1, 1))):
        made.insert(schema.action, {"action_id": action_id, "team_id": team_id, "adopted_on": adopted, **words})
    assert [action.action_id for action in actions_of(NETWORK_LEAD, "a")] == ["z", "y", "x"]
    assert actions_of(NETWORK_LEAD, "b") == (Action("w", "b", "data", "Fewer calls in Spanish", date(2025, 1, 1), None, ""),)
    assert actions_of(NETWORK_LEAD, "nobody") == ()


def test_actions_of_a_team_that_hides_every_measure_are_for_those_who_see_it(made):
    made.team("a")
    made.insert(schema.action, {"action_id": "x", "team_id": "a", "focus_area": "data", "inequity": "Fewer calls in Spanish"})
    hide(made, "a")
    assert [len(actions_of(viewer, "a")) for viewer in (NETWORK_LEAD, Viewer("team_member", frozenset("a")), Viewer("reader"))] == [1, 1, 0]
