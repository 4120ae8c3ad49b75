from __future__ import annotations

from equity.groups import Reference
from equity.sentences import (
    Sentence,
    names_of,
)
from tests.examples import ADVERSE, GROUPS, measure_like


def test_names_carry_all_words_of_one_comparison():
    names = names_of(measure_like(**ADVERSE), GROUPS[0], Reference("white", "White births", ("white",), "group"))
    assert (names.measure_short, names.focus, names.reference) == ("infant death", "Black births", "White births")
    assert (names.unit_words, names.people, names.multiplier) == ("per 1,000", "births", 1000)


def test_a_sentence_without_a_rest_is_its_lead():
    assert Sentence("A lead.", "").text == "A lead."
    assert Sentence("A lead.", "A rest.").text == "A lead. A rest."
