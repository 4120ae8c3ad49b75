from __future__ import annotations

from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from data_access import migrate
from data_access.accounts.tables import metadata as account_tables
from data_access.choice_tables import shared_maturity, visibility_choice
from data_access.engine import open_engine
from data_access.schema import KEPT_TABLES, metadata
from equity.errors import SchemaNewer
from tests.data_access.choosing import chosen, shared
from tests.data_access.folders import SMALL, dump, load, write_folder

CORE = tuple(sorted(set(metadata.tables) - set(KEPT_TABLES) - {"store_state"}))


def without_trail(engine: Engine) -> None:
    """The store as a program left it that kept no trail of loads yet: with one it goes below no revision that has none."""
    rule = "audit_no_delete" if engine.dialect.name == "sqlite" else "audit_no_change ON audit"
    with engine.begin() as connection:
        connection.execute(text(f"DROP TRIGGER {rule}"))
        connection.execute(text("DELETE FROM audit"))


def shape(engine: Engine) -> dict[str, object]:
    """Everything about every table that the database itself can tell."""
    found = {}
    with engine.connect() as connection:
        inspector = inspect(connection)
        for table in sorted(set(inspector.get_table_names()) - {"alembic_version"}):
            found[table] = {
                # In the order of their names: a column that was computed anew stands last, and every query names what it asks for.
                "columns": sorted(({**column, "type": str(column["type"])} for column in inspector.get_columns(table)), key=lambda column: column["name"]),
                "primary key": inspector.get_pk_constraint(table),
                "foreign keys": sorted(inspector.get_foreign_keys(table), key=repr),
                "unique": sorted(inspector.get_unique_constraints(table), key=repr),
                "checks": sorted(inspector.get_check_constraints(table), key=repr),
                "indexes": sorted(inspector.get_indexes(table), key=repr),
            }
    return found


def test_what_the_migrations_make_is_what_the_schema_says(engine: Engine) -> None:
    migrated = shape(engine)
    migrate.downgrade(engine, "base")
    assert shape(engine) == {}
    metadata.create_all(engine)
    account_tables.create_all(engine)
    assert migrated == shape(engine)
    assert {name for name in migrated if migrated[name]["checks"]} >= {"observation", "measure", "network", "verdict", "progress_score", "account"}


def test_every_script_is_named_and_in_order() -> None:
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    scripts = ScriptDirectory.from_config(config)
    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == migrate.known_revisions()
    assert scripts.get_current_head() == migrate.head_revision()


def test_a_store_that_is_up_to_date_is_left_alone(engine: Engine) -> None:
    assert migrate.found_revision(engine) == migrate.head_revision()
    before = dump(engine, "store_state")
    assert migrate.migrate(engine) is False
    assert dump(engine, "store_state") == before


