"""The heat map: every team's level in every domain, under its name or its code."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head
from components.definition_card import framework_url
from components.maturity_heat import HeatColumn, heat_key, heat_table, words_table
from components.selectors import pager
from equity.listing import Listing
from equity.numbers import plural, shortened
from equity.sentences.maturity_cards import evidence_words, heat_title
from equity.sentences.maturity_page import month_words
from pages._maturity_answer import Answer

HEAT = "maturity-heat"
BODY = f"{HEAT}-body"
HEAD_LETTERS = 34
UNNAMED = "Names stand where you may know them; the other teams have a code that stays the same."


def heat_card(answer: Answer) -> html.Section:
    return card(HEAT, head=heat_head(answer), body=[html.Div(heat_body(answer), id=BODY)], foot=heat_foot(answer), span="span-7", has_grid=True)


def heat_head(answer: Answer) -> list[Component]:
    since = month_words(answer.shown.profile.first_on)
    order = "Teams in alphabetical order." if answer.viewer.is_lead else UNNAMED
    return card_head(HEAT, heat_title(answer.shown.profile, answer.shown.moves), f"Level now. Small triangle: moved since {since}. {order}")


def heat_body(answer: Answer) -> list[Component]:
    teams, levels = answer.teams, answer.shown.profile.levels
    turn = pager(teams.page, teams.pages, address_of=lambda page: page_url(answer, page), find=answer.asked.selection.find, total=teams.total, card_id=HEAT)
    parts = [html.Div(turn, className="pager")] if turn else []
    columns = columns_of([domain.label for domain in answer.shown.profile.domains])
    if teams.teams and columns:
        table = heat_table(teams.teams, columns, levels, mine=answer.mine, caption=f"Level of every team in every domain of {answer.framework.name}")
        place = html.Div(table, className="heat-scroll", tabIndex=0, role="region", **{"aria-label": "Levels by team and domain"})
        parts += [place, heat_key([(level, answer.framework.label(level)) for level in levels])]
    said = evidence_words(answer.shown.moves)
    return [*parts, *withheld_note(answer), *([html.P(said, className="beside-words")] if said else [])]


def withheld_note(answer: Answer) -> list[Component]:
    """Who is left out, and why; that nobody was found."""
    if answer.teams.withheld:
        return [
            html.P(f"{plural(answer.teams.withheld, 'other team')} left out: of fewer than five each could be guessed.", className="beside-words first-capital")
        ]
    return [] if answer.teams.teams or answer.is_empty else [html.P("No team of that name.", className="beside-words")]


def page_url(answer: Answer, page: int) -> str:
    return f"/maturity{answer.asked.selection.but(page=page).to_query()}#{HEAT}"


def columns_of(labels: list[str]) -> list[HeatColumn]:
    """Short names over the columns: without the first words that all domains share, and no longer than a few lines."""
    shared = shared_start(labels)
    return [HeatColumn(shortened(label[len(shared) :], HEAD_LETTERS).capitalize() if shared else shortened(label, HEAD_LETTERS), label) for label in labels]


def shared_start(labels: list[str]) -> str:
    """The whole words that every label begins with; at least one word of each is left."""
    words = [label.split(" ") for label in labels]
    same = 0
    while len(labels) > 1 and all(len(one) > same + 1 and one[same] == words[0][same] for one in words):
        same += 1
    return "".join(f"{word} " for word in words[0][:same]) if labels else ""


def heat_foot(answer: Answer) -> list[Component]:
    columns = columns_of([domain.label for domain in answer.shown.profile.domains])
    table = words_table(answer.teams.teams, columns, caption="Level now, and how far it moved since the start") if answer.teams.teams else None
    source = f"Shade and numeral say the same. n: {plural(len(answer.teams.teams), 'team')}."
    return card_foot(source=source, table=table, csv_url=answer.csv("heat"), defined=framework_url(answer.framework.key), method="evidence")


def heat_listing(answer: Answer) -> Listing:
    """A row a team and domain, of the page of teams that is shown."""
    head = ("framework", "version", "team", "domain", "level_then", "level_now", "up_without_evidence", "blank")
    known = (answer.framework.name, answer.framework.version)
    rows = [
        (*known, team.name, domain.label, domain.then, domain.now, "yes" if domain.unsupported else "no", "" if domain.now is not None else "not scored")
        for team in answer.teams.teams
        for domain in team.domains
    ]
    return Listing(head, tuple(rows))
