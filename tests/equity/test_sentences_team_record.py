from __future__ import annotations

from datetime import date

import pytest

from equity.catalogue import Event
from equity.counts import Band, Count
from equity.data_quality import data_quality, hidden_quality
from equity.due import DueAims, DueNext, DueReports
from equity.periods import period_of
from equity.sentences.team_record import (
    actions_title,
    due_title,
    few_of,
    in_days,
    measure_words,
    missing_words,
    people_words,
    practices_title,
    progress_subtitle,
    progress_title,
    quality_title,
    rater_words,
    report_words,
    team_maturity_subtitle,
    then_words,
    unsupported_words,
)
from equity.team_maturity import TeamDomain, TeamMaturity

TODAY = date(2026, 10, 28)


def team(*domains: TeamDomain, rater: str = "consensus") -> TeamMaturity:
    return TeamMaturity("t", "Anchor", True, domains, date(2025, 7, 14), date(2026, 9, 16), rater)


TWICE, ONCE, NEVER = TeamDomain("a", "Within", 2, 3), TeamDomain("b", "Together", None, 3), TeamDomain("c", "Equity")


@pytest.mark.parametrize(
    ("domains", "rater", "said"),
    [
        ([TWICE, ONCE], "consensus", "COS, agreed by the team and its coach. Hollow: July 2025. Filled: September 2026."),
        ([ONCE], "coach", "COS, given by the coach."),
        ([ONCE], "self", "COS, given by the team itself."),
        ([ONCE], "", "COS, given by people."),
        ([NEVER], "", "COS. Levels stand here once the team and its coach have given them."),
    ],
)
def test_whose_levels_are_shown_and_what_hollow_and_filled_are(domains, rater, said):
    assert team_maturity_subtitle(team(*domains, rater=rater), "COS") == said


def test_moves_up_without_evidence_are_named():
    first, second = TeamDomain("a", "Within", 2, 3, unsupported=True), TeamDomain("b", "Equity", 1, 2, unsupported=True)
    assert unsupported_words(team(first, ONCE, second)) == "Moved up with no evidence on file: “Within” and “Equity”."
    assert unsupported_words(team(TWICE)) == ""


def test_a_progress_score_says_what_it_means():
    assert progress_title(3.5) == "Progress score 3.5: improvement toward the goals"
    assert progress_title(2.0) == "Progress score 2: active, no change tested yet"
    assert progress_title(None) == "No progress score yet"


@pytest.mark.parametrize(
    ("raters", "said"),
    [
        (["coach", "self"], "IHI scale, 0.5 to 5. Set by the team itself and coach. It is never worked out from the data."),
        (["consensus", "faculty"], "IHI scale, 0.5 to 5. Set by team and coach together and faculty. It is never worked out from the data."),
        ([], "IHI scale, 0.5 to 5. It is never worked out from the data."),
    ],
)
def test_the_score_is_set_by_people_and_they_are_named(raters, said):
    assert progress_subtitle(raters) == said


def test_a_rater_of_the_networks_own_keeps_its_word():
    assert (rater_words("self"), rater_words("faculty")) == ("the team itself", "faculty")


@pytest.mark.parametrize(
    ("stages", "said"),
    [
        (["in_use", "sustained", "started", "none"], "Two of four practices are in use; one is being tested"),
        (["in_use", "started", "started"], "One of three practices is in use; two are being tested"),
        (["in_use", ""], "One of two practices is in use"),
        (["planned", "none"], "None of two practices is in use"),
        (["", ""], "No practice has been reported yet"),
        ([], "No practice has been reported yet"),
    ],
)
def test_practices_count_where_they_are_in_use(stages, said):
    assert practices_title(stages) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((3, 0, 1), "Three of four actions are shown by evidence; one is adopted and not yet acted on"),
        ((1, 1, 2), "One of four actions is shown by evidence; one has no evidence yet; two are adopted and not yet acted on"),
        ((0, 2, 0), "None of two actions is shown by evidence; two have no evidence yet"),
        ((2, 0, 0), "Two of two actions are shown by evidence"),
        ((1, 0, 0), "The one action is shown by evidence"),
        ((0, 1, 0), "The one action has no evidence yet"),
        ((0, 0, 1), "The one action is adopted and not yet acted on"),
        ((0, 0, 0), "No action has been adopted yet"),
    ],
)
def test_only_what_can_be_shown_counts_as_acted(counts, said):
    assert actions_title(**dict(zip(("shown", "unproven", "waiting"), counts, strict=True))) == said


