from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from data_access.kept_tables import network_of
from tests.data_access.folders import changed, day, load, write_folder


def test_an_open_as_of_is_today(engine: Engine, tmp_path: Path) -> None:
    with engine.connect() as connection:
        assert network_of(connection) is None
    load(engine, write_folder(tmp_path / "one", **changed("network", "2025-12-31", "")))
    with engine.connect() as connection:
        assert network_of(connection).as_of >= day("2025-11-01")
