from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.data_access.folders import changed, faults_of, problems, write_files, write_folder

BROKEN = [
    ("measures", "others,spanish", "others,french", "measures.csv, row 2, focus_group (french): A group of language that can be compared: its kind is group."),
    (
        "measures",
        "others,spanish",
        "others,unasked",
        "measures.csv, row 2, focus_group (unasked): A group of language that can be compared: its kind is group.",
    ),
    ("measures", "english,spanish", "spanish,spanish", "measures.csv, row 3, focus_group (spanish): Another group than the reference group spanish."),
    (
        "measures",
        "english,spanish",
        "french,spanish",
        "measures.csv, row 3, reference_group (french): A group of language that can be compared, or others, overall, best, largest.",
    ),
    ("measures", "english,spanish", "unasked,spanish", "measures.csv, row 3, reference_group (unasked): A group of language that can be compared, or"),
    (
        "measures",
        "45,language,others,spanish",
        "45,overall,others,all",
        "measures.csv, row 2, reference_group (others): Another group of overall to compare with.",
    ),
    ("team_measures", "core,,,english", "core,,,french", "team_measures.csv, row 5, focus_group (french): A group of language that can be compared"),
    (
        "team_measures",
        "falls,own,,,",
        "falls,own,,,english",
        "team_measures.csv, row 3, focus_group (english): Another group than the reference group english.",
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), BROKEN)
def test_a_gap_without_two_different_sides_is_refused(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    found = problems(write_folder(tmp_path / "one", **changed(name, old, new)))
    assert any(line.startswith(said) for line in found), found


def test_a_total_against_the_total_is_allowed_for_a_measure_that_is_not_stratified(tmp_path: Path) -> None:
    assert (
        problems(
            write_folder(tmp_path / "one", team_measures=None, observations=None, **changed("measures", "language,overall,spanish", "overall,overall,all"))
        )
        == []
    )


def test_a_stratifier_without_groups_says_to_list_them(tmp_path: Path) -> None:
    found = problems(write_folder(tmp_path / "one", groups=None, observations=None))
    assert any("which groups.csv has to list first" in line for line in found), found


def test_a_group_that_is_compared_stays_a_group(loaded: Engine, tmp_path: Path) -> None:
    found = faults_of(loaded, write_files(tmp_path / "two", groups="stratifier_id,group_code,label,position,kind\nlanguage,spanish,Spanish,2,unknown\n"))
    assert found and all(line.startswith("groups.csv, row 2, focus_group (spanish)") for line in found)


def test_another_stratifier_takes_no_teams_own_focus_group_away(loaded: Engine, tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "two", **changed("measures", "45,language,others,spanish", "45,place,others,urban"), observations=None, team_measures=None)
    write_files(
        folder,
        stratifiers="stratifier_id,name\nplace,Place\n",
        groups="stratifier_id,group_code,label,position\nplace,urban,Urban,1\nplace,rural,Rural,2\n",
    )
    assert faults_of(loaded, folder) == [
        "measures.csv, row 2, focus_group (english): A group of place that can be compared: its kind is group. Write one of rural, urban."
    ]


def test_a_load_that_brings_no_definitions_is_not_asked(loaded: Engine, tmp_path: Path) -> None:
    assert (
        faults_of(loaded, write_files(tmp_path / "two", events="event_id,kind,number,name,starts_on,ends_on\nc2,convening,2,Second,2025-06-01,2025-06-02\n"))
        == []
    )


def test_a_new_group_blames_nobody(loaded: Engine, tmp_path: Path) -> None:
    assert faults_of(loaded, write_files(tmp_path / "two", groups="stratifier_id,group_code,label,position\nlanguage,french,French,4\n")) == []
