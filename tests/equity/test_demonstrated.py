from __future__ import annotations

from equity.demonstrated import ActionsCounted, Demonstrated

ONE = Demonstrated(1, 0, 0)


def test_what_holds_for_all_stands_before_what_it_is_made_of():
    rows = [ActionsCounted("data", "Calls", "", ONE), ActionsCounted("data", None, "", ONE), ActionsCounted(None, None, "", ONE)]
    assert sorted(rows, key=lambda one: one.place) == rows[::-1]
