"""What teams chose in the app: how they appear on each measure, and whether others see their levels.

Going down is refused while there is a choice: nothing could bring it back.

Revision ID: 0009
Revises: 0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

CODE = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
CHECKED = ("visibility", "filed_then", "filed")
TABLES = ("shared_maturity", "visibility_choice")


def upgrade() -> None:
    op.create_table(
        "visibility_choice",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("measure_id", CODE, nullable=False),
        *(sa.Column(name, CODE, nullable=False) for name in CHECKED),
        sa.Column("chosen_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "measure_id", name=op.f("pk_visibility_choice")),
        sa.ForeignKeyConstraint(
            ["team_id", "measure_id"], ["team_measure.team_id", "team_measure.measure_id"], name=op.f("fk_visibility_choice_team_id_team_measure")
        ),
        *(sa.CheckConstraint(f"{name} IN ('network', 'coded', 'hidden')", name=op.f(f"ck_visibility_choice_{name}_known")) for name in CHECKED),
    )
    op.create_table(
        "shared_maturity",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("agreed_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("team_id", name=op.f("pk_shared_maturity")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_shared_maturity_team_id_team")),
    )


def downgrade() -> None:
    """Take both away; refused where a choice would be lost."""
    if any(op.get_bind().scalar(sa.text(f"SELECT count(*) FROM {table}")) for table in TABLES):
        raise ValueError("Teams chose in the app who sees their numbers, and the older program cannot keep that. Nothing was changed.")
    for table in TABLES:
        op.drop_table(table)
