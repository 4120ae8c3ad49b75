from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tests.data_access.folders import ALL, HEADER, RESTATED, SMALL_ROWS, changed, counts, day, dump, faults_of, load, write_files

VINTAGE = "south,bp,language,spanish,2025-01-01,{count},10,,\n"


def vintage(engine: Engine, folder: Path, count: int, when: str):
    return load(engine, write_files(folder, observations=HEADER + VINTAGE.format(count=count)), vintage=day(when))


def test_vintages_are_loaded_in_their_order_and_never_backwards(loaded: Engine, tmp_path: Path) -> None:
    key = ("south", "bp", "spanish", "2025-01-01")
    assert vintage(loaded, tmp_path / "two", 7, "2025-06-01").load_id == 2
    assert vintage(loaded, tmp_path / "three", 8, "2025-09-01").load_id == 3
    # the same old vintage again is passed over, another one is refused
    again = vintage(loaded, tmp_path / "two", 7, "2025-06-01")
    assert again.load_id is None and again.rows["unchanged"] == 1 and "load 2 brought it" in again.notices[0]
    found = faults_of(loaded, tmp_path / "two", vintage=day("2025-07-01"))
    assert found == ["observations.csv (2025-07-01): Not older than the store's vintage of 2025-09-01. Leave this vintage out, or undo the later loads first."]
    # the latest again changes nothing; the same numbers under a later date are recorded, once
    assert vintage(loaded, tmp_path / "three", 8, "2025-09-01").load_id is None
    assert vintage(loaded, tmp_path / "three", 8, "2025-10-01").load_id == 4
    assert vintage(loaded, tmp_path / "three", 8, "2025-10-01").load_id is None
    assert counts(loaded)[key] == (8, 10, None)


def test_an_old_vintage_without_observations_is_no_fault(loaded: Engine, tmp_path: Path) -> None:
    vintage(loaded, tmp_path / "two", 7, "2025-06-01")
    assert faults_of(loaded, write_files(tmp_path / "three", **changed("stories", "We called.", "We listened.")), vintage=day("2025-01-01")) == []


def test_files_that_later_loads_restated_are_passed_over_when_they_come_again(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", observations=RESTATED))
    before = dump(loaded, *ALL)
    report = load(loaded, tmp_path / "one")
    assert report.load_id is None and report.rows["unchanged"] == SMALL_ROWS
    assert report.notices == ["observations.csv was passed over: load 1 brought it, and later loads stand on it. To go back, undo those."]
    assert dump(loaded, *ALL) == before
