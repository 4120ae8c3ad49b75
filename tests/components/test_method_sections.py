from __future__ import annotations

from components.method_sections import contents, lines_of, method_part
from equity.method_cards import METHODS, MethodCard
from tests.components.plain import every, text

PLAIN = MethodCard("one", "One", "What?", "x / n", "So.", "Nothing.", "A 1990.", "equity.rates:wilson_interval")


def test_every_method_is_listed_and_its_link_leads_to_it():
    listed = [link.href for link in every(contents(METHODS), "A")]
    placed = [f"#{article.id}" for name, cards in METHODS.items() for article in every(method_part("part", name, cards), "Article")]
    assert listed == placed
    assert len(listed) > 25


def test_where_a_method_differs_from_no_tool_nothing_is_said_of_it():
    assert [term for term, _ in lines_of(PLAIN)] == ["Answers", "Formula", "Reads as", "Assumes", "Source"]
    differs = MethodCard("two", "Two", "What?", "x", "So.", "Nothing.", "A.", "equity.rates:wilson_interval", differs="Others stop.")
    assert lines_of(differs)[-1] == ("Differs", "Others stop.")


def test_a_part_is_a_card_with_its_methods_by_name():
    part = method_part("methods-part-1", "Rates", [PLAIN])
    assert part.id == "methods-part-1"
    assert [text(head) for head in every(part, "H3")] == ["One"]
