from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, select

from data_access import schema
from data_access.loading.record import make_load
from data_access.loading.undo import undo
from data_access.verdict_log import log_words
from tests.data_access.folders import RESTATED, load, write_files


def logged(engine: Engine) -> list[tuple]:
    """The log: team, measure, load, word."""
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(select(schema.verdict_log).order_by("measure_id", "team_id", "load_id"))]


def test_each_load_notes_the_words_that_it_changed_and_no_others(loaded: Engine) -> None:
    with loaded.begin() as connection:
        first = {row.team_id: row.word for row in connection.execute(select(schema.verdict))}
        assert len(first) > 1
        load_id = make_load(connection, "test", None)
        team = min(first)
        log_words(connection, "bp", {**first, team: "widening"})
        log_words(connection, "bp", {**first, team: "closing"})
    assert [row for row in logged(loaded) if row[2] == load_id] == [(team, "bp", load_id, "closing")]
    assert {row[:2] for row in logged(loaded) if row[2] == 1} >= {(team_id, "bp") for team_id in first}


def test_before_the_first_load_there_is_nothing_to_note(engine: Engine) -> None:
    with engine.begin() as connection:
        log_words(connection, "bp", {"a": "closing"})
    assert logged(engine) == []


def test_what_a_load_said_goes_with_it_when_it_is_undone(loaded: Engine, tmp_path: Path) -> None:
    before = logged(loaded)
    load(loaded, write_files(tmp_path / "two", observations=RESTATED))
    with loaded.begin() as connection:
        log_words(connection, "bp", {"north": "closing", "south": "closing"})
    assert len(logged(loaded)) == len(before) + 2
    undo(loaded, 2, "test")
    assert logged(loaded) == before
