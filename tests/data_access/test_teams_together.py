"""What a load keeps of the gap inside teams and between them: of core teams, of what everybody may see, of the latest period."""

from __future__ import annotations

import pytest

from data_access.catalogue import catalogue
from data_access.teams_together import kept_together
from data_access.teams_together_job import values_of
from data_access.viewer import NETWORK_LEAD
from equity.counts import Count
from equity.teams_together import teams_together
from tests.data_access.builder import Builder

QUARTERS = "- - 200/400 - - {focus}"
OTHERS = "- - 280/400 - - 280/400"


def report(made: Builder, team_id: str, focus: str, **changes: object) -> None:
    made.team(team_id, **changes)
    made.reports(f"{team_id} black 2025-01-01 {QUARTERS.format(focus=focus)}\n{team_id} white 2025-01-01 {OTHERS}")


def measure():
    return catalogue(NETWORK_LEAD).measure("bp")


@pytest.fixture
def five(made: Builder) -> Builder:
    for place, team_id in enumerate("abcde"):
        report(made, team_id, f"{220 + 10 * place}/400")
    return made


def test_the_latest_period_of_all_core_teams_is_kept(five):
    five.keep()
    expected = teams_together([(Count(220 + 10 * place, 400), Count(280, 400)) for place in range(5)], measure())
    found = kept_together(NETWORK_LEAD, measure())
    assert (found.inside.teams, found.enough) == (5, True)
    assert values_of(found) == pytest.approx(values_of(expected))


def test_own_measures_hidden_ones_and_other_groups_are_in_no_sum(five):
    report(five, "own", "100/400", standing="own")
    report(five, "shy", "100/400", terms={"visibility": "hidden"})
    report(five, "other", "100/400", terms={"focus_group": "white", "focus_stratifier_id": "race"})
    five.keep()
    assert kept_together(NETWORK_LEAD, measure()).inside.teams == 5


def test_small_numbers_are_in_no_sum_either(five):
    report(five, "small", "5/400")
    five.keep()
    assert kept_together(NETWORK_LEAD, measure()).inside.teams == 5


def test_where_no_gap_can_be_shown_nothing_is_kept(made):
    made.team("a")
    made.reports("a black 2025-01-01 not_reported")
    made.keep()
    assert kept_together(NETWORK_LEAD, measure()) is None


def test_a_number_that_cannot_be_computed_stays_one(made):
    report(made, "a", "0/400")
    made.keep()
    found = kept_together(NETWORK_LEAD, measure())
    assert found.inside.ratio.value != found.inside.ratio.value
    assert found.enough is False


def test_a_new_load_takes_the_place_of_the_old_one(five):
    five.keep()
    before = values_of(kept_together(NETWORK_LEAD, measure()))
    five.keep()
    assert values_of(kept_together(NETWORK_LEAD, measure())) == before
