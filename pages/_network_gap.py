"""The lead card of the Network page: the network's gap over time, and in words beside it who stands where."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, chart
from components.definition_card import measure_definition
from components.gap_card import gap_aside, guards_words, tally, trend_table
from data_access.judged import judged
from data_access.teams_together import kept_together
from equity.catalogue import with_definition
from equity.false_signals import false_signal_words, share_of
from equity.sentences.points import people_behind
from equity.teams_together import together_words
from figures.network_trend import TrendWords, network_trend_figure
from figures.theme import group_mark
from pages._network_answer import Answer, csv_url, guarded_names, guards_of


def gap_card(answer: Answer) -> html.Div:
    body = [chart("network-gap-chart", gap_figure(answer), said_by="network-gap-said")]
    main = card("network-gap", head=gap_head(answer), body=body, foot=gap_foot(answer))
    return html.Div([html.Div(main, className="span-9"), html.Div(aside(answer), id="network-aside", className="aside span-3")], className="sheet")


def gap_figure(answer: Answer) -> dict:
    group, found, names = answer.selection.group, answer.catalogue, answer.names
    said = TrendWords(*words.panel_titles(answer.measure), names.focus, names.reference, answer.aim)
    return network_trend_figure(
        answer.trend, said, group_mark(group.position, group.kind), with_definition(found.events, answer.measure), as_of=found.network.as_of
    )


def gap_head(answer: Answer) -> list[Component]:
    if not answer.is_pooled:
        return words.unpooled_head("network-gap", answer.sentence)
    latest = answer.trend.latest
    return words.lead_head("network-gap", answer.trend, answer.names, teams=max(latest.focus.teams, latest.reference.teams) if latest else 0)


def gap_foot(answer: Answer) -> list[Component]:
    groups = [f"{group.label}{f' ({group.includes})' if group.includes else ''}" for group in answer.selection.stratifier.groups]
    definition = measure_definition(answer.measure, groups=groups, compared=answer.gap.reference.label)
    return card_foot(
        source=words.source_words(answer.catalogue.load) + people_behind(answer.trend.latest, answer.names),
        table=trend_table(answer.trend, answer.names),
        csv_url=csv_url("gap", answer),
        definition=definition,
        method="verdict",
    )


def aside(answer: Answer) -> list[Component]:
    """The roll-up, who moved, how sure, and what guards the measure."""
    counts = answer.tally(answer.measure)
    chance = false_signal_words(share_of(judged(answer.viewer, answer.measure), answer.measure)) if answer.is_pooled else ""
    parts = tally(counts, working=sum(counts.values()), title="teams that work on it have a verdict", by_chance=chance) if counts else []
    return gap_aside(answer.trend, answer.names, parts, guards_words(guards_of(answer), guarded_names(answer, answer.measure)), inside=inside_words(answer))


def inside_words(answer: Answer) -> str:
    """Whether the gap of record is there inside the teams too; nothing for any other comparison."""
    found = kept_together(answer.viewer, answer.measure) if answer.selection.is_gap_of_record else None
    return together_words(found, answer.measure) if found else ""
