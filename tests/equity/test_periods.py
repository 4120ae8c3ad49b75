from __future__ import annotations

from datetime import date

import pytest

from equity.periods import GRAINS, add_months, display_grain, period_of, periods_between


@pytest.mark.parametrize(
    ("grain", "label", "start", "end"),
    [
        ("month", "Aug 2026", date(2026, 8, 1), date(2026, 8, 31)),
        ("quarter", "Q3 2026", date(2026, 7, 1), date(2026, 9, 30)),
        ("half-year", "2nd half 2026", date(2026, 7, 1), date(2026, 12, 31)),
        ("year", "2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_day_lies_in_the_calendar_period_of_each_grain(grain, label, start, end):
    period = period_of(date(2026, 8, 15), grain)
    assert (period.label, period.start, period.end) == (label, start, end)


def test_the_first_half_year_is_called_so():
    assert period_of(date(2026, 6, 30), "half-year").label == "1st half 2026"


@pytest.mark.parametrize(("months", "expected"), [(-1, date(2025, 12, 1)), (0, date(2026, 1, 1)), (11, date(2026, 12, 1)), (12, date(2027, 1, 1))])
def test_months_are_added_over_the_turn_of_the_year(months, expected):
    assert add_months(date(2026, 1, 20), months) == expected


def test_periods_follow_each_other_without_a_gap():
    labels = [period.label for period in periods_between(date(2025, 11, 3), date(2026, 4, 1), "quarter")]
    assert labels == ["Q4 2025", "Q1 2026", "Q2 2026"]


def test_the_middle_of_a_period_lies_within_it():
    # 1 July + half of 91 days
    assert period_of(date(2026, 7, 1), "quarter").middle == date(2026, 8, 15)


def test_months_are_shown_by_quarter_and_all_else_as_it_is():
    assert [display_grain(grain) for grain in GRAINS] == ["quarter", "quarter", "half-year", "year"]
