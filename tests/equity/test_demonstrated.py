from __future__ import annotations

from equity.demonstrated import ActionsCounted, Demonstrated


def test_each_team_is_in_one_part_alone():
    assert Demonstrated(9, 5, 2).parts == (4, 3, 2)
    assert sum(Demonstrated(9, 5, 2).parts) == 9


def test_what_holds_for_all_stands_before_what_it_is_made_of():
    rows = [ActionsCounted("data", "Calls", "", None), ActionsCounted("data", None, "", None), ActionsCounted(None, None, "", None)]
    assert sorted(rows, key=lambda one: one.place) == rows[::-1]
