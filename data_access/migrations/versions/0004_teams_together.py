"""Each core measure's gap inside its teams and between them: computed from the core store, kept so that pages need not.

Going down drops the table and loses nothing; data_access.migrate fills it again on the way up.

Revision ID: 0004
Revises: 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CODE = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "teams_together",
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("period_start", sa.Date(), nullable=False),
        sa.Column("teams", sa.Integer(), nullable=False),
        sa.Column("crude_difference", sa.Float()),
        sa.Column("difference", sa.Float()),
        sa.Column("difference_low", sa.Float()),
        sa.Column("difference_high", sa.Float()),
        sa.Column("crude_ratio", sa.Float()),
        sa.Column("ratio", sa.Float()),
        sa.Column("ratio_low", sa.Float()),
        sa.Column("ratio_high", sa.Float()),
        sa.Column("mean", sa.Float()),
        sa.Column("mean_low", sa.Float()),
        sa.Column("mean_high", sa.Float()),
        sa.Column("prediction", sa.Float()),
        sa.Column("prediction_low", sa.Float()),
        sa.Column("prediction_high", sa.Float()),
        sa.Column("rules_version", CODE, nullable=False),
        sa.PrimaryKeyConstraint("measure_id", name=op.f("pk_teams_together")),
        sa.ForeignKeyConstraint(["measure_id"], ["measure.measure_id"], name=op.f("fk_teams_together_measure_id_measure")),
    )


def downgrade() -> None:
    op.drop_table("teams_together")
