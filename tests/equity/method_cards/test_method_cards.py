"""The cards of the Methods page, held against the code that they speak of."""

from __future__ import annotations

import importlib
import inspect

import pytest

from equity.method_cards import METHODS
from tests.naive import grade

CARDS = [card for cards in METHODS.values() for card in cards]


def code_of(path: str) -> object:
    module, name = path.split(":")
    return getattr(importlib.import_module(module), name)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.method_id)
def test_what_computes_a_number_is_there_and_says_where_it_comes_from(card):
    found = code_of(card.code)
    assert inspect.isfunction(inspect.unwrap(found))
    assert inspect.getdoc(found)


def test_every_card_stands_once_under_an_id_of_its_own():
    assert len({card.method_id for card in CARDS}) == len(CARDS)
    assert len({card.code for card in CARDS}) == len(CARDS)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.method_id)
def test_a_card_says_everything_but_where_it_differs_from_nobody(card):
    for said in (card.name, card.answers, card.formula, card.reads, card.assumes, card.source):
        assert said.strip() == said != ""
    assert card.answers.endswith("?")
    assert all(said.endswith(".") for said in (card.reads, card.assumes, card.source))


def test_what_a_card_answers_and_how_it_reads_is_in_plain_words():
    hard = {card.method_id: round(grade(f"{card.answers} {card.reads}"), 1) for card in CARDS}
    assert {name: one for name, one in hard.items() if one > 8} == {}
