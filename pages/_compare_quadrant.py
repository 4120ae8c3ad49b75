"""Improving for whom, on the Compare page: change of the level against change of the gap since each team's baseline."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head, chart
from components.compare_cards import framed, plain_table
from components.definition_card import definition_url
from equity.compared_team import OWN, ComparedTeam
from equity.level_and_gap import BETTER, UNCERTAIN
from equity.numbers import PERCENT, decimal, gap_unit, interval_words, places_of, plural
from equity.rates import Estimate
from equity.sentences.comparison import quadrant_title
from figures.improving_quadrant import Move, QuadrantWords, improving_quadrant_figure
from figures.labels import escaped
from figures.theme import empty_figure
from pages._compare_answer import Answer
from pages._compare_dots import WITHHELD
from pages._frame import csv_url

CARD = "compare-quadrant"
CORNERS = (
    ("Better for all, and fairer", "Better on average, less fair", "Levelling down", "Worse, and less fair"),
    ("Better and fairer", "Better, less fair", "Levelling down", "Worse, less fair"),
)
NEUTRAL = (
    ("Higher, smaller gap", "Higher, larger gap", "Lower, smaller gap", "Lower, larger gap"),
    ("Higher, smaller gap", "Higher, larger gap", "Lower, smaller gap", "Lower, larger gap"),
)
MOST_NAMED = 12


def quadrant_card(answer: Answer) -> html.Section:
    body = framed(CARD, chart("compare-quadrant-chart", quadrant_figure(answer), said_by="compare-quadrant-said"), quadrant_instead(answer))
    return card(CARD, head=quadrant_head(answer), body=body, foot=quadrant_foot(answer), span="span-7")


def quadrant_instead(answer: Answer) -> str:
    """What stands in place of the plane; empty where it is drawn."""
    if answer.compared.is_withheld:
        return WITHHELD
    return "" if answer.compared.changed else "No team has numbers for both groups at its baseline and now."


def quadrant_head(answer: Answer) -> list[Component]:
    compared = answer.compared
    if compared.is_withheld:
        return card_head(CARD, "Who it got better for is withheld", "", summary=WITHHELD)
    direction = {"higher": "the rate of all rose", "lower": "the rate of all fell, which is better", "neutral": "the rate of all rose"}
    said = f"Change from each team's baseline to {answer.period_words}. Left: the gap got smaller. Up: {direction[answer.measure.improvement_direction]}."
    subtitle = f"{said} Filled: the change in the gap is clear. Ring: it is not. Lines: 95% intervals."
    lines = " ".join(f"{one.team.name}: {one.change.words}" for one in compared.changed)
    return card_head(CARD, quadrant_title(compared), subtitle, summary=f"{quadrant_title(compared)}. {lines}")


def quadrant_figure(answer: Answer) -> dict:
    if answer.compared.is_withheld:
        return empty_figure(WITHHELD)
    unit = gap_unit(answer.measure.multiplier) or "shares"
    corners, short = NEUTRAL if answer.measure.improvement_direction == "neutral" else CORNERS
    short_unit = "points" if answer.measure.multiplier == PERCENT else unit
    said = QuadrantWords(f"Change in the size of the gap, {unit}", f"Change in the rate of all, {short_unit}", corners, short)
    moves = [move_of(answer, one) for one in answer.compared.changed]
    return improving_quadrant_figure(moves, said, direction=answer.measure.improvement_direction)


def move_of(answer: Answer, one: ComparedTeam) -> Move:
    """One team: named where it is mine, a peer, or stands apart: clearly less fair, or fairer at somebody's cost."""
    change, team_id = one.change, one.team.team_id
    near = {answer.selection.team, *(team.team_id for team in answer.question.drawn_peers)}
    stands_apart = change.gap_answer not in (BETTER, UNCERTAIN) or (change.levelled_down and change.gap_answer == BETTER)
    apart = stands_apart and len(answer.compared.changed) <= MOST_NAMED * 3
    said = f"<b>{escaped(one.team.name)}</b><br>Level {change_words(change.level, answer)}<br>Gap {change_words(change.gap, answer)}<br>{escaped(change.words)}"
    is_clear = change.gap_answer != UNCERTAIN
    return Move(one.team.name, change.level.value, change.gap, said, is_clear, team_id == answer.selection.team, team_id in near or apart, one.standing == OWN)


def change_words(change: Estimate, answer: Answer) -> str:
    """+2.3 (0.4 to 4.2)."""
    places = places_of(answer.measure.multiplier, change.value)
    value = decimal(change.value, places, plus=True)
    return f"{value} ({interval_words(change, places)})" if change.low == change.low else f"{value} (the gap changed sides)"


def quadrant_foot(answer: Answer) -> list[Component]:
    changed = answer.compared.changed
    if answer.compared.is_withheld or not changed:
        return card_foot(
            source=words.source_words(answer.asked.catalogue.load), table=None, csv_url=None, defined=definition_url(answer.measure), method="who-for"
        )
    few = len(answer.compared.teams) == len(answer.rows)
    shown = changed if few else [one for one in changed if one in answer.rows]
    rows = [
        [
            one.team.name + (" (own)" if one.standing == OWN else ""),
            change_words(one.change.level, answer),
            change_words(one.change.gap, answer),
            one.change.words,
        ]
        for one in shown
    ]
    unit = words.in_unit(gap_unit(answer.measure.multiplier))
    table = plain_table(f"Change since the baseline, {unit}, with 95% intervals", ("Team", "Rate of all", "Size of the gap", "In words"), rows)
    source = f"{plural(len(changed), 'team').capitalize()} with numbers then and now. Named: my team, its peers, teams that stand apart."
    return card_foot(source=source, table=table, csv_url=csv_url("compare", "change", answer.asked), defined=definition_url(answer.measure), method="who-for")
