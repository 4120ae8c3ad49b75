"""The review's question, asked of the store once: which quarter, which teams, and each team's gaps as they stood at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from data_access.catalogue import catalogue
from data_access.team_aim import TeamAim, team_aim
from data_access.team_gaps import MOST_TEAMS, team_gaps
from data_access.team_groups import team_groups
from data_access.teams import TeamMeasure, measures_of_teams, teams_page
from data_access.verdict_grid import GridCell, verdict_grid
from data_access.viewer import Viewer
from equity.blanks import HIDDEN, NOT_APPLICABLE
from equity.catalogue import OVERALL, Catalogue, Measure, Team
from equity.counts import GapSeries
from equity.errors import NoReferenceGroup
from equity.groups import Reference
from equity.periods import Period
from equity.review import (
    QuarterState,
    quarter_before,
    quarter_name,
    quarter_named,
    quarter_state,
    review_grain,
    reviewed_quarters,
    roll_up,
    stood_on,
    until,
    was_member,
)
from equity.selection import Query
from equity.sentences import Names, names_of
from equity.trend import GapTrend, gap_trend
from pages._frame import Asked, asked
from pages._team_answer import as_kept

# Every team of a network up to so many has its sheet; of a larger one a page of teams.
WHOLE, PAGE = 60, 15
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """One team's gap at the end of a quarter: the periods until then, what may be said, and what all is called."""

    team: Team
    measure: Measure
    trend: GapTrend
    state: QuarterState
    terms: TeamMeasure


@dataclass(frozen=True)
class Answer:
    """A quarter and the teams that were in the network then.

    said: the quarter as the address has it; quarter: the period that is reviewed, None where that names none; quarters: those that have a review;
    total: teams on all pages;
    terms: by team; series: released, of all periods, by (team_id, measure_id); cells: the kept verdicts of today.
    """

    asked: Asked
    said: str
    quarter: Period | None
    quarters: tuple[Period, ...]
    teams: tuple[Team, ...]
    total: int
    page: int
    pages: int
    terms: dict[str, dict[str, TeamMeasure]]
    series: dict[Key, GapSeries]
    cells: dict[Key, GridCell]

    @property
    def viewer(self) -> Viewer:
        return self.asked.viewer

    @property
    def catalogue(self) -> Catalogue:
        return self.asked.catalogue

    @property
    def is_there(self) -> bool:
        """True where there is a review of this quarter."""
        return self.quarter in self.quarters

    @property
    def before(self) -> Period | None:
        """The quarter before, where it has a review."""
        before = quarter_before(self.quarter)
        return before if before in self.quarters else None

    @cached_property
    def leads(self) -> dict[str, Told | None]:
        """The one gap of each team that it counts on, by team_id; None where it works on none."""
        return {team.team_id: self.lead(team, self.quarter) for team in self.teams}

    @cached_property
    def states(self) -> dict[str, QuarterState]:
        """What each team counts as."""
        return states_of(self.leads)

    @cached_property
    def states_before(self) -> dict[str, QuarterState]:
        """The same a quarter earlier, of those that were in the network then."""
        before = self.before
        return states_of({team.team_id: self.lead(team, before) for team in self.teams if was_member(team, before)}) if before else {}

    @property
    def counts(self) -> dict[str, int]:
        return roll_up(self.states.values())

    def lead(self, team: Team, quarter: Period) -> Told | None:
        terms = self.terms[team.team_id]
        measures = [measure for measure in self.catalogue.measures if (team.team_id, measure.measure_id) in self.series]
        aimed = [measure for measure in measures if terms[measure.measure_id].aim is not None]
        return self.told(team, (aimed or measures)[0], quarter) if measures else None

    def others(self, told: Told) -> list[Told]:
        """The other gaps of a team, in the network's order of measures."""
        measures = [one for one in self.catalogue.measures if one != told.measure and (told.team.team_id, one.measure_id) in self.series]
        return [self.told(told.team, measure, self.quarter) for measure in measures]

    def told(self, team: Team, measure: Measure, quarter: Period) -> Told:
        """A gap of a team by the periods until the quarter's end; with the verdict that every page has where no later one is in that."""
        key, terms = (team.team_id, measure.measure_id), self.terms[team.team_id][measure.measure_id]
        trend, cell = gap_trend(until(self.series[key], quarter.end), measure, terms.baseline), self.cells[key]
        if cell.blank == HIDDEN:
            return Told(team, measure, trend, QuarterState(None, HIDDEN), terms)
        if cell.last_period and cell.last_period.end <= quarter.end:
            trend = as_kept(trend, cell)
        return Told(team, measure, trend, quarter_state(trend, quarter), terms)

    def names(self, told: Told) -> Names:
        """What is compared."""
        stratifier = self.catalogue.stratifier(told.measure.stratifier_id)
        focus = told.terms.focus_group or told.measure.focus_group
        return names_of(told.measure, stratifier.group(focus), reference_of(self.viewer, self.catalogue, told, focus))

    def aim(self, told: Told) -> TeamAim | None:
        """The aim as it stood at the quarter's end; None where none was registered by then."""
        found, day = team_aim(self.viewer, told.team.team_id, told.measure.measure_id), self.quarter.end
        if found is None or (found.registered_on and found.registered_on > day):
            return None
        value = stood_on(found.value, [(edit.value, edit.changed_on) for edit in found.edits], day)
        by = stood_on(found.by, [(edit.by, edit.changed_on) for edit in found.edits], day)
        return replace(found, value=value, by=by, edits=()) if value is not None else None

    def address(self, quarter: Period) -> str:
        """The review of a quarter; the reader's team is kept."""
        return f"/review/{quarter_name(quarter)}{self.asked.selection.kept_query()}"

    def csv(self, card: str) -> str:
        """The file of a card, of this quarter and this page of teams."""
        return f"/csv/review/{card}{self.asked.selection.but(page=self.page).to_query()}&quarter={quarter_name(self.quarter)}"


