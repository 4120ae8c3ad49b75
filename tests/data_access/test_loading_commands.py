from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.engine import open_engine
from data_access.loading.commands import check_paths, load_seed
from equity.errors import LoadRefused
from tests.data_access.folders import ALL, RESTATED, SMALL, SMALL_ROWS, dump, load, write_files, write_folder


def test_a_check_says_the_same_and_writes_nothing(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, *ALL)
    report = check_paths(loaded, [write_files(tmp_path / "two", observations=RESTATED) / "observations.csv"])
    assert report.rows == {"added": 1, "changed": 4, "unchanged": 1, "rejected": 0} and not report.written
    assert dump(loaded, *ALL) == before


def test_a_refused_load_or_a_check_makes_no_file(own_store: None, tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'store' / 'new.db'}")
    with pytest.raises(LoadRefused):
        load(engine, write_files(tmp_path / "one", practices=SMALL["practices"]))
    assert check_paths(engine, [write_folder(tmp_path / "two")]).rows["added"] == SMALL_ROWS
    assert list((tmp_path / "store").iterdir()) == []
    assert load(engine, tmp_path / "two").load_id == 1
    engine.dispose()


def test_the_seed_is_loaded_as_reported_and_then_as_restated_and_only_once(engine: Engine, tmp_path: Path) -> None:
    seed = tmp_path / "seed"
    seed.mkdir()
    write_folder(seed / "demo")
    assert [one.load_id for one in load_seed(engine, loaded_by="test", seed=seed).loads] == [1]
    assert load_seed(engine, loaded_by="test", seed=seed) is None


def test_the_seed_makes_a_store_that_is_missing(own_store: None, tmp_path: Path) -> None:
    write_folder((tmp_path / "seed").mkdir() or tmp_path / "seed" / "demo")
    write_files(tmp_path / "seed" / "demo_update", observations=RESTATED)
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    assert [one.restated for one in load_seed(engine, loaded_by="test", seed=tmp_path / "seed").loads] == [0, 2]
    engine.dispose()
