"""The teams' own words on a period, unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer

STORY = schema.story.c
STORIES = select(STORY.team_id, STORY.period_start, STORY.words, STORY.by).where(STORY.team_id == bindparam("team_id")).order_by(STORY.period_start.desc())


@dataclass(frozen=True, slots=True)
class Story:
    """What a team told of one period. by: who tells it, empty where that is not said."""

    team_id: str
    period_start: date
    words: str
    by: str


def stories_of(viewer: Viewer, team_id: str) -> tuple[Story, ...]:
    """A team's stories, the latest first: they are told to be read by all."""
    with reading() as connection:
        return tuple(Story(*row) for row in connection.execute(STORIES, {"team_id": team_id}))
