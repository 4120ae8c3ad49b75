from __future__ import annotations

from dash import html

from components.coaching_list import CoachedTeam, coaching_list, topic_list
from tests.components.plain import every, same, text


def test_a_team_is_named_once_with_every_reason_and_leads_to_its_page():
    listed = coaching_list([CoachedTeam("Ash", "/teams/ash", ("Its gap widens: bp.", "Reports stopped: visits."))])
    (line,) = every(listed, "Li")
    assert same(line.children[0], html.H3(html.A("Ash", href="/teams/ash")))
    assert [text(one) for one in every(line, "P")] == ["Its gap widens: bp.", "Reports stopped: visits."]


def test_topics_stand_in_the_order_given():
    listed = topic_list([("What moved", "Two gaps."), ("Who has not reported", "Ask Ash.")])
    assert [text(line) for line in every(listed, "Li")] == ["What movedTwo gaps.", "Who has not reportedAsk Ash."]
