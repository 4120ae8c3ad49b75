from __future__ import annotations

from datetime import date, timedelta

import pytest

from equity.catalogue import Event, Network
from equity.next_convening import DAYS_BEFORE_END, due_days_before, is_last, past_convening
from tests.examples import measure_like

NETWORK = Network("n", "Three Rivers", date(2026, 1, 1), 12, date(2026, 6, 15), True, "standard")
ENDS = date(2026, 12, 31)


def convening(number: int, starts_on: date, days: int = 2) -> Event:
    return Event(f"c{number}", "convening", number, f"Convening {number}", starts_on, starts_on + timedelta(days=days - 1), "", "")


FIRST, SECOND = convening(1, date(2026, 2, 3)), convening(2, date(2026, 6, 14))
ACTION = Event("a", "action_period", 1, "Action period 1", date(2026, 7, 1), date(2026, 9, 1), "", "")


def test_the_last_one_behind_is_the_latest_that_has_ended():
    assert past_convening([SECOND, FIRST], date(2026, 6, 15)) == FIRST
    assert past_convening([SECOND, FIRST], date(2026, 6, 16)) == SECOND
    assert past_convening([FIRST, ACTION], date(2026, 2, 4)) is None


def test_reports_that_are_due_before_it_are_told_by_their_days():
    # Quarters end on 31 March, 30 June, 30 September; 45 days later they are due.
    found = due_days_before(date(2026, 12, 8), [measure_like(due_days=45)], NETWORK)
    assert found == (date(2026, 8, 14), date(2026, 11, 14))


def test_a_report_due_on_the_day_itself_or_before_today_is_not_due_before_it():
    assert due_days_before(date(2026, 8, 14), [measure_like(due_days=45)], NETWORK) == ()
    assert due_days_before(date(2026, 12, 8), [], NETWORK) == ()


@pytest.mark.parametrize(("before", "last"), [(-1, False), (0, True), (DAYS_BEFORE_END, True), (DAYS_BEFORE_END + 1, False)])
def test_a_convening_near_the_end_of_the_networks_time_is_the_last(before, last):
    assert is_last(convening(4, ENDS - timedelta(days=before), days=1), NETWORK) is last
