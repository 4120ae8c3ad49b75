"""The words of the Measures page: plain, and right for every kind of measure."""

from __future__ import annotations

from datetime import date

import pytest

from equity.catalogue import Group, Stratifier
from equity.counts import GapSeries
from equity.sentences import definitions as words
from equity.trend import gap_trend
from tests.examples import ADVERSE, measure_like, series_of
from tests.naive import grade


def test_measures_are_counted_by_kind_in_the_order_of_the_page():
    said = words.measures_sentence(["process", "outcome", "outcome", "balancing"], divisions=2, frameworks=1)
    assert said.lead == "Four measures are in use: two outcome measures, one process measure and one balancing measure."
    assert said.rest.startswith("People are divided in two ways. Teams are scored on one framework. ")


def test_one_measure_and_no_framework():
    said = words.measures_sentence(["outcome"], divisions=1, frameworks=0)
    assert said.text.startswith("One measure is in use: one outcome measure. People are divided in one way. Each card says")


def test_without_a_measure_the_page_says_so():
    assert words.measures_sentence([], divisions=0, frameworks=0).lead == "No measure is defined yet."


@pytest.mark.parametrize(
    ("found", "said"), [(0, "Nothing here holds “gap”."), (1, "One entry holds “gap”."), (2, "Two entries hold “gap”.")], ids=["none", "one", "two"]
)
def test_what_was_found_is_counted(found, said):
    assert words.found_sentence("gap", found).lead == said


def test_a_report_is_due_some_days_after_its_period():
    assert words.reported_words(measure_like(grain="quarter", due_days=45)) == "By quarter, due 45 days after the quarter has ended."
    assert words.reported_words(measure_like(grain="month", due_days=1)) == "By month, due one day after the month has ended."


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "A difference: one rate minus the other, in percentage points. Zero means no gap."),
        (ADVERSE, "A difference: one rate minus the other, per 1,000. Zero means no gap."),
        ({"multiplier": 1}, "A difference: one rate minus the other. Zero means no gap."),
        ({"scale": "ratio"}, "A ratio of the shares of those without it: one divided by the other. One means no gap."),
        ({"scale": "ratio", **ADVERSE}, "A ratio of the two rates: one divided by the other. One means no gap."),
        ({"number": "count"}, "None: it is told for all people as one."),
    ],
    ids=["points", "per", "shares", "adverse", "ratio", "none"],
)
def test_the_scale_of_the_gap_is_said_in_words(changes, said):
    assert words.scale_words(measure_like(**changes)) == said


def test_the_change_that_matters_is_said_on_the_gaps_own_scale():
    assert words.matter_words(measure_like(meaningful_change=5.0)) == "A gap that changed by 5 points or more."
    assert words.matter_words(measure_like(scale="ratio", meaningful_change=0.25)) == "A ratio that changed by 25% or more."


def test_a_version_says_since_when_it_holds():
    assert words.version_words(measure_like(version="2025", valid_from=date(2024, 7, 1))) == "2025, valid from 1 July 2024."
    assert words.version_words(measure_like(version="", valid_from=None)) == "Not numbered."


def test_a_unit_says_what_kind_of_number_it_is():
    assert words.unit_words(measure_like(unit="per 1,000 births", number="rate")).startswith("Per 1,000 births. A rate: ")


@pytest.mark.parametrize(
    ("core", "own", "said"),
    [
        (0, 0, "No team works on it yet."),
        (1, 0, "One team works on it as a core measure."),
        (13, 0, "13 teams work on it as a core measure."),
        (3, 1, "Three teams work on it as a core measure; one chose it for itself."),
        (1, 2, "One team works on it as a core measure; two chose it for themselves."),
        (0, 1, "One team chose it for itself; it is no core measure."),
        (0, 8, "Eight teams chose it for themselves; it is no core measure."),
    ],
)
def test_teams_at_work_are_counted_by_standing(core, own, said):
    assert words.at_work_words(core, own) == said


def test_a_load_brought_a_definition_or_changed_parts_of_it():
    day = date(2026, 11, 27)
    assert words.load_words(1, day, "2025", ()) == "27 November 2026, load 1: first loaded, version 2025"
    changed = words.load_words(1200, day, "", ("numerator_words", "unit", "multiplier", "new_column"))
    assert changed == "27 November 2026, load 1,200: changed: numerator, unit and new column; no version number since"


def test_a_group_of_unknown_people_says_that_it_is_in_no_gap():
    assert words.group_words(Group("asian", "Asian", "Asian", 1, "group", "East and South Asia")) == "East and South Asia"
    assert words.group_words(Group("white", "White", "White", 1, "group", "")) == ""
    assert words.group_words(Group("u", "Unknown", "Unknown", 1, "unknown", "Not asked")) == "Not asked. Group not known: in every total and in no gap"
    assert words.group_words(Group("d", "Declined", "Declined", 1, "declined", "")) == "Chose not to say: in every total and in no gap"


@pytest.mark.parametrize(
    ("version", "ordered", "said"),
    [
        ("", False, "No standard is named. Groups have no order: none comes first."),
        ("1", True, "Standard: the network’s own list, version 1. Groups have an order of their own."),
        ("OMB 2024", False, "Standard: OMB 2024. Groups have no order: none comes first."),
    ],
)
def test_a_division_names_its_standard_and_its_order(version, ordered, said):
    assert words.standard_words(Stratifier("s", "S", ordered, version, ())) == said


def test_kinds_of_team_come_with_their_teams_and_the_unsaid_last():
    assert words.kinds_words({"": 2, "rural": 1, "urban": 3}) == [("Rural", "one team"), ("Urban", "three teams"), ("Not given", "two teams")]
    assert words.kinds_words({"rural": 1}) == [("Rural", "one team")]


def test_every_fixed_sentence_is_plain():
    fixed = [about for _, about in words.KINDS.values()] + [*words.NUMBERS.values(), *words.DIRECTIONS.values(), words.NOT_KEPT]
    assert {one: round(grade(one), 1) for one in fixed if grade(one) > 8} == {}


@pytest.mark.parametrize(
    ("day", "version", "said"),
    [
        (None, "2026", ""),
        (date(2024, 1, 1), "2026", ""),
        (date(2024, 4, 1), "2026", " Long dashes: from 1 April 2024 on the measure is defined anew (version 2026), so what was before may not compare."),
        (date(2024, 6, 30), "", " Long dashes: from 30 June 2024 on the measure is defined anew, so what was before may not compare."),
        (date(2024, 7, 1), "", ""),
    ],
)
def test_a_new_definition_among_the_periods_is_said(day: date | None, version: str, said: str) -> None:
    measure = measure_like(valid_from=day, version=version)
    trend = gap_trend(series_of("52/100 66/120\n53/100 66/120"), measure, None)
    assert words.break_words(measure, trend) == said
    assert not said or grade(said) <= 8


def test_without_a_period_there_is_no_break() -> None:
    measure = measure_like(valid_from=date(2024, 4, 1))
    assert words.break_words(measure, gap_trend(GapSeries((), (), ()), measure, None)) == ""
