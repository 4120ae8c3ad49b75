"""The cover of a review: each team counted once, in words, in marks, and as numbers that always say of how many."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head
from components.network_cards import protected_source
from components.review import big_number, review_links, roll_list, roll_marks
from equity.blanks import NOT_REPORTED
from equity.listing import Listing
from equity.numbers import plural
from equity.review import ROLL
from equity.sentences.phrases import period_words
from equity.sentences.review import MEANINGS, NO_AVERAGE, ONE_LEAD, STATE_WORDS, address_words, closing_words, of_teams, reported_words, roll_rows
from equity.verdicts import CLOSING
from pages._review_answer import Answer

COVER = "review-cover"


def cover_card(answer: Answer) -> html.Section:
    """How many teams close their gap, and where every other one stands."""
    counts = answer.counts
    rows, total = roll_rows(counts), sum(counts.values())
    number = big_number(counts[CLOSING], total, closing_words(total, on_page=answer.pages > 1))
    body = html.Div(
        [html.Div([number, roll_marks(rows)]), html.Div([roll_list(rows), html.P(reported(answer), className="quiet")])], className="review-cover drawn"
    )
    head = card_head(COVER, title_of(answer), f"{ONE_LEAD} {NO_AVERAGE}")
    foot = card_foot(
        source=f"{protected_source(answer.catalogue)} n: {plural(total, 'team')}.",
        table=None,
        csv_url=answer.csv("cover"),
        defined="/measures",
        method="review",
    )
    return card(COVER, head=head, body=[body, *of_page(answer)], foot=foot, has_grid=True)


def title_of(answer: Answer) -> str:
    """Where the teams stand at the quarter's end."""
    return f"Where each team's gap stands at the end of {period_words(answer.quarter)}"


def reported(answer: Answer) -> str:
    """Who did not report."""
    silent = [team.name for team in answer.teams if answer.states[team.team_id].blank == NOT_REPORTED]
    return reported_words(answer.counts, silent, answer.quarter)


def of_page(answer: Answer) -> list[Component]:
    """Said where a network is too large for one review: of which teams this is."""
    if answer.pages == 1:
        return []
    shown = of_teams(len(answer.teams), answer.total)
    words = f"This network is large: page {answer.page} of {answer.pages} tells of {shown}, in the order of the alphabet. Every count here is of those."
    return [html.P(words, className="review-large")]


def quarters_nav(answer: Answer) -> html.Nav:
    """The periods that have a review."""
    return review_links([(address_words(one)[0], answer.address(one), one == answer.quarter) for one in answer.quarters])


def cover_listing(answer: Answer) -> Listing:
    """A row a verdict or blank, also those that no team has."""
    total = sum(answer.counts.values())
    return Listing(("verdict_or_blank", "teams", "of_teams", "meaning"), tuple((STATE_WORDS[key], answer.counts[key], total, MEANINGS[key]) for key in ROLL))
