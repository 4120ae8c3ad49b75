from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data_access.migrate import downgrade, found_revision, head_revision
from equity.errors import LoadRefused, SchemaNewer, SchemaOlder
from tests.data_access.folders import ALL, HEADER, RESTATED, SMALL, SMALL_ROWS, changed, dump, faults_of, load, write_files, write_folder
from tests.shared import REPOSITORY


def test_the_same_files_again_change_nothing(loaded: Engine, tmp_path: Path) -> None:
    before = dump(loaded, *ALL)
    report = load(loaded, write_folder(tmp_path / "one"))
    assert report.rows == {"added": 0, "changed": 0, "unchanged": SMALL_ROWS, "rejected": 0} and report.load_id is None
    assert dump(loaded, *ALL) == before


REFUSED = [
    (
        {"observations": HEADER + "north,bp,overall,all,2025-01-01,31,50,,\nnorth,bp,overall,all,2025-04-01,51,50,,\n"},
        "observations.csv, row 3, numerator (51 of 50)",
    ),
    (changed("network", "vale,Vale", "hill,Hill"), "network.csv, row 2, network_id (hill): The network that the store holds. The store holds vale."),
    (changed("network", "true", "false"), "network.csv, row 2, synthetic (False): Made-up and real data stand in different stores."),
    (changed("measures", "outcome,proportion", "outcome,rate"), "measures.csv, row 2, number (rate): Fixed once the measure has been reported on."),
    (changed("measures", "100,quarter", "100,month"), "measures.csv, row 2, grain (month): Fixed once the measure has been reported on."),
    (
        changed("team_measures", "2025-03-31,", "2025-03-31,english"),
        "team_measures.csv, row 2, focus_group (english): The focus group is chosen before the baseline ends.",
    ),
    ({"measurs": SMALL["measures"]}, "measurs.csv: A file that can be loaded. Did you mean measures.csv?"),
    ({"qqq": ""}, "qqq.csv: A file that can be loaded. Rename it or move it away."),
]


@pytest.mark.parametrize(("files", "said"), REFUSED)
def test_one_fault_refuses_all_and_the_store_stays_as_it_is(loaded: Engine, tmp_path: Path, files: dict[str, str], said: str) -> None:
    before = dump(loaded, *ALL)
    found = faults_of(loaded, write_files(tmp_path / "two", **files | changed("stories", "We called.", "We listened.")))
    assert len(found) == 1 and found[0].startswith(said), found
    assert dump(loaded, *ALL) == before


def test_a_store_without_a_network_needs_one(engine: Engine, tmp_path: Path) -> None:
    found = faults_of(engine, write_files(tmp_path / "one", practices=SMALL["practices"]))
    assert found[0].startswith("network.csv: The store holds no network yet, and none is given.")


def test_an_empty_folder_is_refused(engine: Engine, tmp_path: Path) -> None:
    found = faults_of(engine, write_files(tmp_path / "one"))
    assert found[0].startswith("one: A folder with CSV files.")


def test_a_store_of_another_schema_is_neither_loaded_nor_changed(loaded: Engine, tmp_path: Path) -> None:
    with loaded.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaNewer):
        load(loaded, tmp_path / "one")
    with loaded.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{head_revision()}'"))
    downgrade(loaded, "0006")
    with pytest.raises(SchemaOlder):
        load(loaded, tmp_path / "one")
    assert found_revision(loaded) == "0006"


def test_a_store_without_a_schema_is_set_up_by_the_load(engine: Engine, tmp_path: Path) -> None:
    downgrade(engine, "base")
    assert load(engine, write_folder(tmp_path / "one")).load_id == 1
    assert found_revision(engine) == head_revision()


def test_a_refused_load_sets_nothing_up(engine: Engine, tmp_path: Path) -> None:
    downgrade(engine, "base")
    with pytest.raises(LoadRefused):
        load(engine, write_files(tmp_path / "one", practices=SMALL["practices"]))
    assert found_revision(engine) is None


KILLED = """
import os, signal, sys
from pathlib import Path
import data_access.loading.job as job
from data_access.engine import open_engine
from data_access.loading.commands import load_folder
{place} = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
load_folder(open_engine(sys.argv[1]), Path(sys.argv[2]), loaded_by="killed")
"""


@pytest.mark.parametrize("place", ["job.write_observations", "job.keep_all_tables", "job.LoadReport"])
def test_a_load_that_is_killed_in_the_middle_leaves_the_store_as_it_was(loaded: Engine, store_url: str, tmp_path: Path, place: str) -> None:
    before = dump(loaded, *ALL)
    write_files(tmp_path / "two", observations=RESTATED, **changed("stories", "We called.", "We listened."))
    command = [sys.executable, "-c", KILLED.format(place=place), store_url, str(tmp_path / "two")]
    done = subprocess.run(command, cwd=REPOSITORY, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    if place == "job.LoadReport":
        assert len(dump(loaded, "load")["load"]) == 2
    else:
        assert dump(loaded, *ALL) == before
        assert load(loaded, tmp_path / "two").rows["changed"] == 5
