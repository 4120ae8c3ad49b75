from __future__ import annotations

import pytest

from equity.choice_risks import ONLY_ONE, SAME_CODE, TAKEN, TAKEN_BY_ONE, TOO_FEW, Risk
from equity.sentences.who_sees import MEANINGS, SHARED_MEANS, risk_words
from tests.naive import grade

RISKS = [
    Risk(TOO_FEW, "bp", teams=1),
    Risk(TOO_FEW, "bp", teams=2),
    Risk(ONLY_ONE, "bp", ("setting", "rural"), 4),
    Risk(SAME_CODE, teams=0),
    Risk(SAME_CODE, teams=1),
    Risk(TAKEN, "bp"),
    Risk(TAKEN_BY_ONE, "bp"),
]


def said(risk: Risk, policy: str = "rounded") -> str:
    return risk_words(risk, measure="Blood pressure", policy=policy)


def test_the_trait_that_tells_the_team_is_named() -> None:
    assert "Of the four teams under a code, yours is the only one whose setting is “rural”." in said(RISKS[2])


@pytest.mark.parametrize(
    ("risk", "words"),
    [
        (RISKS[0], "Blood pressure: no other team stands under a code here. Until three teams do,"),
        (RISKS[1], "Blood pressure: only one other team stands under a code here."),
        (RISKS[3], "No other team has its code on just the pages where yours is."),
        (RISKS[4], "Only one other team has its code on just the pages"),
        (RISKS[5], "All other teams in the total show theirs. Who takes them from the network's total gets yours."),
        (RISKS[6], "Blood pressure: one other team hides its numbers too, and knows its own."),
    ],
)
def test_each_risk_says_how_many_and_what_can_be_done(risk: Risk, words: str) -> None:
    assert words in said(risk)


@pytest.mark.parametrize(
    ("policy", "words"), [("rounded", "so this is only rough"), ("shared_counts", "only small numbers stay safe."), ("public_data", "your exact counts.")]
)
def test_what_is_taken_from_the_total_is_said_as_the_policy_shows_it(policy: str, words: str) -> None:
    assert words in said(RISKS[5], policy)
    assert "The app does not take your numbers out of the total." in said(RISKS[5], policy)


def test_all_of_it_is_plain() -> None:
    paragraphs = [words for _, words in MEANINGS.values()] + [SHARED_MEANS] + [said(risk) for risk in RISKS]
    assert {one: grade(one) for one in paragraphs if grade(one) > 8} == {}
