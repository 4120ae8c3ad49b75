"""Every group of the Network page, then and now, and how many people are in none."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, chart
from components.definition_card import definition_url
from components.unknown_card import unknown_table
from data_access.unknown_share import unknown_share
from equity import listing as listings
from equity.counts import Count
from equity.group_pairs import group_pairs
from equity.listing import Listing
from equity.pairwise import Pair
from equity.then_now import then_and_now, then_and_now_words
from figures.group_change import group_change_figure, group_row
from pages._network_answer import Answer, csv_url


def groups_card(answer: Answer) -> html.Section:
    body = [chart("network-groups-chart", groups_figure(answer), said_by="network-groups-said")]
    return card("network-groups", head=groups_head(answer), body=body, foot=groups_foot(answer), span="span-7")


def group_rows(answer: Answer) -> list[tuple[str, Count, Count]]:
    """(label, then, now) of every group and of everybody: then = the baseline put together, now = the latest period."""
    series = {group.label: answer.gap.groups.get(group.group_code, ()) for group in answer.selection.stratifier.groups}
    series["Everybody"] = answer.gap.overall
    return [(label, *then_and_now(counts, answer.gap.series.periods, answer.trend)) for label, counts in series.items()]


def pairs_of(answer: Answer) -> dict[str, Pair]:
    return group_pairs(group_rows(answer), answer.trend, answer.gap.reference, answer.selection.stratifier, answer.selection.group_code)


def network_groups_listing(answer: Answer) -> Listing:
    return listings.groups_listing(group_rows(answer), answer.measure, pairs_of(answer))


def groups_figure(answer: Answer) -> dict:
    measure, stratifier = answer.measure, answer.selection.stratifier
    rows = [group_row(label, then, now, measure, stratifier, size=words.size_label(now)) for label, then, now in group_rows(answer)]
    return group_change_figure(rows, multiplier=measure.multiplier)


def groups_head(answer: Answer) -> list[Component]:
    then, now = then_and_now_words(answer.trend)
    marks = words.marks_words(group_rows(answer), answer.measure, then=then, now=now)
    return words.groups_head("network-groups", answer.measure, marks, answer.selection.stratifier)


def groups_foot(answer: Answer) -> list[Component]:
    table = words.groups_table(group_rows(answer), answer.measure, pairs=pairs_of(answer), against=answer.gap.reference.label)
    return card_foot(
        source=words.protected_source(answer.catalogue),
        table=table,
        csv_url=csv_url("groups", answer),
        defined=definition_url(answer.measure),
        method=answer.measure.number,
    )


def unknown_card(answer: Answer) -> html.Section:
    head, body, foot = unknown_parts(answer)
    return card(
        "network-unknown",
        head=head,
        body=[
            html.Div(body, id="network-unknown-body", className="grid-scroll", tabIndex=0, role="region", **{"aria-label": "Unknown share by team and period"})
        ],
        foot=foot,
        span="span-5",
    )


def unknown_parts(answer: Answer) -> tuple[list[Component], Component, list[Component]]:
    """Head, table and foot: the share of people whose group is not known."""
    share = unknown_share(answer.viewer, answer.measure, answer.selection.stratifier, list(answer.team_names))
    known = [100 * count.numerator / count.denominator for count in share.network if count.known]
    ends = (known[-1], known[0]) if known else (float("nan"), float("nan"))
    head = words.unknown_head("network-unknown", *ends, answer.names, stratifier=answer.selection.stratifier.name)
    foot = card_foot(
        source=words.protected_source(answer.catalogue),
        table=None,
        csv_url=csv_url("unknown", answer),
        defined=definition_url(answer.measure),
        method="unknown",
    )
    if all(group.kind == "group" for group in answer.selection.stratifier.groups):
        return head, html.P("These files have no group for people whose group is unknown or declined."), foot
    names = {"": "Network", **answer.team_names}
    rows = {"": share.network, **{team_id: share.teams[team_id] for team_id in answer.team_names if team_id in share.teams}}
    shown = words.few_periods(share.periods)
    few = {team_id: [counts[place] for place in shown] for team_id, counts in rows.items()}
    table = unknown_table(
        [share.periods[place] for place in shown], few, names, caption="Percent unknown or declined: the first period and the latest. The file has all."
    )
    return head, table, foot


def unknown_listing(answer: Answer) -> Listing:
    share = unknown_share(answer.viewer, answer.measure, answer.selection.stratifier, list(answer.team_names))
    return listings.share_listing(share.periods, {"network": share.network, **share.teams}, {"network": "Network", **answer.team_names})
