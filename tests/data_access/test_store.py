"""The door: what stands behind an address, and how the process finds its way back when that changes."""

from __future__ import annotations

import os
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.exc import DBAPIError, InvalidRequestError, OperationalError, TimeoutError

from data_access import store
from data_access.driver_errors import store_error
from data_access.engine import open_engine, writing
from data_access.migrate import head_revision
from equity.errors import SchemaNewer, SchemaOlder, StoreEmpty, StoreLocked, StoreMissing, StoreUnreadable
from tests.data_access.builder import Builder


def run(engine: Engine, sql: str) -> None:
    with writing(engine) as connection:
        connection.execute(text(sql))


def path_of(url: str) -> Path:
    return Path(make_url(url).database)


@pytest.fixture
def kept(made: Builder) -> Builder:
    made.keep()
    return made


@pytest.fixture
def sqlite_path(tmp_path: Path, sqlite_template: Path, own_store: None):
    """A SQLite store with a network, and the door open on it."""
    path = tmp_path / "store.db"
    fill(path, sqlite_template)
    store.connect(f"sqlite:///{path}")
    yield path
    store.disconnect()


def fill(path: Path, template: Path, name: str = "Kansas City") -> None:
    path.write_bytes(template.read_bytes())
    engine = open_engine(f"sqlite:///{path}")
    Builder(engine, name=name).keep()
    engine.dispose()


def network_name() -> str:
    with store.reading() as connection:
        return connection.execute(text("SELECT name FROM network")).scalar_one()


def test_a_reading_reads_and_never_writes(kept):
    with store.reading() as connection:
        assert connection.execute(text("SELECT name FROM network")).scalar_one() == "Kansas City"
        with pytest.raises(DBAPIError):
            connection.execute(text("DELETE FROM network"))


def test_a_reading_inside_another_is_the_same(kept):
    with store.reading() as outer, store.reading() as inner:
        assert outer is inner


def test_a_reading_sees_one_state_whatever_is_loaded_meanwhile(kept):
    with store.reading() as connection:
        before = store.store_version()
        run(kept.engine, "UPDATE network SET name = 'Another'")
        kept.keep()
        assert connection.execute(text("SELECT name FROM network")).scalar_one() == "Kansas City"
        assert store.store_version() == before
    assert network_name() == "Another"
    assert store.store_version() > before


def test_nothing_connected_is_a_missing_store():
    store.disconnect()
    with pytest.raises(StoreMissing), store.reading():
        pass


def test_an_empty_store_says_so_and_is_ready_to_be_loaded(engine, door):
    with pytest.raises(StoreEmpty):
        store.store_version()
    ready, why = store.is_ready()
    assert ready and "make load" in why
    Builder(engine).keep()
    assert store.is_ready() == (True, "The store answers.")


@pytest.mark.parametrize(("revision", "error"), [("0001", SchemaOlder), ("9999", SchemaNewer)])
def test_another_schema_is_named_and_the_door_opens_again_once_it_is_ours(kept, revision, error):
    assert network_name() == "Kansas City"
    run(kept.engine, f"UPDATE alembic_version SET version_num = '{revision}'")
    with pytest.raises(error, match=revision):
        store.store_version()
    assert store.is_ready()[0] is False
    run(kept.engine, f"UPDATE alembic_version SET version_num = '{head_revision()}'")
    assert network_name() == "Kansas City"


@pytest.mark.parametrize(("revision", "error", "found"), [("0001", SchemaOlder, "0001"), ("9999", SchemaNewer, "9999")])
def test_a_schema_without_the_tables_that_we_ask_is_named_by_its_revision(kept, revision, error, found):
    run(kept.engine, "DROP TABLE store_state")
    run(kept.engine, f"UPDATE alembic_version SET version_num = '{revision}'")
    with pytest.raises(error, match=found):
        store.store_version()


def test_a_store_that_was_never_set_up_must_be_migrated(kept):
    run(kept.engine, "DROP TABLE alembic_version")
    with pytest.raises(SchemaOlder, match="none"):
        store.store_version()


def test_a_mistake_in_our_own_sql_is_not_called_a_busy_store(kept):
    with pytest.raises(DBAPIError, match="no_such_table"), store.reading() as connection:
        connection.execute(text("SELECT a FROM no_such_table"))
    assert network_name() == "Kansas City"


def test_reading_makes_no_file(tmp_path, own_store):
    store.connect(f"sqlite:///{tmp_path / 'none.db'}")
    with pytest.raises(StoreMissing):
        store.store_version()
    assert list(tmp_path.iterdir()) == []
    store.disconnect()


def test_a_deleted_store_is_missing_and_let_go_of_and_its_successor_is_found(sqlite_path, sqlite_template):
    assert network_name() == "Kansas City"
    assert store.remembered("name", network_name) == "Kansas City"
    for file in sqlite_path.parent.glob("store.db*"):
        file.unlink()
    with pytest.raises(StoreMissing):
        store.remembered("name", network_name)
    assert not [held for held in open_files() if str(sqlite_path) in held]
    fill(sqlite_path, sqlite_template, name="Successor")
    assert store.remembered("name", network_name) == "Successor"


def test_a_store_put_in_anothers_place_is_noticed_at_once(sqlite_path, sqlite_template):
    assert store.remembered("name", network_name) == "Kansas City"
    fill(sqlite_path.with_name("next.db"), sqlite_template, name="Successor")
    for side_file in ("store.db-wal", "store.db-shm"):
        sqlite_path.with_name(side_file).unlink(missing_ok=True)
    sqlite_path.with_name("next.db").replace(sqlite_path)
    assert store.remembered("name", network_name) == "Successor"
    assert not [held for held in open_files() if "(deleted)" in held and "store.db" in held]


