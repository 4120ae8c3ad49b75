"""Are we closing our gaps? For network leadership, at a convening: one sentence, one chart, who stands where."""

from __future__ import annotations

import dash
from dash import ALL, Output
from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.notices import notices
from components.panels import panel_head
from components.selectors import Badge, badges
from components.tour import tour_offer
from components.verdict_grid import grid_class
from data_access.store import reading
from data_access.viewer import Viewer
from equity import listing as listings
from equity.listing import Value
from equity.selection import PARTS, Query
from equity.tour import NETWORK
from pages._frame import (
    body_outputs,
    card_outputs,
    chart_outputs,
    file_context,
    files_of,
    frame_outputs,
    measure_badges,
    measure_choices,
    page_main,
    reset_address,
)
from pages._network_answer import Answer, answer_to
from pages._network_coaching import coaching_card, coaching_listing
from pages._network_convening import convening_card, convening_listing
from pages._network_gap import aside, gap_card, gap_figure, gap_foot, gap_head
from pages._network_grid import grid_card, grid_listing, grid_place
from pages._network_groups import groups_card, groups_figure, groups_foot, groups_head, network_groups_listing, unknown_card, unknown_listing, unknown_parts
from pages._network_maturity import maturity_cards, maturity_listing
from pages._network_notes import panels_listing
from pages._network_panels import panels_card, panels_parts
from pages._network_practices import practices_card, practices_listing
from pages._network_reporting import reporting_card, reporting_listing
from pages._network_summaries import summaries_card, summaries_listing, summaries_parts

PANEL, PANEL_HEAD = "network-panel", "network-panel-head"
OUTPUTS = [
    *frame_outputs("network", PARTS),
    *body_outputs("network-aside"),
    *card_outputs(*(f"network-{name}" for name in ("gap", "panels", "groups", "unknown", "summaries"))),
    *chart_outputs("network-gap-chart", "network-groups-chart"),
    *body_outputs("network-unknown-body", "network-summaries-body"),
    Output("network-grid-body", "className"),
    *body_outputs("network-panels-notes"),
    Output({"type": PANEL, "team": ALL}, "figure"),
    Output({"type": PANEL_HEAD, "team": ALL}, "content"),
]


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        return page_main(
            "network",
            answer.asked,
            question="Are we closing our gaps?",
            eyebrow=words.eyebrow(answer.catalogue.network, answer.catalogue.events),
            sentence=words.sentence_parts(answer.sentence),
            choices=measure_choices(answer.asked),
            badges_shown=badges_of(answer),
            cards=cards_of(answer),
            beneath=[tour_offer(NETWORK)],
        )


def cards_of(answer: Answer) -> list[Component]:
    """Every card, in the order in which the page is read; the learning below stands side by side."""
    lead = [gap_card(answer), grid_card(answer), panels_card(answer), groups_card(answer), unknown_card(answer)]
    return [
        *lead,
        *maturity_cards(answer),
        reporting_card(answer),
        practices_card(answer),
        coaching_card(answer),
        convening_card(answer),
        summaries_card(answer),
    ]


def update(viewer: Viewer, query: Query) -> list:
    """What changes with a choice, in the order of OUTPUTS; what changes for each team, by team_id."""
    with reading():
        answer = answer_to(viewer, query)
        panels, panels_head, panels_foot, panels_notes = panels_parts(answer)
        chosen = [part for choice in measure_choices(answer.asked) for part in (choice.option_list, choice.value)]
        said = [badges(badges_of(answer), reset=reset_of(answer)), notices(answer.faults), words.sentence_parts(answer.sentence), aside(answer)]
        unknown, summaries = unknown_parts(answer), summaries_parts(answer)
        cards = [
            gap_head(answer),
            gap_foot(answer),
            panels_head,
            panels_foot,
            groups_head(answer),
            groups_foot(answer),
            unknown[0],
            unknown[2],
            summaries[0],
            summaries[2],
        ]
        figures = [gap_figure(answer), groups_figure(answer), unknown[1], summaries[1], grid_class(grid_place(answer)), panels_notes]
        by_team = [{panel.team_id: panel.figure for panel in panels}, {panel.team_id: panel_head(panel) for panel in panels}]
        return [*chosen, *said, *cards, *figures, *by_team]


def badges_of(answer: Answer) -> list[Badge]:
    """Every filter that holds, and the period."""
    points = answer.trend.points
    period = f"{points[0].period.label} to {points[-1].period.label}" if points else "none yet"
    return measure_badges(answer.asked, reference_label=answer.gap.reference.label, period=period)


def reset_of(answer: Answer) -> str | None:
    """The address without any filter; None where there is none."""
    return reset_address(answer.asked) if any(badge.undo for badge in badges_of(answer)) else None


def context_of(answer: Answer) -> list[tuple[str, Value]]:
    return file_context(answer.asked, compared=answer.gap.reference.label)


listing_of = files_of(answer_to, context_of)
FILES = {
    "gap": listing_of(lambda answer: listings.trend_listing(answer.trend)),
    "panels": listing_of(panels_listing),
    "grid": listing_of(grid_listing),
    "groups": listing_of(network_groups_listing),
    "maturity": listing_of(maturity_listing),
    "unknown": listing_of(unknown_listing),
    "summaries": listing_of(summaries_listing),
    "practices": listing_of(practices_listing),
    "reporting": listing_of(reporting_listing),
    "convening": listing_of(convening_listing),
    "coaching": listing_of(coaching_listing),
}

dash.register_page(__name__, name="Network", path="/", order=0, title="Network · Lantern", layout=layout, update=update, outputs=OUTPUTS, listings=FILES)
