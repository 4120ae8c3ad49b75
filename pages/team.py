"""Is this team's gap closing, is it real, and who is like it and further on? For the team, on a laptop between convenings and on a phone."""

from __future__ import annotations

from collections.abc import Callable

import dash
from dash.development.base_component import Component

from components import html
from components.network_cards import sentence_parts
from components.selectors import Badge, Choice
from components.team_lead import mine_parts, who_sees_link
from components.tour import tour_offer
from data_access.store import reading
from data_access.viewer import TEAM_MEMBER, Viewer
from equity.catalogue import Team
from equity.listing import Listing
from equity.selection import OF_THE_MEASURE, Query
from equity.sentences.team_page import question_words
from equity.tour import TEAM
from pages._frame import Asked, body_outputs, card_outputs, chart_outputs, file_context, frame_outputs, measure_badges, measure_choices, page_main
from pages._team_answer import Answer, answer_to, team_asked
from pages._team_groups import groups_card, groups_listing, level_card, level_listing
from pages._team_lead import facts, lead_cards, run_listing
from pages._team_measures import measures_card, measures_listing
from pages._team_missing import no_such_team
from pages._team_news import news_cards
from pages._team_peers import peers_card, peers_listing
from pages._team_process import OUTPUTS as PROCESS_OUTPUTS
from pages._team_process import process_badges, process_card, process_listing
from pages._team_record import RECORD_FILES, RECORD_OUTPUTS, changing_cards, record_cards

Cards = Callable[[Asked, Team], list[Component]]

CHOICES = ("measure", "stratifier", "group", "reference")
CARDS = (lead_cards, process_card, groups_card, level_card, peers_card, measures_card)
OUTPUTS = [
    *frame_outputs("team", CHOICES),
    *card_outputs("team-run", "team-groups", "team-level", "team-peers", "team-measures"),
    *chart_outputs("team-run-chart", "team-groups-chart", "team-level-chart"),
    *body_outputs(*(f"team-{part}" for part in ("mine", "facts", "run-key", "run-notes", "aside", "peers-body", "measures-body"))),
    *PROCESS_OUTPUTS,
    *RECORD_OUTPUTS,
]


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    return laid_out(viewer, query, record_cards, first=news_cards)


def changing(viewer: Viewer, query: Query) -> html.Main:
    """The same without what no choice changes: a choice need not wait for it."""
    return laid_out(viewer, query, changing_cards)


def no_cards(asked: Asked, team: Team) -> list[Component]:
    """What stands before the cards where nothing does."""
    return []


def laid_out(viewer: Viewer, query: Query, record: Cards, *, first: Cards = no_cards) -> html.Main:
    """The team's gap, below it these cards of its record; first: what stands before all cards."""
    with reading():
        team = team_asked(viewer, query)
        if team is None:
            return no_such_team(viewer, query, OUTPUTS)
        answer = answer_to(viewer, query, team)
        kept = answer.selection.kept_query()
        choose = answer.selection.but(team=team.team_id).to_query()
        return page_main(
            "team",
            answer.asked,
            question=question_words(team.name),
            eyebrow=html.Span(mine_parts(is_mine=answer.is_mine, choose=choose), id="team-mine"),
            sentence=sentence_parts(answer.sentence),
            choices=choices(answer),
            badges_shown=badges_of(answer),
            cards=[*first(answer.asked, team), *(card(answer) for card in CARDS), *record(answer.asked, team)],
            crumbs=[("Network", f"/{kept}"), ("Teams", f"/teams{kept}"), (team.name, None)],
            faults=answer.faults,
            beneath=[html.Dl(facts(answer), id="team-facts", className="team-about"), *own_choices(viewer, team), tour_offer(TEAM)],
        )


def own_choices(viewer: Viewer, team: Team) -> list[Component]:
    """The way to what the team's own members alone choose."""
    return [who_sees_link(team.team_id)] if viewer.role == TEAM_MEMBER and viewer.owns(team.team_id) else []


def choices(answer: Answer) -> list[Choice]:
    """The four questions; among the measures only those that the team works on, with its own ones marked."""
    first, *others = measure_choices(answer.asked, answer.measures or None)
    own = {measure_id for measure_id, terms in answer.terms.items() if terms.standing == "own"}
    options = tuple((value, f"{words} (own)" if value in own else words) for value, words in first.options)
    return [Choice(first.name, first.label, options, first.value, (*first.clears, *OF_THE_MEASURE)), *others]


def badges_of(answer: Answer) -> list[Badge]:
    points = answer.trend.points
    period = f"{points[0].period.label} to {points[-1].period.label}" if points else "none yet"
    *filters, last = measure_badges(answer.asked, reference_label=answer.names.reference, period=period)
    return [*filters, *process_badges(answer), last]


def listing_of(build: Callable[[Answer], Listing]) -> Callable[[Viewer, Query], Listing]:
    """A file of what a card shows; empty for a team that the network does not have."""

    def listed(viewer: Viewer, query: Query) -> Listing:
        with reading():
            team = team_asked(viewer, query)
            if team is None:
                return Listing(("team",), ())
            answer = answer_to(viewer, query, team)
            context = [("of_team", team.name), *file_context(answer.asked, compared=answer.names.reference)]
            return build(answer).among(context)

    return listed


FILES = {
    "run": listing_of(run_listing),
    "process": listing_of(process_listing),
    "groups": listing_of(groups_listing),
    "level": listing_of(level_listing),
    "peers": listing_of(peers_listing),
    "measures": listing_of(measures_listing),
    **RECORD_FILES,
}

dash.register_page(
    __name__,
    name="Team",
    path_template="/teams/<team_id>",
    order=None,
    title="Team · Lantern",
    layout=layout,
    changing=changing,
    outputs=OUTPUTS,
    listings=FILES,
    tells_news=True,
)
