from __future__ import annotations

from datetime import date

import pytest

from equity.catalogue import Catalogue, Network, with_definition
from equity.errors import NoReferenceGroup
from tests.examples import GROUPS, MEASURE, RACE, measure_like

NETWORK = Network("n", "Three Rivers", date(2024, 7, 1), 18, date(2026, 1, 1), True, "standard")
CATALOGUE = Catalogue(NETWORK, (MEASURE, measure_like(measure_id="preterm")), (RACE,), (), None)


def test_a_network_closes_with_its_last_month():
    # July 2024 and 17 months more
    assert NETWORK.closes_on == date(2025, 12, 31)


@pytest.mark.parametrize(("number", "has_rate"), [("proportion", True), ("rate", True), ("count", False), ("time_between", False)])
def test_only_proportions_and_rates_can_be_compared(number, has_rate):
    assert measure_like(number=number).has_rate is has_rate


def test_measures_and_stratifiers_are_found_by_id():
    assert CATALOGUE.measure("preterm").measure_id == "preterm"
    assert CATALOGUE.stratifier("race") is RACE


def test_people_of_unknown_group_are_not_among_the_known_groups():
    assert RACE.known_groups == GROUPS[:3]


def test_a_group_is_found_by_code_and_a_wrong_code_is_named():
    assert RACE.group("white").label == "White"
    with pytest.raises(NoReferenceGroup, match="green"):
        RACE.group("green")


def test_a_measure_brings_the_day_of_its_definition_among_the_events():
    assert with_definition([], measure_like(valid_from=None)) == ()
    (found,) = with_definition([], measure_like(valid_from=date(2025, 7, 1)))
    assert (found.kind, found.starts_on, found.ends_on) == ("definition", date(2025, 7, 1), date(2025, 7, 1))
