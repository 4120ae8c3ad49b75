from __future__ import annotations

import pytest

from equity.catalogue import Team
from equity.identifying import EVERYBODY, ONE_TEAM, alike_under_codes, only_one_in, taken_from_total


def team(name: str, sector: str = "", setting: str = "", cohort: str = "") -> Team:
    return Team(name, name, sector, setting, cohort, None, None, "")


def test_the_only_rural_team_is_told_by_its_setting_and_not_by_what_it_shares() -> None:
    own = team("own", "hospital", "rural", "first")
    others = [team("a", "hospital", "urban", "first"), team("b", "insurer", "urban", "second")]
    assert only_one_in(own, others) == (("setting", "rural"),)


def test_one_other_of_the_kind_is_enough() -> None:
    assert only_one_in(team("own", setting="rural"), [team("a", setting="urban"), team("b", setting="rural")]) == ()


def test_what_the_directory_leaves_empty_tells_nothing() -> None:
    assert only_one_in(team("own", "hospital"), [team("a", "insurer", "urban", "first")]) == (("sector", "hospital"),)


def test_among_no_others_everything_tells() -> None:
    assert only_one_in(team("own", "hospital", "rural", "first"), []) == (("sector", "hospital"), ("setting", "rural"), ("cohort", "first"))


def test_codes_in_just_the_same_places_are_alike() -> None:
    assert alike_under_codes({"bp", "falls"}, [{"falls", "bp"}, {"bp"}, {"bp", "falls", "wait"}, set()]) == 1


@pytest.mark.parametrize(("unseen", "taker"), [(0, EVERYBODY), (1, ONE_TEAM), (2, None), (9, None)])
def test_two_others_that_are_unseen_stand_between_a_team_and_the_total(unseen: int, taker: str | None) -> None:
    assert taken_from_total(unseen) == taker
