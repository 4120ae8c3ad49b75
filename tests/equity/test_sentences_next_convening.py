from __future__ import annotations

from datetime import date

import pytest

from equity.catalogue import Event, Network
from equity.sentences import next_convening as said
from tests.naive import grade

NEXT = Event("c4", "convening", 4, "Convening 4", date(2026, 12, 8), date(2026, 12, 9), "", "Millbrace Hall")
PAST = Event("c3", "convening", 3, "Convening 3", date(2026, 5, 13), date(2026, 5, 14), "", "")
NETWORK = Network("n", "Three Rivers", date(2025, 7, 1), 18, date(2026, 10, 28), True, "standard")


def test_the_title_says_when_or_that_none_lies_ahead():
    assert said.convening_title(NEXT, PAST) == "Next: Convening 4 on 8 and 9 December 2026"
    assert said.convening_title(None, PAST) == "No further convening is planned"
    assert said.convening_title(None, None) == "No convening is planned yet"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 12, 8), date(2026, 12, 8), "8 December 2026"),
        (date(2026, 12, 8), date(2026, 12, 11), "8 to 11 December 2026"),
        (date(2026, 1, 31), date(2026, 2, 2), "31 January to 2 February 2026"),
        (date(2026, 12, 31), date(2027, 1, 1), "31 December 2026 and 1 January 2027"),
    ],
)
def test_days_are_said_as_people_say_them(first, last, words):
    assert said.days_words(first, last) == words


def test_the_subtitle_says_where_and_what_is_due_before_it():
    due = [date(2026, 10, 30), date(2026, 11, 14)]
    assert said.convening_subtitle(NEXT, PAST, due) == "Millbrace Hall. Reports are due before it on 30 October and 14 November."
    assert said.convening_subtitle(NEXT, None, []) == "Millbrace Hall. No report is due before it."
    other = Event("c4", "convening", 4, "Convening 4", date(2026, 12, 8), date(2026, 12, 9), "2", "")
    assert said.convening_subtitle(other, None, []).startswith("For cohort 2. ")


def test_without_one_the_subtitle_says_how_it_comes_to_stand_here():
    assert said.convening_subtitle(None, PAST, []).startswith("The last one was Convening 3 on 13 and 14 May 2026. ")
    assert said.convening_subtitle(None, None, []) == "A date stands here once the network's events name one."


def test_many_days_are_counted_and_other_years_named():
    assert said.due_words([date(2026, 11, day) for day in (1, 2, 3, 4)]) == "Reports are due on four days before it, first on 1 November 2026."
    assert said.due_words([date(2026, 12, 30), date(2027, 1, 14)]) == "Reports are due before it on 30 December 2026 and 14 January."


def test_what_moved_is_told_by_measure():
    counts = {"blood pressure": {"closing": 5}, "preterm birth": {"closing": 1, "widening": 2}, "visits": {}}
    assert said.moved_topic(counts) == ("What moved, and for whom", "Six gaps are closing: blood pressure at five teams, preterm birth at one team.")
    assert said.moved_topic({"a": {"closing": 1}}) == ("What moved, and for whom", "One gap is closing: a at one team.")
    assert said.moved_topic({"visits": {"widening": 1}}) is None
    many = said.moved_topic({name: {"closing": 1} for name in "abcde"})
    assert many[1].endswith("c at one team, and two measures more.")


def test_who_widens_is_named_while_they_are_few():
    assert said.widening_topic([]) is None
    assert said.widening_topic(["Ash"]) == ("One team whose gap widens", "Ash may tell what it sees.")
    assert said.widening_topic(["Ash", "Birch"])[1] == "Ash and Birch may tell what they see."
    assert said.widening_topic(list("abcde"))[1] == "Some of them may tell what they see; they are named under coaching."


def test_what_became_of_the_tests_is_counted():
    assert said.tests_topic({}, PAST) is None
    assert said.tests_topic({"adopt": 3, "adapt": 1, "abandon": 2, "running": 13}, PAST)[1] == (
        "Six tests of change ended since Convening 3: three adopted, one adapted, two abandoned. 13 tests run now."
    )
    assert said.tests_topic({"running": 1}, None)[1] == "No test of change ended so far. One test runs now."


def test_who_has_not_reported_is_named_while_they_are_few():
    assert said.reports_topic([], 15) is None
    assert said.reports_topic(["Ash"], 15) == ("Who has not reported", "Ask Ash what would help.")
    assert said.reports_topic(list("abcde"), 1500)[1].endswith("of 1,500 teams: ask what would help them.")


def test_near_the_end_there_is_what_comes_after():
    assert said.end_topic(NEXT, NETWORK) == ("Holding the gains after month 18", "The network's time ends on 31 December 2026.")
    assert said.end_topic(PAST, NETWORK) is None


def test_the_words_are_plain():
    words = " ".join([said.convening_subtitle(NEXT, PAST, [date(2026, 10, 30)]), said.tests_topic({"adopt": 3, "running": 2}, PAST)[1]])
    assert grade(words) <= 8
