"""A team's own words: its own alone, the latest first, unchanged."""

from __future__ import annotations

from datetime import date

from data_access import schema
from data_access.stories import Story, stories_of
from data_access.viewer import NETWORK_LEAD


def test_stories_come_the_latest_first_and_unchanged(made):
    made.team("a")
    made.team("b")
    words = "We asked <b>everybody</b>; nobody was asked twice."
    made.insert(
        schema.story,
        {"team_id": "a", "period_start": date(2025, 1, 1), "words": "First."},
        {"team_id": "a", "period_start": date(2025, 7, 1), "words": words, "by": "nurse"},
        {"team_id": "b", "period_start": date(2025, 4, 1), "words": "Another team's."},
    )
    assert stories_of(NETWORK_LEAD, "a") == (Story("a", date(2025, 7, 1), words, "nurse"), Story("a", date(2025, 1, 1), "First.", ""))
    assert stories_of(NETWORK_LEAD, "nobody") == ()
