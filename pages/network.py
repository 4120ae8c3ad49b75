"""Are we closing our gaps? For network leadership, at a convening: one sentence, one chart, who stands where."""

from __future__ import annotations

from collections.abc import Callable

import dash
from dash import ALL, Output, html
from dash.development.base_component import Component

from components import network_cards as words
from components.notices import notices
from components.panels import panel_head
from components.selectors import Badge, Choice, badges, choice_select
from components.shell import page_foot, synthetic_banner
from components.verdict_grid import grid_class
from data_access.store import reading
from data_access.viewer import Viewer
from equity import listing as listings
from equity.listing import Listing, Value
from equity.numbers import capitalised
from equity.selection import REFERENCE_WORDS, Query, comparable_measures, divisions
from pages._network_answer import Answer, answer_to, team_trends
from pages._network_gap import aside, gap_card, gap_figure, gap_foot, gap_head
from pages._network_grid import grid_card, grid_listing, grid_place
from pages._network_groups import group_rows, groups_card, groups_figure, groups_foot, groups_head, unknown_card, unknown_listing, unknown_parts
from pages._network_maturity import maturity_cards, maturity_listing
from pages._network_panels import panels_card, panels_parts

PANEL, PANEL_HEAD = "network-panel", "network-panel-head"
CHOICES = ("measure", "stratifier", "group", "reference")
OUTPUTS = [
    *(Output(f"network-{name}", part) for name in CHOICES for part in ("options", "value")),
    *(Output(f"network-{name}", "children") for name in ("badges", "notices", "sentence", "aside")),
    *(Output(f"network-{name}-{part}", "children") for name in ("gap", "panels", "groups", "unknown") for part in ("head", "foot")),
    Output("network-gap-chart", "figure"),
    Output("network-groups-chart", "figure"),
    Output("network-unknown-body", "children"),
    Output("network-grid-body", "className"),
    Output({"type": PANEL, "team": ALL}, "figure"),
    Output({"type": PANEL_HEAD, "team": ALL}, "children"),
]


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        network = answer.catalogue.network
        top = [
            html.Div([choice_select(choice, select_id=f"network-{choice.name}") for choice in choices(answer)], className="choices"),
            html.Div(badges_of(answer), id="network-badges", className="badges", tabIndex=0, role="group", **{"aria-label": "What is shown"}),
            html.Div(notices(answer.faults), id="network-notices"),
            html.P(words.eyebrow(network, answer.catalogue.events), className="eyebrow"),
            html.H1("Are we closing our gaps?", id="question", className="question", tabIndex=-1),
            html.P(words.sentence_parts(answer.sentence), id="network-sentence", className="sentence", **{"aria-live": "polite"}),
        ]
        sheet = html.Div(
            [gap_card(answer), grid_card(answer), panels_card(answer), groups_card(answer), unknown_card(answer), *maturity_cards(answer)], className="sheet"
        )
        content = html.Div([*top, sheet, page_foot(words.foot_parts(answer.catalogue))], className="wrap")
        return html.Main([*synthetic_banner(network.synthetic), content], id="main")


def update(viewer: Viewer, query: Query) -> list:
    """What changes with a choice, in the order of OUTPUTS; what changes for each team, by team_id."""
    with reading():
        answer = answer_to(viewer, query)
        panels, panels_head, panels_foot = panels_parts(answer)
        chosen = [part for choice in choices(answer) for part in (choice.option_list, choice.value)]
        said = [badges_of(answer), notices(answer.faults), words.sentence_parts(answer.sentence), aside(answer)]
        unknown = unknown_parts(answer)
        cards = [
            gap_head(answer),
            gap_foot(answer),
            panels_head,
            panels_foot,
            groups_head(answer),
            groups_foot(answer),
            unknown[0],
            unknown[2],
        ]
        figures = [gap_figure(answer), groups_figure(answer), unknown[1], grid_class(grid_place(answer))]
        by_team = [{panel.team_id: panel.figure for panel in panels}, {panel.team_id: panel_head(panel) for panel in panels}]
        return [*chosen, *said, *cards, *figures, *by_team]


def choices(answer: Answer) -> list[Choice]:
    """The four questions and what may be answered."""
    found, chosen = answer.catalogue, answer.selection
    groups = [(group.group_code, group.label) for group in chosen.stratifier.known_groups]
    others = [(code, name) for code, name in groups if code != chosen.group_code]
    return [
        Choice(
            "measure",
            "Measure",
            tuple((measure.measure_id, measure.name) for measure in comparable_measures(found)),
            chosen.measure.measure_id,
            ("stratifier", "group", "reference"),
        ),
        Choice(
            "stratifier",
            "People divided by",
            tuple((one.stratifier_id, one.name) for one in divisions(found, chosen.measure)),
            chosen.stratifier.stratifier_id,
            ("group", "reference"),
        ),
        Choice("group", "Group in focus", tuple(groups), chosen.group_code, ("reference",)),
        Choice("reference", "Compared with", (*((code, capitalised(name)) for code, name in REFERENCE_WORDS.items()), *others), chosen.reference),
    ]


def badges_of(answer: Answer) -> list[Component]:
    """Every filter that holds; those that the reader chose can be taken away."""
    chosen = answer.selection
    asked = chosen.chosen(answer.catalogue)
    names = {"measure": answer.measure.name, "stratifier": chosen.stratifier.name, "group": chosen.group.label, "reference": answer.gap.reference.label}
    titles = {"measure": "Measure", "stratifier": "Divided by", "group": "Group in focus", "reference": "Compared with"}
    filters = [Badge(titles[name], names[name], chosen.without(name, answer.catalogue) if asked[name] else None) for name in CHOICES]
    points = answer.trend.points
    period = Badge("Period", f"{points[0].period.label} to {points[-1].period.label}", None) if points else Badge("Period", "none yet", None)
    found = [Badge("Teams named", f"“{chosen.find}”", chosen.but(find="", page=1).to_query())] if chosen.find else []
    return badges([*filters, *found, period], reset="/?" if any(asked.values()) or chosen.find else None)


def listing_of(build: Callable[[Answer], Listing]) -> Callable[[Viewer, Query], Listing]:
    """A file of what a card shows."""

    def listed(viewer: Viewer, query: Query) -> Listing:
        with reading():
            answer = answer_to(viewer, query)
            return build(answer).among(context_of(answer))

    return listed


def context_of(answer: Answer) -> list[tuple[str, Value]]:
    """What every row of a file says beside its numbers: the filters, the load, and whether its teams exist."""
    chosen, network = answer.selection, answer.catalogue.network
    return [
        ("network", network.name),
        ("measure_shown", chosen.measure.measure_id),
        ("divided_by", chosen.stratifier.stratifier_id),
        ("group_in_focus", chosen.group_code),
        ("compared_with", answer.gap.reference.label),
        ("load", answer.catalogue.load.load_id if answer.catalogue.load else None),
        ("data", "synthetic demonstration data" if network.synthetic else "reported"),
    ]


FILES = {
    "gap": listing_of(lambda answer: listings.trend_listing(answer.trend)),
    "panels": listing_of(lambda answer: listings.team_trends_listing(team_trends(answer), answer.team_names)),
    "grid": listing_of(grid_listing),
    "groups": listing_of(lambda answer: listings.groups_listing(group_rows(answer), answer.measure)),
    "maturity": listing_of(maturity_listing),
    "unknown": listing_of(unknown_listing),
}

dash.register_page(__name__, name="Network", path="/", order=0, title="Network · Lantern", layout=layout, update=update, outputs=OUTPUTS, listings=FILES)
