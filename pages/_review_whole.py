"""A whole review, laid out to be read on a screen and to be printed: cover, what moved, the network, a sheet a team, methods, every number."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.network_cards import sentence_parts
from components.selectors import turning
from data_access.store import reading
from data_access.viewer import Viewer
from equity.errors import NoReviewYet
from equity.listing import Value
from equity.review import quarter_name
from equity.selection import Query
from equity.sentences.review import months_words, question_words, roll_sentence
from pages._frame import files_of, origin_of, page_main
from pages._review_answer import Answer, answer_to
from pages._review_cover import cover_card, cover_listing, quarters_nav
from pages._review_methods import gaps_card, gaps_listing, methods_card
from pages._review_missing import no_review
from pages._review_moved import changed_card, changed_listing, moved_card, moved_listing
from pages._review_network import did_card, did_listing, learned_card, learned_listing, show_card, show_listing
from pages._review_team import team_cards


def review(viewer: Viewer, query: Query) -> html.Main:
    """The review of the quarter in the query; without one the latest; where there is none, why."""
    with reading():
        answer = answer_to(viewer, query)
        return whole(answer) if answer.is_there else no_review(answer)


def whole(answer: Answer) -> html.Main:
    """Everything of one quarter."""
    network, kept = answer.catalogue.network, answer.asked.selection.kept_query()
    return page_main(
        "review",
        answer.asked,
        question=question_words(answer.quarter),
        eyebrow=f"Review for funders, {network.name}, {months_words(answer.quarter)}",
        sentence=sentence_parts(roll_sentence(answer.counts, on_page=answer.pages > 1)),
        choices=[],
        badges_shown=[],
        cards=cards_of(answer),
        crumbs=[("Network", f"/{kept}"), ("Review", f"/review{kept}"), (answer.quarter.label, None)],
        beneath=[quarters_nav(answer), *pager_of(answer)],
    )


def cards_of(answer: Answer) -> list[Component]:
    """In the order in which a funder reads."""
    changed = changed_card(answer)
    network = [did_card(answer), show_card(answer), *([changed] if changed else []), learned_card(answer)]
    return [cover_card(answer), moved_card(answer), *network, *team_cards(answer), methods_card(answer), gaps_card(answer)]


def pager_of(answer: Answer) -> list[html.Div]:
    """Turning the pages of a network that is too large for one review."""
    if answer.pages == 1:
        return []
    path, chosen = answer.address(answer.quarter).partition("?")[0], answer.asked.selection
    turned = turning(answer.page, answer.pages, address_of=lambda page: f"{path}{chosen.but(page=page).to_query()}", total=answer.total)
    return [html.Div(turned, className="pager")]


def context_of(answer: Answer) -> list[tuple[str, Value]]:
    """What every row of a file says beside its numbers."""
    found = answer.catalogue
    quarter = quarter_name(answer.quarter)
    return [("network", found.network.name), ("quarter", quarter), ("until", answer.quarter.end.isoformat()), *origin_of(found)]


def answer_for_file(viewer: Viewer, query: Query) -> Answer:
    """A file is of a quarter that has a review: where the address names another, of the latest.

    Raises   NoReviewYet where there is none.
    """
    found = answer_to(viewer, query)
    if not found.quarters:
        raise NoReviewYet
    return found if found.is_there else answer_to(viewer, {**query, "quarter": ""})


listing_of = files_of(answer_for_file, context_of)
FILES = {
    "cover": listing_of(cover_listing),
    "moved": listing_of(moved_listing),
    "changed": listing_of(changed_listing),
    "did": listing_of(did_listing),
    "show": listing_of(show_listing),
    "learned": listing_of(learned_listing),
    "gaps": listing_of(gaps_listing),
}
