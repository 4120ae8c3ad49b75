"""How each number is made: a part with its methods, each with what it answers, its formula, how it is read and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components import html
from components.cards import card, card_foot, card_head, definition_list
from equity.method_cards import MethodCard


def contents(parts: Mapping[str, Sequence[MethodCard]]) -> html.Nav:
    """A link to every method, part by part."""
    lists = [html.Div([html.B(name), html.Ul([html.Li(html.A(one.name, href=f"#method-{one.method_id}")) for one in cards])]) for name, cards in parts.items()]
    return html.Nav(lists, className="contents", **{"aria-label": "Every method"})


def method_part(part_id: str, name: str, cards: Sequence[MethodCard]) -> html.Section:
    """One part as a card."""
    body = [html.Article([html.H3(one.name), definition_list(lines_of(one))], id=f"method-{one.method_id}", className="method entry") for one in cards]
    foot = card_foot(source="The same text stands beside the code.", table=None, csv_url=None, method=None)
    return card(part_id, head=card_head(part_id, name, ""), body=body, foot=foot)


def lines_of(method: MethodCard) -> list[tuple[str, str]]:
    """What a card says, line by line; where it differs from no tool that line is left out."""
    lines = [
        ("Answers", method.answers),
        ("Formula", method.formula),
        ("Reads as", method.reads),
        ("Assumes", method.assumes),
        ("Source", method.source),
        ("Differs", method.differs),
    ]
    return [(term, words) for term, words in lines if words]
