from __future__ import annotations

from math import isnan

import pytest

from equity.counts import HIDDEN_COUNT, Count
from equity.reach import excess_people, people_to_reach, reach_of
from tests.examples import MEASURE, measure_like

REFERENCE = Count(75, 100)


@pytest.mark.parametrize(
    ("numerator", "expected"),
    # 75 of 100 is reached; 1 short, exactly there, 1 beyond
    [(74, 1), (75, 0), (76, 0)],
)
def test_nobody_is_missing_where_the_rate_is_reached(numerator, expected):
    assert people_to_reach(Count(numerator, 100), REFERENCE, MEASURE) == expected


def test_part_of_a_person_is_a_person_and_rounding_is_none():
    # 10 x .75 - 7 = .5; 20 x .75 - 14 = 1
    assert people_to_reach(Count(7, 10), REFERENCE, MEASURE) == 1
    assert people_to_reach(Count(14, 20), REFERENCE, MEASURE) == 1


def test_of_bad_events_those_too_many_are_counted():
    # 30 - 100 x .2 = 10
    assert people_to_reach(Count(30, 100), Count(20, 100), measure_like(improvement_direction="lower")) == 10


def test_limits_are_those_of_the_gap():
    excess = excess_people(Count(50, 100), REFERENCE, MEASURE)
    assert excess.value == pytest.approx(25)
    assert excess.low < 25 < excess.high


def test_what_is_not_known_has_no_number():
    assert people_to_reach(HIDDEN_COUNT, REFERENCE, MEASURE) is None
    assert isnan(excess_people(Count(1, 2), HIDDEN_COUNT, MEASURE).value)


def test_cells_add_up_to_teams_groups_and_the_network():
    cells = {
        ("north", "black"): Count(50, 100),
        ("north", "hispanic"): Count(35, 50),
        ("south", "black"): Count(90, 100),
        ("south", "hispanic"): HIDDEN_COUNT,
    }
    # 75 - 50 = 25; 37.5 - 35 = 2.5, so 3; the third has reached it; nothing is known of the fourth
    reach = reach_of(cells, REFERENCE, MEASURE)
    assert reach.cells == {("north", "black"): 25, ("north", "hispanic"): 3, ("south", "black"): 0}
    assert (reach.by_team, reach.by_group, reach.total) == ({"north": 28, "south": 0}, {"black": 25, "hispanic": 3}, 28)
    assert sum(reach.by_team.values()) == sum(reach.by_group.values()) == reach.total
