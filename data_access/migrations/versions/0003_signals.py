"""What the rules of charts found in each team's gap: computed from the core store, kept so that pages need not.

Going down drops the table and loses nothing; data_access.migrate fills it again on the way up.

Revision ID: 0003
Revises: 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

CODE = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "signal",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rule", CODE, nullable=False),
        sa.Column("side", sa.Integer(), nullable=False),
        sa.Column("first_period", sa.Date(), nullable=False),
        sa.Column("last_period", sa.Date(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("allowed", sa.Integer()),
        sa.Column("rules_version", CODE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "measure_id", "number", name=op.f("pk_signal")),
        sa.ForeignKeyConstraint(["team_id", "measure_id"], ["team_measure.team_id", "team_measure.measure_id"], name=op.f("fk_signal_team_id_team_measure")),
    )


def downgrade() -> None:
    op.drop_table("signal")
