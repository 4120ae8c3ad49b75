"""Brings a store's schema to the program's own, and says which one a store has.

Every step runs in one transaction, on SQLite as well: a migration that fails leaves the store as it was.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, and_, inspect, not_, or_, select, text

from data_access import schema
from data_access.engine import writing
from data_access.kept_tables import keep_all_tables
from data_access.releasing.policy import POLICIES
from equity.errors import SchemaNewer
from equity.team_maturity import LEVELS_VERSION
from equity.verdicts import RULE_VERSION

SCRIPTS = Path(__file__).parent / "migrations"
# Named here so that a page's reading need not load alembic; a test holds them against the scripts.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010")
OLDER_VERDICTS = select(schema.verdict.c.team_id).where(schema.verdict.c.rule_version != RULE_VERSION).limit(1)
KNOWN_POLICIES = [and_(schema.released.c.policy == one.name, schema.released.c.policy_version == one.version) for one in POLICIES.values()]
OLDER_RELEASES = select(schema.released.c.team_id).where(not_(or_(*KNOWN_POLICIES))).limit(1)
OLDER_LEVELS = select(schema.team_levels.c.team_id).where(schema.team_levels.c.rules_version != LEVELS_VERSION).limit(1)


def head_revision() -> str:
    """The revision that this program works with."""
    return REVISIONS[-1]


def known_revisions() -> tuple[str, ...]:
    """Every revision that this program knows, oldest first: another one is newer than the program."""
    return REVISIONS


def found_revision(engine: Engine) -> str | None:
    """The store's revision; None where nothing was ever set up, or all of it was taken away."""
    with engine.connect() as connection:
        return revision_of(connection)


def revision_of(connection: Connection) -> str | None:
    """The same, inside a transaction that is open already."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def migrate(engine: Engine) -> bool:
    """Set the store up, or bring it up to date: its schema, and what was kept by older rules. The data stay. True if there was anything to do.

    Raises   SchemaNewer if the store belongs to a newer program.
    """
    with writing(engine) as connection:
        return migrate_connection(connection)


def migrate_connection(connection: Connection) -> bool:
    """The same, as a part of the caller's transaction."""
    found = revision_of(connection)
    if found is not None and found not in REVISIONS:
        raise SchemaNewer(found=found)
    if found != head_revision():
        _run(connection, "upgrade", "head")
    elif not any(connection.execute(older).first() for older in (OLDER_VERDICTS, OLDER_RELEASES, OLDER_LEVELS)):
        return False
    keep_all_tables(connection)
    return True


def downgrade(engine: Engine, revision: str) -> None:
    """Take the schema back to an older revision, for an older program. Raises ValueError where data would be lost."""
    with writing(engine) as connection:
        _run(connection, "downgrade", revision)


def _run(connection: Connection, direction: str, revision: str) -> None:
    # 12 MB that pages must not pay for.
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    getattr(command, direction)(config, revision)
