from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, text
from sqlalchemy.exc import DBAPIError, OperationalError

from data_access.engine import is_missing, open_engine, writing

INSERT = text("INSERT INTO practice (practice_id, name) VALUES (:id, 'Listening')")
COUNT = text("SELECT count(*) FROM practice")


def add(engine: Engine, practice_id: str) -> None:
    with writing(engine) as connection:
        connection.execute(INSERT, {"id": practice_id})


def test_a_reader_cannot_write(engine: Engine, store_url: str) -> None:
    reader = open_engine(store_url, read_only=True)
    with pytest.raises(DBAPIError), reader.begin() as connection:
        connection.execute(INSERT, {"id": "a"})
    reader.dispose()


def test_a_reader_sees_one_state_while_a_load_goes_on(engine: Engine, store_url: str) -> None:
    reader = open_engine(store_url, read_only=True)
    with reader.connect() as connection:
        before = connection.scalar(COUNT)
        add(engine, "a")
        assert connection.scalar(COUNT) == before == 0
    with reader.connect() as connection:
        assert connection.scalar(COUNT) == 1
    reader.dispose()


def test_what_is_written_is_kept_whole_or_not_at_all(engine: Engine) -> None:
    with pytest.raises(RuntimeError), writing(engine) as connection:
        connection.execute(INSERT, {"id": "a"})
        connection.execute(text("CREATE TABLE half (x INTEGER)"))
        raise RuntimeError
    with engine.connect() as connection:
        assert connection.scalar(COUNT) == 0
    with pytest.raises(DBAPIError), engine.connect() as connection:
        connection.execute(text("SELECT * FROM half"))


def test_a_second_writer_waits_for_the_first(engine: Engine) -> None:
    order: list[str] = []

    def second() -> None:
        add(engine, "second")
        order.append("second")

    with writing(engine) as connection:
        connection.execute(INSERT, {"id": "first"})
        waiting = threading.Thread(target=second)
        waiting.start()
        time.sleep(0.3)
        order.append("first")
    waiting.join(timeout=20)
    assert order == ["first", "second"]


def test_sqlite_holds_foreign_keys_and_keeps_a_log_beside_the_file(own_store: None, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'store.db'}")
    with engine.connect() as connection:
        said = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "journal_mode", "busy_timeout")]
    assert said == [1, "wal", 60_000]
    engine.dispose()


@pytest.mark.parametrize("name", ["plain.db", "with space.db", "a?b#c%20d.db"])
def test_a_writer_makes_the_file_and_its_folder_and_a_reader_does_not(own_store: None, tmp_path: Path, name: str) -> None:
    path = tmp_path / "new folder" / name
    url = URL.create("sqlite", database=str(path)).render_as_string()
    reader = open_engine(url, read_only=True)
    with pytest.raises(OperationalError), reader.connect() as connection:
        connection.exec_driver_sql("SELECT 1")
    assert not path.exists() and is_missing(reader)
    writer = open_engine(url)
    assert is_missing(writer)
    with writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE x (y)")
    assert path.exists() and not is_missing(writer)
    with reader.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM x").scalar() == 0
    reader.dispose()
    writer.dispose()


def test_a_store_in_memory_is_never_missing(own_store: None) -> None:
    engine = open_engine("sqlite://")
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    assert not is_missing(engine)
    engine.dispose()


def test_a_server_is_asked_before_it_is_called_missing() -> None:
    assert not is_missing(open_engine("postgresql://nobody@127.0.0.1:1/none"))
