"""Radar, dumbbells and the words of every level: the network then and now, the reader's own team, or one beside the other."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components.cards import card, card_foot, card_head, chart
from components.definition_card import framework_url
from components.maturity_card import level_words
from components.maturity_words import LevelWords, next_step, rubric
from components.tables import data_table
from equity.listing import Listing
from equity.maturity_profile import DomainProfile
from equity.numbers import capitalised, plural
from equity.sentences import maturity_title
from equity.sentences.maturity_page import beside_title, lowest, lowest_words, month_words, quoted, team_title
from equity.team_maturity import TeamDomain
from figures.maturity import THEN_NOW, DomainLevels, maturity_levels_figure, maturity_radar_figure
from figures.theme import empty_figure
from pages._maturity_answer import BOTH, NETWORK, Answer

RADAR = "maturity-radar"
CHART, ROWS, BODY = f"{RADAR}-chart", f"{RADAR}-rows", f"{RADAR}-body"


def radar_card(answer: Answer) -> html.Section:
    said = f"{RADAR}-said"
    charts = [
        html.Div(chart(CHART, radar_figure(answer), said_by=said), className="span-5"),
        html.Div([chart(ROWS, rows_figure(answer), said_by=said), html.Div(words_beneath(answer), id=BODY)], className="span-7"),
    ]
    return card(RADAR, head=radar_head(answer), body=[html.Div(charts, className="sheet")], foot=radar_foot(answer))


def pairs(answer: Answer) -> list[tuple[DomainProfile, TeamDomain | None]]:
    """Each domain of the network with the reader's own team's, None where that is not shown."""
    own = answer.team.domains if answer.team else [None] * len(answer.shown.profile.domains)
    return list(zip(answer.shown.profile.domains, own, strict=True))


def series(answer: Answer) -> tuple[str, str]:
    """What hollow and filled are."""
    return ("Network", answer.team.name) if answer.view == BOTH else THEN_NOW


def drawn(answer: Answer) -> list[DomainLevels]:
    """What radar and dumbbells draw: hollow and filled level of every domain, by the chosen view."""

    def levels(domain: DomainProfile, own: TeamDomain | None) -> tuple[int | None, int | None]:
        if answer.view == NETWORK:
            return domain.then, domain.now
        return (domain.now, own.now) if answer.view == BOTH else (own.then, own.now)

    shown = [(domain, *levels(domain, own)) for domain, own in pairs(answer)]
    return [DomainLevels(domain.label, hollow, filled, wording(answer, domain.domain_id, filled)) for domain, hollow, filled in shown]


def wording(answer: Answer, domain_id: str, level: int | None) -> str:
    words = answer.framework.wording(domain_id, level) if level is not None else None
    return words.wording if words else ""


def radar_figure(answer: Answer) -> dict:
    if not answer.shown.profile.teams:
        return empty_figure("The radar is drawn once teams have been scored.", height=80)
    return maturity_radar_figure(drawn(answer), highest=answer.shown.profile.levels[-1], series=series(answer))


def rows_figure(answer: Answer) -> dict:
    levels = [(level, answer.framework.label(level)) for level in answer.shown.profile.levels]
    return maturity_levels_figure(drawn(answer), levels, series=series(answer))


def radar_head(answer: Answer) -> list[Component]:
    profile, name = answer.shown.profile, answer.framework.name
    then, now = month_words(profile.first_on), month_words(profile.latest_on)
    fixed = "The order of domains is the framework's own."
    if answer.view == NETWORK:
        title = maturity_title(profile) + lowest_words(profile)
        subtitle = f"Median level of {plural(answer.shown.moves.scored, 'team')}, {name}. Hollow, dashed: {then}. Filled: {now}. {fixed}"
    elif answer.view == BOTH:
        title = beside_title(answer.team, profile)
        subtitle = f"{name}, {now}. Hollow, dashed: median of the network. Filled: {answer.team.name}. {fixed}"
    else:
        title = team_title(answer.team)
        subtitle = f"{name}. Hollow, dashed: {month_words(answer.team.first_on)}. Filled: {month_words(answer.team.latest_on)}. {fixed}"
    return card_head(RADAR, title, subtitle, summary=summary(answer))


def summary(answer: Answer) -> str:
    """What both charts say, in words."""
    first, second = (one if answer.view == BOTH else one.lower() for one in series(answer))
    said = [f"{one.domain}: {first} {level_words(one.then)}, {second} {level_words(one.now)}" for one in drawn(answer)]
    return ". ".join(said) + "." if said else "Nothing has been scored yet."


def words_beneath(answer: Answer) -> list[Component]:
    """What the next level of the lowest domain asks for, and the wording of every level."""
    return [*next_words(answer), *([rubric(rubric_parts(answer))] if answer.framework.levels else [])]


def next_words(answer: Answer) -> list[Component]:
    low = lowest(answer.shown.profile)
    if len(low) != 1 or low[0].now is None:
        return []
    higher = next((level for level in answer.shown.profile.levels if level > low[0].now), None)
    words = answer.framework.wording(low[0].domain_id, higher) if higher is not None else None
    return [next_step(f"What level {higher}, {words.label.lower()}, says for {quoted(low[0].label)}:", words.wording)] if words else []


def rubric_parts(answer: Answer) -> list[tuple[str, list[LevelWords]]]:
    """Every domain with all its levels; where one wording holds for all domains, and nobody's place is told apart, it still stands under each."""
    return [(domain.label, [level_entry(answer, domain, own, level) for level in answer.shown.profile.levels]) for domain, own in pairs(answer)]


