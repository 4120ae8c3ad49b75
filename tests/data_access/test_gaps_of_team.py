"""All gaps of record of one team."""

from __future__ import annotations

from datetime import date

from data_access.gaps_of_team import gaps_of_team
from data_access.viewer import NETWORK_LEAD, Viewer

MEMBER = Viewer("team_member", frozenset({"a"}))


def reported(made):
    made.measure(measure_id="counted", number="count")
    made.measure(measure_id="also", position=2)
    made.team("a", terms={"baseline_from": date(2025, 1, 1), "baseline_to": date(2025, 3, 31)})
    made.team("a", "counted")
    made.team("a", "also", standing="own", terms={"focus_group": "hispanic", "focus_stratifier_id": "race"})
    made.reports("a black 2025-01-01 20/40 21/40 22/40 5/40\na white 2025-01-01 40/50 40/50 40/50 40/50")
    made.reports("a hispanic 2025-01-01 20/40\na white 2025-01-01 40/50", measure_id="also")
    made.keep(("bp", "also"))


def test_every_measure_with_a_gap_has_its_trend_against_the_teams_own_baseline(made):
    reported(made)
    gaps = gaps_of_team(NETWORK_LEAD, "a")
    assert set(gaps) == {"also", "bp"}
    # 80 % of 150 less 52.5 % of 120
    assert round(gaps["bp"].baseline_gap.value, 1) == 27.5
    assert gaps["bp"].baseline == (date(2025, 1, 1), date(2025, 3, 31))


def test_a_teams_own_focus_group_is_the_one_of_its_gap(made):
    reported(made)
    point = gaps_of_team(NETWORK_LEAD, "a")["also"].points[0]
    assert (point.focus.numerator, point.focus.denominator) == (20, 40)


def test_gaps_are_released_for_whoever_asks(made):
    reported(made)
    # In the second quarter five people of the focus group were counted under control.
    assert gaps_of_team(NETWORK_LEAD, "a")["bp"].points[1].blank == "hidden"
    assert gaps_of_team(MEMBER, "a")["bp"].points[1].focus.numerator == 5


def test_a_team_that_works_on_nothing_has_no_gaps(made):
    made.team("b")
    assert gaps_of_team(NETWORK_LEAD, "nobody") == {}
