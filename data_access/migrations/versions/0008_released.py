"""What may be said of every count: made by the load under the network's release policy, kept, and built upon by the next.

Going down drops the table, and with it the memory of what was hidden before.

Revision ID: 0008
Revises: 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

CODE = sa.String(64)


def upgrade() -> None:
    op.create_table(
        "released",
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("stratifier_id", CODE, nullable=False),
        sa.Column("group_code", sa.Text(), nullable=False),
        sa.Column("policy", CODE, nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("measure_id", "team_id", "stratifier_id", "group_code", name=op.f("pk_released")),
    )


def downgrade() -> None:
    op.drop_table("released")
