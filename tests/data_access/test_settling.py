"""What a team chose in the app, beside files that are loaded and taken back: which of them holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.loading.commands import check_paths
from data_access.loading.undo import undo
from data_access.settling import holding_of
from equity.errors import UndoRefused
from tests.data_access.choosing import chosen, visibility_of
from tests.data_access.folders import SMALL, load, write_files, write_folder
from tests.data_access.test_loading_told import lines

HEAD, *ROWS = SMALL["team_measures"].splitlines()


def filed(visibility: str, *, aim: str = "") -> dict[str, str]:
    """The file of who reports what, with this visibility of north on bp."""
    rows = [f"{row},{visibility if row.startswith('north,bp') else ''},{aim}" for row in ROWS]
    return {"team_measures": "\n".join([f"{HEAD},visibility,aim", *rows, ""])}


@pytest.mark.parametrize(
    ("chosen_one", "filed_then", "filed_now", "holds"),
    [
        ("hidden", "network", "network", "hidden"),
        ("network", "hidden", "hidden", "network"),
        ("coded", "network", "hidden", "hidden"),
        ("coded", "hidden", "network", "coded"),
        ("network", "coded", "hidden", "hidden"),
        ("hidden", "coded", "network", "hidden"),
    ],
)
def test_the_choice_wins_over_an_unchanged_file_and_the_stricter_over_a_changed_one(chosen_one: str, filed_then: str, filed_now: str, holds: str) -> None:
    assert holding_of(chosen_one, filed_then, filed_now) == holds


def test_the_same_files_again_change_nothing_of_a_choice(loaded: Engine, tmp_path: Path) -> None:
    chosen(loaded, "north", "bp", "hidden")
    told = lines(loaded)
    report = load(loaded, write_folder(tmp_path / "again"))
    assert (report.load_id, report.notices) == (None, []) and "unchanged" in report.rows
    assert visibility_of(loaded, "north", "bp") == "hidden" and lines(loaded) == told


def test_a_file_that_changes_the_row_and_not_the_visibility_leaves_the_choice(loaded: Engine, tmp_path: Path) -> None:
    chosen(loaded, "north", "bp", "coded")
    report = load(loaded, write_files(tmp_path / "two", **filed("network", aim="4")))
    assert report.rows["changed"] == 4 and report.notices == []
    assert visibility_of(loaded, "north", "bp") == "coded"
    undo(loaded, 2, "tester")
    assert visibility_of(loaded, "north", "bp") == "coded"
    assert [what for what, _ in lines(loaded)].count("visibility") == 0


def test_a_file_that_says_otherwise_after_the_choice_is_held_against_it_and_the_report_says_so(loaded: Engine, tmp_path: Path) -> None:
    chosen(loaded, "north", "bp", "coded")
    folder = write_files(tmp_path / "two", **filed("hidden"))
    said = "Team north, measure bp: the file now says hidden, the team chose coded in the app. The stricter holds: hidden."
    assert check_paths(loaded, [folder]).notices == [said] and visibility_of(loaded, "north", "bp") == "coded"
    report = load(loaded, folder)
    assert report.notices == [said] and visibility_of(loaded, "north", "bp") == "hidden"
    assert lines(loaded)[-1] == ("visibility", "north bp coded > hidden, by test")
    undo(loaded, report.load_id, "tester")
    assert visibility_of(loaded, "north", "bp") == "coded"
    assert lines(loaded)[-1] == ("visibility", "north bp hidden > coded, by tester")


def test_a_file_that_opens_what_the_team_hid_opens_nothing(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", **filed("coded")))
    chosen(loaded, "north", "bp", "hidden")
    report = load(loaded, write_files(tmp_path / "three", **filed("network")))
    assert "The stricter holds: hidden." in report.notices[0]
    assert visibility_of(loaded, "north", "bp") == "hidden"


def test_other_files_say_nothing_of_a_difference(loaded: Engine, tmp_path: Path) -> None:
    chosen(loaded, "north", "bp", "coded")
    load(loaded, write_files(tmp_path / "two", **filed("hidden")))
    report = load(loaded, write_files(tmp_path / "three", practices="practice_id,name,wording\nlisten,Listening,Ask twice.\n"))
    assert report.notices == [] and visibility_of(loaded, "north", "bp") == "hidden"


def test_a_choice_made_after_a_load_outlives_its_undoing(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", **filed("network", aim="4")))
    chosen(loaded, "north", "bp", "hidden")
    undo(loaded, 2, "tester")
    assert visibility_of(loaded, "north", "bp") == "hidden"


def test_a_load_that_brought_what_a_team_chose_about_is_not_undone(loaded: Engine, tmp_path: Path) -> None:
    load(loaded, write_files(tmp_path / "two", team_measures=f"{HEAD}\nsouth,falls,own,,,\n"))
    chosen(loaded, "south", "falls", "hidden")
    with pytest.raises(UndoRefused, match="something that was entered since"):
        undo(loaded, 2, "tester")
    assert visibility_of(loaded, "south", "falls") == "hidden"
