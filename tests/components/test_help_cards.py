from __future__ import annotations

from urllib.parse import unquote

from components.help_cards import keys_table, kind_articles, marks_parts, terms_card, tour_links
from equity.blanks import WORDS
from equity.help_texts import Kind
from equity.verdicts import VERDICT_WORDS
from tests.components.plain import every, text

KIND = Kind("run", "Run chart", "A line.", "Read it so.", "Teams", "/teams")


def test_a_kind_of_chart_stands_beside_a_drawing_that_is_told_in_words():
    (article,) = every(kind_articles([KIND], lambda kind_id: f"<svg id='{kind_id}'/>"), "Article")
    drawn = every(article, "Div")[0]
    assert (vars(drawn)["role"], vars(drawn)["aria-label"]) == ("img", "Example. A line.")
    assert unquote(drawn.style["--shape"]) == """url("data:image/svg+xml,<svg id='run'/>")"""
    assert (article.id, text(article)) == ("chart-run", "Run chartRead it so.See one on Teams")


def test_every_verdict_and_every_blank_has_its_meaning():
    said = [text(part) for part in marks_parts()]
    assert all(words in " ".join(said) for words in (*VERDICT_WORDS.values(), *WORDS.values()))
    assert "verdict:" not in " ".join(said)


def test_keys_are_a_table_and_answers_are_terms():
    assert [text(head) for head in every(keys_table([("F", "Full screen.")]), "Th")] == ["Key", "What it does", "F"]
    card = terms_card("help-asking", "Whom to ask", "", [("A measure", "Its steward.")])
    assert [text(part) for part in (*every(card, "Dt"), *every(card, "Dd"))] == ["A measure", "Its steward."]


def test_a_tour_can_be_taken_again_and_the_team_goes_along():
    assert [(link.href, vars(link)["data-keep"]) for link in every(tour_links(), "A")] == [("/#tour", "true"), ("/teams", "true")]
