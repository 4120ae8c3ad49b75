"""What lies before a team: the first period that is neither reported nor overdue, the next convening, its aims."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from equity.catalogue import Event, Network, Team
from equity.due import DueAims, DueReports, due_next, next_convening, next_period
from equity.periods import period_of
from tests.examples import measure_like

NETWORK = Network("n", "Rivers", date(2025, 7, 1), 18, date(2026, 10, 28), True, "")
TEAM = Team("t", "Anchor", "", "", "1", date(2025, 7, 1), None, "")
MONTHLY = measure_like(grain="month", due_days=45)
QUARTERLY = measure_like(measure_id="rel", grain="quarter", due_days=30)


def month(year: int, number: int):
    return period_of(date(year, number, 1), "month")


def event(event_id: str, day: date, *, kind: str = "convening", cohort: str = "") -> Event:
    return Event(event_id, kind, 4, "Convening 4", day, day, cohort, "Millbrace Hall")


@pytest.mark.parametrize(
    ("reported", "period"),
    [
        # September may still come on time, and October has not ended
        (date(2026, 9, 30), month(2026, 10)),
        (date(2026, 8, 31), month(2026, 9)),
        # August was due on 15 October: it is overdue, and no longer what comes next
        (date(2026, 6, 30), month(2026, 9)),
        (None, month(2026, 9)),
    ],
)
def test_the_next_period_is_neither_reported_nor_overdue(reported, period):
    assert next_period(MONTHLY, NETWORK, TEAM, reported) == period


@pytest.mark.parametrize(("as_of", "period"), [(date(2026, 11, 13), 9), (date(2026, 11, 14), 9), (date(2026, 11, 15), 10)])
def test_a_report_is_on_time_through_its_last_day(as_of, period):
    assert next_period(MONTHLY, replace(NETWORK, as_of=as_of), TEAM, None) == month(2026, period)


def test_nothing_is_due_after_the_network_closes_or_the_team_has_left():
    # 18 months from July 2025 end with December 2026
    assert next_period(MONTHLY, NETWORK, TEAM, date(2026, 12, 31)) is None
    assert next_period(MONTHLY, NETWORK, replace(TEAM, left_on=date(2026, 8, 31)), None) is None


def test_a_team_that_joins_later_begins_with_its_own_first_period():
    assert next_period(MONTHLY, NETWORK, replace(TEAM, joined_on=date(2026, 11, 3)), None) == month(2026, 11)


def test_a_team_without_a_day_of_joining_was_there_from_the_start():
    early = replace(NETWORK, as_of=date(2025, 7, 2))
    assert next_period(MONTHLY, early, replace(TEAM, joined_on=None), None) == month(2025, 7)


def test_the_next_convening_is_the_first_after_today_of_everybody_or_of_the_cohort():
    today, later, other = (
        event(name, day, cohort=cohort) for name, day, cohort in (("a", date(2026, 10, 28), ""), ("b", date(2026, 12, 8), "1"), ("c", date(2026, 11, 1), "2"))
    )
    period = event("d", date(2026, 11, 2), kind="action_period")
    assert next_convening([today, later, other, period], NETWORK.as_of, "1") == later
    assert next_convening([today, period], NETWORK.as_of, "1") is None


def test_for_the_whole_network_it_is_that_of_any_cohort_and_one_that_runs_is_no_longer_the_next():
    running = replace(event("a", date(2026, 10, 27)), ends_on=date(2026, 10, 29))
    other, later = event("c", date(2026, 11, 1), cohort="2"), event("b", date(2026, 12, 8))
    assert next_convening([running, later, other], NETWORK.as_of) == other
    assert next_convening([other, later], NETWORK.as_of, "") == later
    assert next_convening([running], NETWORK.as_of) is None


def test_reports_of_one_day_and_period_stand_together_in_the_order_of_days():
    twin = measure_like(measure_id="twin", grain="month", due_days=45)
    due = due_next(TEAM, NETWORK, [MONTHLY, twin, QUARTERLY], [], reported={"bp": date(2026, 9, 30), "twin": date(2026, 9, 30)}, aims={})
    assert due.reports == (
        DueReports(date(2026, 10, 30), period_of(date(2026, 7, 1), "quarter"), ("rel",)),
        DueReports(date(2026, 12, 15), month(2026, 10), ("bp", "twin")),
    )
    assert (due.convening, due.aims) == (None, ())


def test_aims_that_lie_ahead_are_told_and_those_behind_are_not():
    convening = event("b", date(2026, 12, 8))
    aims = {"bp": date(2026, 10, 28), "rel": date(2026, 10, 27), "none": None}
    none = measure_like(measure_id="none", grain="month")
    due = due_next(TEAM, NETWORK, [MONTHLY, QUARTERLY, none], [convening], reported={one: date(2026, 12, 31) for one in ("bp", "rel", "none")}, aims=aims)
    assert due.reports == ()
    assert due.convening == convening
    assert due.aims == (DueAims(date(2026, 10, 28), ("bp",)),)
