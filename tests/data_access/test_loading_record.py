from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, select

from data_access import schema
from tests.data_access.folders import HEADER, changed, day, dump, load, write_files, write_folder


def test_a_load_says_who_when_and_how_far_its_data_reach(loaded: Engine) -> None:
    with loaded.connect() as connection:
        row = connection.execute(select(schema.load)).one()
    # bp of the first quarter reaches further than falls of February; the blank of the second quarter is no number
    assert (row.loaded_by, row.vintage, row.data_through) == ("test", None, day("2025-03-31"))


def test_a_load_without_observations_keeps_how_far_the_data_reach(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", **changed("stories", "We called.", "We listened.")))
    with loaded.connect() as connection:
        assert connection.scalars(select(schema.load.c.data_through)).all() == [day("2025-03-31")] * 2


def test_blanks_alone_reach_nowhere(engine: Engine, tmp_path: Path) -> None:
    load(engine, write_folder(tmp_path / "one", observations=HEADER + "north,bp,overall,all,2025-01-01,,,not_reported,\n"))
    with engine.connect() as connection:
        assert connection.scalar(select(schema.load.c.data_through)) is None


def test_every_load_that_changes_something_gives_the_store_a_new_version(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, "store_state")["store_state"]
    load(loaded, write_files(tmp_path / "two", **changed("stories", "We called.", "We listened.")))
    assert dump(loaded, "store_state")["store_state"] > before
