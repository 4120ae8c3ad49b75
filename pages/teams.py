"""Who is in the network, and what do they work on? For everybody: the teams by name, each leading to its own page."""

from __future__ import annotations

import dash
from dash import Output
from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head
from components.directory import directory_parts, nothing_found
from components.network_cards import sentence_parts
from components.selectors import Badge, Choice, find_field, turning
from data_access.store import reading
from data_access.viewer import Viewer
from equity.listing import Listing
from equity.numbers import capitalised
from equity.selection import Query, comparable_measures
from equity.sentences.directory import ORDER_WORDS, directory_sentence, directory_title, looked_for_words
from pages._frame import body_outputs, card_outputs, csv_url, frame_outputs, page_main, reset_address
from pages._teams_answer import FILTERS, ORDERS, WORKING, Answer, answer_to, known_names, parts_of
from pages._teams_file import directory_listing

CHOICES = ("measure", "view", *FILTERS, "order")
OUTPUTS = [
    *frame_outputs("teams", CHOICES),
    *card_outputs("teams-directory"),
    *body_outputs("teams-rows"),
    Output("teams-directory-find", "value"),
]


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        found = answer.asked.catalogue
        return page_main(
            "teams",
            answer.asked,
            question="Who is in the network, and what do they work on?",
            eyebrow=words.eyebrow(found.network, found.events),
            sentence=sentence_parts(sentence_of(answer)),
            choices=choices(answer),
            badges_shown=badges_of(answer),
            cards=[directory_card(answer)],
            faults=answer.faults,
        )


def sentence_of(answer: Answer) -> words.Sentence:
    found = answer.found
    return directory_sentence(total=found.total, working=found.working, by_setting=found.by_setting, measure=answer.asked.measure, whole=answer.whole)


def choices(answer: Answer) -> list[Choice]:
    """Which measure the rows are about, which teams stand in them, and in which order."""
    chosen = answer.selection
    measures = tuple((measure.measure_id, measure.name) for measure in comparable_measures(answer.asked.catalogue))
    every = {"sector": "All sectors", "setting": "All settings", "cohort": "All cohorts"}
    filters = [
        Choice(name, capitalised(name), (("", every[name]), *((value, capitalised(value)) for value in answer.kinds[name])), getattr(chosen, name), ("page",))
        for name in FILTERS
    ]
    return [
        Choice("measure", "Measure", measures, chosen.measure.measure_id, ("stratifier", "group", "reference", "page")),
        Choice("view", "Teams", (("", "All teams"), (WORKING, "Only those that work on it")), chosen.view, ("page",)),
        *filters,
        Choice("order", "Order", ORDERS, chosen.order, ("page",)),
    ]


def badges_of(answer: Answer) -> list[Badge]:
    """The measure, whose gap it is, and every filter that holds."""
    chosen, found = answer.selection, answer.asked.catalogue
    measure = Badge("Measure", chosen.measure.name, chosen.without("measure", found) if chosen.chosen(found)["measure"] else None)
    return [measure, Badge("Gap of", words.compared_words(found, chosen.measure), None), *filters_of(answer)]


def filters_of(answer: Answer) -> list[Badge]:
    """Whatever leaves teams out, each with the way to take it away."""
    chosen = answer.selection
    said = {"view": ("Teams", "only those that work on it"), **{name: (capitalised(name), getattr(chosen, name)) for name in FILTERS}}
    filters = [Badge(*said[name], chosen.but(**{name: "", "page": 1}).to_query()) for name in said if getattr(chosen, name)]
    return [*filters, *([Badge("Teams named", f"“{chosen.find}”", chosen.but(find="", page=1).to_query())] if chosen.find else [])]


def directory_card(answer: Answer) -> html.Section:
    field = find_field(answer.selection.find, "teams-directory", known=known_names(answer))
    body = [html.Div(field, className="team-find"), html.Div(rows_of(answer), id="teams-rows")]
    return card("teams-directory", head=head_of(answer), body=body, foot=foot_of(answer))


def head_of(answer: Answer) -> list[Component]:
    found, measure = answer.found, answer.asked.measure
    verdicts = [(team.name, answer.cells[team.team_id, measure.measure_id].word) for team in found.teams]
    title = directory_title(verdicts, first=found.first, total=found.total)
    compared = words.compared_words(answer.asked.catalogue, measure)
    return card_head("teams-directory", title, f"{ORDER_WORDS[answer.selection.order]} Aim, verdict and last report: {measure.name}, {compared}.")


def rows_of(answer: Answer) -> list[Component]:
    found, chosen = answer.found, answer.selection
    if not found.total:
        looked_for = [f"{badge.name.lower()} {badge.words}" for badge in filters_of(answer)]
        return nothing_found(looked_for_words(looked_for), reset=reset_address(answer.asked) if looked_for else None)
    turns = turning(found.page, found.pages, address_of=lambda page: f"/teams{chosen.but(page=page).to_query()}#teams-directory", total=found.total)
    return [*directory_parts(parts_of(answer)), *([html.Div(turns, className="pager")] if found.pages > 1 else [])]


def foot_of(answer: Answer) -> list[Component]:
    return card_foot(
        source=words.source_words(answer.asked.catalogue.load, "Teams are never ranked."),
        table=None,
        csv_url=csv_url("teams", "directory", answer.asked),
        method="verdict",
    )


def listed(viewer: Viewer, query: Query) -> Listing:
    """The file of the teams that are shown."""
    with reading():
        return directory_listing(answer_to(viewer, query))


dash.register_page(__name__, name="Teams", path="/teams", order=1, title="Teams · Lantern", layout=layout, outputs=OUTPUTS, listings={"directory": listed})
