"""What a team has not sent: late while nothing came since, skipped where a later report came."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from equity.catalogue import Network, Team
from equity.due import DueReports
from equity.overdue import Owed, Report, ReportsOnMeasure, owed_of, team_owes
from equity.periods import period_of, periods_between
from tests.examples import measure_like

LETTERS = {"o": "on_time", "l": "late", "r": "reported", "n": "not_reported", "d": "not_due", "a": "not_applicable", "h": "hidden_at_source"}
NETWORK = Network("n", "Rivers", date(2025, 7, 1), 18, date(2026, 10, 28), True, "")
TEAM = Team("t", "Anchor", "", "", "1", None, None, "")


def reports(letters: str, measure_id: str = "bp", first: date = date(2026, 5, 1)) -> ReportsOnMeasure:
    """One report a month; each is due 45 days after its month."""
    months = periods_between(first, date(2027, 12, 31), "month")
    made = [Report(month, LETTERS[letter], month.end + timedelta(days=45)) for letter, month in zip(letters, months, strict=False)]
    return ReportsOnMeasure(measure_id, tuple(made))


def labels(owed: tuple[Report, ...]) -> list[str]:
    return [report.period.label for report in owed]


@pytest.mark.parametrize(
    ("letters", "late", "skipped"),
    [
        ("oonnd", ["Jul 2026", "Aug 2026"], []),
        ("ononn", ["Aug 2026", "Sep 2026"], ["Jun 2026"]),
        ("onlnr", [], ["Jun 2026", "Aug 2026"]),
        ("nnnnn", ["May 2026", "Jun 2026", "Jul 2026", "Aug 2026", "Sep 2026"], []),
        # what its source hid has come; what does not apply is passed over
        ("nnhna", ["Aug 2026"], ["May 2026", "Jun 2026"]),
        ("ddd", [], []),
        ("", [], []),
    ],
)
def test_what_is_missing_is_late_until_a_later_report_comes(letters, late, skipped):
    found = reports(letters)
    assert (labels(found.late), labels(found.skipped)) == (late, skipped)


@pytest.mark.parametrize(("letters", "until"), [("oon", date(2026, 6, 30)), ("nhd", date(2026, 6, 30)), ("nnn", None), ("", None)])
def test_the_last_day_that_was_reported(letters, until):
    assert reports(letters).until == until


def test_missing_reports_of_several_measures_come_by_period():
    owed = owed_of((one.measure_id, report) for one in (reports("nn"), reports("nnn", "rel", date(2026, 4, 1))) for report in one.reports)
    assert [(measure_id, report.period.label) for measure_id, report in owed.reports] == [
        ("rel", "Apr 2026"),
        ("bp", "May 2026"),
        ("rel", "May 2026"),
        ("bp", "Jun 2026"),
        ("rel", "Jun 2026"),
    ]
    assert [period.label for period in owed.periods] == ["Apr 2026", "May 2026", "Jun 2026"]
    assert owed.measure_ids == ("rel", "bp")
    # April was due on 14 June: 45 days after its last
    assert (owed.since, owed.days(date(2026, 10, 28))) == (date(2026, 6, 14), 136)


def test_nothing_missing_has_no_day():
    assert (Owed(()).since, Owed(()).days(date(2026, 10, 28)), Owed(()).periods) == (None, 0, ())


def test_a_team_owes_what_is_late_what_it_skipped_and_what_comes_next():
    measures = {one.measure_id: one for one in (measure_like(grain="month"), measure_like(measure_id="rel", grain="month", due_days=30))}
    owes = team_owes(TEAM, NETWORK, measures, [reports("onoo"), reports("oonnd", "rel")])
    assert [measure_id for measure_id, _ in owes.late.reports] == ["rel", "rel"]
    assert [measure_id for measure_id, _ in owes.skipped.reports] == ["bp"]
    # September of rel may still come by 30 October
    assert owes.next_due == DueReports(date(2026, 10, 30), period_of(date(2026, 9, 1), "month"), ("rel",))


def test_a_team_that_works_on_nothing_owes_nothing():
    owes = team_owes(TEAM, NETWORK, {}, [])
    assert (owes.late, owes.skipped, owes.next_due) == (Owed(()), Owed(()), None)
