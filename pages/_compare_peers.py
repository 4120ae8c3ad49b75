"""My team and the teams like it, on the Compare page: their gaps over time, and who they are."""

from __future__ import annotations

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head, chart
from components.compare_cards import NO_TEAM, PeerRow, instead, peers_list, peers_rule, plain_table
from components.definition_card import definition_url
from components.marks import blank_cell
from components.tables import Cell
from equity.catalogue import Team
from equity.compared_team import pair_blank
from equity.counted import size_words
from equity.counts import GapSeries
from equity.gap_line import gap_alone, gaps_of, pairs_of
from equity.numbers import capitalised, listed, number_word, plural, record_words
from equity.rates import NOT_COMPUTABLE
from figures.labels import escaped
from figures.peer_lines import MINE, NETWORK, PEER, PeerLine, peer_lines_figure
from pages._compare_answer import Answer
from pages._compare_dots import WITHHELD
from pages._frame import csv_url, team_url

MULTIPLES, LIST = "compare-multiples", "compare-peers"
MOST_IN_WORDS = 4
# So many teams can be offered as links; a longer list is no choice.
MOST_OFFERED = 60


def multiples_card(answer: Answer) -> html.Section:
    body = html.Div(multiples_body(answer), id=f"{MULTIPLES}-body")
    return card(MULTIPLES, head=multiples_head(answer), body=[body], foot=multiples_foot(answer), span="span-5")


def peer_series(answer: Answer) -> list[tuple[Team, GapSeries]]:
    """The peers that are drawn: those that report the measure."""
    return [(team, answer.series[team.team_id]) for team in answer.question.drawn_peers if team.team_id in answer.series]


def lines_of(answer: Answer) -> list[tuple[str, str, GapSeries]]:
    """(team_id, name, series) of my team, its peers and the network."""
    team = answer.asked.team
    mine = [(team.team_id, team.name, answer.series[team.team_id])] if team and team.team_id in answer.series else []
    network = [("", "Network", answer.question.gap.series)] if answer.compared.network.known else []
    return [*mine, *((one.team_id, one.name, series) for one, series in peer_series(answer)), *network]


def is_shown(answer: Answer) -> bool:
    return answer.asked.team is not None and not answer.compared.is_withheld and bool(lines_of(answer))


def multiples_head(answer: Answer) -> list[Component]:
    team = answer.asked.team
    if team is None:
        return card_head(MULTIPLES, "Your team among its peers", "Its gap over time beside theirs, on the same axes.")
    title = f"{team.name} among its peers since the start"
    if not is_shown(answer):
        return card_head(MULTIPLES, title, "" if answer.compared.is_withheld else f"{team.name} does not work on this measure, and no peer reports it.")
    names = answer.names
    unit = "Ratio" if answer.measure.scale == "ratio" else f"Gap {words.in_unit(names.unit_words)}"
    peers = peer_series(answer)
    named = listed([one.name for one, _ in peers]) if len(peers) <= MOST_IN_WORDS else plural(len(peers), "peer")
    thin = f" Thin: {named}." if peers else " No peers to draw yet: pin a team below."
    more = len(answer.question.my_peers) - len(peers)
    rest = f" {capitalised(number_word(more))} more {'is' if more == 1 else 'are'} in the list." if peers and more > 0 else ""
    dashed = " Dashed: network." if answer.compared.network.known else ""
    said = f"{unit} by period. Thick: {team.name}.{thin}{rest}{dashed}"
    return card_head(MULTIPLES, title, said, summary=f"{said} The table gives every number.")


def multiples_body(answer: Answer) -> list[Component]:
    """The chart; words in its place where there is no team to draw."""
    if answer.asked.team is None:
        return instead(NO_TEAM)
    if not is_shown(answer):
        return instead(WITHHELD if answer.compared.is_withheld else "Choose another measure above.")
    return [chart(f"{MULTIPLES}-chart", multiples_figure(answer), said_by=f"{MULTIPLES}-said")]


