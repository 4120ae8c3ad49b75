from __future__ import annotations

import pytest

from equity.blanks import HIDDEN, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED, ZERO_EVENTS
from equity.compared_team import CORE, counts_in
from equity.comparison import comparison
from equity.funnel import BEYOND_998, NOT_ASSESSED, WITHIN, funnel
from equity.level_and_gap import BETTER
from equity.rates import NOT_COMPUTABLE
from tests.equity.comparing import BEFORE, NOW, compared, entries_of, pair
from tests.examples import ADVERSE, MEASURE, measure_like

# The network's rate is 60 %, its gap 10 points.
TEAMS = """
    Ash    core 600/1000 700/1000
    Birch  core 500/1000 700/1000
    Cedar  core 690/1000 700/1000
    Dill   own  400/1000 700/1000
    Elm    core hidden hidden
    Fern   none
"""
RATIO = measure_like(scale="ratio", improvement_direction="lower", meaningful_change=0.1)
# The adverse event itself: 30 % against 20 %, a ratio of 1.5.
RATIO_NETWORK = "3000/10000 2000/10000"


def by_name(found):
    return {one.team.name: one for one in found.teams}


def names(teams):
    return [one.team.name for one in teams]


def test_a_team_has_both_rates_and_its_gap_in_shown_units():
    ash = by_name(compared(TEAMS))["Ash"]
    # 70 - 60 points: the focus group is worse off
    assert (ash.focus_rate.value, ash.reference_rate.value, ash.gap.value) == pytest.approx((60, 70, 10))
    assert (ash.people, ash.blank, ash.steady) == (1000, None, True)


def test_a_gap_is_outside_where_the_networks_lies_beyond_its_interval():
    found = compared(TEAMS)
    # 20 against 10 points, 1 against 10, each with an interval of about 4 points on both sides
    assert {name: one.side for name, one in by_name(found).items()} == {"Ash": 0, "Birch": 1, "Cedar": -1, "Dill": 0, "Elm": 0, "Fern": 0}
    assert names(found.outside) == ["Birch", "Cedar"]


@pytest.mark.parametrize(("meaningful", "side"), [(5, 1), (5.01, 0)])
def test_a_gap_beyond_chance_is_outside_only_where_it_is_far_enough_to_matter(meaningful, side):
    # 15 against 10 points, with an interval of about 1.3 points on both sides
    found = compared("Ash core 5500/10000 7000/10000", measure=measure_like(meaningful_change=meaningful))
    assert by_name(found)["Ash"].side == side


@pytest.mark.parametrize(("meaningful", "side"), [(0.3, 1), (0.4, 0)])
def test_a_ratio_is_far_enough_by_its_factor(meaningful, side):
    # 2.0 against 1.5 is a third more
    measure = measure_like(scale="ratio", improvement_direction="lower", meaningful_change=meaningful)
    assert by_name(compared("Ash core 4000/10000 2000/10000", measure=measure, network=RATIO_NETWORK))["Ash"].side == side


def test_own_measures_are_neither_judged_nor_assessed():
    found = compared(TEAMS)
    assert names(found.judged) == ["Ash", "Birch", "Cedar"]
    assert names(found.assessed) == ["Ash", "Birch", "Cedar"]
    assert names(found.shown) == ["Ash", "Birch", "Cedar", "Dill"]


def test_chance_puts_one_of_twenty_outside():
    assert compared(TEAMS).expected_outside == pytest.approx(3 * 0.05)


@pytest.mark.parametrize(("others", "withheld"), [(2, True), (3, False), (4, False)])
def test_with_fewer_than_three_others_the_comparison_is_withheld(others, withheld):
    table = "\n".join(f"T{place} core 600/1000 700/1000" for place in range(others))
    assert compared(table).is_withheld is withheld
    assert compared(f"{table}\nMine core 600/1000 700/1000", my_team="mine").is_withheld is withheld


def test_my_team_is_found_and_none_where_none_was_chosen():
    assert compared(TEAMS, my_team="birch").mine.team.name == "Birch"
    assert compared(TEAMS).mine is None


@pytest.mark.parametrize(
    ("counts", "blank"),
    [
        ("core hidden 700/1000", HIDDEN),
        ("core not_reported not_due", NOT_REPORTED),
        ("core 0/0 700/1000", NOT_APPLICABLE),
        ("none", NOT_APPLICABLE),
    ],
)
def test_a_team_without_a_gap_says_why(counts, blank):
    (one,) = compared(f"Ash {counts}").teams
    assert (one.blank, one.gap.known, one.change) == (blank, False, None)


def test_a_series_that_does_not_reach_the_period_is_not_due():
    assert [count.blank for count in counts_in(pair("600/1000 700/1000"), NOW)] == [None, None]
    early = pair("600/1000 700/1000 | 1/2 1/2")
    assert counts_in(type(early)((BEFORE,), early.focus[:1], early.reference[:1]), NOW)[0].blank == NOT_DUE


