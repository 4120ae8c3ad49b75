from __future__ import annotations

from pathlib import Path

import pytest

from tests.data_access.folders import problems
from tests.data_access.test_loading_mapping import THEIRS, write_mapping

BROKEN_ROWS = [
    ({"sites": THEIRS["sites"].replace("S 1,South", "S 2,South")}, "sites.csv, row 3, Site (S 2): A code that the mapping translates. Add it to codes.team_id"),
    (
        {"sites": THEIRS["sites"].replace("Kind", "Type")},
        "sites.csv, row 1, Kind: A column that the mapping names. Correct the mapping file. Columns here: Site, Name, Type.",
    ),
    ({"sites": THEIRS["sites"].replace("clinic", "Clinic")}, "sites.csv (Kind is clinic): The mapping chooses at least one row."),
    ({"sites": THEIRS["sites"].replace("N 1,North", ",North")}, "sites.csv, row 2, Site: The cell is filled."),
    ({"old": THEIRS["old"].replace("30,50", "51,50")}, "old.csv, row 2, numerator (51 of 50): In a proportion, a part is never more than its whole."),
    ({"old": THEIRS["old"].replace("30,50", "3x,50")}, "old.csv, row 2, Cases (3x): A whole number"),
]


@pytest.mark.parametrize(("files", "said"), BROKEN_ROWS)
def test_faults_name_their_files_their_columns_and_their_rows(tmp_path: Path, files: dict[str, str], said: str) -> None:
    found = problems(tmp_path / "theirs", mapping=write_mapping(tmp_path / "theirs", **files))
    assert any(line.startswith(said) for line in found), found
