from __future__ import annotations

from math import isnan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equity.standardised_gap import TeamCounts, simpson_words, standardised_gap
from tests import naive_trend

UNHURRIED = settings(deadline=None, max_examples=60)

GROUP = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
FOURFOLD = st.tuples(GROUP, GROUP).map(lambda pair: pair[0] + pair[1])
TEAMS = st.lists(FOURFOLD, min_size=1, max_size=15)


def gap_of(teams):
    return standardised_gap([TeamCounts(*team) for team in teams])


# focus 10/20 and 72/80, reference 36/80 and 17/20: ahead by .05 in each team, by .82 - .53 over all, for its people go to the better team
AHEAD = [(10, 20, 36, 80), (72, 80, 17, 20)]
# inside both teams .20 behind; over all (20 x .5 + 80 x .3) / 100 - (50 x .7 + 50 x .5) / 100 = .34 - .60
MIXED = [(10, 20, 35, 50), (24, 80, 25, 50)]


@UNHURRIED
@given(TEAMS)
def test_difference_ratio_and_error_agree_with_sums_over_teams(teams):
    found = gap_of(teams)
    difference, error = naive_trend.mantel_haenszel_difference(teams), naive_trend.sato(teams)
    assert (found.difference.value, found.difference_error) == pytest.approx((difference, error), abs=1e-9)
    if not isnan(found.ratio.value):
        assert found.ratio.value == pytest.approx(naive_trend.mantel_haenszel_ratio(teams))
        assert found.ratio.low <= found.ratio.value * (1 + 1e-12) and found.ratio.value <= found.ratio.high * (1 + 1e-12)


def test_one_team_has_its_own_gap():
    found = gap_of([(40, 100, 60, 100)])
    assert (found.difference.value, found.crude_difference) == pytest.approx((-0.2, -0.2))
    # Katz' variance: 1/40 - 1/100 + 1/60 - 1/100
    assert found.log_ratio_error == pytest.approx((1 / 40 - 1 / 100 + 1 / 60 - 1 / 100) ** 0.5)


@UNHURRIED
@given(FOURFOLD)
def test_equal_teams_put_together_have_the_gap_of_one(team):
    assert gap_of([team] * 3).difference.value == pytest.approx(gap_of([team]).difference.value, abs=1e-12)


@UNHURRIED
@given(TEAMS)
def test_the_groups_changed_round_turn_the_difference(teams):
    turned = gap_of([(x0, n0, x1, n1) for x1, n1, x0, n0 in teams])
    found = gap_of(teams)
    assert (turned.difference.value, turned.difference_error) == pytest.approx((-found.difference.value, found.difference_error), abs=1e-9)


@UNHURRIED
@given(TEAMS)
def test_equal_rates_inside_each_team_leave_no_gap_there(teams):
    found = gap_of([(x1, n1, 2 * x1, 2 * n1) for x1, n1, _, _ in teams])
    assert found.difference.value == pytest.approx(0, abs=1e-12)


def test_a_team_with_one_group_counts_over_all_but_not_within():
    found = gap_of([(40, 100, 60, 100), (0, 0, 50, 50)])
    assert found.difference.value == pytest.approx(-0.2)
    assert found.crude_difference == pytest.approx(40 / 100 - 110 / 150)
    assert found.teams == 1


def test_no_team_with_both_groups_gives_no_gap_within():
    found = gap_of([(4, 10, 0, 0), (0, 0, 5, 10)])
    assert (found.crude_difference, found.crude_ratio, found.teams) == (pytest.approx(-0.1), pytest.approx(0.8), 0)
    assert isnan(found.difference.value) and isnan(found.ratio.value)


def test_without_teams_nothing_is_known():
    found = gap_of([])
    assert isnan(found.crude_difference) and isnan(found.crude_ratio)
    assert simpson_words(found) == ""


@pytest.mark.parametrize("team", [(0, 10, 5, 10), (5, 10, 0, 10), (0, 10, 0, 10)])
def test_a_group_without_any_event_has_no_ratio_within(team):
    assert isnan(gap_of([team]).ratio.value)


def test_a_gap_that_points_the_other_way_inside_the_teams_is_said():
    behind = gap_of([(10, 20, 44, 80), (72, 80, 19, 20)])
    # .50 - .55 and .90 - .95 inside; 82/100 - 63/100 over all
    assert (behind.difference.value, behind.crude_difference) == pytest.approx((-0.05, 0.19))
    expected = "Inside the teams the gap points the other way: 5.0 points there, 19.0 points over all. The two groups go to different teams."
    assert simpson_words(behind) == expected


def test_a_gap_of_another_size_inside_the_teams_is_said():
    assert simpson_words(gap_of(MIXED)).startswith("Inside the teams the gap is smaller: 20.0 points there, 26.0 points over all.")
    assert simpson_words(gap_of(AHEAD)).startswith("Inside the teams the gap is smaller: 5.0 points there, 29.0 points")
    # .40 behind in each; 65/150 - 100/150 over all
    larger = gap_of([(60, 100, 50, 50), (5, 50, 50, 100)])
    assert simpson_words(larger).startswith("Inside the teams the gap is larger: 40.0 points there, 23.3 points over all.")


def test_no_gap_on_either_side_is_said_so():
    # .50 and .90 in both groups; 82/100 - 58/100 over all
    inside = gap_of([(10, 20, 40, 80), (72, 80, 18, 20)])
    assert simpson_words(inside).startswith("Inside the teams there is no gap: over all it is 24.0 points.")
    # .60 against .70 and .10 against .20 inside; 65/150 in both groups over all
    level = gap_of([(60, 100, 49, 70), (5, 50, 16, 80)])
    assert simpson_words(level).startswith("Inside the teams the gap is larger: 10.0 points there, no gap over all.")


def test_a_difference_too_small_to_be_written_needs_no_words():
    assert simpson_words(gap_of([(500, 1000, 5002, 10000), (100, 1000, 1002, 9995)])) == ""


@pytest.mark.parametrize("teams", [[(40, 100, 60, 100)], [(40, 100, 60, 100), (20, 50, 31, 50)]])
def test_a_gap_of_the_same_size_needs_no_words(teams):
    assert simpson_words(gap_of(teams)) == ""
