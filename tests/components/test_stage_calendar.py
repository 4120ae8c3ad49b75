from __future__ import annotations

from datetime import date

from components.report_calendar import CalendarRow, ShareRow
from components.stage_calendar import stage_calendar, used_cell
from equity.periods import periods_between
from tests.components.plain import every, text

QUARTERS = list(periods_between(date(2026, 1, 1), date(2026, 6, 30), "quarter"))
TOGETHER = [ShareRow("All teams", (("3/5", "three of five teams"), ("–", "not reported")))]


def test_stages_stand_in_a_row_a_team_under_what_all_come_to():
    rows = [CalendarRow("Ash", "/teams/ash", ("in_use", ""), is_mine=True), CalendarRow("Birch", "/teams/birch", ("trial_run", "none"))]
    table = stage_calendar(QUARTERS, rows, caption="Stages", together=TOGETHER)
    first, second, third = every(every(table, "Tbody"), "Tr")
    assert (text(first.children[0]), first.className) == ("All teams", "together")
    # three of five is drawn too; where nothing was told nothing is
    assert [bar.style for bar in every(first, "I")] == [{"width": "60%"}]
    assert [text(cell) for cell in second.children] == ["Ash", "in use", "not reported"]
    assert [text(cell) for cell in third.children] == ["Birch", "trial run", "not in use"]
    assert (second.className, third.className) == ("mine", None)
    assert [link.href for link in every(table, "A")] == ["/teams/ash", "/teams/birch"]
    assert text(every(table, "Caption")) == "Stages"


def test_of_all_practices_a_cell_says_how_many_are_in_use():
    told, untold = used_cell("3 of 7"), used_cell("")
    seen, bar, read = told.children
    assert (text(seen), getattr(seen, "aria-hidden"), text(read), told.title) == ("3/7", "true", "3 of 7 in use", "3 of 7 in use")
    assert (bar.children.style, getattr(bar, "aria-hidden")) == ({"width": "43%"}, "true")
    assert (text(untold), untold.title) == ("not reported", "not reported")
