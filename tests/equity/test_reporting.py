"""When a report is due, and what a missing one is called."""

from __future__ import annotations

from datetime import date

import pytest

from equity.catalogue import Network
from equity.periods import period_of
from equity.reporting import due_day, due_periods, has_ended, is_due, late_before, missing_blank, overdue_periods, shown_periods, silent_before
from tests.examples import measure_like

QUARTER = period_of(date(2025, 3, 1), "quarter")


def network(as_of: str, *, months: int = 18) -> Network:
    return Network("kc", "Kansas City", date(2025, 1, 1), months, date.fromisoformat(as_of), True, "")


def labels(periods) -> str:
    return " ".join(period.label.replace(" 20", "'") for period in periods)


def test_a_report_is_due_so_many_days_after_the_end_of_its_period():
    assert due_day(QUARTER, 45) == due_day(QUARTER, 45, began_on=date(2025, 1, 1)) == date(2025, 5, 15)


def test_what_lies_before_a_team_began_is_due_so_many_days_after_that():
    assert due_day(QUARTER, 45, began_on=date(2025, 7, 1)) == date(2025, 8, 15)


# 31 March + 45 days = 15 May.
@pytest.mark.parametrize(("as_of", "due"), [("2025-05-14", False), ("2025-05-15", False), ("2025-05-16", True)])
def test_a_report_is_due_the_day_after_its_last_day(as_of, due):
    assert is_due(QUARTER, 45, date.fromisoformat(as_of)) is due
    assert missing_blank(QUARTER, 45, date.fromisoformat(as_of)) == ("not_reported" if due else "not_due")


@pytest.mark.parametrize(("as_of", "ended"), [("2025-03-30", False), ("2025-03-31", True), ("2025-04-01", True)])
def test_a_period_has_ended_on_its_last_day(as_of, ended):
    assert has_ended(QUARTER, date.fromisoformat(as_of)) is ended


@pytest.mark.parametrize(
    ("joined", "left", "blank"),
    [
        ("2025-03-31", None, "not_reported"),
        ("2025-04-01", None, "not_applicable"),
        (None, "2025-01-01", "not_reported"),
        (None, "2024-12-31", "not_applicable"),
        (None, None, "not_reported"),
    ],
)
def test_before_a_team_joined_and_after_it_left_nothing_applies(joined, left, blank):
    member = tuple(day and date.fromisoformat(day) for day in (joined, left))
    assert missing_blank(QUARTER, 45, date(2026, 1, 1), member) == blank


def test_periods_are_due_within_the_networks_time_and_the_teams():
    measure = measure_like(grain="month")
    assert labels(due_periods(measure, network("2025-12-31"))) == "Q1'25 Q2'25 Q3'25"
    assert labels(due_periods(measure, network("2030-12-31", months=6))) == "Q1'25 Q2'25"
    assert labels(due_periods(measure, network("2025-12-31"), (date(2025, 4, 1), date(2025, 6, 30)))) == "Q2'25"
    assert labels(due_periods(measure, network("2025-12-31"), (date(2025, 12, 1), None))) == ""
    assert labels(due_periods(measure, network("2025-02-01"))) == ""


def test_a_chart_covers_what_has_data_and_what_is_due():
    measure = measure_like(grain="month")
    assert labels(shown_periods(measure, network("2025-08-20"), [])) == "Q1'25 Q2'25"
    assert labels(shown_periods(measure, network("2025-08-20"), [date(2024, 11, 1), date(2025, 7, 1)])) == "Q4'24 Q1'25 Q2'25 Q3'25"
    assert shown_periods(measure, network("2025-01-20"), []) == ()
    assert labels(shown_periods(measure_like(grain="half-year"), network("2026-03-01"), [])) == "1st half'25 2nd half'25"


@pytest.mark.parametrize(
    ("grain", "as_of", "late"),
    [
        ("month", "2025-05-15", None),
        ("month", "2025-05-16", "2025-01-01"),
        ("month", "2025-08-15", "2025-01-01"),
        ("quarter", "2025-11-15", "2025-04-01"),
        ("half-year", "2026-02-15", "2025-07-01"),
        ("year", "2026-02-15", "2025-01-01"),
    ],
)
def test_two_missing_periods_make_a_team_late_and_one_of_half_a_year(grain, as_of, late):
    assert late_before(measure_like(grain=grain), network(as_of)) == (late and date.fromisoformat(late))


def test_a_period_is_overdue_from_its_first_report_on():
    measure = measure_like(grain="month")
    # October is due on 15 December
    assert labels(overdue_periods(measure, network("2025-12-15"))) == "Q1'25 Q2'25 Q3'25"
    assert labels(overdue_periods(measure, network("2025-12-16"))) == "Q1'25 Q2'25 Q3'25 Q4'25"
    assert labels(overdue_periods(measure, network("2025-12-31"), (date(2025, 4, 1), date(2025, 6, 30)))) == "Q2'25"
    assert overdue_periods(measure, network("2025-02-01")) == ()
    assert labels(overdue_periods(measure_like(grain="quarter"), network("2025-12-31"))) == "Q1'25 Q2'25 Q3'25"


def test_silence_is_told_before_a_verdict_is_withheld():
    measure, at = measure_like(grain="month"), network("2025-12-31")
    assert silent_before(measure, at) == date(2025, 7, 1)
    assert late_before(measure, at) == date(2025, 4, 1)
    assert silent_before(measure_like(grain="year"), network("2026-12-31")) == date(2025, 1, 1)
    assert silent_before(measure, network("2025-02-01")) is None
