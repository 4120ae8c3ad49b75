"""What can be computed from the core store, and is kept so that pages need not: the summary over teams, the verdicts.

Going down drops both tables and loses nothing; data_access.migrate fills them again on the way up.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

CODE = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "observation_summary",
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("stratifier_id", CODE, nullable=False),
        sa.Column("group_code", CODE, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("numerator", sa.BigInteger(), nullable=False),
        sa.Column("denominator", sa.BigInteger(), nullable=False),
        sa.Column("teams", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("measure_id", "stratifier_id", "group_code", "period_start", name=op.f("pk_observation_summary")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.measure_id"], name=op.f("fk_observation_summary_measure_id_measure")),
        sa.ForeignKeyConstraint(
            ["stratifier_id", "group_code"],
            ["stratifier_group.stratifier_id", "stratifier_group.group_code"],
            name=op.f("fk_observation_summary_stratifier_id_stratifier_group"),
        ),
    )
    op.create_table(
        "verdict",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("word", CODE, nullable=False),
        sa.Column("fitted_start", sa.Float()),
        sa.Column("fitted_end", sa.Float()),
        sa.Column("detectable_change", sa.Float()),
        sa.Column("crossed", sa.Boolean(), nullable=False),
        sa.Column("opposite", sa.Boolean(), nullable=False),
        sa.Column("periods", sa.Integer(), nullable=False),
        sa.Column("periods_hidden", sa.Integer(), nullable=False),
        sa.Column("last_period", sa.Date()),
        sa.Column("last_reported", sa.Date()),
        sa.Column("rule_version", CODE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "measure_id", name=op.f("pk_verdict")),
        sa.ForeignKeyConstraint(["team_id", "measure_id"], ["team_measure.team_id", "team_measure.measure_id"], name=op.f("fk_verdict_team_id_team_measure")),
        sa.CheckConstraint("word IN ('closing', 'levelled_down', 'widening', 'no_clear_change', 'cannot_tell_yet')", name=op.f("ck_verdict_word_known")),
    )
    op.create_index("ix_verdict_measure_word", "verdict", ["measure_id", "word"])


def downgrade() -> None:
    op.drop_table("verdict")
    op.drop_table("observation_summary")
