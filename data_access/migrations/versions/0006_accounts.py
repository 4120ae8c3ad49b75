"""Accounts, their sessions and attempts, and the trail that nobody can change.

Going down is refused while an account or a line of the trail is there: nothing could bring them back.

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
CODE = sa.String(64)
HASH = sa.String(64)
MOMENT = sa.DateTime(timezone=True)
ROLES = "'network_lead', 'coach', 'team_member', 'funder', 'reader', 'administrator'"
# Whoever refers to a table stands before it.
TABLES = ("audit", "identity", "reset_link", "attempt", "session", "account_team", "account")

REFUSE = "The trail is only added to."
# SQLite's INSERT OR REPLACE deletes without asking a delete trigger, so a number that is there is refused as well.
SQLITE_RULES = (
    f"CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, '{REFUSE}'); END",
    f"CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, '{REFUSE}'); END",
    "CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE number = NEW.number) "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSE}'); END",
)
POSTGRESQL_RULES = (
    f"CREATE FUNCTION audit_is_added_to() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{REFUSE}'; END $$",
    "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_added_to()",
    "CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_added_to()",
)


def upgrade() -> None:
    _create_accounts()
    _create_entrance()
    _create_audit()


def _create_accounts() -> None:
    op.create_table(
        "account",
        sa.Column("account_id", KEY, autoincrement=True, nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("email_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", CODE, nullable=False),
        sa.Column("password", sa.Text()),
        sa.Column("second_factor", sa.Text()),
        sa.Column("second_factor_on", MOMENT),
        sa.Column("second_factor_step", sa.BigInteger()),
        sa.Column("disabled", MOMENT),
        sa.Column("created", MOMENT, nullable=False),
        sa.Column("last_sign_in", MOMENT),
        sa.Column("last_visit", MOMENT),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_account")),
        sa.UniqueConstraint("email_key", name=op.f("uq_account_email_key")),
        sa.CheckConstraint(f"role IN ({ROLES})", name=op.f("ck_account_role_known")),
        sa.CheckConstraint("second_factor_on IS NULL OR second_factor IS NOT NULL", name=op.f("ck_account_factor_known")),
    )
    op.create_table(
        "account_team",
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("team_id", CODE, nullable=False),
        sa.PrimaryKeyConstraint("account_id", "team_id", name=op.f("pk_account_team")),
        sa.ForeignKeyConstraint(["account_id"], ["account.account_id"], name=op.f("fk_account_team_account_id_account")),
        sa.ForeignKeyConstraint(["team_id"], ["team.team_id"], name=op.f("fk_account_team_team_id_team")),
    )
    op.create_table(
        "identity",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("linked", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("pk_identity")),
        sa.UniqueConstraint("issuer", "account_id", name=op.f("uq_identity_issuer")),
        sa.ForeignKeyConstraint(["account_id"], ["account.account_id"], name=op.f("fk_identity_account_id_account")),
    )


def _create_entrance() -> None:
    op.create_table(
        "session",
        sa.Column("token_hash", HASH, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("started", MOMENT, nullable=False),
        sa.Column("last_seen", MOMENT, nullable=False),
        sa.Column("ended", MOMENT),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_session")),
        sa.ForeignKeyConstraint(["account_id"], ["account.account_id"], name=op.f("fk_session_account_id_account")),
    )
    op.create_index("ix_session_account_id", "session", ["account_id"])
    op.create_table(
        "attempt",
        sa.Column("attempt_id", KEY, autoincrement=True, nullable=False),
        sa.Column("kind", CODE, nullable=False),
        sa.Column("email_hash", HASH, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("attempt_id", name=op.f("pk_attempt")),
        sa.CheckConstraint("kind IN ('password', 'code', 'reset')", name=op.f("ck_attempt_kind_known")),
    )
    op.create_index("ix_attempt_address", "attempt", ["address", "at"])
    op.create_index("ix_attempt_email_hash", "attempt", ["email_hash", "at"])
    op.create_table(
        "reset_link",
        sa.Column("token_hash", HASH, nullable=False),
        sa.Column("account_id", KEY, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_reset_link")),
        sa.ForeignKeyConstraint(["account_id"], ["account.account_id"], name=op.f("fk_reset_link_account_id_account")),
    )
    op.create_index("ix_reset_link_account_id", "reset_link", ["account_id"])


def _create_audit() -> None:
    op.create_table(
        "audit",
        sa.Column("number", KEY, autoincrement=False, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("account_id", KEY),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("what", CODE, nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("outcome", CODE, nullable=False),
        sa.Column("previous", HASH, nullable=False),
        sa.Column("line_hash", HASH, nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit")),
    )
    op.create_index("ix_audit_what", "audit", ["what", "number"])
    op.create_index("ix_audit_account_id", "audit", ["account_id", "number"])
    for rule in POSTGRESQL_RULES if _is_postgresql() else SQLITE_RULES:
        op.execute(rule)


def downgrade() -> None:
    """Take accounts and trail away; refused where there are any."""
    bind = op.get_bind()
    if any(bind.scalar(sa.text(f"SELECT count(*) FROM {table}")) for table in ("account", "audit")):
        raise ValueError("The store holds accounts, or the trail of what was done. Going below revision 0006 would lose them, so nothing was changed.")
    for table in TABLES:
        op.drop_table(table)
    if _is_postgresql():
        op.execute("DROP FUNCTION audit_is_added_to()")


def _is_postgresql() -> bool:
    return op.get_bind().dialect.name == "postgresql"
