"""Are we building what lasts? For all: where the teams stand on each framework, what moved, on what evidence, and where raters differ."""

from __future__ import annotations

import dash
from dash import Output

from components import html
from components.network_cards import eyebrow, sentence_parts
from components.selectors import Badge, Choice
from data_access.store import reading
from data_access.viewer import Viewer
from equity.listing import Value
from equity.selection import Query
from equity.sentences import Sentence
from equity.sentences.maturity_cards import shown_rater_words
from equity.sentences.maturity_page import NOTHING_LOADED, maturity_sentence, month_words
from pages import _maturity_heat as heat
from pages import _maturity_levels as levels
from pages import _maturity_progress as progress
from pages import _maturity_radar as radar
from pages import _maturity_raters as raters
from pages._frame import body_outputs, card_outputs, chart_outputs, files_of, frame_outputs, origin_of, page_main
from pages._maturity_answer import NETWORK, Answer, answer_to

CHOICES = ("framework", "view")
CARDS = (levels.LEVELS, levels.BESIDE, radar.RADAR, heat.HEAT, raters.RATERS, progress.PROGRESS)
BODIES = (f"{levels.LEVELS}-body", f"{levels.BESIDE}-body", radar.BODY, raters.BODY, progress.COUNTS, progress.STEPS_HEAD)
OUTPUTS = [
    *frame_outputs("maturity", CHOICES),
    *card_outputs(*CARDS),
    *body_outputs(*BODIES),
    Output(heat.BODY, "children"),
    *chart_outputs(radar.CHART, radar.ROWS, raters.CHART, progress.CHART),
]


def layout(viewer: Viewer, query: Query) -> html.Main:
    """The whole page for one address."""
    with reading():
        answer = answer_to(viewer, query)
        cards = [*levels.levels_cards(answer), radar.radar_card(answer), heat.heat_card(answer), raters.raters_card(answer)]
        return page_main(
            "maturity",
            answer.asked,
            question="Are we building what lasts?",
            eyebrow=f"Maturity, {eyebrow(answer.asked.catalogue.network, answer.asked.catalogue.events)}",
            sentence=sentence_parts(sentence_of(answer)),
            choices=choices_of(answer),
            badges_shown=badges_of(answer),
            # Without a framework there is nothing to fold out; what a later choice could change keeps its place.
            cards=[html.Div(html.Div(cards, className="sheet"), className="gone" if answer.is_empty else ""), progress.progress_card(answer)],
            faults=answer.faults,
        )


def sentence_of(answer: Answer) -> Sentence:
    """The finding."""
    if answer.is_empty:
        return NOTHING_LOADED
    return maturity_sentence(answer.shown.profile, answer.shown.moves, framework=answer.framework.name, label=answer.framework.label)


def choices_of(answer: Answer) -> list[Choice]:
    """Framework, and what the radar shows."""
    names = [one.name for one in answer.frameworks]
    known = tuple((one.key, one.name if names.count(one.name) == 1 else f"{one.name}, version {one.version}") for one in answer.frameworks)
    return [
        Choice("framework", "Framework", known or (("", "none loaded"),), answer.framework.key if known else "", ("page",)),
        Choice("view", "Radar shows", radar.view_words(answer), answer.view),
    ]


def badges_of(answer: Answer) -> list[Badge]:
    """What is shown, and what of it the reader chose."""
    chosen, profile = answer.asked.selection, answer.shown.profile
    undo = chosen.but(framework="", page=1).to_query() if chosen.framework else None
    parts = [Badge("Framework", f"{answer.framework.name}, version {answer.framework.version}", undo, doubled=undo is None)]
    parts += [Badge("Radar", radar.title_of_view(answer), chosen.but(view="").to_query())] if answer.view != NETWORK else []
    parts += [Badge("Teams named", f"“{chosen.find}”", chosen.but(find="", page=1).to_query())] if chosen.find else []
    parts += [Badge("Levels", shown_rater_words(answer.shown.moves.raters), None)]
    parts += [Badge(name, month_words(day), None) for name, day in (("Then", profile.first_on), ("Now", profile.latest_on))]
    # The only badge stays beside its select: without it the strip would be a stop for the keyboard with nothing in it.
    return parts if not answer.is_empty else [Badge("Framework", "none loaded", None)]


def context_of(answer: Answer) -> list[tuple[str, Value]]:
    found = answer.asked.catalogue
    return [("network", found.network.name), ("levels", shown_rater_words(answer.shown.moves.raters)), *origin_of(found)]


listing_of = files_of(answer_to, context_of)
FILES = {
    "levels": listing_of(levels.levels_listing),
    "radar": listing_of(radar.radar_listing),
    "heat": listing_of(heat.heat_listing),
    "raters": listing_of(raters.raters_listing),
    "progress": listing_of(progress.progress_listing),
}

dash.register_page(__name__, name="Maturity", path="/maturity", order=3, title="Maturity · Lantern", layout=layout, outputs=OUTPUTS, listings=FILES)
