from __future__ import annotations

from components.practice_rows import MOST_SQUARES, PracticeLine, practice_key, practice_rows, practice_table
from equity.practices import PracticeCounts
from tests.components.plain import cells, every, text

STRATIFY = PracticeLine("Stratify", "Split every measure.", PracticeCounts(2, 3, 1, {"none": 3, "in_use": 3}, {"in_use": 5, "own": 1}))
SHARE = PracticeLine("Share", "Give numbers back.", PracticeCounts(0, 0, 0, {"none": 6}, {"none": 6}))


def kinds(line: PracticeLine, most: int) -> list[str]:
    return [square.className for square in every(practice_rows([line], most=most), "I")]


def test_every_team_that_told_is_a_square_of_its_kind():
    assert kinds(STRATIFY, 8) == ["kept"] * 2 + ["begun"] * 3 + ["ended"] + ["other"] * 2
    assert "of 8 teams, 3 at the start" in text(practice_rows([STRATIFY], most=8))


def test_many_teams_are_shares_of_a_bar():
    found = every(practice_rows([STRATIFY], most=MOST_SQUARES + 1), "I")
    assert [(one.className, one.style["flexGrow"]) for one in found] == [("kept", 2), ("begun", 3), ("ended", 1), ("other", MOST_SQUARES - 5)]


def test_the_key_names_the_kinds_that_are_drawn():
    assert [text(one) for one in practice_key([SHARE]).children] == ["in use from the start", "begun since"]
    assert "no longer in use" in text(practice_key([STRATIFY]))


def test_the_table_has_teams_then_and_now_and_by_stage():
    head, first, second = cells(practice_table([STRATIFY, SHARE]))
    assert head[:4] == ["Practice", "Meaning", "In use then", "In use now"]
    assert first[:4] == ["Stratify", "Split every measure.", "3", "5"]
    assert second[:4] == ["Share", "Give numbers back.", "0", "0"]
    assert len(head) == 4 + 3
