"""What is new for a team, as a list at the top of its page."""

from __future__ import annotations

from collections.abc import Sequence

from components import html

Line = tuple[str, str]


def news_card(title: str, lines: Sequence[Line], *, due: Line) -> html.Section:
    """Sentences, each a link to the card that shows it, by its id; what is due comes last."""
    said = [html.Li(html.A(words, href=f"#{card}")) for words, card in (*lines, due)]
    return html.Section(
        [html.H2(title, id="team-news-title", className="card-title"), html.Ul(said)], className="notice", **{"aria-labelledby": "team-news-title"}
    )
