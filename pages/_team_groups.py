"""Every group of a team then and now, and its way in the plane of level and gap."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head, chart
from components.definition_card import definition_url
from components.tables import data_table
from equity import listing as listings
from equity.counts import Count
from equity.group_pairs import group_pairs
from equity.level_path import PathPoint
from equity.listing import Listing
from equity.numbers import PERCENT, capitalised, gap_words, rate_words
from equity.pairwise import Pair
from equity.sentences.group_moves import GroupCounts, groups_title, moves_rule
from equity.sentences.phrases import baseline_name
from equity.sentences.team_page import level_subtitle, level_title
from equity.then_now import then_and_now, then_and_now_words
from figures.group_change import group_change_figure, group_row
from figures.level_path import PathWords, level_path_figure
from pages._team_answer import Answer

# Top left, top right, bottom left, bottom right; where lower is better left and right change places.
CORNERS = ("Worse, and the gap wider", "Better on average, gap wider", "Levelled down", "Better for all, and fairer")
SHORT = ("Worse, wider", "Better, but wider", "Levelled down", "Better, and fairer")
NEUTRAL = ("Lower, gap wider", "Higher, gap wider", "Lower, gap smaller", "Higher, gap smaller")
ONE_LOOK = "This sets the start beside the latest step alone. The verdict above rests on every period."


def groups_card(answer: Answer) -> html.Section:
    body = [chart("team-groups-chart", groups_figure(answer), said_by="team-groups-said")]
    return card("team-groups", head=groups_head(answer), body=body, foot=groups_foot(answer), span="span-6")


def group_rows(answer: Answer) -> list[tuple[str, Count, Count]]:
    """(label, then, now) of every group, in the stratifier's own order."""
    groups = answer.groups
    return [(group.label, *then_and_now(groups.groups[group.group_code], groups.periods, answer.trend)) for group in answer.selection.stratifier.groups]


def pairs_of(answer: Answer) -> dict[str, Pair]:
    return group_pairs(group_rows(answer), answer.trend, answer.groups.reference, answer.selection.stratifier, answer.selection.group_code)


def groups_figure(answer: Answer) -> dict:
    measure, stratifier = answer.measure, answer.selection.stratifier
    rows = [group_row(label, then, now, measure, stratifier, size=words.size_label(now)) for label, then, now in group_rows(answer)]
    return group_change_figure(rows, multiplier=measure.multiplier)


def groups_head(answer: Answer) -> list[Component]:
    stratifier = answer.selection.stratifier
    known = {group.label: f"{group.short_label} {answer.measure.people}" for group in stratifier.known_groups}
    title = groups_title([GroupCounts(known[label], then, now) for label, then, now in group_rows(answer) if label in known], answer.measure)
    then, now = then_and_now_words(answer.trend)
    marks = words.marks_words(group_rows(answer), answer.measure, then=then, now=now)
    subtitle = f"{answer.measure.name}. {marks} {words.order_words(stratifier)} {moves_rule(answer.measure)}"
    return card_head("team-groups", title, subtitle, summary=f"{title}. {subtitle} The table gives every number.")


def groups_foot(answer: Answer) -> list[Component]:
    table = words.groups_table(group_rows(answer), answer.measure, pairs=pairs_of(answer), against=answer.groups.reference.label)
    return card_foot(
        source=words.protected_source(answer.catalogue),
        table=table,
        csv_url=answer.csv("groups"),
        defined=definition_url(answer.measure),
        method=answer.measure.number,
    )


def level_card(answer: Answer) -> html.Section:
    body = [chart("team-level-chart", level_figure(answer), said_by="team-level-said")]
    return card("team-level", head=level_head(answer), body=body, foot=level_foot(answer), span="span-6")


def start_name(answer: Answer) -> str:
    """What the first step is called on the chart."""
    return "Start" if answer.trend.latest is None else capitalised(baseline_name(answer.trend).removeprefix("the ").removesuffix(" year"))


def level_figure(answer: Answer) -> dict:
    measure = answer.measure
    corners, short = (NEUTRAL, NEUTRAL) if measure.improvement_direction == "neutral" else (CORNERS, SHORT)
    sides = [turned(said, across=measure.improvement_direction == "lower", upright=starts_below(answer)) for said in (corners, short)]
    unit = f"% of {measure.people}" if measure.multiplier == PERCENT else measure.unit
    gap = f"Gap, {answer.names.unit_words or 'difference'}"
    return level_path_figure(answer.path, PathWords(f"Both groups together, {unit}", gap, start_name(answer), *sides))


def starts_below(answer: Answer) -> bool:
    """True where the other group was worse off from the start: then a smaller gap lies above."""
    points = answer.path.points
    return bool(points) and points[0].gap < 0


def turned(corners: tuple[str, str, str, str], *, across: bool, upright: bool) -> tuple[str, str, str, str]:
    """The corners' words with left and right, top and bottom changed."""
    top_left, top_right, low_left, low_right = corners
    if across:
        top_left, top_right, low_left, low_right = top_right, top_left, low_right, low_left
    return (low_left, low_right, top_left, top_right) if upright else (top_left, top_right, low_left, low_right)


def level_head(answer: Answer) -> list[Component]:
    path = answer.path
    title = level_title(path)
    subtitle = level_subtitle(path, baseline_name(answer.trend)) if path.change else "It needs two groups that do not overlap, in two periods."
    return card_head("team-level", title, subtitle, summary=f"{title}. {' '.join(step_words(answer, point) for point in path.points)}")


def step_words(answer: Answer, point: PathPoint) -> str:
    """One step as a sentence."""
    when = point.label or start_name(answer)
    multiplier, whole = answer.measure.multiplier, answer.trend.is_whole
    return f"{capitalised(when)}: level {rate_words(point.level, multiplier, is_whole=whole)}, gap {gap_words(point.gap, multiplier, is_whole=whole)}."


def level_foot(answer: Answer) -> list[Component]:
    path, multiplier, whole = answer.path, answer.measure.multiplier, answer.trend.is_whole
    rows = [
        [point.label or start_name(answer), rate_words(point.level, multiplier, is_whole=whole), gap_words(point.gap, multiplier, is_whole=whole)]
        for point in path.points
    ]
    table = data_table("Level of both groups together, and the gap", ("When", "Level", "Gap"), rows, amounts=(1, 2))
    return card_foot(source=ONE_LOOK, table=table, csv_url=answer.csv("level"), defined=definition_url(answer.measure), method="who-for")


def groups_listing(answer: Answer) -> Listing:
    return listings.groups_listing(group_rows(answer), answer.measure, pairs_of(answer))


def level_listing(answer: Answer) -> Listing:
    rows = [
        (point.first.start.isoformat() if point.first else "", point.label or start_name(answer), *map(listings.rounded, (point.level, point.gap)))
        for point in answer.path.points
    ]
    return Listing(("period_start", "period", "level", "gap"), tuple(rows))
