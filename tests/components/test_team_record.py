from __future__ import annotations

import pytest

from components.team_record import (
    ACTION_WORDS,
    ActionRow,
    PracticeRow,
    StoryWords,
    action_list,
    due_list,
    fact_words,
    practice_grid,
    quality_fact,
    report_key,
    report_mark,
    report_marks,
    stage_key,
    stage_mark,
    stages_table,
    story_parts,
)
from equity.report_states import STATE_WORDS
from equity.stages import STAGE_WORDS
from tests.components.plain import cells, every, plain, text

QUARTERS = ("Q3 2025", "Q4 2025", "Q1 2026")
PRACTICES = [PracticeRow("Stratify", "Split every measure.", ("planned", "in_use", "sustained")), PracticeRow("Pay partners", "", ("", "none", "pilot"))]


def marks_in(part):
    return [one.className for one in every(part, "Span") if (getattr(one, "className", None) or "").startswith("mark ")]


def test_every_stage_has_a_mark_and_its_word():
    grid = practice_grid(QUARTERS, PRACTICES, caption="Stages")
    assert marks_in(grid) == [
        "mark mark-stage-planned",
        "mark mark-stage-in_use",
        "mark mark-stage-sustained",
        "mark mark-not_reported",
        "mark mark-stage-none",
        "mark mark-stage-other",
    ]
    assert [one.title for one in every(grid, "Td")] == ["planned", "in use", "part of daily work", "not reported", "not in use", "pilot"]
    assert cells(grid)[1:] == [["Stratify", "planned", "in use", "part of daily work"], ["Pay partners", "not reported", "not in use", "pilot"]]


@pytest.mark.parametrize("stage", STAGE_WORDS)
def test_known_stages_have_marks_of_their_own(stage):
    assert stage_mark(stage) == f"stage-{stage}"


def test_the_key_tells_what_is_shown_and_nothing_else():
    assert [text(one) for one in stage_key(["in_use", "planned", "planned"]).children] == ["planned", "in use"]
    assert [text(one) for one in stage_key(["pilot", "", "none"]).children] == ["not in use", "pilot", "not reported"]


def test_the_same_stands_in_words_with_what_each_practice_means():
    assert cells(stages_table(QUARTERS, PRACTICES, caption="Stages")) == [
        ["Practice", "Meaning", *QUARTERS],
        ["Stratify", "Split every measure.", "planned", "in use", "part of daily work"],
        ["Pay partners", "", "not reported", "not in use", "pilot"],
    ]


@pytest.mark.parametrize("state", ACTION_WORDS)
def test_an_action_says_how_far_it_is(state):
    (item,) = every(action_list([ActionRow("Data", "Blood pressure", state, "Adopted 20 July 2025", "")]), "Li")
    assert marks_in(item) == [f"mark mark-action-{state}"]
    assert text(item) == f"Blood pressureData{ACTION_WORDS[state]}Adopted 20 July 2025"


def test_evidence_stands_under_the_inequity():
    (item,) = every(action_list([ActionRow("Data", "Blood pressure", "shown", "", "412 cuffs out")]), "Li")
    assert [text(one) for one in every(item, "P")][:3] == ["Blood pressure", "412 cuffs out", "Data"]


@pytest.mark.parametrize(("count", "more"), [(1, None), (2, "Read the earlier report"), (3, "Read all 3 reports")])
def test_the_latest_words_are_large_and_all_others_unfold(count, more):
    said = story_parts([StoryWords(f"words {place}", f"nurse {place}") for place in range(count)])
    assert [text(one) for one in said[:2]] == ["words 0", "nurse 0"]
    assert [text(one) for one in every(said, "Summary")] == ([more] if more else [])
    assert len(every(said, "Blockquote")) == count


def test_a_fact_has_its_name_its_size_and_what_it_was():
    assert [text(one) for one in fact_words("Unknown", "4.1%", "11.8% at the start")] == ["Unknown", "4.1%", "11.8% at the start"]
    assert [text(one) for one in fact_words("Grade", "Good", "")] == ["Grade", "Good"]


def test_the_words_of_a_fact_can_be_replaced_and_what_is_under_them_stays():
    shown = quality_fact("team-quality-share-fact", fact_words("a", "b", "c"), *fact_words("chart", "", ""))
    assert shown.children[0].id == "team-quality-share-fact"
    assert text(shown.children[1]) == "chart"


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("on_time", "report-on_time"),
        ("late", "report-late"),
        ("reported", "report-reported"),
        ("not_reported", "not_reported"),
        ("not_due", "not_due"),
        ("not_applicable", "not_applicable"),
        ("hidden", "hidden"),
        ("hidden_at_source", "hidden"),
    ],
)
def test_every_state_of_a_report_has_a_mark_and_a_word(state, kind):
    assert report_mark(state) == kind
    (item,) = every(report_marks([("Oct 2025", state)]), "Li")
    assert item.title.startswith(f"Oct 2025: {STATE_WORDS[state]}.")
    assert text(item) == f"Oct 2025 {STATE_WORDS[state]}"


def test_the_key_of_reports_tells_each_mark_once():
    assert [text(one) for one in report_key(["late", "on_time", "on_time", "hidden", "hidden_at_source"]).children] == ["on time", "late", "hidden"]


def test_what_is_due_stands_with_its_day():
    shown = due_list([("14 November 2026", "Reports for October 2026, in 17 days", "blood pressure")])
    assert plain(shown)["Dl"]["className"] == "due"
    assert [text(every(shown, kind)) for kind in ("Dt", "Dd")] == ["14 November 2026", "Reports for October 2026, in 17 daysblood pressure"]
