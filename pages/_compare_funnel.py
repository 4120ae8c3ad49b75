"""The funnel of the Compare page: whose rate lies outside what chance gives a team of its size."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head, chart
from components.compare_cards import framed, plain_table
from components.definition_card import definition_url
from equity.chance import Chance
from equity.compared_team import OWN, ComparedTeam
from equity.counted import size_words
from equity.funnel import NOT_ASSESSED, WITHIN, Limits, exact_limits
from equity.numbers import PERCENT, capitalised, estimate_words, plural, rate_words
from equity.over_dispersion import adjusted_limits
from equity.sentences.comparison import funnel_title, funnel_words, spread_words
from figures.funnel import Curves, FunnelMark, FunnelWords, funnel_figure, funnel_sizes
from figures.labels import escaped
from figures.theme import empty_figure
from pages._compare_answer import Answer
from pages._compare_dots import WITHHELD
from pages._frame import csv_url

CARD = "compare-funnel"
NOT_POOLED = "Teams chose this measure for themselves, or no total of theirs can be shown."
# So many names at most are tried: more would be a list, and the table is one.
MOST_NAMED = 12


def funnel_card(answer: Answer) -> html.Section:
    body = framed(CARD, chart("compare-funnel-chart", funnel_chart(answer), said_by="compare-funnel-said"), funnel_instead(answer))
    return card(CARD, head=funnel_head(answer), body=body, foot=funnel_foot(answer), span="span-5")


def funnel_instead(answer: Answer) -> str:
    """What stands in place of the funnel; empty where it is drawn."""
    if has_funnel(answer):
        return ""
    return WITHHELD if answer.compared.is_withheld else "A funnel needs one rate that all teams are held against. Here there is none."


def marked(answer: Answer) -> list[ComparedTeam]:
    """The teams with a rate of their own to show."""
    return [one for one in answer.compared.teams if one.focus_rate.known]


def has_funnel(answer: Answer) -> bool:
    return bool(answer.compared.assessed) and not answer.compared.is_withheld


def funnel_head(answer: Answer) -> list[Component]:
    compared = answer.compared
    if compared.is_withheld:
        return card_head(CARD, "The funnel is withheld", "", summary=WITHHELD)
    title = funnel_title(compared)
    if not has_funnel(answer):
        return card_head(CARD, title, NOT_POOLED, summary=title)
    said = f"Rate of {answer.names.focus} by how many were counted in {answer.period_words}."
    bands = "Chance alone keeps 95 of 100 teams in the dark band, and 998 of 1,000 in both. Filled: outside the dark band."
    sizes = "" if all(one.focus.is_exact for one in marked(answer)) else "A team stands at the fewest people that its range allows."
    spread = spread_words(compared)
    lines = " ".join(f"{one.team.name}: {funnel_words(one, compared)}." for one in marked(answer))
    return card_head(CARD, title, " ".join(part for part in (said, sizes, bands, spread) if part), summary=f"{title}. {lines}")


def funnel_chart(answer: Answer) -> dict:
    compared, multiplier = answer.compared, answer.measure.multiplier
    if not has_funnel(answer):
        return empty_figure("No funnel is drawn.")
    marks, target = [funnel_mark(answer, one) for one in marked(answer)], compared.target
    sizes = funnel_sizes([mark.people for mark in marks])
    limits = tuple(in_units(exact_limits(Chance(size, target, answer.measure.number == "proportion")), multiplier) for size in sizes)
    spread = compared.spread
    wider = tuple(in_units(adjusted_limits(size, spread), multiplier) for size in sizes) if spread else ()
    unit = "%" if multiplier == PERCENT else ""
    said = FunnelWords(
        f"{capitalised(answer.names.focus)} counted", unit, f"network\n{rate_words(target * multiplier, multiplier).replace(' per', chr(10) + 'per')}"
    )
    return funnel_figure(marks, target * multiplier, Curves(sizes, limits, wider), said)


def in_units(limits: Limits, multiplier: int) -> Limits:
    """Limits in shown units."""
    return Limits(limits.low_95 * multiplier, limits.high_95 * multiplier, limits.low_998 * multiplier, limits.high_998 * multiplier)


def funnel_mark(answer: Answer, one: ComparedTeam) -> FunnelMark:
    """One team; named where it is mine or lies outside, as long as those are few."""
    compared = answer.compared
    is_mine = one.team.team_id == answer.selection.team
    is_outside = one in compared.flagged
    rate = estimate_words(one.focus_rate, answer.measure.multiplier)
    said = f"<b>{escaped(one.team.name)}</b><br>{rate} of {size_words(one.focus)} {escaped(answer.names.focus)}<br>{capitalised(funnel_words(one, compared))}"
    named = is_mine or (is_outside and len(compared.flagged) <= MOST_NAMED)
    return FunnelMark(one.team.name, one.people, one.focus_rate.value, said, is_mine, named, is_outside, one.standing == OWN)


def funnel_foot(answer: Answer) -> list[Component]:
    source = "Limits of 95% and 99.8%, exact. A rate outside is worth a question. It is not a grade."
    if not has_funnel(answer):
        return card_foot(
            source=words.source_words(answer.asked.catalogue.load), table=None, csv_url=None, defined=definition_url(answer.measure), method="funnel"
        )
    multiplier = answer.measure.multiplier
    shown = (
        marked(answer)
        if len(answer.compared.teams) == len(answer.rows)
        else [one for one in marked(answer) if one in answer.rows or one in answer.compared.flagged]
    )
    rows = [
        [
            one.team.name + (" (own)" if one.standing == OWN else ""),
            size_words(one.focus),
            estimate_words(one.focus_rate, multiplier),
            limit_cell(one, answer),
        ]
        for one in shown
    ]
    caption = f"{answer.measure.name}, {answer.period_label}. Network: {rate_words(answer.compared.target * multiplier, multiplier)}"
    table = plain_table(caption, ("Team", capitalised(answer.names.focus), "Rate", "Limits"), rows, amounts=(1, 2))
    source += f" n: {plural(len(marked(answer)), 'team')}."
    return card_foot(source=source, table=table, csv_url=csv_url("compare", "funnel", answer.asked), defined=definition_url(answer.measure), method="funnel")


def limit_cell(one: ComparedTeam, answer: Answer) -> str:
    """Where a rate lies; an own measure is held against nothing."""
    if one.standing == OWN:
        return "not compared: own measure"
    return funnel_words(one, answer.compared) if one.flag in (WITHIN, NOT_ASSESSED) else f"{funnel_words(one, answer.compared)} limits"
