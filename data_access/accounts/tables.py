"""The tables of accounts. They stand apart from the network's: no load, no seed and no undoing reaches them."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

from data_access.schema import NAMES, Code, Key, one_of, team
from data_access.viewer import ROLES

metadata = MetaData(naming_convention=NAMES)
Hash = String(64)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the time zone, so it is put on again when a row is read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


account = Table(
    "account",
    metadata,
    Column("account_id", Key, primary_key=True, autoincrement=True),
    Column("email", Text, nullable=False),
    # The e-mail as it is looked for: without regard to case, the same on both databases.
    Column("email_key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("role", Code, one_of("role", *ROLES), nullable=False),
    Column("password", Text),
    # Sealed: a copy of this table makes no codes.
    Column("second_factor", Text),
    # A secret that was offered and not yet confirmed by a code asks nobody for one.
    Column("second_factor_on", Moment),
    Column("second_factor_step", BigInteger),
    Column("disabled", Moment),
    Column("created", Moment, nullable=False),
    Column("last_sign_in", Moment),
    Column("last_visit", Moment),
    CheckConstraint("second_factor_on IS NULL OR second_factor IS NOT NULL", name="factor_known"),
)

account_team = Table(
    "account_team",
    metadata,
    Column("account_id", Key, ForeignKey(account.c.account_id), nullable=False),
    Column("team_id", Code, ForeignKey(team.c.team_id), nullable=False),
    PrimaryKeyConstraint("account_id", "team_id"),
)

session = Table(
    "session",
    metadata,
    # What a browser holds is not stored: who reads this table can sign in as nobody.
    Column("token_hash", Hash, primary_key=True),
    Column("account_id", Key, ForeignKey(account.c.account_id), nullable=False),
    Column("address", Text, nullable=False),
    Column("started", Moment, nullable=False),
    Column("last_seen", Moment, nullable=False),
    Column("ended", Moment),
    # The browser's family and system in two words, never the whole of what it says of itself.
    Column("browser", Text, nullable=False, server_default=""),
)
Index("ix_session_account_id", session.c.account_id)

attempt = Table(
    "attempt",
    metadata,
    Column("attempt_id", Key, primary_key=True, autoincrement=True),
    Column("kind", Code, one_of("kind", "password", "code", "reset"), nullable=False),
    # A hash of the e-mail as it was typed: people type passwords into the wrong field.
    Column("email_hash", Hash, nullable=False),
    Column("address", Text, nullable=False),
    Column("at", Moment, nullable=False),
    # True once the trail says that this attempt made somebody wait.
    Column("told", Boolean, nullable=False),
)
Index("ix_attempt_address", attempt.c.address, attempt.c.at)
Index("ix_attempt_email_hash", attempt.c.email_hash, attempt.c.at)

reset_link = Table(
    "reset_link",
    metadata,
    Column("token_hash", Hash, primary_key=True),
    Column("account_id", Key, ForeignKey(account.c.account_id), nullable=False),
    Column("ends", Moment, nullable=False),
)
Index("ix_reset_link_account_id", reset_link.c.account_id)

second_step = Table(
    "second_step",
    metadata,
    # A password was right, and its code is still to come.
    Column("token_hash", Hash, primary_key=True),
    Column("account_id", Key, ForeignKey(account.c.account_id), nullable=False),
    Column("ends", Moment, nullable=False),
)
Index("ix_second_step_account_id", second_step.c.account_id)

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("code_hash", Hash, primary_key=True),
    Column("account_id", Key, ForeignKey(account.c.account_id), nullable=False),
)
Index("ix_recovery_code_account_id", recovery_code.c.account_id)

identity = Table(
    "identity",
    metadata,
    Column("issuer", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("account_id", Key, ForeignKey(account.c.account_id), nullable=False),
    Column("linked", Moment, nullable=False),
    PrimaryKeyConstraint("issuer", "subject"),
    # An e-mail that the provider gave to somebody else opens no account that is linked already.
    UniqueConstraint("issuer", "account_id"),
)

audit = Table(
    "audit",
    metadata,
    Column("number", Key, primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    # No foreign key: the trail stands by itself.
    Column("account_id", Key),
    Column("address", Text, nullable=False),
    Column("what", Code, nullable=False),
    Column("about", Text, nullable=False),
    Column("outcome", Code, nullable=False),
    Column("previous", Hash, nullable=False),
    Column("line_hash", Hash, nullable=False),
)
Index("ix_audit_what", audit.c.what, audit.c.number)
Index("ix_audit_account_id", audit.c.account_id, audit.c.number)

# Up to which line the trail was found whole; seal: made with the program's key, which who holds the database alone has not.
audit_checkpoint = Table(
    "audit_checkpoint",
    metadata,
    Column("only", Integer, CheckConstraint('"only" = 1', name="only_one"), primary_key=True, server_default="1"),
    Column("number", Key, nullable=False),
    Column("line_hash", Hash, nullable=False),
    Column("at", Moment, nullable=False),
    # The last time that every line from the first on was looked at, and how many there were.
    Column("whole_number", Key, nullable=False),
    Column("whole_at", Moment, nullable=False),
    Column("seal", Hash, nullable=False),
)
