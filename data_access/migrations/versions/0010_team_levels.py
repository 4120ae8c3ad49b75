"""Where each team stands on a framework: computed from the scores by the load, kept so that pages need not.

Going down drops the table and loses nothing; data_access.migrate fills it again on the way up.

Revision ID: 0010
Revises: 0009
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

CODE = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "team_levels",
        sa.Column("framework_id", CODE, nullable=False),
        sa.Column("version", CODE, nullable=False),
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("latest_on", sa.Date(), nullable=False),
        sa.Column("shown_rater", CODE, nullable=False),
        sa.Column("domains", sa.Text(), nullable=False),
        sa.Column("rules_version", CODE, nullable=False),
        sa.PrimaryKeyConstraint("framework_id", "version", "team_id", name=op.f("pk_team_levels")),
    )


def downgrade() -> None:
    op.drop_table("team_levels")
