"""Rater spread: who gave which level in the reader's own team or in the middle one, and where teams' raters stand apart."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head, chart
from components.definition_card import framework_url
from components.maturity_words import apart_table, raters_key
from components.tables import data_table
from equity.listing import Listing
from equity.network_moves import DomainMoves
from equity.numbers import plural
from equity.rater_spread import RaterSpread
from equity.sentences.maturity_cards import raters_title, spread_words
from equity.team_maturity import TeamDomain
from figures.rater_spread import RatedDomain, rater_spread_figure
from pages._maturity_answer import Answer

RATERS = "maturity-raters"
CHART, BODY = f"{RATERS}-chart", f"{RATERS}-body"


def raters_card(answer: Answer) -> html.Section:
    body = [chart(CHART, raters_figure(answer), said_by=f"{RATERS}-said"), html.Div(raters_body(answer), id=BODY)]
    return card(RATERS, head=raters_head(answer), body=body, foot=raters_foot(answer), span="span-5")


def spreads(answer: Answer) -> list[tuple[str, RaterSpread]]:
    """(domain, who gave which level) of the reader's own team; without one, of the middle team by each kind of rater."""
    if answer.team:
        return [(domain.label, domain.raters) for domain in answer.team.domains]
    return [(domain.label, domain.middle) for domain in answer.shown.moves.domains]


def raters_figure(answer: Answer) -> dict:
    nothing = "Too few teams to show this." if answer.shown.moves.withheld else "Nobody has rated this yet."
    return rater_spread_figure([RatedDomain(*one) for one in spreads(answer)], answer.shown.profile.levels, nothing=nothing)


def raters_head(answer: Answer) -> list[Component]:
    if answer.team:
        counts = sorted({domain.raters.raters for domain in answer.team.domains})
        raters = f"{counts[0]} to {counts[-1]} raters" if len(counts) > 1 else plural(sum(counts), "rater")
        subtitle = f"{answer.team.name}: self, coach and agreed level, {raters} in each domain. A bar of two levels or more needs a talk."
    else:
        subtitle = "The middle team's level as teams, coaches and both together see it. Choose your team above to see its own raters."
    return card_head(RATERS, raters_title(answer.shown.moves), subtitle, summary=summary(answer))


def summary(answer: Answer) -> str:
    """What the chart says, in words."""
    said = [f"{label}: self {level(spread.own)}, coach {level(spread.coach)}, agreed {level(spread.agreed)}" for label, spread in spreads(answer)]
    own = [spread_words(answer.team.name, answer.team)] if answer.team else []
    return " ".join([*own, ". ".join(said) + "." if said else "Nobody has rated this yet."])


def level(number: int | None) -> str:
    return "none" if number is None else str(number)


def raters_body(answer: Answer) -> list[Component]:
    rated = [domain for domain in answer.shown.moves.domains if domain.rated or domain.withheld]
    if not rated:
        return []
    said = [html.P(spread_words(answer.team.name, answer.team), className="beside-words")] if answer.team else []
    table = apart_table([(domain.label, share_words(domain)) for domain in rated], caption="Teams whose raters stand two levels apart or more")
    return [raters_key(), *said, html.H3("Disagreements of two levels or more, by domain", className="part-title"), table, *named(answer)]


def share_words(domain: DomainMoves) -> str:
    return "hidden" if domain.withheld else f"{domain.apart} of {domain.rated}"


def named(answer: Answer) -> list[Component]:
    """Which teams they are, for a viewer who may know them."""
    lines = [(domain.label, ", ".join(domain.apart_teams)) for domain in answer.shown.moves.domains if domain.apart_teams]
    if not lines:
        return []
    listed = html.Dl([part for label, names in lines for part in (html.Dt(label), html.Dd(names))], className="definition")
    return [html.Details([html.Summary("Which teams"), listed], className="rubric")]


def raters_foot(answer: Answer) -> list[Component]:
    head = ("Domain", "Self", "Coach", "Agreed", "Lowest", "Highest", "Raters")
    rows = [
        [label, *(level(one) for one in (spread.own, spread.coach, spread.agreed, spread.lowest, spread.highest)), str(spread.raters)]
        for label, spread in spreads(answer)
    ]
    caption = f"Levels of {answer.team.name} by rater" if answer.team else "The middle team's level by kind of rater"
    if not answer.team:
        head, rows = head[:4], [row[:4] for row in rows]
    table = data_table(caption, head, rows, amounts=range(1, len(head))) if rows else None
    return card_foot(
        source="Self and coach rate apart, then agree. Ratings within three months are compared.",
        table=table,
        csv_url=answer.csv("raters"),
        defined=framework_url(answer.framework.key),
        method="raters",
    )


def raters_listing(answer: Answer) -> Listing:
    """A row a domain: teams whose raters stand apart, and the reader's own team's raters where one is shown."""
    head = ("framework", "version", "domain", "teams_apart", "teams_with_two_raters", "blank")
    own = answer.team.domains if answer.team else [None] * len(answer.shown.moves.domains)
    more = ("my_team", "self", "coach", "agreed", "lowest", "highest", "raters") if answer.team else ()
    known = (answer.framework.name, answer.framework.version)
    rows = [(*known, *counts(domain), *own_values(answer, mine)) for domain, mine in zip(answer.shown.moves.domains, own, strict=True)]
    return Listing((*head, *more), tuple(rows))


def counts(domain: DomainMoves) -> tuple:
    return (domain.label, None, None, "hidden") if domain.withheld else (domain.label, domain.apart, domain.rated, "")


def own_values(answer: Answer, domain: TeamDomain | None) -> tuple:
    if domain is None:
        return ()
    spread = domain.raters
    return answer.team.name, spread.own, spread.coach, spread.agreed, spread.lowest, spread.highest, spread.raters