def level_entry(answer: Answer, domain: DomainProfile, own: TeamDomain | None, level: int) -> LevelWords:
    words = answer.framework.wording(domain.domain_id, level)
    here = [
        "the middle team then" if domain.then == level else "",
        "the middle team now" if domain.now == level else "",
        f"{answer.team.name} now" if own and own.now == level else "",
    ]
    return LevelWords(level, words.label if words else "", words.wording if words else "", ", ".join(filter(None, here)))


def radar_foot(answer: Answer) -> list[Component]:
    source = f"{answer.framework.name}, version {answer.framework.version}. Levels are ordered words, so the middle team is shown, never a mean."
    own = (f"{answer.team.name} then", f"{answer.team.name} now") if answer.team else ()
    rows = [[domain.label, *cells(domain), *([level_words(mine.then), level_words(mine.now)] if mine else [])] for domain, mine in pairs(answer)]
    table = data_table("Levels by domain", ("Domain", "Middle team then", "Middle team now", *own), rows, amounts=range(1, 3 + len(own))) if rows else None
    return card_foot(source=source, table=table, csv_url=answer.csv("radar"), defined=framework_url(answer.framework.key), method="maturity")


def cells(domain: DomainProfile) -> list[str]:
    return ["hidden", "hidden"] if domain.withheld else [level_words(domain.then), level_words(domain.now)]


HEAD = ("framework", "version", "domain", "median_then", "median_now", "teams_up", "teams_same", "teams_down", "up_without_evidence", "blank")


def radar_listing(answer: Answer) -> Listing:
    """A row a domain: the middle team then and now, teams that moved, and the reader's own team's levels where one is shown."""
    head = (*HEAD, *(("my_team", "my_team_then", "my_team_now") if answer.team else ()))
    rows = []
    for (domain, own), moves in zip(pairs(answer), answer.shown.moves.domains, strict=True):
        hidden = domain.withheld or moves.withheld
        counts = (None,) * 4 if hidden else (moves.up, moves.same, moves.down, moves.unsupported)
        mine = (answer.team.name, own.then, own.now) if own else ()
        rows.append((answer.framework.name, answer.framework.version, domain.label, domain.then, domain.now, *counts, "hidden" if hidden else "", *mine))
    return Listing(head, tuple(rows))


def view_words(answer: Answer) -> tuple[tuple[str, str], ...]:
    """What the radar can show: the reader's own team where it is chosen and may be shown."""
    network = ((NETWORK, "the network, then and now"),)
    if answer.team is None:
        return network
    name = answer.team.name
    return (*network, ("team", f"{name}, then and now"), (BOTH, f"{name} and the network"))


def title_of_view(answer: Answer) -> str:
    """The chosen view in words."""
    return capitalised(dict(view_words(answer))[answer.view])