def open_files() -> list[str]:
    return [os.readlink(f"/proc/self/fd/{number}") for number in os.listdir("/proc/self/fd") if os.path.lexists(f"/proc/self/fd/{number}")]


def test_a_locked_store_says_so_and_answers_again_once_it_is_free(sqlite_path, monkeypatch):
    assert network_name() == "Kansas City"
    monkeypatch.setattr("data_access.engine.READER_WAITS_MS", 10)
    store.connect(f"sqlite:///{sqlite_path}")
    owner = sqlite3.connect(sqlite_path, isolation_level=None)
    owner.execute("PRAGMA journal_mode = DELETE")
    owner.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreLocked):
        store.store_version()
    assert store.is_ready()[0] is False
    owner.execute("COMMIT")
    owner.close()
    assert network_name() == "Kansas City"


def test_a_file_that_is_no_store_is_unreadable(sqlite_path):
    for file in sqlite_path.parent.glob("store.db*"):
        file.unlink()
    sqlite_path.write_text("This is a letter, not a store. " * 50)
    with pytest.raises(StoreUnreadable):
        store.store_version()


def test_a_missing_database_and_its_return_on_the_same_server(postgres_server, postgres_template, own_store):
    with postgres_server.database(postgres_template) as url:
        name = url.split("/")[3].split("?")[0]
        engine = open_engine(url)
        Builder(engine).keep()
        engine.dispose()
        store.connect(url)
        assert network_name() == "Kansas City"
        postgres_server.run(f"DROP DATABASE {name} WITH (FORCE)")
        with pytest.raises(StoreMissing):
            store.store_version()
        postgres_server.run(f"CREATE DATABASE {name} TEMPLATE {postgres_template}")
        with pytest.raises(StoreEmpty):
            store.store_version()
        store.disconnect()


def test_a_server_that_is_not_there_does_not_answer(tmp_path, own_store):
    store.connect(f"postgresql://lantern@/lantern?host={tmp_path}")
    with pytest.raises(StoreLocked):
        store.store_version()
    store.disconnect()


def test_dead_connections_of_the_pool_are_replaced_without_a_word(postgres_server, postgres_template, own_store):
    with postgres_server.database(postgres_template) as url:
        engine = open_engine(url)
        Builder(engine).keep()
        engine.dispose()
        store.connect(url)
        assert network_name() == "Kansas City"
        postgres_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'test_%'")
        assert network_name() == "Kansas City"
        store.disconnect()


def test_a_server_that_stops_in_the_middle_of_a_reading_does_not_answer(postgres_server, postgres_template, own_store):
    with postgres_server.database(postgres_template) as url:
        engine = open_engine(url)
        Builder(engine).keep()
        engine.dispose()
        store.connect(url)
        with pytest.raises(StoreLocked), store.reading() as connection:
            postgres_server.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'test_%'")
            connection.execute(text("SELECT 1"))
        store.disconnect()


def test_a_pool_without_a_free_connection_is_a_busy_store():
    assert isinstance(store_error(TimeoutError()), StoreLocked)


def test_what_is_not_the_stores_fault_is_not_blamed_on_it():
    assert store_error(InvalidRequestError("ours")) is None
    assert store_error(OperationalError("SELECT", {}, sqlite_failure(sqlite3.SQLITE_ERROR))) is None
    assert isinstance(store_error(OperationalError("SELECT", {}, sqlite_failure(sqlite3.SQLITE_IOERR_READ))), StoreLocked)


def sqlite_failure(code: int) -> sqlite3.OperationalError:
    failure = sqlite3.OperationalError("said by SQLite")
    failure.sqlite_errorcode = code
    return failure


def test_a_result_is_built_once_and_again_after_a_load(kept):
    built = []
    assert [store.remembered("key", lambda: built.append(1) or len(built)) for _ in range(3)] == [1, 1, 1]
    kept.keep()
    assert store.remembered("key", lambda: built.append(1) or len(built)) == 2


def test_a_result_that_could_not_be_built_is_not_kept(kept):
    def refuse() -> None:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        store.remembered("key", refuse)
    assert store.remembered("key", lambda: "built") == "built"


@pytest.mark.parametrize(("others", "forgotten"), [(store.REMEMBERED_MOST - 1, False), (store.REMEMBERED_MOST, True)])
def test_what_was_asked_for_least_lately_is_forgotten_first(kept, others, forgotten):
    store.remembered("first", lambda: "old")
    for number in range(others):
        store.remembered(number, lambda: "other")
    assert store.remembered("first", lambda: "new") == ("new" if forgotten else "old")


def test_asking_again_keeps_a_result(kept):
    store.remembered("first", lambda: "old")
    for number in range(store.REMEMBERED_MOST * 2):
        store.remembered(number, lambda: "other")
        assert store.remembered("first", lambda: "new") == "old"


def test_many_threads_read_and_remember_at_once(kept):
    answers, failures = [], []

    def read() -> None:
        try:
            answers.extend(store.remembered(number % 5, network_name) for number in range(40))
        except Exception as error:  # noqa: BLE001  a thread's failure must reach the test
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert answers == ["Kansas City"] * 160


def test_a_forked_worker_makes_connections_of_its_own(kept):
    assert network_name() == "Kansas City"
    with store.reading() as connection:
        mine = connection.connection.driver_connection
    store.leave_to_parent()
    with store.reading() as connection:
        assert connection.connection.driver_connection is not mine
    mine.close()
    store.disconnect()
    store.leave_to_parent()