def test_down_and_up_again_keeps_every_row_and_computes_the_rest_anew(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    without_trail(engine)
    before = dump(engine, *CORE, *KEPT_TABLES)
    assert before["observation"] and before["observation_summary"] and before["verdict"]
    version = dump(engine, "store_state")["store_state"]
    migrate.downgrade(engine, "0001")
    assert migrate.found_revision(engine) == "0001"
    assert dump(engine, *CORE) == {name: before[name] for name in CORE}
    assert migrate.migrate(engine) is True
    assert dump(engine, *CORE, *KEPT_TABLES) == before
    assert dump(engine, "store_state")["store_state"] > version


def test_verdicts_by_an_older_rule_are_made_anew(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    before = dump(engine, "verdict")
    with engine.begin() as connection:
        connection.execute(text("UPDATE verdict SET rule_version = '1', word = 'widening', detectable_change = 1"))
    assert migrate.migrate(engine) is True
    assert dump(engine, "verdict") == before
    assert migrate.migrate(engine) is False


def test_a_measure_compared_with_the_largest_group_keeps_an_older_program_away(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one", measures=SMALL["measures"].replace("45,language,others", "45,language,largest")))
    without_trail(engine)
    before = dump(engine, *CORE, *KEPT_TABLES)
    with pytest.raises(ValueError, match="largest group"):
        migrate.downgrade(engine, "0004")
    assert migrate.found_revision(engine) == migrate.head_revision()
    assert dump(engine, *CORE, *KEPT_TABLES) == before


def test_going_below_the_first_revision_is_refused_while_a_network_is_there(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one"))
    without_trail(engine)
    before = dump(engine, *CORE, *KEPT_TABLES)
    with pytest.raises(ValueError, match="would lose it"):
        migrate.downgrade(engine, "base")
    assert migrate.found_revision(engine) == migrate.head_revision()
    assert dump(engine, *CORE, *KEPT_TABLES) == before


@pytest.mark.parametrize("left", ["an account", "a line of the trail"])
def test_going_below_accounts_is_refused_while_anything_of_them_is_there(engine: Engine, left: str) -> None:
    row = "INSERT INTO account (email, email_key, name, role, created) VALUES ('a@b.org', 'a@b.org', 'Ann', 'reader', '2026-01-01')"
    line = "INSERT INTO audit (number, at, address, what, about, outcome, previous, line_hash) VALUES (1, '2026-01-01', '', 'w', '', 'done', '', '')"
    with engine.begin() as connection:
        connection.execute(text(row if left == "an account" else line))
    before = dump(engine, "account", "audit")
    with pytest.raises(ValueError, match="holds accounts, or the trail"):
        migrate.downgrade(engine, "0005")
    assert migrate.found_revision(engine) == migrate.head_revision() and dump(engine, "account", "audit") == before


def test_accounts_go_down_and_come_up_where_there_are_none(engine: Engine) -> None:
    before = shape(engine)
    migrate.downgrade(engine, "0005")
    assert set(before) - set(shape(engine)) == {*account_tables.tables, "verdict_log", "released", "team_levels"}
    assert migrate.migrate(engine) is True and shape(engine) == before


def test_going_below_second_steps_is_refused_while_an_account_has_a_second_factor(engine: Engine) -> None:
    columns = "email, email_key, name, role, created, second_factor"
    with engine.begin() as connection:
        connection.execute(text(f"INSERT INTO account ({columns}) VALUES ('a@b.org', 'a@b.org', 'Ann', 'reader', '2026-01-01', 'sealed')"))
    before = dump(engine, "account")
    with pytest.raises(ValueError, match="second factors away first"):
        migrate.downgrade(engine, "0006")
    assert migrate.found_revision(engine) == migrate.head_revision() and dump(engine, "account") == before


@pytest.mark.parametrize("left", [visibility_choice.name, shared_maturity.name])
def test_going_below_choices_is_refused_while_a_team_has_made_one(engine: Engine, tmp_path: Path, left: str) -> None:
    load(engine, write_folder(tmp_path / "one"))
    if left == visibility_choice.name:
        chosen(engine, "north", "bp", "hidden")
    else:
        shared(engine, "north")
    before = dump(engine, left)
    with pytest.raises(ValueError, match="Teams chose in the app"):
        migrate.downgrade(engine, "0008")
    assert migrate.found_revision(engine) == migrate.head_revision() and dump(engine, left) == before


def test_choices_go_down_and_come_up_where_there_are_none(engine: Engine) -> None:
    before = shape(engine)
    migrate.downgrade(engine, "0008")
    assert set(before) - set(shape(engine)) == {visibility_choice.name, shared_maturity.name, "team_levels"}
    assert migrate.migrate(engine) is True and shape(engine) == before


def test_a_store_of_a_newer_program_is_not_touched(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaNewer, match="9999"):
        migrate.migrate(engine)
    assert migrate.found_revision(engine) == "9999"


def test_a_store_that_was_never_set_up_has_no_revision(own_store: None, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'fresh 100%.db'}")
    assert migrate.found_revision(engine) is None
    assert migrate.migrate(engine) is True
    assert migrate.found_revision(engine) == migrate.head_revision()
    engine.dispose()


def test_a_migration_that_fails_leaves_the_store_as_it_was(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    migrate.downgrade(engine, "0001")
    before = shape(engine)

    def fail(_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(migrate, "keep_all_tables", fail)
    with pytest.raises(RuntimeError):
        migrate.migrate(engine)
    assert migrate.found_revision(engine) == "0001" and shape(engine) == before
