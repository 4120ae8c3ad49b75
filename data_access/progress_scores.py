"""A team's scores on the progress scale: set by people, for those who may know them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from data_access import schema
from data_access.store import reading
from data_access.viewer import Viewer

PROGRESS = schema.progress_score.c
SCORES_OF_TEAM = (
    select(PROGRESS.scored_on, PROGRESS.rater, PROGRESS.score, PROGRESS.evidence)
    .where(PROGRESS.team_id == bindparam("team_id"))
    .order_by(PROGRESS.scored_on, PROGRESS.rater)
)


@dataclass(frozen=True, slots=True)
class ProgressScore:
    """One score of one team: when, by which kind of rater, and on what evidence."""

    scored_on: date
    rater: str
    score: float
    evidence: str


def progress_of(viewer: Viewer, team_id: str) -> tuple[ProgressScore, ...]:
    """Every score of a team, by day; none where the viewer may not know them."""
    if not viewer.sees(team_id):
        return ()
    with reading() as connection:
        return tuple(ProgressScore(*row) for row in connection.execute(SCORES_OF_TEAM, {"team_id": team_id}))
