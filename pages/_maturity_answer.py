"""The Maturity page's question, asked of the store once; its cards read the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from data_access.frameworks import Framework, frameworks, scored_frameworks
from data_access.network_maturity import network_maturity
from data_access.network_moves import network_moves
from data_access.network_progress import network_progress
from data_access.team_maturity import TeamsMaturity, team_profile, teams_maturity
from data_access.viewer import Viewer
from equity.errors import ReaderError, UnknownValue
from equity.maturity_profile import MaturityProfile, maturity_profile
from equity.network_moves import NetworkMoves
from equity.progress_scale import ProgressCounts
from equity.selection import Query
from equity.team_maturity import TeamMaturity
from pages._frame import Asked, asked, csv_url, one_of

NETWORK, TEAM, BOTH = "network", "team", "both"
VIEWS = (NETWORK, TEAM, BOTH)
NO_FRAMEWORK = Framework("", "", "No framework", (), ())


@dataclass(frozen=True, slots=True)
class Scored:
    """A framework and where the teams stand on it."""

    framework: Framework
    profile: MaturityProfile
    moves: NetworkMoves


@dataclass(frozen=True)
class Answer:
    """What the reader asked, and the network's answer. shown, beside: the chosen framework and the next one that teams were scored on.

    team: the reader's own on the chosen framework, None where none is chosen or may be known; view: what the radar shows.
    """

    asked: Asked
    faults: tuple[ReaderError, ...]
    frameworks: tuple[Framework, ...]
    shown: Scored
    beside: Scored | None
    team: TeamMaturity | None
    view: str

    @property
    def viewer(self) -> Viewer:
        return self.asked.viewer

    @property
    def framework(self) -> Framework:
        return self.shown.framework

    @property
    def is_empty(self) -> bool:
        """True where no framework is loaded at all."""
        return not self.frameworks

    @property
    def mine(self) -> str:
        """Id of the reader's own team where its levels are shown, else empty."""
        return self.team.team_id if self.team else ""

    @cached_property
    def teams(self) -> TeamsMaturity:
        """The rows of the heat map."""
        if self.is_empty:
            return TeamsMaturity((), 0, 1, 1)
        chosen = self.asked.selection
        return teams_maturity(self.viewer, self.framework, find=chosen.find, page=chosen.page)

    @cached_property
    def progress(self) -> ProgressCounts:
        return network_progress(self.viewer)

    def csv(self, card: str) -> str:
        """The address of a card's file."""
        return csv_url("maturity", card, self.asked)


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """Ask and compute; values that are no choices become faults beside an answer that can be given."""
    question = asked(viewer, query)
    known = frameworks(viewer)
    question = question.but(selection=question.selection.but(framework=whole_key(question.selection.framework, known)))
    scored = scored_frameworks(viewer)
    default = next(iter(scored), next(iter(known), NO_FRAMEWORK)).key
    key, faults = one_of(question, "framework", [one.key for one in known], default)
    view, view_faults = one_of(question, "view", VIEWS, NETWORK)
    framework = next((one for one in known if one.key == key), NO_FRAMEWORK)
    team = team_profile(viewer, framework, question.team.team_id) if question.team and known else None
    # What holds by default is not said in the address.
    selection = question.selection.but(framework="" if key == default else key, view="" if view == NETWORK else view)
    answer = Answer(
        asked=question.but(selection=selection),
        faults=(*faults, *view_faults),
        frameworks=known,
        shown=scored_on(viewer, framework),
        beside=next_scored(viewer, framework, scored),
        team=team,
        view=view if team else NETWORK,
    )
    return on_a_page(answer)


def on_a_page(answer: Answer) -> Answer:
    """The answer with the nearest page of teams, where the one asked for is not there."""
    chosen, teams = answer.asked.selection, answer.teams
    if teams.page == chosen.page:
        return answer
    pages = [str(number) for number in range(1, teams.pages + 1)]
    fault = UnknownValue(parameter="page", asked=[str(chosen.page)], choices=pages, used=str(teams.page))
    return replace(answer, asked=answer.asked.but(selection=chosen.but(page=teams.page)), faults=(*answer.faults, fault))


def whole_key(said: str, known: tuple[Framework, ...]) -> str:
    """The key that was said; where it is an id alone, that of its latest version."""
    versions = [one.key for one in known if one.framework_id == said]
    return versions[-1] if versions else said


def scored_on(viewer: Viewer, framework: Framework) -> Scored:
    """Where the teams stand on a framework; on none at all nobody does."""
    if framework is NO_FRAMEWORK:
        return Scored(framework, maturity_profile((), {}), NetworkMoves(()))
    return Scored(framework, network_maturity(viewer, framework), network_moves(viewer, framework))


def next_scored(viewer: Viewer, framework: Framework, scored: Sequence[Framework]) -> Scored | None:
    """The framework that stands beside the chosen one: the next that teams were scored on, from the last on to the first."""
    at = scored.index(framework) + 1 if framework in scored else 0
    others = [one for one in (*scored[at:], *scored[:at]) if one != framework]
    return scored_on(viewer, others[0]) if others else None
