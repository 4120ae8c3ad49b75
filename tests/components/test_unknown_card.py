from __future__ import annotations

import pytest

from components.marks import blank_cell
from components.unknown_card import share_cell, unknown_table
from equity.counts import Count
from equity.periods import periods_between
from tests.components.plain import cells, every, same, text
from tests.examples import START

QUARTERS = list(periods_between(START, START.replace(month=6), "quarter"))


def test_a_row_a_team_a_column_a_period():
    shares = {"": [Count(71, 1000), Count(0, 90)], "b": [Count(None, None, "hidden"), Count(None, None, "not_due")]}
    table = unknown_table(QUARTERS, shares, {"": "Network", "b": "Birch"}, caption="Percent unknown")
    # 71/1000, none of 90
    assert cells(table) == [["Team", "Q1 2024", "Q2 2024"], ["Network", "7.1%", "0%"], ["Birch", "hidden", "not due"]]
    assert text(every(table, "Caption")) == "Percent unknown"
    assert [cell.className for cell in every(table, "Td")] == ["amount"] * 4


@pytest.mark.parametrize(("count", "blank"), [(Count(0, 0), "not_applicable"), (Count(None, None, "hidden"), "hidden")])
def test_a_share_of_nobody_is_a_blank(count, blank):
    assert same(share_cell(count), blank_cell(blank))
