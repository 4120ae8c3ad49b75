from __future__ import annotations

from math import isnan

import pytest
from hypothesis import example, given, settings

from equity.rated_groups import GroupRate, RatedGroups
from equity.summary_measures import SUMMARY_MEASURES, all_summaries
from tests.rated import any_groups, rated

UNHURRIED = settings(deadline=None, max_examples=25)
ORDERED_ONLY = {"aci", "rci", "rci_wagstaff", "rci_erreygers", "sii", "rii"}


@UNHURRIED
@given(any_groups())
@example(rated("a 0/5\n b 5/5"))
@example(rated("a 0/5 1\n b 5/5 2\n c 5/5 3"))
@example(rated("a 5/5\n b 5/5\n c 5/5"))
@example(rated("a 0/5\n b 0/5\n c -"))
@example(rated("a - \n b -"))
@example(RatedGroups.of([GroupRate("a", 5), GroupRate("b", 7)], favourable=True))
def test_any_groups_are_answered_with_a_value_or_a_reason(groups):
    for code, found in all_summaries(groups).items():
        assert isnan(found.value) is bool(found.reason), code
        if not isnan(found.low):
            assert found.low <= found.high, code


@UNHURRIED
@given(any_groups(lowest=1, ordered=False, least=2))
def test_other_names_change_nothing(groups):
    renamed = RatedGroups.of(
        [GroupRate(f"other {one.name}", one.rate, one.error, one.people) for one in groups.groups],
        favourable=groups.favourable,
        reference=groups.reference and f"other {groups.reference}",
    )
    assert repr(all_summaries(renamed)) == repr(all_summaries(groups))


@pytest.mark.parametrize("favourable", [True, False])
def test_equal_groups_have_no_disparity_in_any_measure(favourable):
    groups = rated("a 50/100\n b 50/100\n c 50/100", favourable=favourable, reference="a")
    for code, found in all_summaries(groups).items():
        if code in ORDERED_ONLY:
            assert found.reason
        else:
            nothing = 1 if code in ("r", "hp_mrr", "hp_srr") else 0
            assert found.value == pytest.approx(nothing, abs=1e-9), code


def test_every_measure_is_named_and_the_ordered_ones_are_marked():
    assert {code for code, measure in SUMMARY_MEASURES.items() if measure.ordered} == ORDERED_ONLY
    assert len({measure.name for measure in SUMMARY_MEASURES.values()}) == len(SUMMARY_MEASURES) == 26
    assert {code for code, measure in SUMMARY_MEASURES.items() if measure.absolute} >= {"d", "par", "aci", "sii", "bgv", "hp_mrd"}
