"""What is asked of the scores that people gave on a framework: never their candid notes."""

from __future__ import annotations

from sqlalchemy import bindparam, case, select

from data_access import schema

ASSESSMENT, SCORE = schema.assessment.c, schema.score.c
# That there is evidence is all that a level needs; notes are candid and are read by nobody here. Each team's scores stand together.
SCORES = (
    select(
        ASSESSMENT.team_id,
        ASSESSMENT.assessed_on,
        ASSESSMENT.rater,
        ASSESSMENT.rater_code,
        SCORE.domain_id,
        SCORE.item_id,
        SCORE.level,
        case((SCORE.evidence != "", "given"), else_="").label("evidence"),
    )
    .join(schema.score, SCORE.assessment_id == ASSESSMENT.assessment_id)
    .where(ASSESSMENT.framework_id == bindparam("framework_id"), ASSESSMENT.version == bindparam("version"))
    .order_by(ASSESSMENT.team_id, ASSESSMENT.assessed_on, ASSESSMENT.rater, ASSESSMENT.rater_code, SCORE.domain_id, SCORE.item_id)
)
