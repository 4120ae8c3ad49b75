from __future__ import annotations

from datetime import date

from equity.periods import period_of
from equity.report_states import ReportRoll
from equity.sentences.network_reporting import NOTHING_DUE, behind_title, calendar_subtitle, missed_words, reporting_title

Q3 = period_of(date(2026, 7, 1), "quarter")
NAMES = {"a": "Ash", "b": "Birch", "c": "Cedar", "d": "Dogwood"}


def title(due: int, came: int, *missed: tuple[str, int]) -> str:
    return reporting_title(ReportRoll(3, due, came, missed), NAMES, Q3)


def test_the_title_says_how_many_reported_and_names_who_did_not():
    assert title(15, 15) == "All 15 teams reported for Q3 2026"
    assert title(1, 1) == "The one team that is due reported for Q3 2026"
    assert title(15, 14, ("a", 2)) == "14 of 15 teams reported for Q3 2026; Ash has missed two in a row"
    assert title(2, 0, ("a", 1), ("b", 1)) == "None of two teams reported for Q3 2026; Ash has not and Birch has not"
    assert title(15, 11, *((name, 1) for name in NAMES)) == "Eleven of 15 teams reported for Q3 2026; four have not"


def test_nothing_due_is_said():
    assert reporting_title(ReportRoll(None, 0, 0), NAMES, None) == NOTHING_DUE
    assert behind_title(0, 300, None) == NOTHING_DUE


def test_a_large_network_is_counted():
    assert behind_title(0, 300, Q3) == "All 300 teams sent their latest report that is due, for Q3 2026"
    assert behind_title(12, 300, Q3) == "12 of 300 teams have not sent their latest report that is due, for Q3 2026"


def test_how_often_a_team_missed_is_said():
    assert missed_words("Ash", 1) == "Ash has not"
    assert missed_words("Ash", 3) == "Ash has missed three in a row"


def test_the_subtitle_says_what_a_mark_stands_for():
    assert calendar_subtitle("quarter", is_whole=True, untold=False) == "Reports on all measures together, by team and quarter. Teams in alphabetical order."
    said = calendar_subtitle("quarter", is_whole=False, untold=True)
    assert "Only teams that are behind, in order of their names." in said
    assert said.endswith("its reports have no day.")


def test_the_subtitle_names_the_one_measure_that_is_shown():
    said = calendar_subtitle("quarter", is_whole=True, untold=False, measure="Blood pressure under control")
    assert said == "Reports on blood pressure under control, by team and quarter. Teams in alphabetical order."
