"""Second steps and recovery codes, which browser a session is in, how far the trail was verified, and since when a verdict has its word.

Going down is refused while a second factor is in use: an older program cannot read its secret, which is sealed.

Revision ID: 0007
Revises: 0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.String(64)
HASH = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
TABLES = ("audit_checkpoint", "verdict_log", "recovery_code", "second_step")


def upgrade() -> None:
    op.add_column("session", sa.Column("browser", sa.Text(), nullable=False, server_default=""))
    _create_of_account("second_step", "token_hash", sa.Column("ends", MOMENT, nullable=False))
    _create_of_account("recovery_code", "code_hash")
    op.create_table(
        "verdict_log",
        sa.Column("team_id", CODE, nullable=False),
        sa.Column("measure_id", CODE, nullable=False),
        sa.Column("load_id", KEY, nullable=False),
        sa.Column("word", CODE, nullable=False),
        sa.PrimaryKeyConstraint("team_id", "measure_id", "load_id", name=op.f("pk_verdict_log")),
    )
    op.create_table(
        "audit_checkpoint",
        sa.Column("only", sa.Integer(), server_default="1", nullable=False),
        sa.Column("number", KEY, nullable=False),
        sa.Column("line_hash", HASH, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("whole_number", KEY, nullable=False),
        sa.Column("whole_at", MOMENT, nullable=False),
        sa.Column("seal", HASH, nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_audit_checkpoint")),
        sa.CheckConstraint('"only" = 1', name=op.f("ck_audit_checkpoint_only_one")),
    )


def _create_of_account(table: str, key: str, *columns: sa.Column) -> None:
    """A table of things that are each an account's, by their hash."""
    op.create_table(
        table,
        sa.Column(key, HASH, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        *columns,
        sa.PrimaryKeyConstraint(key, name=op.f(f"pk_{table}")),
        sa.ForeignKeyConstraint(["account_id"], ["account.account_id"], name=op.f(f"fk_{table}_account_id_account")),
    )
    op.create_index(f"ix_{table}_account_id", table, ["account_id"])


def downgrade() -> None:
    """Take it all away; refused where a second factor would be lost."""
    if op.get_bind().scalar(sa.text("SELECT count(*) FROM account WHERE second_factor IS NOT NULL")):
        raise ValueError("An account has a second factor, which the older program cannot read. Take second factors away first. Nothing was changed.")
    for table in TABLES:
        op.drop_table(table)
    op.drop_column("session", "browser")
