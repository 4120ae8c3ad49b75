"""The gap inside teams and between them, in one period."""

from __future__ import annotations

import pytest

from equity.counts import HIDDEN_COUNT, Count
from equity.teams_together import FEWEST_TEAMS, teams_together, together_words, variance_of
from tests.examples import ADVERSE, MEASURE, measure_like

RATE = measure_like(**ADVERSE)
# Five teams of one size in which 50 of 100 against 60 of 100 do well: 10 points everywhere.
ALIKE = [(Count(50, 100), Count(60, 100))] * 5
# In each team both groups fare alike, but the focus group goes to the teams that do badly: 0 inside, 40 points over all.
SORTED = [(Count(20, 100), Count(2, 10))] * 3 + [(Count(9, 10), Count(90, 100))] * 3


def test_where_every_team_has_one_gap_inside_and_over_all_are_the_same():
    found = teams_together(ALIKE, MEASURE)
    assert found.inside.difference.value == pytest.approx(-0.10)
    assert found.inside.crude_difference == pytest.approx(-0.10)
    assert found.mean.value == pytest.approx(10)
    assert "Inside the teams the gap is about the same: 10.0 points." in together_words(found, MEASURE)


def test_a_gap_that_lies_between_the_teams_is_said_so():
    found = teams_together(SORTED, MEASURE)
    # 69 + 18 of 330... focus 60 + 27 of 330, others 6 + 270 of 330: 26.4 against 83.6.
    assert found.inside.crude_difference == pytest.approx(87 / 330 - 276 / 330)
    assert found.inside.difference.value == pytest.approx(0)
    assert together_words(found, MEASURE).startswith("Inside the teams there is no gap: over all it is 57.3")
    assert "The two groups go to different teams." in together_words(found, MEASURE)


def test_what_is_hidden_or_missing_is_left_out():
    found = teams_together([*ALIKE, (HIDDEN_COUNT, Count(60, 100)), (Count(50, 100), Count(None, None, "not_reported"))], MEASURE)
    assert found.inside.teams == 5


@pytest.mark.parametrize(("teams", "said"), [(FEWEST_TEAMS - 1, False), (FEWEST_TEAMS, True), (FEWEST_TEAMS + 1, True), (0, False)])
def test_too_few_teams_say_nothing(teams, said):
    assert bool(together_words(teams_together(ALIKE[:1] * teams, MEASURE), MEASURE)) is said


def test_one_more_teams_gap_is_told_with_its_range():
    spread = [(Count(50, 100), Count(one, 100)) for one in (40, 50, 60, 70, 80)]
    found = teams_together(spread, MEASURE)
    assert found.prediction.low < -10 and found.prediction.high > 30
    assert "The gap of one more team like these would likely lie between" in together_words(found, MEASURE)


def test_rates_of_events_are_told_in_their_own_unit():
    found = teams_together([(Count(12, 1000), Count(6, 1000))] * 6, RATE)
    assert found.mean.value == pytest.approx(6)
    assert "about the same: 6.0 per 1,000." in together_words(found, RATE)


def test_a_team_without_an_event_is_not_taken_for_certain():
    assert variance_of(Count(0, 100), MEASURE) == pytest.approx(0.5 / 101 * (1 - 0.5 / 101) / 100)
    assert variance_of(Count(0, 100), RATE) == pytest.approx(0.5 / 101 / 100)
