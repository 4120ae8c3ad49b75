from __future__ import annotations

from datetime import date

from dash import html

from components.report_calendar import CalendarRow, ShareRow, heading, report_calendar, shows_year
from equity.periods import periods_between
from tests.components.plain import every, same, text

QUARTERS = list(periods_between(date(2025, 10, 1), date(2026, 6, 30), "quarter"))
ROWS = [CalendarRow("Ash", "/teams/ash", ("on_time", "late", "not_due"), is_mine=True), CalendarRow("Birch", "/teams/birch", ("not_reported",) * 3)]


def test_a_row_a_team_with_a_word_in_every_cell():
    table = report_calendar(QUARTERS, ROWS, caption="Reports")
    first, second = every(every(table, "Tbody"), "Tr")
    assert [text(cell) for cell in first.children] == ["Ash", "on time", "late", "not due"]
    assert [text(cell) for cell in second.children] == ["Birch", *["not reported"] * 3]
    assert (first.className, second.className) == ("mine", None)
    assert [link.href for link in every(table, "A")] == ["/teams/ash", "/teams/birch"]


def test_a_year_is_seen_where_it_is_new_and_read_everywhere():
    assert [text(heading(QUARTERS, place)) for place in range(3)] == ["Q4 2025", "Q1 2026", "Q2 2026"]
    assert [heading(QUARTERS, place)[2].className for place in range(3)] == ["sr-only", "year", "sr-only"]


def test_two_years_never_stand_side_by_side():
    assert [place for place in range(3) if shows_year(QUARTERS, place)] == [1]
    assert [place for place in range(2) if shows_year(QUARTERS[:2], place)] == [1]
    assert shows_year(QUARTERS[:1], 0)


def test_of_a_half_year_the_number_alone_is_seen_where_there_is_no_room():
    (first, second) = periods_between(date(2025, 1, 1), date(2025, 12, 31), "half-year")
    said = heading([first, second], 0)
    assert text(said) == "1st half 2025"
    assert same(said[0], html.Span(["1st", html.Span(" half", className="long")]))


def test_a_year_alone_is_its_own_heading():
    assert heading(list(periods_between(date(2025, 1, 1), date(2025, 12, 31), "year")), 0) == ["2025"]


def test_what_all_teams_come_to_stands_above_them_short_to_see_and_whole_to_hear():
    shares = [ShareRow("All teams", (("1/2", "1 of 2 came"), ("0/2", "0 of 2 came"), ("–", "none due")))]
    first, *others = every(every(report_calendar(QUARTERS, ROWS, caption="Reports", shares=shares), "Tbody"), "Tr")
    assert (text(first.children[0]), first.className, len(others)) == ("All teams", "together", 2)
    assert [cell.title for cell in first.children[1:]] == ["1 of 2 came", "0 of 2 came", "none due"]
    assert [[text(part) for part in cell.children] for cell in first.children[1:]] == [["1/2", "1 of 2 came"], ["0/2", "0 of 2 came"], ["–", "none due"]]
