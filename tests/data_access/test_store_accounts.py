"""The door as accounts use it: they may be there before any network is, and they are written while pages are read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select, text
from sqlalchemy.exc import DBAPIError

from data_access import store
from data_access.accounts.tables import attempt
from data_access.engine import open_engine, writing
from data_access.migrate import downgrade
from equity.errors import SchemaNewer, SchemaOlder, StoreEmpty, StoreLocked, StoreMissing, StoreUnreadable
from tests.data_access.people import NOW

ROW = {"kind": "password", "email_hash": "x", "address": "x", "at": NOW, "told": False}


def add() -> None:
    with store.keeping_accounts() as connection:
        connection.execute(insert(attempt), ROW)


def found() -> int:
    with store.reading_accounts() as connection:
        return len(connection.execute(select(attempt)).all())


def test_accounts_are_kept_before_there_is_a_network(engine: Engine, door: str) -> None:
    add()
    assert found() == 1
    with pytest.raises(StoreEmpty), store.reading():
        pass


def test_what_only_reads_accounts_cannot_write_them(engine: Engine, door: str) -> None:
    with store.reading_accounts() as connection, pytest.raises(DBAPIError):
        connection.execute(insert(attempt), ROW)
    assert found() == 0


def test_what_fails_in_the_middle_is_not_kept(engine: Engine, door: str) -> None:
    with pytest.raises(RuntimeError), store.keeping_accounts() as connection:
        connection.execute(insert(attempt), ROW)
        raise RuntimeError
    assert found() == 0


@pytest.mark.parametrize(("revision", "error"), [("0005", SchemaOlder), ("9999", SchemaNewer)])
def test_another_schema_is_named_and_nothing_is_written(engine: Engine, door: str, revision: str, error: type[Exception]) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{revision}'"))
    for use in (add, found):
        with pytest.raises(error):
            use()
    with engine.connect() as connection:
        assert connection.execute(select(attempt)).all() == []


def test_a_store_that_was_never_set_up_must_be_migrated(engine: Engine, door: str) -> None:
    downgrade(engine, "base")
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    for use in (add, found):
        with pytest.raises(SchemaOlder):
            use()


def test_nothing_connected_and_no_file_are_a_missing_store_and_no_file_is_made(tmp_path: Path, own_store: None) -> None:
    for use in (add, found):
        with pytest.raises(StoreMissing):
            use()
    store.connect(f"sqlite:///{tmp_path / 'none' / 'store.db'}")
    for use in (add, found):
        with pytest.raises(StoreMissing):
            use()
    assert not (tmp_path / "none").exists()
    store.disconnect()


def test_a_file_that_is_no_store_is_unreadable(tmp_path: Path, own_store: None) -> None:
    (tmp_path / "store.db").write_bytes(b"this is no store" * 100)
    store.connect(f"sqlite:///{tmp_path / 'store.db'}")
    for use in (add, found):
        with pytest.raises(StoreUnreadable):
            use()
    store.disconnect()


def test_who_is_in_a_hurry_gives_up_at_once_where_a_load_has_the_file(tmp_path: Path, sqlite_template: Path, own_store: None) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(sqlite_template.read_bytes())
    store.connect(f"sqlite:///{path}")
    load = open_engine(f"sqlite:///{path}")
    with writing(load):
        started = time.perf_counter()
        with pytest.raises(StoreLocked), store.keeping_accounts(in_a_hurry=True):
            pass
        assert time.perf_counter() - started < 3 and found() == 0
    with store.keeping_accounts(in_a_hurry=True) as connection:
        connection.execute(insert(attempt), ROW)
    assert found() == 1
    store.disconnect()
    load.dispose()


def test_on_a_server_accounts_do_not_wait_for_a_load(postgres_server, postgres_template: str, own_store: None) -> None:
    with postgres_server.database(postgres_template) as url:
        store.connect(url)
        load = open_engine(url)
        with writing(load):
            add()
            assert found() == 1
        store.disconnect()
        load.dispose()


def test_two_who_write_accounts_wait_for_each_other_on_a_server_too(postgres_server, postgres_template: str, own_store: None) -> None:
    with postgres_server.database(postgres_template) as url:
        store.connect(url)
        with store.keeping_accounts(), pytest.raises(StoreLocked), store.keeping_accounts(in_a_hurry=True):
            pass
        store.disconnect()


def test_a_store_put_in_anothers_place_is_written_where_it_is_now(tmp_path: Path, sqlite_template: Path, own_store: None) -> None:
    path = tmp_path / "store.db"
    path.write_bytes(sqlite_template.read_bytes())
    store.connect(f"sqlite:///{path}")
    add()
    for part in tmp_path.glob("store.db*"):
        part.rename(tmp_path / f"old-{part.name}")
    path.write_bytes(sqlite_template.read_bytes())
    assert found() == 0
    add()
    assert found() == 1
    store.disconnect()


def test_a_forked_worker_writes_through_connections_of_its_own(engine: Engine, door: str) -> None:
    with store.keeping_accounts() as connection:
        mine = connection.connection.driver_connection
    store.leave_to_parent()
    with store.keeping_accounts() as connection:
        assert connection.connection.driver_connection is not mine
    mine.close()
    add()
    assert found() == 1
