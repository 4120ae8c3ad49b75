from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tests.data_access.folders import HEADER, changed, faults_of, load, write_files


def test_files_may_refer_to_what_the_store_holds(loaded: Engine, tmp_path: Path) -> None:
    rows = "south,bp,language,english,2025-04-01,7,9,,\n"
    assert load(loaded, write_files(tmp_path / "two", observations=HEADER + rows)).rows["added"] == 1


def test_a_focus_group_may_change_while_the_baseline_runs(loaded: Engine, tmp_path: Path) -> None:
    files = changed("team_measures", "south,bp,core,,,english", "south,bp,core,2025-01-01,2025-12-31,spanish")
    assert faults_of(loaded, write_files(tmp_path / "two", **files)) == []
    back = changed("team_measures", "south,bp,core,,,english", "south,bp,core,2025-01-01,2025-12-30,english")
    assert faults_of(loaded, write_files(tmp_path / "two", **back)) == []
