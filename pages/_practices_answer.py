"""The Practices page's question, asked of the store once; its cards read the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from data_access.action_counts import COHORT, SECTOR, action_counts
from data_access.change_ledger import ChangesWanted, Ledger, drivers, ledger
from data_access.hidden_teams import hidden_teams
from data_access.practice_stages import Place, stage_counts, stages_of, told_quarters
from data_access.practice_use import Practice, practices
from data_access.teams import teams_page
from data_access.viewer import Viewer
from equity.catalogue import Team
from equity.demonstrated import ActionsCounted
from equity.errors import ReaderError, UnknownValue
from equity.periods import Period
from equity.selection import LONGEST_WORD, Query, Selection
from equity.sentences.practices_page import StageCounts
from equity.sentences.team_page import DECISIONS
from pages._frame import Asked, asked, csv_url, one_of

# Teams stand on one page up to so many; more come page by page.
WHOLE, PAGE = 60, 20
# The latest quarters that a calendar has room for.
LATEST = 8
OWN_FILTERS = ("tested_on", "decision", "driver", "find")


@dataclass(frozen=True, slots=True)
class TeamsSeen:
    """The teams of this page, by name, without those that hide every measure; total: how many are on all pages."""

    teams: tuple[Team, ...]
    total: int
    page: int
    pages: int


@dataclass(frozen=True)
class Answer:
    """What the reader asked, with such choices only as there are."""

    asked: Asked
    faults: tuple[ReaderError, ...]
    seen: TeamsSeen
    ledger: Ledger

    @property
    def viewer(self) -> Viewer:
        return self.asked.viewer

    @property
    def selection(self) -> Selection:
        return self.asked.selection

    @property
    def mine(self) -> str:
        """Id of the reader's own team, else empty."""
        return self.asked.team.team_id if self.asked.team else ""

    @property
    def practice(self) -> Practice | None:
        """The one that is shown; None = all together."""
        return next((one for one in practices(self.viewer) if one.practice_id == self.selection.practice), None)

    @cached_property
    def shown_practices(self) -> tuple[Practice, ...]:
        return (self.practice,) if self.practice else practices(self.viewer)

    @cached_property
    def quarters(self) -> tuple[Period, ...]:
        return told_quarters(self.viewer, latest=LATEST)

    @cached_property
    def stages(self) -> dict[str, dict[Place, str]]:
        """What the teams of this page told."""
        return stages_of(self.viewer, [team.team_id for team in self.seen.teams])

    @cached_property
    def actions(self) -> tuple[ActionsCounted, ...]:
        return action_counts(self.viewer, by=self.selection.view)

    @cached_property
    def every_action(self) -> tuple[ActionsCounted, ...]:
        """The same without a split: all teams together stand first."""
        return action_counts(self.viewer)

    @property
    def has_filter(self) -> bool:
        """True where the reader left changes out of the ledger."""
        return any(getattr(self.selection, name) for name in OWN_FILTERS)

    @property
    def is_whole(self) -> bool:
        """True where no team is left out for this reader."""
        return not hidden_teams(self.viewer)

    def counts(self, practice: Practice, quarter: Period) -> StageCounts:
        """Teams by stage; empty where none told."""
        return stage_counts(self.viewer).get((practice.practice_id, quarter), {})

    def csv(self, name: str) -> str:
        """The address of a card's file."""
        return csv_url("practices", name, self.asked)


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """Ask; values that are no choices become faults beside an answer that can be given."""
    said, faults = understood(asked(viewer, query))
    seen = every_seen(viewer)
    page, of_page = one_of(said, "calendar", [str(number + 1) for number in range(pages_of(seen))], "")
    shown = teams_seen(viewer, seen, int(page or 1))
    found = ledger(viewer, wanted(viewer, said.selection), page=said.selection.page)
    of_ledger: list[ReaderError] = []
    if found.page != said.selection.page:
        pages = [str(number) for number in range(1, found.pages + 1)]
        of_ledger = [UnknownValue(parameter="page", asked=[str(said.selection.page)], choices=pages, used=str(found.page))]
    selection = said.selection.but(page=found.page, calendar="" if page == "1" else page)
    return Answer(said.but(selection=selection), (*faults, *of_page, *of_ledger), shown, found)


def understood(said: Asked) -> tuple[Asked, tuple[ReaderError, ...]]:
    """The same question with only such choices as there are here, and what was not understood."""
    choices = {
        "practice": [one.practice_id for one in practices(said.viewer)],
        "tested_on": [measure.measure_id for measure in said.catalogue.measures],
        "decision": list(DECISIONS),
        "driver": [driver_value(driver) for driver in drivers(said.viewer)],
        "view": [SECTOR, COHORT],
    }
    read = {name: one_of(said, name, among, "") for name, among in choices.items()}
    kept = said.selection.but(**{name: value for name, (value, _) in read.items()})
    return said.but(selection=kept), tuple(fault for _, faults in read.values() for fault in faults)


def driver_value(driver: str) -> str:
    """A driver as an address has room for it."""
    return driver[:LONGEST_WORD]


def wanted(viewer: Viewer, selection: Selection) -> ChangesWanted:
    """Which changes the reader asks for."""
    driver = next((one for one in drivers(viewer) if driver_value(one) == selection.driver), "")
    return ChangesWanted(selection.find, selection.tested_on, selection.decision, driver)


def every_seen(viewer: Viewer) -> tuple[Team, ...] | int:
    """The teams, by name; of a large network only how many there are."""
    first = teams_page(viewer, size=WHOLE)
    return told_of(viewer, first.teams) if first.pages == 1 else first.total


def told_of(viewer: Viewer, teams: Sequence[Team]) -> tuple[Team, ...]:
    """Those of these teams whose practices the viewer is told of."""
    left_out = hidden_teams(viewer)
    return tuple(team for team in teams if team.team_id not in left_out)


def pages_of(seen: Sequence[Team] | int) -> int:
    """On how many pages the teams stand."""
    total = seen if isinstance(seen, int) else len(seen)
    return 1 if total <= WHOLE else -(-total // PAGE)


def teams_seen(viewer: Viewer, seen: tuple[Team, ...] | int, page: int) -> TeamsSeen:
    """One page of them."""
    pages = pages_of(seen)
    if isinstance(seen, int):
        return TeamsSeen(told_of(viewer, teams_page(viewer, page=page, size=PAGE).teams), seen, page, pages)
    return TeamsSeen(seen, len(seen), page, pages)