def states_of(leads: dict[str, Told | None]) -> dict[str, QuarterState]:
    return {team_id: told.state if told else QuarterState(None, NOT_APPLICABLE) for team_id, told in leads.items()}


def reference_of(viewer: Viewer, found: Catalogue, told: Told, focus: str) -> Reference:
    """Whom a team's focus group is compared with; everyone where there is nobody else."""
    stratifier = found.stratifier(told.measure.stratifier_id)
    for asked_for in (told.measure.reference_group, OVERALL):
        try:
            return team_groups(viewer, told.measure, stratifier, told.team.team_id, focus=focus, reference=asked_for).reference
        except NoReferenceGroup:
            continue
    raise NoReferenceGroup(asked=told.measure.reference_group)


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """The review of the quarter that the address names; without one the latest."""
    question = asked(viewer, query)
    value = query.get("quarter", "")
    said = value if isinstance(value, str) else value[0]
    listed = teams_page(viewer, size=WHOLE)
    if listed.pages > 1:
        listed = teams_page(viewer, page=question.selection.page, size=PAGE)
    team_ids = [team.team_id for team in listed.teams]
    terms = {team_id: {one.measure_id: one for one in found} for team_id, found in measures_of_teams(viewer, team_ids).items()}
    measures = [measure for measure in catalogue(viewer).measures if measure.has_gap]
    series = {(team_id, one.measure_id): found for one in measures for team_id, found in gaps_on(viewer, one, team_ids, terms)}
    quarters = reviewed_quarters(series.values(), catalogue(viewer).network)
    quarter = quarter_named(said, review_grain(series.values())) if said else (quarters[-1] if quarters else None)
    teams = tuple(team for team in listed.teams if quarter and was_member(team, quarter))
    cells = verdict_grid(viewer, team_ids, [measure.measure_id for measure in measures])
    return Answer(question, said, quarter, quarters, teams, listed.total, listed.page, listed.pages, terms, series, cells)


def gaps_on(viewer: Viewer, measure: Measure, team_ids: Sequence[str], terms: dict[str, dict[str, TeamMeasure]]) -> Iterable[tuple[str, GapSeries]]:
    """The released gaps of those of these teams that work on the measure, so many teams at once."""
    working = [team_id for team_id in team_ids if measure.measure_id in terms[team_id]]
    for start in range(0, len(working), MOST_TEAMS):
        yield from team_gaps(viewer, measure, working[start : start + MOST_TEAMS]).items()
