from __future__ import annotations

from components.team_news import news_card


def test_each_line_leads_to_its_card_and_what_is_due_comes_last() -> None:
    said = news_card("New since 5 March 2026", [("A story was added.", "team-words")], due=("Nothing is due.", "team-due"))
    title, lines = said.children
    assert (title.children, title.id, getattr(said, "aria-labelledby")) == ("New since 5 March 2026", "team-news-title", "team-news-title")
    assert [(one.children.children, one.children.href) for one in lines.children] == [("A story was added.", "#team-words"), ("Nothing is due.", "#team-due")]
