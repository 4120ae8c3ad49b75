from __future__ import annotations

from pathlib import Path

from tests.data_access.folders import SMALL, changed, problems, write_folder


def test_a_broken_row_is_known_by_its_key_so_that_nothing_else_is_blamed(tmp_path: Path) -> None:
    found = problems(write_folder(tmp_path / "one", **changed("teams", "south,South Clinic,2025-01-01", "south,South Clinic,soon")))
    assert [line.split(":")[0] for line in found] == ["teams.csv, row 3, joined_on (soon)"]


def test_hints_stay_away_where_nothing_is_near(tmp_path: Path) -> None:
    found = problems(write_folder(tmp_path / "one", **changed("stories", "north", "zzzz")))
    assert found == ["stories.csv, row 2, team_id (zzzz): A code among the teams that are known. Correct it, or add it to teams.csv."]


def test_a_thousand_codes_are_not_searched_for_a_near_one(tmp_path: Path) -> None:
    many = SMALL["teams"] + "".join(f"t{number},Team,,\n" for number in range(1000))
    found = problems(write_folder(tmp_path / "one", teams=many, **changed("stories", "north", "nort")))
    assert found == ["stories.csv, row 2, team_id (nort): A code among the teams that are known. Correct it, or add it to teams.csv."]
