"""The small multiples of the Network page: one panel a team."""

from __future__ import annotations

from dataclasses import replace

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot
from components.definition_card import definition_url
from components.panels import TeamPanel, panel_grid
from components.selectors import pager
from equity.catalogue import Group
from equity.groups import of_each_team, people_of
from equity.numbers import plural
from equity.sentences import Names, cell_sentence, point_sentence
from equity.trend import GapTrend
from figures.gap_panel import gap_panel_figure, shared_range
from figures.theme import empty_figure
from pages._frame import team_url
from pages._network_answer import Answer, csv_url, focus_of_teams, team_states, team_trends
from pages._network_notes import notes_of_teams, notes_under_panels, places_of_notes


def panels_card(answer: Answer) -> html.Section:
    panels, head, foot, notes = panels_parts(answer)
    teams = answer.teams
    turn = pager(
        teams.page, teams.pages, address_of=lambda page: page_url(answer, page), find=answer.selection.find, total=teams.total, card_id="network-panels"
    )
    body = [html.Div(panel_grid(panels), className="panels"), html.Div(notes, id="network-panels-notes"), html.Div(turn, className="pager")]
    return card("network-panels", head=head, body=body, foot=foot)


def page_url(answer: Answer, page: int) -> str:
    return f"/{answer.selection.but(page=page).to_query()}#network-panels"


def panels_parts(answer: Answer) -> tuple[list[TeamPanel], list[Component], list[Component], list[Component]]:
    """A panel for every team on this page, with the card's head, foot and notes; teams that do not work on the measure say so."""
    trends = team_trends(answer)
    states = team_states(answer, trends)
    span = shared_range(list(trends.values()))
    names, compared, groups = answer.team_names, compared_names(answer), focus_of_teams(answer)
    told = {team_id: name_with_group(answer, name, groups[team_id]) for team_id, name in names.items()}
    noted = notes_of_teams(answer, trends)
    places = {team_id: places_of_notes(notes) for team_id, notes in noted.items()}
    panels = [
        TeamPanel(
            team_id,
            name,
            *states[team_id],
            *panel_of(answer, (team_id, told[team_id], groups[team_id]), trends.get(team_id), states[team_id], span, places.get(team_id, frozenset())),
            href=team_url(team_id, answer.selection, measure_id=answer.measure.measure_id),
            is_mine=team_id == answer.selection.team,
        )
        for team_id, name in names.items()
    ]
    verdicts = [(panel.name, panel.word) for panel in panels]
    marked = {"first_convening": bool(answer.catalogue.events), "has_mine": answer.selection.team in names, "has_notes": bool(noted)}
    head = words.panels_head("network-panels", verdicts, compared, is_page=answer.teams.pages > 1, **marked)
    table = words.panels_table(trends, told, compared, states=states, noted=places)
    return (
        panels,
        head,
        card_foot(
            source=f"{words.protected_source(answer.catalogue)} n: {plural(len(trends), 'team')}.",
            table=table,
            csv_url=csv_url("panels", answer),
            defined=definition_url(answer.measure),
            method="verdict",
        ),
        notes_under_panels(answer, noted),
    )


def compared_names(answer: Answer) -> Names:
    """The words of the comparison as each team has it."""
    return replace(answer.names, reference=of_each_team(answer.gap.reference).label)


def name_with_group(answer: Answer, name: str, group: Group) -> str:
    """The team's name, with its group in focus where that is its own."""
    return name if group.group_code == answer.selection.group_code else f"{name} ({group.label})"


def panel_of(
    answer: Answer,
    whose: tuple[str, str, Group],
    trend: GapTrend | None,
    state: tuple[str | None, str | None],
    span: tuple[float, float],
    noted: frozenset[int],
) -> tuple[dict, str]:
    """A team's figure and the sentence that says it.

    Takes    whose: the team, its name as it is told here, and its group in focus.
    """
    team_id, name, group = whose
    price = {"detectable": trend.verdict.detectable} if trend else {}
    said = cell_sentence(name, answer.measure, word=state[0], blank=state[1], **price)
    if trend is None or not trend.points:
        return empty_figure("Works on other measures.", height=124), said
    compared = replace(compared_names(answer), focus=people_of(group, answer.measure))
    last = f" {point_sentence(trend.latest, compared)}" if trend.latest else ""
    return gap_panel_figure(trend, span, answer.catalogue.events, is_mine=team_id == answer.selection.team, noted=noted), said + last
