from __future__ import annotations

from datetime import date, timedelta

import pytest

from equity.counts import Count
from equity.due import DueReports
from equity.overdue import Owed, Report
from equity.periods import period_of, periods_between
from equity.report_states import PeriodShare
from equity.sentences import data_page as words
from equity.unknown_run import unknown_run

AS_OF = date(2026, 10, 28)
NAMES = {"bp": "blood pressure", "rel": "records", "ed": "ED visits"}
QUARTERS = tuple(periods_between(date(2022, 1, 1), date(2026, 9, 30), "quarter"))


def month(number: int):
    return period_of(date(2026, number, 1), "month")


def owed(*missing: tuple[str, int]) -> Owed:
    return Owed(tuple((measure_id, Report(month(number), "not_reported", month(number).end + timedelta(days=45))) for measure_id, number in missing))


def run(*unknown: int):
    return unknown_run(QUARTERS[: len(unknown)], [Count(one, 1000) for one in unknown])


def test_the_finding_begins_with_who_reported():
    found = words.data_sentence("All 15 teams reported for Q3 2026", "In Q3 2026 it was 12%.", "")
    assert (found.lead, found.rest) == ("All 15 teams reported for Q3 2026.", "In Q3 2026 it was 12%.")


def test_shares_are_short_to_see_and_whole_to_hear():
    shares = [PeriodShare(15, 14, 12), PeriodShare(15, 15, None), PeriodShare(0, 0, 0)]
    assert words.share_cells(shares) == (("14/15", "14 of 15 came"), ("15/15", "15 of 15 came"), ("–", "none due"))
    assert words.in_time_cells(shares) == (("12/15", "12 of 15 came on time"), ("?", "days not known"), ("–", "none due"))


@pytest.mark.parametrize(
    ("late", "said"),
    [
        ([], "No report is late"),
        ([("Ash", 1)], "Late with reports: Ash by one day"),
        ([("Ash", 1), ("Birch", 74)], "Late with reports: Ash by one day and Birch by 74 days"),
        ([("A", 1), ("B", 2), ("C", 1074), ("D", 3)], "Four of 15 teams are late with reports, the longest by 1,074 days"),
    ],
)
def test_who_is_late_is_named_and_many_are_counted(late, said):
    assert words.due_title(late, 15) == said


@pytest.mark.parametrize(
    ("teams", "said"),
    [
        (0, ""),
        (1, "One other team owes nothing, and nothing is due there."),
        (12, "Twelve other teams owe nothing, and nothing is due there."),
        (15, "No team owes a report, and none is due."),
    ],
)
def test_teams_that_owe_nothing_are_counted_together(teams, said):
    assert words.free_words(teams, 15) == said


def test_what_is_due_next_has_its_day_and_how_far_it_is():
    coming = [DueReports(date(2026, 11, 14), month(9), ("bp",)), DueReports(date(2026, 10, 30), month(9), ("rel",))]
    assert words.due_subtitle(coming, AS_OF) == "Counted from 28 October 2026. Next: reports for September 2026, due on 30 October 2026, in two days."
    assert words.due_subtitle([], AS_OF) == "Counted from 28 October 2026. No further report is due."
    assert words.next_words(coming[0], NAMES, AS_OF) == "14 November 2026, in 17 days: September 2026, blood pressure"
    assert words.next_words(None, NAMES, AS_OF) == ""


def test_missing_reports_are_named_by_period_and_measure():
    assert words.owed_words(owed(), NAMES) == ""
    assert words.owed_words(owed(("bp", 6), ("rel", 6)), NAMES) == "Jun 2026: blood pressure and records"
    many = owed(("bp", 4), ("rel", 5), ("ed", 6), ("bp", 7), ("bp", 8))
    assert words.owed_words(many, NAMES) == "Jun 2026, Jul 2026, Aug 2026 and 2 before: three measures"


def test_the_share_is_told_now_and_at_the_start():
    assert words.unknown_words(run(151, 122), "patients") == "In Q2 2022, 12.2% of patients had no recorded group; in Q1 2022 it was 15.1%."
    assert words.unknown_words(run(151), "patients") == "In Q1 2022, 15.1% of patients had no recorded group."
    assert words.unknown_words(run(), "births") == "It is not known how many births have no recorded group."


def test_the_run_rules_say_what_they_find_or_what_is_missing():
    assert words.run_words(run(), "quarter") == ""
    assert words.run_words(run(100, 120), "quarter") == "Two quarters can be judged so far, and the run rules need ten: eight more quarters to go."
    assert words.run_words(run(100), "quarter") == "No quarter can be judged so far, and the run rules need ten: ten more quarters to go."
    still = run(100, 120, 110, 90, 130, 95, 125, 105, 85, 115)
    assert words.run_words(still, "quarter") == "The run rules find no shift, no trend and no odd number of runs. It moves as chance alone would move it."
    moved = words.run_words(run(*[200, 210] * 3, *[50, 60] * 3), "quarter")
    assert moved.startswith("Six values of the share in a row lie below the median, from Q3 2023 to Q4 2024. The share crosses its median too seldom")


def test_grades_are_counted_and_never_ranked():
    grades = ["good", "with care", "good", "weak", "too early", "hidden"]
    assert words.quality_title("Blood pressure", grades) == (
        "Reports on blood pressure: two good enough to judge, one to be judged with care, one too weak to judge, one too early to grade and one hidden"
    )
    assert words.quality_title("ED visits", []) == "No team shown here works on ED visits"
    assert words.grades_sentence("Blood pressure", grades) == "Two of six teams sent reports on blood pressure that are good enough to judge."
    assert words.grades_sentence("Blood pressure", ["weak"]) == "The one team's reports on blood pressure are not good enough to judge."
    assert words.grades_sentence("Blood pressure", ["good"]) == "The one team's reports on blood pressure are good enough to judge."
    assert words.grades_sentence("Blood pressure", ["weak", "weak"]).startswith("None of two teams sent reports")
    assert words.grades_sentence("Blood pressure", []) == ""


def test_notes_and_their_values_are_counted():
    assert words.notes_title(10, 153) == "Ten notes on 153 values"
    assert words.notes_title(1, 1) == "One note on one value"
    assert words.notes_title(0, 0) == "No note stands beside a value that you may see"
    assert (words.span_words(month(4), month(6)), words.span_words(month(4), month(4))) == ("Apr 2026 to Jun 2026", "Apr 2026")


def test_replaced_values_and_loads_are_counted():
    assert words.changes_title(83, 1, is_whole=True) == "83 values that one later load replaced"
    assert words.changes_title(1, 1, is_whole=True) == "One value that one later load replaced"
    assert words.changes_title(200, 3, is_whole=False) == "The latest 200 values that three later loads replaced"
    assert words.changes_title(0, 0, is_whole=True) == "No value has been replaced by a later load"
    assert words.loads_title(2, "27 November 2026") == "Two loads; the latest on 27 November 2026"
