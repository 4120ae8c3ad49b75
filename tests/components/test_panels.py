from __future__ import annotations

import pytest
from dash import html

from components.cards import chart
from components.marks import blank_cell, verdict_line
from components.panels import TeamPanel, panel_grid, panel_head
from figures.theme import empty_figure
from tests.components.plain import same

FIGURE = empty_figure("Nothing.", height=124)
CLOSING = TeamPanel("a", "Ash", "closing", None, FIGURE, "Ash: closing.", "/teams/a?measure=bp")


def test_a_panel_has_name_verdict_and_what_its_chart_says():
    expected = [html.H3(html.A("Ash", href="/teams/a?measure=bp")), verdict_line("closing"), html.P("Ash: closing.", id="said-of-a", className="sr-only")]
    assert same(panel_head(CLOSING), expected)


@pytest.mark.parametrize(("blank", "shown"), [("hidden", "hidden"), (None, "not_reported")])
def test_a_panel_without_verdict_says_why(blank, shown):
    assert same(panel_head(TeamPanel("a", "Ash", None, blank, FIGURE, "Ash.", "/teams/a"))[1], blank_cell(shown))


def test_panels_stand_in_the_order_given_each_part_replaceable():
    other = TeamPanel("b", "Birch", None, "not_due", FIGURE, "Birch: not due.", "/teams/b", is_mine=True)
    expected = [
        html.Div(
            [
                html.Div(panel_head(panel), id={"type": "network-panel-head", "team": panel.team_id}),
                chart({"type": "network-panel", "team": panel.team_id}, FIGURE, said_by=f"said-of-{panel.team_id}"),
            ],
            className=name,
        )
        for panel, name in ((other, "panel mine"), (CLOSING, "panel"))
    ]
    assert same(panel_grid([other, CLOSING]), expected)
    assert panel_grid([]) == []
