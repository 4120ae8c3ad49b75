from __future__ import annotations

from datetime import date

import pytest

from equity.catalogue import Team
from equity.sentences.directory import (
    aim_words,
    directory_sentence,
    directory_title,
    looked_for_words,
    member_words,
    place_words,
    settings_words,
)
from tests.examples import ADVERSE, MEASURE, measure_like


def sentence(total: int, working: int, *, whole: int = 15, by_setting=None) -> str:
    return directory_sentence(total=total, working=working, by_setting=by_setting or {}, measure=MEASURE, whole=whole).text


@pytest.mark.parametrize(
    ("total", "working", "said"),
    [
        (15, 13, "15 teams are in the network; 13 work on blood pressure under control."),
        (15, 15, "15 teams are in the network; all of them work on blood pressure under control."),
        (15, 1, "15 teams are in the network; one works on blood pressure under control."),
        (15, 0, "15 teams are in the network; none of them works on blood pressure under control."),
        (2, 2, "Two of 15 teams fit these filters; all of them work on blood pressure under control."),
        (1, 1, "One of 15 teams fits these filters; it works on blood pressure under control."),
        (1, 0, "One of 15 teams fits these filters; it does not work on blood pressure under control."),
        (0, 0, "None of 15 teams fits these filters. Take one away to see more."),
    ],
)
def test_how_many_teams_there_are_and_how_many_work_on_the_measure(total, working, said):
    assert sentence(total, working) == said


def test_one_team_is_a_network_and_none_is_a_beginning():
    assert sentence(1, 1, whole=1) == "One team is in the network; it works on blood pressure under control."
    assert sentence(0, 0, whole=0) == "No team has joined yet. Teams stand here once they are loaded."


@pytest.mark.parametrize(
    ("by_setting", "said"),
    [
        ({"mixed": 4, "rural": 3, "Urban": 8}, "Four are mixed, three rural and eight urban."),
        ({"rural": 1, "urban": 2}, "One is rural and two urban."),
        ({"": 2, "rural": 1, "urban": 2}, "One is rural and two urban; of two the setting is not given."),
        ({"urban": 3}, ""),
        ({"": 3}, ""),
        ({}, ""),
        (dict.fromkeys("abcde", 1), "One is a, one b, one c, one d and one e."),
        (dict.fromkeys("abcdef", 1), ""),
    ],
)
def test_settings_are_said_while_they_are_few(by_setting, said):
    assert settings_words(by_setting) == said


@pytest.mark.parametrize(
    ("changes", "aim", "said"),
    [
        ({}, 6.0, "6 points or less by December 2026"),
        ({}, 6.5, "6.5 points or less by December 2026"),
        ({}, 0.0, "no gap by December 2026"),
        ({}, 0.04, "no gap by December 2026"),
        (ADVERSE, 1.4, "1.4 per 1,000 or less by December 2026"),
        ({"scale": "ratio"}, 1.2, "1.20 times or less by December 2026"),
    ],
)
def test_an_aim_is_said_in_the_unit_of_its_gap(changes, aim, said):
    assert aim_words(aim, date(2026, 12, 31), measure_like(**changes)) == said


def test_an_aim_without_a_day_has_none():
    assert aim_words(6.0, None, MEASURE) == "6 points or less"


@pytest.mark.parametrize(
    ("setting", "cohort", "said"),
    [("urban", "1", "Urban, cohort 1"), ("urban", "", "Urban"), ("", "1", "Cohort 1"), ("", "", "")],
)
def test_a_place_is_what_is_given(setting, cohort, said):
    assert place_words(Team("t", "Anchor", "", setting, cohort, None, None, "")) == said


@pytest.mark.parametrize(
    ("joined", "left", "said"),
    [
        (None, None, ""),
        (date(2025, 7, 1), None, ""),
        (date(2026, 1, 12), None, "Joined on 12 January 2026."),
        (date(2026, 1, 12), date(2026, 10, 28), "Left on 28 October 2026."),
        (date(2026, 1, 12), date(2026, 10, 29), "Joined on 12 January 2026."),
    ],
)
def test_who_came_later_or_left_is_told(joined, left, said):
    assert member_words(Team("t", "Anchor", "", "", "", joined, left, ""), date(2025, 7, 1), date(2026, 10, 28)) == said


def test_the_title_tells_the_gaps_of_all_teams_that_are_shown():
    verdicts = [("Anchor", "closing"), ("Birch", "widening"), ("Cedar", None)]
    assert directory_title(verdicts, first=1, total=3) == "One of two gaps is closing; Birch's is widening"


def test_the_title_of_a_page_tells_which_teams_it_holds():
    assert directory_title([("Anchor", "closing")] * 30, first=31, total=5000) == "Teams 31 to 60 of 5,000"
    assert directory_title([], first=1, total=0) == "No team to show"


def test_what_was_looked_for_is_said():
    assert looked_for_words(["setting rural", "teams named “zzz”"]) == "Looked for: setting rural and teams named “zzz”."
    assert looked_for_words([]) == "This network's files name no team yet."
