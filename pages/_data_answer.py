"""The Data page's question, asked of the store once; its cards read the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dash.development.base_component import Component

from components import html
from components.cards import card
from data_access.behind import BehindTeams, behind_teams
from data_access.report_log import report_log
from data_access.reporting import ReportCalendar, reports_of
from data_access.teams import teams_of, teams_page
from data_access.unknown_share import UnknownShare, unknown_share
from data_access.viewer import Viewer
from equity.catalogue import Measure, Stratifier, Team
from equity.data_quality import DataQuality, quality_of_reports
from equity.errors import ReaderError, UnknownValue
from equity.numbers import within_sentence
from equity.overdue import ReportsOnMeasure
from equity.selection import Query, Selection
from pages._frame import Asked, asked, csv_url, one_of

TOGETHER, ALONE = "together", "measure"
# A network of up to so many teams is shown whole; of a larger one those that are behind, or that were looked for, page by page.
WHOLE, PAGE = 60, 20
# The latest periods that a calendar has room for.
LATEST = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """The teams of this page of the network, by name; total: how many are on all pages; behind: who is, in a network that is not shown whole."""

    teams: tuple[Team, ...]
    total: int
    page: int
    pages: int
    behind: BehindTeams | None

    @property
    def is_whole(self) -> bool:
        return self.behind is None


@dataclass(frozen=True)
class Answer:
    """What the reader asked. view: the calendar of all measures together, or of the chosen one alone; network_teams: how many the network has."""

    asked: Asked
    faults: tuple[ReaderError, ...]
    view: str
    shown: Shown
    network_teams: int

    @property
    def viewer(self) -> Viewer:
        return self.asked.viewer

    @property
    def measure(self) -> Measure:
        return self.asked.measure

    @property
    def stratifier(self) -> Stratifier:
        return self.asked.selection.stratifier

    @property
    def mine(self) -> str:
        """Id of the reader's own team, else empty."""
        return self.asked.team.team_id if self.asked.team else ""

    @property
    def names(self) -> dict[str, str]:
        """The teams shown: name by team_id, in the order of the alphabet."""
        return {team.team_id: team.name for team in self.shown.teams}

    @property
    def measure_names(self) -> dict[str, str]:
        """Short names inside a sentence, by measure_id."""
        return {measure.measure_id: within_sentence(measure.short_name) for measure in self.asked.catalogue.measures}

    @cached_property
    def calendar(self) -> ReportCalendar:
        """The reports of the teams shown."""
        return reports_of(self.viewer, self.measure if self.view == ALONE else None, list(self.names), latest=LATEST)

    @cached_property
    def log(self) -> dict[str, tuple[ReportsOnMeasure, ...]]:
        """Every report of the teams shown, in its own grain, on every measure."""
        return report_log(self.viewer, list(self.names))

    @cached_property
    def share(self) -> UnknownShare:
        """People whose group is not known, for the network, the teams shown and the reader's own."""
        return unknown_share(self.viewer, self.measure, self.stratifier, sorted({*self.names, self.mine} - {""}))

    @cached_property
    def grades(self) -> dict[str, DataQuality]:
        """The grade of every team shown that works on the measure."""
        told = reports_of(self.viewer, self.measure, list(self.names)).states
        people = self.measure.people
        return {team_id: quality_of_reports(told[team_id], self.share.teams.get(team_id, ()), people) for team_id in self.names if team_id in told}

    def csv(self, name: str) -> str:
        """The address of a card's file."""
        return csv_url("data", name, self.asked)


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """Ask; values that are no choices become faults beside an answer that can be given."""
    question = asked(viewer, query)
    view, faults = one_of(question, "view", (TOGETHER, ALONE), TOGETHER)
    selection = question.selection.but(view="" if view == TOGETHER else view)
    shown, total = teams_shown(viewer, selection)
    if shown.page != selection.page:
        pages = [str(number) for number in range(1, shown.pages + 1)]
        faults = (*faults, UnknownValue(parameter="page", asked=[str(selection.page)], choices=pages, used=str(shown.page)))
        selection = selection.but(page=shown.page)
    return Answer(question.but(selection=selection), faults, view, shown, total)


def teams_shown(viewer: Viewer, selection: Selection) -> tuple[Shown, int]:
    """A whole network; of a large one the teams that were looked for, else those that are behind. And how many teams there are."""
    every = teams_page(viewer, size=WHOLE)
    if every.pages == 1:
        return Shown(every.teams, every.total, 1, 1, None), every.total
    behind = behind_teams(viewer)
    if selection.find:
        found = teams_page(viewer, find=selection.find, page=selection.page, size=PAGE)
        return Shown(found.teams, found.total, found.page, found.pages, behind), every.total
    pages = max(1, -(-len(behind.teams) // PAGE))
    page = min(max(selection.page, 1), pages)
    ids = [team_id for team_id, _ in behind.teams[(page - 1) * PAGE : page * PAGE]]
    return Shown(teams_of(viewer, [*ids, selection.team]), len(behind.teams), page, pages, behind), every.total


def shown_card(
    card_id: str, head: list[Component], body: Sequence[Component], foot: list[Component], *, span: str = "", has_grid: bool = False
) -> html.Section:
    """A card whose body is replaced with a choice, like its head and foot."""
    return card(card_id, head=head, body=[html.Div(list(body), id=f"{card_id}-body")], foot=foot, span=span, has_grid=has_grid)


def scrolled(table: Component, words: str) -> html.Div:
    """A table that scrolls in its own place, by keyboard too; words: what it is of."""
    return html.Div(table, className="grid-scroll", tabIndex=0, role="region", **{"aria-label": words})
