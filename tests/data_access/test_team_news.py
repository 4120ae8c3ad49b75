from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from data_access import schema
from data_access.loading.undo import undo
from data_access.team_news import team_news
from data_access.verdict_log import log_words
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.errors import NotAllowed
from equity.news import News, TurnedVerdict
from tests.data_access.folders import RESTATED, load, write_files

NORTH, SOUTH = Viewer("team_member", frozenset({"north"})), Viewer("team_member", frozenset({"south"}))
FIRST, VISIT, SECOND = (datetime(2026, 3, day, tzinfo=UTC) for day in (1, 5, 9))


@pytest.fixture
def later_load(loaded: Engine, door: str, tmp_path: Path) -> Engine:
    """The small network of 1 March, and a second load of 9 March: restated, late and new numbers, a story, another word."""
    story = "team_id,period_start,words,by\nnorth,2024-10-01,We asked and heard.,Ann\n"
    load(loaded, write_files(tmp_path / "two", observations=RESTATED, stories=story))
    with loaded.begin() as connection:
        log_words(connection, "bp", {"north": "closing"})
        for load_id, moment in ((1, FIRST), (2, SECOND)):
            connection.execute(update(schema.load).where(schema.load.c.load_id == load_id).values(loaded_at=moment))
    return loaded


def test_periods_restatements_words_and_verdicts_since_a_visit_are_told(later_load: Engine) -> None:
    news = team_news(NORTH, "north", VISIT)
    assert news.verdicts == (TurnedVerdict("bp", "cannot_tell_yet", "closing"),)
    assert news.restated == {"bp": 2}
    assert news.added == {"story": 1}
    assert news.undone == 0


def test_a_period_is_new_only_where_nothing_of_it_was_there(later_load: Engine) -> None:
    periods = {team: team_news(viewer, team, VISIT).periods for team, viewer in (("north", NORTH), ("south", SOUTH))}
    assert {measure: [str(day) for day in days] for measure, days in periods["south"].items()} == {"bp": ["2025-04-01"]}
    assert all(str(day) != "2025-01-01" for days in periods["north"].values() for day in days)


def test_after_the_last_load_nothing_is_new_and_before_the_first_all_is(later_load: Engine) -> None:
    assert team_news(NORTH, "north", SECOND + timedelta(days=1)) == News() and News().is_empty
    all_of_it = team_news(NORTH, "north", FIRST - timedelta(days=1))
    assert not all_of_it.is_empty and TurnedVerdict("bp", None, "closing") in all_of_it.verdicts


def test_a_load_that_was_taken_back_is_told_and_what_it_brought_is_not(later_load: Engine) -> None:
    undo(later_load, 2, "test")
    news = team_news(NORTH, "north", VISIT)
    assert (news.undone, news.verdicts, news.restated, news.added, news.periods) == (1, (), {}, {}, {})


@pytest.mark.parametrize("viewer", [NETWORK_LEAD, SOUTH, Viewer("coach", coached=frozenset({"north"})), Viewer("administrator")])
def test_it_is_for_the_teams_own_members_alone(later_load: Engine, viewer: Viewer) -> None:
    with pytest.raises(NotAllowed):
        team_news(viewer, "north", VISIT)
