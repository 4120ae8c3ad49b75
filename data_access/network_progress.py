"""How far the teams are on IHI's progress scale: counts of teams, no names."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select

from data_access import schema
from data_access.release import may_count_teams
from data_access.store import reading, remembered
from data_access.viewer import Viewer
from equity.progress_scale import STEPS, ProgressCounts, RatedProgress, progress_counts

PROGRESS = schema.progress_score.c
SCORES = select(PROGRESS.team_id, PROGRESS.scored_on, PROGRESS.rater, PROGRESS.score).order_by(PROGRESS.team_id, PROGRESS.scored_on, PROGRESS.rater)
WITHHELD = ProgressCounts(then=(0,) * len(STEPS), now=(0,) * len(STEPS), withheld=True)


def network_progress(viewer: Viewer) -> ProgressCounts:
    """How many teams stand on each step, at their start and now; withheld where they are too few to be counted."""
    return remembered(("network_progress", viewer.scope), lambda: _counts(viewer))


def _counts(viewer: Viewer) -> ProgressCounts:
    teams = defaultdict(list)
    with reading() as connection:
        for row in connection.execute(SCORES):
            teams[row.team_id].append(RatedProgress(*row[1:]))
    found = progress_counts(list(teams.values()))
    counted = (sum(found.then), sum(found.now))
    return found if all(may_count_teams(count, lead=viewer.is_lead) for count in counted) else WITHHELD
