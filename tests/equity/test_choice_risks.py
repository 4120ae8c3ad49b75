from __future__ import annotations

import pytest

from equity.choice_risks import ONLY_ONE, TAKEN, TAKEN_BY_ONE, TOO_FEW, OnMeasure, Risk, risks_of_code, risks_of_hiding
from tests.equity.test_identifying import team

OWN = team("own", "hospital", "rural")
URBAN = [team(name, "hospital", "urban") for name in "abc"]


def others(*, coded: int, hidden: int = 0, in_total: bool = True) -> OnMeasure:
    return OnMeasure("bp", URBAN[:coded], coded, hidden, in_total)


def kinds(risks: list[Risk]) -> list[str]:
    return [risk.kind for risk in risks]


def test_a_code_among_three_is_told_by_what_only_this_team_is() -> None:
    assert risks_of_code(OWN, others(coded=2)) == [Risk(ONLY_ONE, "bp", ("setting", "rural"), 3)]
    assert risks_of_code(team("own", "hospital", "urban"), others(coded=2)) == []


def test_a_code_among_two_is_not_shown_and_is_taken_from_the_total_as_if_hidden() -> None:
    assert risks_of_code(OWN, others(coded=1)) == [Risk(TOO_FEW, "bp", teams=2), Risk(TAKEN_BY_ONE, "bp")]
    assert risks_of_code(OWN, others(coded=0)) == [Risk(TOO_FEW, "bp", teams=1), Risk(TAKEN, "bp")]
    assert risks_of_code(OWN, others(coded=0, hidden=2)) == [Risk(TOO_FEW, "bp", teams=1)]


@pytest.mark.parametrize(
    ("coded", "hidden", "found"),
    [(0, 0, [TAKEN]), (0, 1, [TAKEN_BY_ONE]), (0, 2, []), (1, 0, [TAKEN_BY_ONE]), (2, 0, []), (3, 0, [TAKEN]), (3, 1, [TAKEN_BY_ONE])],
)
def test_hidden_numbers_are_taken_from_the_total_where_all_others_are_seen(coded: int, hidden: int, found: list[str]) -> None:
    assert kinds(risks_of_hiding(others(coded=coded, hidden=hidden))) == found


def test_what_is_in_no_total_cannot_be_taken_from_one() -> None:
    assert risks_of_hiding(others(coded=0, in_total=False)) == []
    assert kinds(risks_of_code(OWN, others(coded=0, in_total=False))) == [TOO_FEW]


def test_every_risk_has_a_key_of_its_own() -> None:
    risks = [Risk(TAKEN, "bp"), Risk(TAKEN, "falls"), Risk(ONLY_ONE, "bp", ("setting", "rural"), 3), Risk(ONLY_ONE, "bp", ("setting", "rural"), 4)]
    assert len({risk.key for risk in risks}) == 4
