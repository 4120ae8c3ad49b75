"""Every group of one team: on the periods of its gap, each blank told apart, released at the end."""

from __future__ import annotations

import pytest

from data_access.catalogue import catalogue
from data_access.team_gaps import team_gaps
from data_access.team_groups import team_groups
from data_access.viewer import NETWORK_LEAD, Viewer
from equity.errors import NoReferenceGroup

MEMBER = Viewer("team_member", frozenset({"a"}))
REPORTS = """
a black    2025-01-01 20/40 21/40 22/40 30/60 30/60 30/60
a hispanic 2025-01-01 5/30  0/30  0/30  15/30 15/30 15/30
a white    2025-01-01 40/50 40/50 40/50 45/50 45/50 45/50
a unknown  2025-01-01 6/12  6/12  6/12  -     -     -
"""


def found(viewer=NETWORK_LEAD, team_id="a", focus="black", reference="others"):
    known = catalogue(viewer)
    return team_groups(viewer, known.measure("bp"), known.stratifier("race"), team_id, focus=focus, reference=reference)


def said(groups) -> dict[str, str]:
    """By group, one word a quarter; the quarters that are not due yet are left out."""
    return {code: " ".join(word(count) for count in counts[:2]) for code, counts in groups.groups.items()}


def word(count) -> str:
    return f"{count.numerator}/{count.denominator}" if count.blank is None else count.blank


@pytest.fixture
def reported(made):
    made.team("a", terms={"baseline_from": None, "baseline_to": None})
    made.reports(REPORTS)
    made.keep()
    return made


def test_every_group_stands_in_quarters_and_small_numbers_are_hidden(reported):
    # black 20 + 21 + 22 of 120; hispanic 5 + 0 + 0: five people are too few to show; unknown 18 of 36, then no report came
    assert said(found()) == {
        "black": "63/120 90/180",
        "hispanic": "hidden 45/90",
        "white": "120/150 135/150",
        "unknown": "18/36 not_reported",
    }


def test_groups_stand_on_the_periods_of_the_gap(reported):
    measure = catalogue(NETWORK_LEAD).measure("bp")
    assert found().periods == team_gaps(NETWORK_LEAD, measure, ["a"])["a"].periods


def test_a_teams_own_members_see_every_number(reported):
    assert said(found(MEMBER))["hispanic"] == "5/90 45/90"


def test_a_team_that_hides_its_numbers_hides_every_group_from_others(made):
    made.team("a", terms={"visibility": "hidden"})
    made.reports(REPORTS)
    made.keep()
    assert set(said(found()).values()) == {"hidden hidden"}
    assert said(found(MEMBER))["white"] == "120/150 135/150"


def test_a_team_that_does_not_work_on_the_measure_has_groups_that_do_not_apply(reported):
    reported.measure(measure_id="other")
    reported.team("b", "other")
    assert set(said(found(team_id="b")).values()) == {"not_applicable not_applicable"}


@pytest.mark.parametrize(
    ("reference", "label", "codes"),
    [
        ("others", "all other patients", ("hispanic", "white")),
        ("overall", "all patients", ("all",)),
        ("white", "White patients", ("white",)),
        ("best", "the best-off group (White patients)", ("white",)),
        ("largest", "the largest other group (White patients)", ("white",)),
    ],
)
def test_the_reference_is_named(reported, reference, label, codes):
    chosen = found(reference=reference).reference
    assert (chosen.label, chosen.group_codes) == (label, codes)


def test_nobody_to_compare_with_is_an_error(reported):
    with pytest.raises(NoReferenceGroup):
        found(reference="black")
