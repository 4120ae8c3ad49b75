from __future__ import annotations

import pytest

from components.maturity_levels import SQUARES, LevelRow, level_counts, levels_key, levels_table
from tests.components.plain import cells, every, text

COLUMNS = [("1", "Not started"), ("2", "Begun"), ("3", "Done")]
ROW = LevelRow("Within", (2, 1, 0), (0, 1, 2))


def table(*rows: LevelRow, compact: bool = False):
    return level_counts(COLUMNS, rows, caption="Teams on each level", compact=compact)


def squares(row) -> list[int]:
    """How many squares each cell of a line has."""
    return [len(every(cell, "I")) for cell in every(row, "Td")]


def test_one_square_is_one_team_now_above_and_at_the_start_below():
    head, name, now, then = every(table(ROW), "Tr")
    assert [text(one) for one in every(head, "Th")] == ["1 Not started", "2 Begun", "3 Done"]
    assert (text(name), every(name, "Th")[0].scope, every(name, "Th")[0].colSpan) == ("Within", "rowgroup", 3)
    assert (squares(now), squares(then)) == ([0, 1, 2], [2, 1, 0])


def test_every_cell_says_its_count_and_the_squares_are_silent():
    _, _, now, then = every(table(ROW), "Tr")
    assert [text(one) for one in every(now, "Td")] == ["no teams now", "one team now", "two teams now"]
    assert [text(one) for one in every(then, "Td")] == ["two teams at the start", "one team at the start", "no teams at the start"]
    assert all(getattr(one, "aria-hidden") == "true" for one in every(table(ROW), "Span") if one.className == "squares")


def test_the_readers_own_team_is_the_first_square_of_its_level():
    now = every(table(LevelRow("Within", (0, 0, 0), (0, 1, 2), mine=2)), "Tr")[2]
    assert [one.className for one in every(now, "I")] == [None, "mine", None]
    assert text(every(now, "Td")[2]) == "two teams now, yours among them"


# 40 teams are squares, 41 are bars.
@pytest.mark.parametrize(("many", "bars"), [(SQUARES, False), (SQUARES + 1, True)])
def test_more_teams_than_can_be_counted_by_eye_are_bars(many, bars):
    found = table(LevelRow("Within", (many, 0, 0), (1, many - 1, 0)))
    assert (len(every(found, "I")) == 0) is bars
    assert any("level-bar" in (one.className or "") for one in every(found, "Span")) is bars


def test_a_bar_has_its_number_and_its_share_of_the_longest():
    found = table(LevelRow("Within", (0, 80, 0), (20, 60, 0), mine=1))
    drawn = [one for one in every(found, "Span") if (one.className or "").startswith("level-bar")]
    assert [(one.className, one.style["width"]) for one in drawn] == [
        ("level-bar bar-now", "25.0%"),
        ("level-bar bar-now", "75.0%"),
        ("level-bar bar-then", "100.0%"),
    ]
    assert [one.className for one in every(found, "I")] == ["square-now mine"]
    assert "60" in text(every(found, "Tr")[2])


def test_a_withheld_domain_says_so_in_place_of_counts():
    found = every(table(LevelRow("Within", (0, 0, 0), (0, 0, 0), withheld=True)), "Tr")
    assert (len(found), text(found[2])) == (3, "hidden fewer than five teams")


def test_many_columns_are_told_by_their_numbers_alone():
    found = table(ROW, compact=True)
    assert ([text(one) for one in every(every(found, "Tr")[0], "Th")], found.className) == (["1", "2", "3"], "levels levels-compact drawn")
    assert text(every(found, "Caption")) == "Teams on each level"


def test_the_key_names_what_is_drawn():
    assert [text(one) for one in every(levels_key(None), "Span")] == ["now", "at the start"]
    assert [text(one) for one in every(levels_key("Cedar Hollow", has_start=False), "Span")] == ["now", "Cedar Hollow"]


def test_the_table_behind_has_a_row_a_domain():
    found = levels_table(("Domain", "Teams"), [["Within", "3"]], caption="Teams")
    assert cells(found) == [["Domain", "Teams"], ["Within", "3"]]
