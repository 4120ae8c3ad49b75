"""States of reports: in time, late, not told, missing, and what several come to together."""

from __future__ import annotations

from datetime import date

import pytest

from equity.periods import period_of
from equity.report_states import (
    DUE,
    LATE,
    ON_TIME,
    PART,
    REPORTED,
    STATE_MEANINGS,
    STATE_WORDS,
    Arrival,
    PeriodShare,
    ReportRoll,
    arrival_state,
    last_due,
    missed_in_a_row,
    period_shares,
    report_roll,
    together,
)

Q1 = period_of(date(2025, 1, 1), "quarter")


@pytest.mark.parametrize(
    ("came_by", "is_told", "state"),
    [
        (date(2025, 5, 15), True, ON_TIME),
        (date(2025, 5, 15), False, ON_TIME),
        (date(2025, 5, 16), True, LATE),
        (date(2025, 5, 16), False, REPORTED),
    ],
)
def test_a_report_is_late_from_the_day_after_it_was_due_where_its_load_tells(came_by, is_told, state):
    assert arrival_state(Arrival(came_by, is_told), date(2025, 5, 15)) == state


@pytest.mark.parametrize(
    ("states", "one"),
    [
        (["on_time", "on_time"], "on_time"),
        (["on_time", "reported"], "reported"),
        (["on_time", "late"], "late"),
        (["reported", "late"], "late"),
        (["on_time", "not_reported"], "part"),
        (["reported", "not_reported"], "part"),
        (["late", "not_reported"], "part"),
        (["part", "late", "on_time"], "part"),
        (["on_time", "not_due"], "on_time"),
        (["on_time", "not_applicable"], "on_time"),
        (["on_time", "hidden_at_source"], "on_time"),
        (["not_reported", "not_due"], "not_reported"),
        (["not_reported", "hidden_at_source"], "hidden_at_source"),
        (["not_due", "not_applicable"], "not_due"),
        (["not_applicable"], "not_applicable"),
        ([], "not_due"),
    ],
)
def test_several_reports_come_to_one_state(states, one):
    assert together(states) == one


@pytest.mark.parametrize(
    ("states", "missed"),
    [
        (["on_time", "not_reported", "not_reported", "not_due"], 2),
        (["not_reported", "on_time"], 0),
        (["not_reported", "late", "not_reported"], 1),
        (["not_reported", "not_applicable"], 0),
        (["not_reported"], 1),
        ([], 0),
    ],
)
def test_missed_reports_are_counted_from_the_latest_backwards(states, missed):
    assert missed_in_a_row(states) == missed


def test_the_last_due_period_is_the_latest_that_any_team_owes():
    calendars = [("on_time", "not_due", "not_due"), ("on_time", "not_reported", "not_due")]
    assert last_due(calendars) == 1
    assert last_due([("not_due",), ()]) is None


def test_the_roll_counts_who_came_and_names_who_did_not():
    calendars = {
        "a": ("on_time", "late", "not_due"),
        "b": ("not_reported", "not_reported", "not_due"),
        "c": ("on_time", "hidden_at_source", "not_due"),
        "d": ("on_time", "not_reported", "not_applicable"),
        "e": ("not_due", "not_due", "not_due"),
    }
    assert report_roll(calendars) == ReportRoll(1, due=4, came=2, missed=(("b", 2), ("d", 1)))
    assert report_roll({"a": ("not_due",)}) == report_roll({}) == ReportRoll(None, 0, 0)


def test_every_state_has_words_and_those_that_came_have_a_meaning():
    assert set(DUE) <= set(STATE_WORDS)
    assert set(STATE_MEANINGS) == {ON_TIME, LATE, PART, REPORTED}


def test_each_period_has_its_share_of_due_reports_that_came_and_that_came_in_time():
    calendars = [
        ("on_time", "on_time", "not_due"),
        ("late", "reported", "not_due"),
        ("part", "not_reported", "not_due"),
        ("not_reported", "hidden_at_source", "not_due"),
        ("not_applicable", "on_time", "not_applicable"),
    ]
    # Q2: of one that came the day is not known
    assert period_shares(calendars) == (PeriodShare(4, 3, 1), PeriodShare(5, 4, None), PeriodShare(0, 0, 0))
    assert period_shares([]) == ()


def test_what_the_source_hid_came_on_a_day_that_is_not_known():
    assert period_shares([("on_time",), ("hidden_at_source",)]) == (PeriodShare(2, 2, None),)
