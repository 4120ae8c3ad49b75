"""Who to learn from: teams like this one whose gap on this measure is closing, each with the changes that it tested."""

from __future__ import annotations

from dataclasses import dataclass

from dash.development.base_component import Component

from components import html
from components import network_cards as words
from components.cards import card, card_foot, card_head
from components.team_tables import LearningPeer, peer_list
from data_access.changes import Change, changes_of
from data_access.team_peers import peers_of
from data_access.verdict_grid import GridCell, verdict_grid
from equity.catalogue import Team
from equity.listing import Listing
from equity.numbers import within_sentence
from equity.peers import Peers
from equity.sentences import cell_sentence
from equity.sentences.directory import place_words
from equity.sentences.team_page import DECISIONS, more_words, needed_words, peers_title
from equity.verdicts import CLOSING
from pages._frame import team_url
from pages._team_answer import Answer
from pages._team_lead import tested_change

# As many as can be read beside each other.
MOST_SHOWN = 9
WITHHELD = "Fewer than three teams like this one work on this measure"


@dataclass(frozen=True, slots=True)
class Learning:
    """The teams like this one, and those of them whose gap is closing with their kept verdict and their changes on the measure."""

    peers: Peers
    closing: tuple[tuple[Team, GridCell], ...]
    changes: dict[str, tuple[Change, ...]]


def learning_of(answer: Answer) -> Learning:
    """Ask for the peers, then only for those who are further on."""
    measure = answer.measure
    peers = peers_of(answer.viewer, answer.team, measure.measure_id, answer.selection.peers)
    if not peers.enough or not answer.works:
        return Learning(peers, (), {})
    cells = verdict_grid(answer.viewer, [team.team_id for team in peers.teams], [measure.measure_id])
    found = tuple((team, cells[team.team_id, measure.measure_id]) for team in peers.teams)
    closing = tuple((team, cell) for team, cell in found if cell.word == CLOSING)
    return Learning(peers, closing, changes_of(answer.viewer, [team.team_id for team, _ in closing], measure_id=measure.measure_id) if closing else {})


def peers_card(answer: Answer) -> html.Section:
    learning = learning_of(answer)
    return card("team-peers", head=peers_head(answer, learning), body=[html.Div(peers_body(answer, learning), id="team-peers-body")], foot=peers_foot(answer))


def peers_head(answer: Answer, learning: Learning) -> list[Component]:
    measure = answer.measure
    about = f"Who to learn from on {within_sentence(measure.name)}, {words.compared_words(answer.catalogue, measure)}."
    if not learning.peers.enough:
        return card_head("team-peers", WITHHELD, about)
    return card_head("team-peers", peers_title(len(learning.closing), len(learning.peers.teams)), f"{about} {learning.peers.rule} In alphabetical order.")


def peers_body(answer: Answer, learning: Learning) -> list[Component]:
    """The teams; or why none is shown and what would be needed."""
    if not learning.peers.enough:
        attributes = "sector, setting or cohort"
        return [
            html.P(f"{learning.peers.rule} It takes three teams of the same {attributes} that work on this measure, so that no single team is singled out.")
        ]
    if not learning.closing:
        return [html.P(needed_words(answer.names))]
    shown = [learning_peer(answer, team, cell, learning.changes.get(team.team_id, ())) for team, cell in learning.closing[:MOST_SHOWN]]
    more = more_words(len(learning.closing) - MOST_SHOWN, "team")
    return [peer_list(shown), *([html.P(more)] if more else [])]


def learning_peer(answer: Answer, team: Team, cell: GridCell, changes: tuple[Change, ...]) -> LearningPeer:
    about = ", ".join(part for part in (team.sector, place_words(team).lower()) if part)
    said = cell_sentence(team.name, answer.measure, word=cell.word, start=number(cell.start), end=number(cell.end), crossed=cell.crossed)
    # The name and the verdict stand over it.
    return LearningPeer(team.name, team_url(team.team_id, answer.selection), about, said.partition(". ")[2], [tested_change(change) for change in changes])


def number(value: float | None) -> float:
    return float("nan") if value is None else value


def peers_foot(answer: Answer) -> list[Component]:
    return card_foot(source="Likeness is what teams say of themselves, never how well they do.", table=None, csv_url=answer.csv("peers"), method="like-us")


def peers_listing(answer: Answer) -> Listing:
    """A row a change of each such team; a team without one has a row of its own."""
    learning = learning_of(answer)
    head = ("team_id", "team", "sector", "setting", "cohort", "verdict", "change_tested", "started_on", "ended_on", "decision")
    rows = [
        (team.team_id, team.name, team.sector, team.setting, team.cohort, cell.word, *change_values(change))
        for team, cell in learning.closing
        for change in learning.changes.get(team.team_id, ()) or (None,)
    ]
    return Listing(head, tuple(rows))


def change_values(change: Change | None) -> tuple[str | None, ...]:
    if change is None:
        return None, None, None, None
    return change.tested, change.started_on.isoformat(), change.ended_on.isoformat() if change.ended_on else None, DECISIONS[change.decision]
