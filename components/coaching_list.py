"""Teams that coaching may help: each with every reason, in the order given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from components import html


@dataclass(frozen=True, slots=True)
class CoachedTeam:
    """One team: the address of its page, and a sentence for each sign that names it."""

    name: str
    href: str
    reasons: tuple[str, ...]


def coaching_list(teams: Sequence[CoachedTeam]) -> html.Ul:
    """A line a team."""
    return html.Ul([coached_line(team) for team in teams], className="named")


def coached_line(team: CoachedTeam) -> html.Li:
    """Its name, leading to its page, and every reason."""
    return html.Li([html.H3(html.A(team.name, href=team.href)), *(html.P(reason) for reason in team.reasons)])


def topic_list(topics: Sequence[tuple[str, str]]) -> html.Ul:
    """What a convening could talk about: (title, words), a line each."""
    return html.Ul([html.Li([html.H3(title), html.P(words)]) for title, words in topics], className="named")
