"""What shows a team's levels: the evidence that raters named, for those who see its levels; their candid notes, for the team and its coaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, or_, select

from data_access import schema
from data_access.frameworks import Framework
from data_access.maturity_scores import ASSESSMENT, SCORE
from data_access.store import reading
from data_access.viewer import Viewer

SAID = (
    select(SCORE.domain_id, SCORE.item_id, ASSESSMENT.assessed_on, ASSESSMENT.rater, SCORE.level, SCORE.evidence, SCORE.note, ASSESSMENT.rater_code)
    .join(schema.score, SCORE.assessment_id == ASSESSMENT.assessment_id)
    .where(
        ASSESSMENT.framework_id == bindparam("framework_id"),
        ASSESSMENT.version == bindparam("version"),
        ASSESSMENT.team_id == bindparam("team_id"),
        or_(SCORE.evidence != "", SCORE.note != ""),
    )
    .order_by(ASSESSMENT.assessed_on.desc(), SCORE.domain_id, SCORE.item_id, ASSESSMENT.rater, ASSESSMENT.rater_code)
)


@dataclass(frozen=True, slots=True)
class ScoreEvidence:
    """What one rater wrote beside one level; note: empty for whoever is not of the team or its coach."""

    domain_id: str
    item_id: str
    scored_on: date
    rater: str
    level: int
    evidence: str
    note: str


def score_evidence(viewer: Viewer, framework: Framework, team_id: str) -> tuple[ScoreEvidence, ...]:
    """What each rater wrote last beside each level of a team, the latest first; nothing for a viewer who may not see who gave them."""
    if not viewer.sees(team_id):
        return ()
    is_close = viewer.owns(team_id) or team_id in viewer.coached
    with reading() as connection:
        rows = connection.execute(SAID, {"framework_id": framework.framework_id, "version": framework.version, "team_id": team_id}).all()
    latest = {(row.domain_id, row.item_id, row.rater, row.rater_code): row for row in reversed(rows)}
    said = (ScoreEvidence(*row[:6], row.note if is_close else "") for row in rows if latest[row.domain_id, row.item_id, row.rater, row.rater_code] is row)
    return tuple(one for one in said if one.evidence or one.note)
