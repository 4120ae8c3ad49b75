from __future__ import annotations

import pytest

from equity.demonstrated import Demonstrated
from equity.sentences.practices_page import (
    EVIDENCE_RULE,
    LEDGER_RULE,
    NOTHING_TOLD,
    UNNAMED,
    actions_counted_title,
    calendar_subtitle,
    ledger_title,
    practice_title,
    practices_sentence,
    stage_teams_cell,
    together_cell,
    together_title,
)
from tests.naive import grade

STAGES = {"none": 2, "in_use": 2, "sustained": 1}


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (STAGES, "Three of five teams use “Listen” in Q3 2026"),
        ({"in_use": 1, "started": 4}, "One of five teams uses “Listen” in Q3 2026"),
        ({"trial": 14}, "None of 14 teams use “Listen” in Q3 2026"),
        ({}, "No team told of “Listen” for Q3 2026"),
    ],
)
def test_of_one_practice_the_title_says_how_many_use_it(counts, said):
    assert practice_title("Listen", "Q3 2026", counts) == said


@pytest.mark.parametrize(
    ("practices", "said"),
    [
        ({"Pay": {"none": 5}, "Listen": STAGES}, "Three of five teams use “Listen” in Q3 2026, more than any other practice"),
        ({"Pay": STAGES, "Listen": STAGES, "Ask": {}}, "Three of five teams use “Pay” in Q3 2026; no practice is in use in more"),
        ({"Pay": {}}, NOTHING_TOLD),
        ({}, NOTHING_TOLD),
    ],
)
def test_of_all_practices_the_title_names_the_one_that_most_use(practices, said):
    assert together_title(practices, "Q3 2026") == said


def test_counts_of_teams_are_short_to_see_and_whole_to_hear():
    assert together_cell(STAGES) == ("3/5", "three of five teams")
    assert stage_teams_cell(STAGES, "none") == ("2", "two of five teams")
    assert stage_teams_cell(STAGES, "planned") == ("0", "none of five teams")
    for cell in (together_cell({}), stage_teams_cell({}, "none")):
        assert cell == ("–", "not reported")


def test_the_subtitle_says_what_cells_are_and_whether_a_team_is_left_out():
    assert calendar_subtitle(is_all=True, is_whole=True).startswith("In each cell: how many practices are in use. A practice counts")
    assert calendar_subtitle(is_all=False, is_whole=False).startswith("Stage by quarter, as the team told it.")
    assert calendar_subtitle(is_all=False, is_whole=False).endswith(UNNAMED)
    assert UNNAMED not in calendar_subtitle(is_all=False, is_whole=True)


@pytest.mark.parametrize(
    ("decided", "teams", "is_whole", "said"),
    [
        ({"running": 2, "adopt": 5, "abandon": 1}, 4, True, "Eight changes in four teams: five adopted, one abandoned, two being tested"),
        ({"adapt": 1}, 1, False, "One change fits what was asked, in one team: one adapted"),
        ({"adapt": 2}, 1, False, "Two changes fit what was asked, in one team: two adapted"),
        ({}, 0, True, "No change has been written down yet"),
        ({}, 0, False, "No change fits what was asked"),
    ],
)
def test_the_ledger_says_what_was_decided(decided, teams, is_whole, said):
    assert ledger_title(decided, teams, is_whole=is_whole) == said


@pytest.mark.parametrize(
    ("total", "said"),
    [
        (Demonstrated(14, 13, 12), "14 teams adopted an action against a named inequity; twelve can show what they did"),
        (Demonstrated(1, 1, 1), "One team adopted an action against a named inequity; one can show what it did"),
        (Demonstrated(2, 1, 0), "Two teams adopted an action against a named inequity; none can show yet what it did"),
        (None, "No team has adopted an action yet"),
    ],
)
def test_only_what_can_be_shown_counts(total, said):
    assert actions_counted_title(total) == said


def test_the_finding_holds_all_three():
    assert practices_sentence("A", "B", "C").text == "A. B. C."


@pytest.mark.parametrize("words", [EVIDENCE_RULE, LEDGER_RULE, UNNAMED, calendar_subtitle(is_all=True, is_whole=True)])
def test_rules_are_plain_and_give_no_cause(words):
    assert grade(words) <= 8
    assert "because" not in words
