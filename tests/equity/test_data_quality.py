"""How good reports are: three checks at their limits, the weakest of them as the grade."""

from __future__ import annotations

import pytest

from equity.counts import HIDDEN_COUNT, Count
from equity.data_quality import GOOD, HIDDEN, TOO_EARLY, WEAK, WITH_CARE, Check, data_quality, hidden_quality, quality_of_reports, rule_words

FINE = {"unknown": 5.0, "due": 20, "missing": 0, "late": 0}


def graded(**changes) -> str:
    return data_quality(**{**FINE, **changes}).grade


@pytest.mark.parametrize(
    ("changes", "grade"),
    [
        ({}, GOOD),
        ({"unknown": 9.9}, GOOD),
        ({"unknown": 10.0}, GOOD),
        ({"unknown": 10.1}, WITH_CARE),
        ({"unknown": 20.0}, WITH_CARE),
        ({"unknown": 20.1}, WEAK),
        # 2 of 20 are 10 %, 5 of 20 are 25 %
        ({"missing": 2}, GOOD),
        ({"missing": 3}, WITH_CARE),
        ({"missing": 5}, WITH_CARE),
        ({"missing": 6}, WEAK),
        # 4 of 20 are 20 %, 10 of 20 are 50 %
        ({"late": 4}, GOOD),
        ({"late": 5}, WITH_CARE),
        ({"late": 10}, WITH_CARE),
        ({"late": 11}, WEAK),
    ],
)
def test_each_limit_belongs_to_the_better_grade(changes, grade):
    assert graded(**changes) == grade


def test_the_weakest_check_is_the_grade():
    assert graded(unknown=15.0, missing=6) == WEAK
    assert graded(unknown=15.0, late=5) == WITH_CARE


def test_what_is_not_known_is_left_out_and_said():
    quality = data_quality(unknown=None, due=10, missing=0, late=0, people="births")
    assert quality.grade == GOOD
    assert quality.checks[0] == Check("No recorded group", None, "It is not known how many births have no recorded group, so this is left out.")


def test_without_a_due_report_it_is_too_early():
    quality = data_quality(unknown=50.0, due=0, missing=0, late=0)
    assert (quality.grade, quality.words, quality.to_do) == (TOO_EARLY, "Too early to say", ())
    assert [check.reason for check in quality.checks] == ["No report is due yet."]


def test_every_check_says_its_reason_and_what_to_do():
    quality = data_quality(unknown=25.0, due=10, missing=1, late=3, people="patients")
    assert [check.reason for check in quality.checks] == [
        "25% of patients have no recorded group.",
        "1 of 10 due reports did not come.",
        "3 of 10 due reports came late or in part.",
    ]
    # weak first, then with care, then what is good and could be better
    assert quality.to_do == (
        "Ask each person, record the answer in their own words, and note where they declined.",
        "Name who sends the report, and a day well before it is due.",
        "Send the missing reports, also late.",
    )


def test_nothing_is_asked_of_good_reports():
    quality = data_quality(unknown=4.1, due=15, missing=0, late=0)
    assert quality.to_do == ()
    assert [check.reason for check in quality.checks][1:] == ["All 15 due reports came.", "No report came late or in part."]


@pytest.mark.parametrize(
    ("missing", "late", "said"),
    [
        (0, 0, ["The one due report came.", "No report came late or in part."]),
        (1, 0, ["The one due report did not come.", "No report came late or in part."]),
        (0, 1, ["The one due report came.", "1 of 1 due report came late or in part."]),
    ],
)
def test_a_single_report_is_told_as_one(missing, late, said):
    assert [check.reason for check in data_quality(unknown=4.1, due=1, missing=missing, late=late).checks][1:] == said


def test_hidden_reports_have_no_grade_and_say_why():
    quality = hidden_quality()
    assert (quality.grade, quality.words, quality.to_do) == (HIDDEN, "Hidden", ())
    assert [check.reason for check in quality.checks] == ["This team shows these reports to its own members alone."]


def test_the_rule_names_every_limit_and_whose_it_is():
    assert rule_words() == (
        "Good enough to judge: at most 10% have no recorded group; at most 10% of the due reports are missing; at most 20% came late or in part. "
        "With care: at most 20% have no recorded group; at most 25% of the due reports are missing; at most 50% came late or in part. "
        "Beyond that: too weak to judge. These limits are our own."
    )


@pytest.mark.parametrize(
    ("states", "grade"),
    [
        (["on_time", "reported", "not_due", "not_applicable"], GOOD),
        # one of four missing is 25 %
        (["on_time", "reported", "on_time", "not_reported"], WITH_CARE),
        # late and in part together: two of three are more than half
        (["late", "part", "on_time"], WEAK),
        (["hidden", "hidden"], HIDDEN),
        (["not_due"], TOO_EARLY),
        ([], TOO_EARLY),
    ],
)
def test_the_grade_is_read_from_the_states_of_the_reports(states, grade):
    assert quality_of_reports(states, (), "patients").grade == grade


@pytest.mark.parametrize(
    ("shares", "grade"),
    [((Count(30, 100), Count(5, 100)), GOOD), ((Count(5, 100), Count(30, 100), HIDDEN_COUNT), WEAK), ((HIDDEN_COUNT, Count(0, 0)), GOOD)],
)
def test_the_latest_known_share_of_people_in_no_group_counts(shares, grade):
    assert quality_of_reports(["on_time"], shares, "patients").grade == grade
