"""All groups of the Network page at once: summary measures of inequality, then and now, each only where its conditions hold."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head
from components.definition_card import definition_url
from components.summary_table import summary_table
from equity.all_groups import AllGroups, all_groups
from equity.listing import Listing, rounded
from equity.numbers import capitalised
from equity.sentences.all_groups import CHANCE, NAMES, not_told_words, summaries_subtitle, summaries_title, summaries_words, summary_meaning, summary_words
from equity.then_now import then_and_now, then_and_now_words
from pages._network_answer import Answer, csv_url

CARD = "network-summaries"


def summaries_of(answer: Answer) -> AllGroups:
    """Every summary of the known groups, from the counts that may be shown."""
    stratifier, gap = answer.selection.stratifier, answer.gap
    counts = {group.group_code: then_and_now(gap.groups.get(group.group_code, ()), gap.series.periods, answer.trend) for group in stratifier.known_groups}
    return all_groups(counts, answer.measure, ordered=stratifier.ordered)


def summaries_card(answer: Answer) -> html.Section:
    """The whole card: how many got smaller, and each with its interval and meaning."""
    head, body, foot = summaries_parts(answer)
    return card(CARD, head=head, body=[html.Div(body, id=f"{CARD}-body")], foot=foot)


def summaries_parts(answer: Answer) -> tuple[list[Component], list[Component], list[Component]]:
    """Head, body and foot."""
    found, stratifier = summaries_of(answer), answer.selection.stratifier
    then, now = then_and_now_words(answer.trend)
    head = card_head(CARD, summaries_title(found), summaries_subtitle(found, stratifier, then=then, now=now))
    table = [scrolled(table_of(answer, found, capitalised(then), capitalised(now)))] if found.told else []
    body = [html.P(said) for said in (summaries_words(found), *not_told_words(found)) if said] + table
    source = words.protected_source(answer.catalogue)
    foot = card_foot(source=source, table=None, csv_url=csv_url("summaries", answer), defined=definition_url(answer.measure), method="summaries")
    return head, body, foot


def scrolled(table: html.Table) -> html.Div:
    """A table that is wider than a phone scrolls by itself, by keyboard too."""
    return html.Div(table, className="grid-scroll", tabIndex=0, role="region", **{"aria-label": "Summaries of all groups"})


def table_of(answer: Answer, found: AllGroups, then: str, now: str) -> html.Table:
    """Each summary with its intervals, and what it says."""
    multiplier, stratifier = answer.measure.multiplier, answer.selection.stratifier
    rows = [
        (NAMES[row.code], summary_meaning(row.code, found, stratifier, multiplier), *(summary_words(row.code, one, multiplier) for one in (row.then, row.now)))
        for row in found.told
    ]
    return summary_table(rows, then=then, now=now, caption=f"{answer.measure.name}: all groups at once, with 95% intervals. {CHANCE}")


def summaries_listing(answer: Answer) -> Listing:
    """A row a summary and time; a summary that is not told has its reason."""
    head = ("summary", "when", "value", "value_low_95", "value_high_95", "groups", "groups_left_out", "not_shown_for")
    found = summaries_of(answer)
    rows = [
        (NAMES[row.code], when, *(None if row.reason else rounded(end) for end in (one.value, one.low, one.high)), found.groups, found.left_out, row.reason)
        for row in found.rows
        for when, one in (("then", row.then), ("now", row.now))
    ]
    return Listing(head, tuple(rows))
