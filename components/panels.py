"""Small multiples: one panel a team, its name and verdict in text over the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components.cards import chart
from components.marks import blank_cell, verdict_line
from equity.blanks import NOT_REPORTED


@dataclass(frozen=True, slots=True)
class TeamPanel:
    """One team: its verdict or blank, its figure with the sentence that says it, and the address of its page."""

    team_id: str
    name: str
    word: str | None
    blank: str | None
    figure: dict
    summary: str
    href: str
    is_mine: bool = False


def panel_grid(panels: Sequence[TeamPanel]) -> list[html.Div]:
    """All panels in the order given; head and figure of each can be replaced."""
    return [
        html.Div(
            [
                html.Div(panel_head(panel), id={"type": "network-panel-head", "team": panel.team_id}),
                chart({"type": "network-panel", "team": panel.team_id}, panel.figure, said_by=said_id(panel.team_id)),
            ],
            className="panel mine" if panel.is_mine else "panel",
        )
        for panel in panels
    ]


def panel_head(panel: TeamPanel) -> list[Component]:
    """Name, verdict, and for a screen reader what the chart says."""
    state = verdict_line(panel.word) if panel.word else blank_cell(panel.blank or NOT_REPORTED)
    name = html.H3(html.A(panel.name, href=panel.href))
    return [name, state, html.P(panel.summary, id=said_id(panel.team_id), className="sr-only")]


def said_id(team_id: str) -> str:
    """Id of the text that says a team's panel to a screen reader."""
    return f"said-of-{team_id}"