def test_nothing_is_due_and_nothing_is_compared():
    found = comparison(entries_of("Ash core 600/1000 700/1000"), MEASURE, None, network=None, my_team="")
    assert (found.teams[0].blank, found.network.known, found.target, found.judged, found.spread) == (NOT_APPLICABLE, False, None, (), None)


def test_without_a_network_value_nobody_is_judged():
    found = compared(TEAMS, network="")
    assert (found.judged, found.assessed, found.expected_outside) == ((), (), 0)
    assert len(found.shown) == 4


def test_on_the_ratio_the_gap_is_one_of_the_adverse_event():
    found = compared("Ash core 300/1000 200/1000\nBirch core 600/1000 200/1000", network=RATIO_NETWORK, measure=RATIO)
    ash, birch = found.teams
    assert (found.network.value, ash.gap.value, birch.gap.value) == pytest.approx((1.5, 1.5, 3))
    assert (ash.side, birch.side) == (0, 1)


@pytest.mark.parametrize("counts", ["0/1000 200/1000", "200/1000 0/1000", "0/1000 0/1000"])
def test_a_ratio_of_nought_or_without_end_is_told_as_zero_events(counts):
    (one,) = compared(f"Ash core {counts}", network=RATIO_NETWORK, measure=RATIO).teams
    assert (one.blank, one.gap, one.focus_rate.known) == (ZERO_EVENTS, NOT_COMPUTABLE, True)


def test_too_few_people_are_hollow():
    (one,) = compared("Ash core 12/24 700/1000").teams
    assert (one.steady, one.blank) == (False, None)


def test_the_funnels_flags_are_those_of_tail_probabilities():
    counts = [(600, 1000), (500, 1000), (690, 1000)]
    twins = funnel(counts, 0.6)
    found = compared("\n".join(f"T{place} core {numerator}/{denominator} 700/1000" for place, (numerator, denominator) in enumerate(counts)))
    assert [(one.flag, one.flag_side) for one in found.teams] == [(twin.flag, twin.side) for twin in twins] == [(WITHIN, 0), (BEYOND_998, -1), (BEYOND_998, 1)]
    assert names(found.flagged) == ["T1", "T2"]


@pytest.mark.parametrize(("people", "flag"), [(9, NOT_ASSESSED), (10, BEYOND_998)])
def test_fewer_than_ten_people_are_not_assessed(people, flag):
    (one,) = compared(f"Ash core 0/{people} 700/1000").teams
    assert one.flag == flag


def test_rates_of_events_are_assessed_by_poisson():
    measure = measure_like(**ADVERSE)
    found = compared("Ash core 12/1000 5/1000\nBirch core 40/1000 5/1000", network="120/10000 50/10000", measure=measure)
    twins = funnel([(12, 1000), (40, 1000)], 0.012, proportion=False)
    assert [one.flag for one in found.teams] == [twin.flag for twin in twins]


def test_a_spread_beyond_chance_is_measured_and_chance_alone_is_none():
    wide = "\n".join(f"T{place} core {500 + 40 * (place % 6)}/1000 700/1000" for place in range(12))
    still = "\n".join(f"T{place} core 600/1000 700/1000" for place in range(12))
    assert compared(wide).spread.phi > 4
    assert compared(still).spread is None


@pytest.mark.parametrize(
    ("network", "table", "measured"),
    [
        ("60/10000 50/10000", "Ash core 12/1000 5/1000\nBirch core 1/1000 5/1000\nCedar core 30/1000 5/1000", True),
        ("6000/10000 50/10000", "Ash core 800/1000 5/1000\nBirch core 400/1000 5/1000\nCedar core 900/1000 5/1000", False),
        ("600/10000 50/10000", "Ash core 1200/1000 5/1000\nBirch core 1/1000 5/1000\nCedar core 30/1000 5/1000", False),
    ],
)
def test_of_rates_it_is_measured_while_they_are_small_and_no_more_than_their_people(network, table, measured):
    assert (compared(table, network=network, measure=measure_like(**ADVERSE)).spread is not None) is measured


def test_nobody_assessed_has_no_spread():
    assert compared("Ash core hidden 700/1000").spread is None


def test_the_change_runs_from_the_teams_own_baseline():
    # The rate of both together rose from 1100/2000 to 1360/2000, the gap fell from 20 points to 4.
    (one,) = compared("Ash core 450/1000 650/1000 | 660/1000 700/1000").teams
    assert (one.change.level.value, one.change.gap.value) == pytest.approx((13, -16))
    assert (one.change.level_answer, one.change.gap_answer) == (BETTER, BETTER)
    assert names(compared("Ash core 450/1000 650/1000 | 660/1000 700/1000").changed) == ["Ash"]


def test_a_team_without_a_baseline_is_measured_from_its_first_period():
    (entry,) = entries_of("Ash core 450/1000 650/1000 | 660/1000 700/1000")
    bare = type(entry)(entry.team, CORE, None, entry.series)
    (one,) = comparison([bare], MEASURE, NOW, network=None, my_team="").teams
    assert one.change.gap.value == pytest.approx(-16)


def test_without_an_earlier_gap_there_is_no_change():
    (one,) = compared("Ash core 660/1000 700/1000").teams
    assert one.change is None