def multiples_figure(answer: Answer) -> dict:
    found, mine = lines_of(answer), answer.selection.team
    periods = found[0][2].periods
    lines = []
    for team_id, name, series in found:
        known = dict(zip(series.periods, gaps_of(series, answer.measure), strict=True))
        kind = MINE if team_id == mine else PEER if team_id else NETWORK
        gaps = [known.get(period, NOT_COMPUTABLE) for period in periods]
        said = tuple(
            f"<b>{escaped(name)}</b><br>{period.label}: gap {record_words(gap, answer.compared.measure)}" for period, gap in zip(periods, gaps, strict=True)
        )
        lines.append(PeerLine(name, tuple(gap.value for gap in gaps), said, kind))
    return peer_lines_figure(lines, periods, answer.asked.catalogue.events, is_ratio=answer.measure.scale == "ratio")


def multiples_foot(answer: Answer) -> list[Component]:
    source = words.source_words(answer.asked.catalogue.load)
    if not is_shown(answer):
        return card_foot(source=source, table=None, csv_url=None, defined=definition_url(answer.measure), method="like-us")
    found = lines_of(answer)
    heads = ("Period", *(name for _, name, _ in found))
    rows = [[period.label, *(gap_cell(answer, series, place) for *_, series in found)] for place, period in enumerate(found[0][2].periods)]
    table = plain_table(f"{answer.measure.name}: the gap by period", heads, rows, amounts=range(1, len(heads)))
    return card_foot(
        source=source, table=table, csv_url=csv_url("compare", "peers-over-time", answer.asked), defined=definition_url(answer.measure), method="like-us"
    )


def gap_cell(answer: Answer, series: GapSeries, place: int) -> Cell:
    """One period's gap, or why there is none."""
    if place >= len(series.periods):
        return blank_cell("not_due")
    period, focus, reference = pairs_of(series)[place]
    gap = gap_alone(focus, reference, answer.measure)
    return record_words(gap, answer.compared.measure) if gap.known else blank_cell(pair_blank(focus, reference, answer.measure, period))


def peers_card(answer: Answer) -> html.Section:
    body = html.Div(peers_body(answer), id=f"{LIST}-body")
    return card(LIST, head=peers_head(answer), body=[body], foot=peers_foot(answer))


def peers_head(answer: Answer) -> list[Component]:
    team, pinned = answer.asked.team, [one.name for one in answer.question.pinned]
    title = "Who is like us" if team else "Who is like you"
    return card_head(LIST, title, peers_rule(answer.question.peers, pinned, team.name if team else None))


def peers_body(answer: Answer) -> list[Component]:
    """A line a peer; and the other teams of this page, to be pinned."""
    chosen, pinned = answer.selection, {team.team_id for team in answer.question.pinned}
    rows = [peer_row(answer, team, is_pinned=team.team_id in pinned) for team in answer.question.my_peers]
    near = {chosen.team, *(team.team_id for team in answer.question.my_peers)}
    offered = [one.team for one in answer.question.listed.teams if one.standing and not one.team.is_coded and one.team.team_id not in near]
    others = [(team.name, chosen.but(peers=(*chosen.peers, team.team_id)).to_query()) for team in offered[:MOST_OFFERED]]
    return peers_list(rows, others)


def peer_row(answer: Answer, team: Team, *, is_pinned: bool) -> PeerRow:
    """One peer in words: sector, setting, how many people."""
    chosen = answer.selection
    row = next((one for one in answer.compared.teams if one.team.team_id == team.team_id), None)
    people = f"{size_words(row.focus)} {answer.names.focus}" if row and row.people else ""
    said = ", ".join(part for part in (team.sector.lower(), team.setting, people) if part)
    kept = tuple(one for one in chosen.peers if one != team.team_id) if is_pinned else (*chosen.peers, team.team_id)
    return PeerRow(team.name, team_url(team.team_id, chosen), said, is_pinned, chosen.but(peers=kept).to_query())


def peers_foot(answer: Answer) -> list[Component]:
    has_any = bool(answer.question.my_peers)
    source = "Likeness is what teams say they are, never how well they do."
    return card_foot(source=source, table=None, csv_url=csv_url("compare", "peers", answer.asked) if has_any else None, method="like-us")
