from __future__ import annotations

from pathlib import Path

import pytest

from data_access.loading.inputs import column_of
from tests.data_access.folders import SMALL, changed, problems, write_folder

HEADERS = [
    (
        "teams",
        "joined_on",
        "joinedon",
        "teams.csv, row 1, joinedon (joinedon): A column of teams.csv. Did you mean joined_on? Columns here: team_id, name, sector",
    ),
    ("teams", "joined_on", "Joined_On", "teams.csv, row 1, Joined_On (Joined_On): A column of teams.csv. Did you mean joined_on?"),
    ("teams", "joined_on", "zzz", "teams.csv, row 1, zzz (zzz): A column of teams.csv. Columns here: team_id"),
    ("teams", "name", "nome", "teams.csv, row 1, name: teams.csv has the column name. Add it: As readers know it."),
    ("teams", "joined_on", "name", "teams.csv, row 1, name (name): Every column has a name of its own."),
    ("observations", "blank_reason", "reason", "observations.csv, row 1, reason (reason): A column of observations.csv."),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), HEADERS)
def test_a_column_that_is_unknown_missing_or_there_twice_is_named(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    found = problems(write_folder(tmp_path / "one", **changed(name, old, new)))
    assert any(line.startswith(said) for line in found), found


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    rows = [line.split(",") for line in SMALL["observations"].splitlines()]
    turned = "".join(",".join(reversed(row)) + "\n" for row in rows)
    assert problems(write_folder(tmp_path / "one", observations=turned)) == []


def test_a_column_that_may_be_empty_may_be_left_out(tmp_path: Path) -> None:
    rows = [line.split(",")[:-2] for line in SMALL["observations"].splitlines() if "not_reported" not in line]
    assert problems(write_folder(tmp_path / "one", observations="".join(",".join(row) + "\n" for row in rows))) == []
    assert list(column_of({}, "note", 2)) == ["", ""]


def test_hidden_files_and_other_kinds_of_files_are_passed_over(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "one")
    (folder / "._teams.csv").write_bytes(b"\0")
    (folder / "README.md").write_text("words")
    assert problems(folder) == []


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "one")
    (folder / "teams.csv").rename(folder / "teams.CSV")
    assert problems(folder) == []


def test_a_folder_named_like_a_file_is_a_fault(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "one", stories=None)
    (folder / "stories.csv").mkdir()
    assert problems(folder) == ["stories.csv: The file can be read. Is a directory. Check the name and who may read it."]
