"""A measure's reference may be the largest group: a word for a choice like best, and no group's code.

The column that holds a reference's code is computed, and neither database changes how in place. PostgreSQL gets the column anew;
SQLite the whole table, its rows put back in the same transaction, so that every row that points to a measure still does.

Revision ID: 0005
Revises: 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BEFORE, AFTER = "('others', 'overall', 'best')", "('others', 'overall', 'best', 'largest')"
FOREIGN_KEY = "fk_measure_reference_code"


def upgrade() -> None:
    compute_code(BEFORE, AFTER)


def downgrade() -> None:
    """Refused where a measure is compared with the largest group: an older program knows no such reference."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM measure WHERE reference_group = 'largest'")):
        raise ValueError("A measure is compared with the largest group. Going below revision 0005 would lose that, so nothing was changed.")
    compute_code(AFTER, BEFORE)


def compute_code(before: str, after: str) -> None:
    """Which references are no group's code: these words in place of those."""
    if op.get_bind().dialect.name == "sqlite":
        made_anew(before, after)
        return
    computed = sa.Computed(f"CASE WHEN reference_group IN {after} THEN NULL ELSE reference_group END", persisted=True)
    op.drop_constraint(FOREIGN_KEY, "measure")
    op.drop_column("measure", "reference_code")
    op.add_column("measure", sa.Column("reference_code", sa.String(64), computed))
    op.create_foreign_key(FOREIGN_KEY, "measure", "stratifier_group", ["stratifier_id", "reference_code"], ["stratifier_id", "group_code"])


def made_anew(before: str, after: str) -> None:
    """The table of measures as it was, but for the words."""
    bind = op.get_bind()
    made = bind.scalar(sa.text("SELECT sql FROM sqlite_master WHERE name = 'measure'"))
    # Computed columns are not among these.
    columns = ", ".join(row.name for row in bind.execute(sa.text("PRAGMA table_info(measure)")))
    # Until the transaction ends, a row may point to a measure that is about to come back.
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute(f"CREATE TEMPORARY TABLE measure_before AS SELECT {columns} FROM measure")
    op.drop_table("measure")
    op.execute(made.replace(before, after))
    op.execute(f"INSERT INTO measure ({columns}) SELECT {columns} FROM temp.measure_before")
    op.execute("DROP TABLE temp.measure_before")