@pytest.mark.parametrize(
    ("unknown", "missing", "said"),
    [
        (4.1, ["December 2025"], "Data quality: good enough to judge; one report is missing and 4.1% of patients have no recorded group"),
        (15.0, [], "Data quality: judge with care; 15% of patients have no recorded group"),
        (None, ["a", "b", "c", "d", "e", "f"], "Data quality: too weak to judge; six reports are missing"),
        (None, [], "Data quality: good enough to judge"),
    ],
)
def test_the_title_of_quality_is_the_grade_and_its_reasons(unknown, missing, said):
    quality = data_quality(unknown=unknown, due=15, missing=len(missing), late=0)
    assert quality_title(quality, unknown=unknown, missing=missing, people="patients") == said


def test_before_the_first_due_report_there_is_no_grade():
    assert quality_title(data_quality(unknown=None, due=0, missing=0, late=0), unknown=None, missing=[], people="patients") == "Data quality: too early to say"


def test_what_is_hidden_has_no_grade():
    assert quality_title(hidden_quality(), unknown=None, missing=[], people="patients") == "Data quality: hidden"


@pytest.mark.parametrize(
    ("missing", "late", "said"),
    [
        (["Oct 2025"], ["Feb 2026", "Mar 2026"], "Oct 2025 not reported; Feb 2026 and Mar 2026 late or in part"),
        ([], ["Feb 2026"], "Feb 2026 late or in part"),
        ([], [], "None missing, none late or in part"),
    ],
)
def test_missing_and_late_reports_are_named(missing, late, said):
    assert missing_words(missing, late) == said


@pytest.mark.parametrize(("most", "said"), [(3, "a, b and c"), (2, "b, c and 1 before"), (1, "c and 2 before")])
def test_of_many_names_the_latest_are_told(most, said):
    assert few_of(["a", "b", "c"], most) == said


def test_a_share_is_told_with_its_start():
    assert then_words(12.1, "Q3 2024", "Q3 2026") == "in Q3 2026; 12.1% in Q3 2024"
    assert then_words(12.1, "Q3 2024", "Q3 2024") == "in Q3 2024"


def test_sizes_are_told_from_the_smallest_to_the_largest():
    assert people_words([Count(0, size) for size in (3989, 2597, 3000)]) == "2,597 to 3,989 in all periods"
    assert people_words([Count(0, 12)]) == "the same in all periods"


def test_sizes_that_are_told_as_ranges_stay_ranges():
    small, large = Count(10.0, 20, band=Band(20, 49)), Count(100.0, 200, band=Band(200, 499))
    assert people_words([large, small, large]) == "20 to 49 in the smallest period, 200 to 499 in the largest"
    assert people_words([small, small]) == "the same range in all periods"


MONTH = period_of(date(2026, 9, 1), "month")
CONVENING = Event("c", "convening", 4, "Convening 4", date(2026, 12, 8), date(2026, 12, 9), "", "")


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (DueNext((DueReports(date(2026, 11, 14), MONTH, ("bp",)),), CONVENING, ()), "Next: reports are due on 14 November 2026, in 17 days"),
        (DueNext((), CONVENING, (DueAims(date(2026, 12, 31), ("bp",)),)), "Next: Convening 4 begins on 8 December 2026, in 41 days"),
        (DueNext((), None, (DueAims(date(2026, 12, 31), ("bp",)),)), "Next: an aim is due on 31 December 2026, in 64 days"),
        (DueNext((), None, ()), "Nothing is due next"),
    ],
)
def test_the_next_day_that_matters_is_the_title(due, said):
    assert due_title(due, TODAY) == said


@pytest.mark.parametrize(("day", "said"), [(28, "on 28 October 2026, today"), (29, "on 29 October 2026, tomorrow"), (30, "on 30 October 2026, in two days")])
def test_days_that_are_left_are_counted(day, said):
    assert in_days(date(2026, 10, day), TODAY) == said


@pytest.mark.parametrize(("grain", "said"), [("month", "September 2026"), ("quarter", "Q3 2026"), ("half-year", "the 2nd half of 2026"), ("year", "2026")])
def test_a_report_is_named_by_its_period(grain, said):
    assert report_words(period_of(date(2026, 9, 1), grain)) == said


def test_measures_are_listed_by_their_short_names():
    assert measure_words(("bp", "rel"), {"bp": "blood pressure", "rel": "data completeness"}) == "blood pressure and data completeness"
