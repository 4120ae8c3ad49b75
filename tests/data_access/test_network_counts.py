"""The network's counts and gap: all core teams together, summed first and released then."""

from __future__ import annotations

from datetime import date

import pytest

from data_access.catalogue import catalogue
from data_access.network_counts import network_counts, network_gap
from data_access.viewer import NETWORK_LEAD
from equity.errors import NoReferenceGroup
from tests.data_access.builder import Builder
from tests.data_access.test_team_gaps import said

REPORTS = """
    a black    2025-01-01 3/20  4/20  5/20  20/40
    a hispanic 2025-01-01 2/10  -     -     -
    a white    2025-01-01 12/20 12/20 -     hidden_at_source
    a unknown  2025-01-01 1/12  -     -     -
    a all      2025-01-01 30/80 30/80 30/80 90/160
    b black    2025-01-01 6/20  -     -     20/40
    b hispanic 2025-01-01 3/15  -     -     -
    b white    2025-01-01 12/20 -     -     -
"""


@pytest.fixture
def reported(made: Builder) -> Builder:
    made.team("a", terms={"baseline_from": date(2025, 1, 1), "baseline_to": date(2025, 3, 31)})
    made.team("b")
    made.reports(REPORTS)
    made.keep()
    return made


def bp():
    return catalogue(NETWORK_LEAD).measure("bp")


def race():
    return catalogue(NETWORK_LEAD).stratifier("race")


def test_all_teams_counts_are_summed_by_group_and_quarter(reported):
    found = network_counts(NETWORK_LEAD, bp(), "race")
    assert [period.label for period in found.periods] == ["Q1 2025", "Q2 2025", "Q3 2025"]
    # Black: 3 + 4 + 5 + 6 of 20 x 4. Hispanic: 2 + 3 = 5 of 25, small. White: 12 x 3 of 60.
    assert {code: said(counts) for code, counts in found.groups.items()} == {
        "black": "18/80 40/80 not_reported",
        "hispanic": "hidden not_reported not_reported",
        "white": "36/60 not_reported not_reported",
        "unknown": "hidden not_reported not_reported",
    }
    assert said(found.overall) == "90/240 90/160 not_reported"


def test_a_count_says_how_many_teams_stand_behind_it(reported):
    found = network_counts(NETWORK_LEAD, bp(), "race")
    # In January both teams reported, in February and March one.
    assert [count.teams for count in found.groups["black"]] == [2, 2, 0]
    assert [count.teams for count in found.groups["hispanic"]] == [2, 0, 0]


def test_others_are_put_together_before_they_are_released(reported):
    gap = network_gap(NETWORK_LEAD, bp(), race(), focus="black", reference="others")
    assert gap.reference.group_codes == ("hispanic", "white")
    assert said(gap.series.focus) == "18/80 40/80 not_reported"
    # 5 of 25 hidden Hispanic and 36 of 60 White patients are 41 of 85 together.
    assert said(gap.series.reference) == "41/85 not_reported not_reported"
    assert gap.groups["hispanic"][0].blank == "hidden"
    assert said(gap.overall) == "90/240 90/160 not_reported"


def test_one_group_the_total_the_best_and_the_largest_can_be_the_reference(reported):
    assert said(network_gap(NETWORK_LEAD, bp(), race(), focus="black", reference="white").series.reference).startswith("36/60")
    assert said(network_gap(NETWORK_LEAD, bp(), race(), focus="black", reference="overall").series.reference).startswith("90/240 90/160")
    # Over the baseline: White 36/60, Hispanic too few people.
    assert network_gap(NETWORK_LEAD, bp(), race(), focus="black", reference="best").reference.group_codes == ("white",)
    assert network_gap(NETWORK_LEAD, bp(), race(), focus="black", reference="largest").reference.label == "the largest other group (White patients)"
    with pytest.raises(NoReferenceGroup):
        network_gap(NETWORK_LEAD, bp(), race(), focus="black", reference="black")


def test_the_unknown_share_stands_beside_the_gap(reported):
    # 12 people of unknown group; 240 reported as everyone, more than the groups' 80 + 25 + 60 + 12.
    assert said(network_gap(NETWORK_LEAD, bp(), race(), focus="black", reference="others").unknown) == "12/240 not_reported not_reported"


def test_own_measures_are_never_pooled(made):
    made.team("a", standing="own")
    made.reports("a black 2025-01-01 20/40")
    made.keep()
    assert said(network_counts(NETWORK_LEAD, bp(), "race").groups["black"]) == "not_reported not_reported not_reported"


@pytest.mark.parametrize(("as_of", "periods", "said_of_them"), [("2025-03-30", 1, "not_due"), ("2025-03-31", 1, "40/80"), ("2025-01-10", 1, "not_due")])
def test_a_quarter_that_has_not_ended_is_not_due_whatever_came(engine, door, as_of, periods, said_of_them):
    made = Builder(engine, as_of=date.fromisoformat(as_of))
    made.measure()
    made.team("a")
    made.reports("a black 2025-01-01 40/80")
    made.keep()
    found = network_counts(NETWORK_LEAD, bp(), "race")
    assert (len(found.periods), said(found.groups["black"])) == (periods, said_of_them)


def test_nothing_reported_and_nothing_due_is_no_period(engine, door):
    made = Builder(engine, as_of=date(2025, 1, 10))
    made.measure()
    made.keep()
    found = network_counts(NETWORK_LEAD, bp(), "race")
    assert (found.periods, found.groups["black"], found.overall) == ((), (), ())


def test_counts_without_rates_keep_no_denominator(made):
    made.measure(measure_id="falls", number="count", grain="quarter")
    made.team("a", "falls")
    made.reports("a all 2025-01-01 12 3", measure_id="falls", number="count")
    made.keep(["falls"])
    assert said(network_counts(NETWORK_LEAD, catalogue(NETWORK_LEAD).measure("falls"), "race").overall) == "12 hidden not_reported"
