from __future__ import annotations

from datetime import date

import pytest

from equity.level_and_gap import LEVELLED
from equity.level_path import level_path
from equity.sentences.team_page import (
    aim_history_words,
    last_report_words,
    level_subtitle,
    level_title,
    measures_title,
    more_words,
    needed_words,
    no_work_sentence,
    peers_title,
    question_words,
)
from equity.trend import gap_trend
from tests.examples import BASELINE, MEASURE, names_for, series_of, straight_trend
from tests.told import TRENDS

REGISTERED, BY = date(2025, 7, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("name", "said"), [("Hazelmoor Clinics", "Is Hazelmoor Clinics' gap closing?"), ("Oxmeadow Health Center", "Is Oxmeadow Health Center's gap closing?")]
)
def test_the_question_takes_names_that_end_in_s(name, said):
    assert question_words(name) == said


def test_a_team_without_a_measure_says_so():
    assert no_work_sentence("Garnet Row").lead == "Garnet Row works on no measure with a gap yet."


@pytest.mark.parametrize(
    ("registered", "edits", "said"),
    [
        (REGISTERED, [], "Registered 1 July 2025, not changed since."),
        (None, [], "Registered on a day that is not given, not changed since."),
        (REGISTERED, [((8.0, BY), date(2026, 3, 2))], "Registered 1 July 2025. Changed 2 March 2026: before, 8 points or less by December 2026."),
        (REGISTERED, [((None, None), date(2026, 3, 2))], "Registered 1 July 2025. Changed 2 March 2026: before, no aim."),
    ],
)
def test_an_aim_keeps_its_history(registered, edits, said):
    assert aim_history_words(registered, edits, MEASURE) == said


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("1/20 2/20\n 3/20 4/20", ("Q2 2024", "")),
        ("1/20 2/20\n not_reported not_reported\n not_due not_due", ("Q1 2024", "One quarter due since has not come.")),
        ("1/20 2/20\n not_reported 4/20\n not_reported not_reported", ("Q1 2024", "Two quarters due since have not come.")),
        ("hidden hidden\n not_due not_due", ("Q1 2024", "")),
        ("not_reported not_reported", ("none yet", "One quarter due since has not come.")),
        ("", ("none yet", "")),
    ],
)
def test_the_last_report_and_what_did_not_come_since(rows, said):
    assert last_report_words(gap_trend(series_of(rows), MEASURE, None)) == said


def test_the_level_title_says_for_whom_it_got_better():
    assert level_title(level_path(straight_trend((0.50, 0.62), (0.66, 0.68)), "others")) == "Better for all, and the gap is smaller"
    assert level_title(level_path(gap_trend(series_of("hidden hidden"), MEASURE, None), "others")) == "Level and gap: no way to show yet"


def test_levelling_down_never_passes_as_a_gain_in_the_level_title():
    assert level_title(level_path(TRENDS["levelled down"], "others")) == LEVELLED.rstrip(".")


@pytest.mark.parametrize(
    ("direction", "better"), [("higher", " Down and right is better for everyone."), ("lower", " Down and left is better for everyone."), ("neutral", "")]
)
def test_the_level_subtitle_says_which_way_is_better(direction, better):
    trend = straight_trend((0.50, 0.40), (0.3, 0.3), improvement_direction=direction)
    said = level_subtitle(level_path(trend, "others"), "the baseline year")
    assert said == f"Rate of both groups together against the gap, by quarter since the baseline year.{better}"


def test_the_level_subtitle_says_how_many_periods_are_put_together():
    trend = gap_trend(series_of("500/1000 660/1000\n" * 15), MEASURE, BASELINE)
    assert "two quarters together in each step, since the baseline year" in level_subtitle(level_path(trend, "others"), "the baseline year")


@pytest.mark.parametrize(
    ("closing", "peers", "said"),
    [
        (0, 7, "No team like this one is closing this gap yet"),
        (1, 4, "One of four teams like this one is closing this gap"),
        (3, 7, "Three of seven teams like this one are closing this gap"),
    ],
)
def test_how_many_peers_are_closing_it(closing, peers, said):
    assert peers_title(closing, peers) == said


def test_what_is_needed_names_the_gap():
    assert needed_words(names_for(straight_trend((0.5, 0.5), (0.6, 0.6)))).startswith("A team stands here once its blood pressure gap is closing:")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "This team works on no measure with a gap"),
        ([None, None], "None of this team's gaps can be judged yet"),
        (["closing", None], "The one gap that can be judged: closing"),
        (["closing", "cannot_tell_yet"], "Of two gaps that can be judged, one is closing and none is widening"),
        (["closing", "closing", "widening"], "Of three gaps that can be judged, two are closing and one is widening"),
        (["widening", "widening", "levelled_down"], "Of three gaps that can be judged, none is closing and two are widening"),
    ],
)
def test_how_many_gaps_of_a_team_close(words, said):
    assert measures_title(words) == said


@pytest.mark.parametrize(("count", "said"), [(0, ""), (1, "And 1 more team: the file has all."), (7, "And 7 more teams: the file has all.")])
def test_how_many_more_there_are(count, said):
    assert more_words(count, "team") == said
