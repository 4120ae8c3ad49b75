"""How does our gap compare with our peers'? For a team: its place among others and what chance explains, never a rank."""

from __future__ import annotations

from collections.abc import Callable

import dash
from dash import Output

from components import html
from components.network_cards import sentence_parts
from components.selectors import Badge, Choice
from data_access.store import reading
from data_access.viewer import Viewer
from equity.comparison_listing import change_listing, comparison_listing, funnel_listing, lines_listing, peers_listing
from equity.listing import Listing
from equity.selection import Query
from equity.sentences.comparison import comparison_sentence
from pages._compare_answer import Answer, answer_to
from pages._compare_dots import dots_card
from pages._compare_funnel import funnel_card
from pages._compare_peers import lines_of, multiples_card, peers_card
from pages._compare_quadrant import quadrant_card
from pages._compare_question import BY_SIZE, ORDERS, PEERS, VIEWS
from pages._compare_table import table_card
from pages._frame import body_outputs, card_outputs, chart_outputs, file_context, frame_outputs, measure_badges, measure_choices, page_main

CHOICES = ("measure", "stratifier", "group", "reference", "view", "order")
CARDS = tuple(f"compare-{name}" for name in ("dots", "funnel", "peers", "quadrant", "multiples", "table"))
CHARTS = ("compare-dots", "compare-funnel", "compare-quadrant")
OUTPUTS = [
    *frame_outputs("compare", CHOICES),
    *card_outputs(*CARDS),
    *chart_outputs(*(f"{name}-chart" for name in CHARTS)),
    Output("compare-dots-frame", "style"),
    Output("compare-dots", "className"),
    *(Output(f"{name}-frame", "className") for name in CHARTS),
    *body_outputs(*(f"{name}-words" for name in CHARTS), "compare-peers-body", "compare-table-body"),
    *(Output(f"compare-{name}", "children") for name in ("dots-pager", "multiples-body")),
]
EYEBROW = "Teams on one measure in one period. There are no ranks here: much of the difference between teams is chance."


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        return page_main(
            "compare",
            answer.asked,
            question="How does our gap compare with our peers'?" if answer.asked.team else "How do the teams' gaps compare?",
            eyebrow=EYEBROW,
            sentence=sentence_parts(comparison_sentence(answer.compared)),
            choices=choices(answer),
            badges_shown=badges(answer),
            cards=[card_of(answer) for card_of in (dots_card, funnel_card, quadrant_card, multiples_card, peers_card, table_card)],
            faults=answer.faults,
        )


def choices(answer: Answer) -> list[Choice]:
    """The four questions, which teams, and in which order."""
    has_peers = bool(answer.question.my_peers)
    views = tuple((value, words) for value, words in VIEWS if value != PEERS or has_peers)
    orders = tuple((value, words) for value, words in ORDERS if value != BY_SIZE or not answer.question.is_paged)
    teams = Choice("view", "Teams shown", views, answer.selection.view, ("page", "find"))
    return [*measure_choices(answer.asked), teams, Choice("order", "Order of teams", orders, answer.selection.order, ("page",))]


def badges(answer: Answer) -> list[Badge]:
    """Every filter that holds; pins and the order can be taken away as well."""
    chosen = answer.selection
    *filters, period = measure_badges(answer.asked, reference_label=answer.question.gap.reference.label, period=answer.period_label)
    own = []
    if chosen.view:
        own.append(Badge("Teams", dict(VIEWS)[chosen.view].lower(), chosen.but(view="").to_query()))
    if answer.question.pinned:
        own.append(Badge("Pinned", ", ".join(team.name for team in answer.question.pinned), chosen.but(peers=()).to_query()))
    if chosen.order:
        own.append(Badge("Order", dict(ORDERS)[chosen.order].lower(), chosen.but(order="").to_query()))
    return [*filters, *own, period]


def listing_of(build: Callable[[Answer], Listing]) -> Callable[[Viewer, Query], Listing]:
    """A file of what a card shows; nothing of other teams where their comparison is withheld."""

    def listed(viewer: Viewer, query: Query) -> Listing:
        with reading():
            answer = answer_to(viewer, query)
            found = build(answer)
            kept = Listing(found.head, ()) if answer.compared.is_withheld else found
            period = ("period_compared", answer.period_label)
            return kept.among([period, *file_context(answer.asked, compared=answer.question.gap.reference.label)])

    return listed


def table_file(answer: Answer) -> Listing:
    return comparison_listing(answer.compared, answer.rows, {team_id: state[:2] for team_id, state in answer.states.items()})


FILES = {
    "table": listing_of(table_file),
    "funnel": listing_of(lambda answer: funnel_listing(answer.compared)),
    "change": listing_of(lambda answer: change_listing(answer.compared)),
    "peers-over-time": listing_of(lambda answer: lines_listing(lines_of(answer), answer.compared)),
    "peers": listing_of(lambda answer: peers_listing(answer.asked.team, answer.question.peers, answer.question.pinned)),
}

dash.register_page(__name__, name="Compare", path="/compare", order=2, title="Compare · Lantern", layout=layout, outputs=OUTPUTS, listings=FILES)
