"""One team's question, asked of the store once and computed once; the page's cards read the answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import isfinite

from data_access.changes import Change, changes_of
from data_access.gaps_of_team import gaps_of_team
from data_access.team_aim import TeamAim, team_aim
from data_access.team_gaps import team_gaps
from data_access.team_groups import TeamGroups, team_groups
from data_access.teams import TeamMeasure, measures_of_teams, team_of
from data_access.verdict_grid import GridCell, verdict_grid
from data_access.viewer import Viewer
from equity.blanks import HIDDEN
from equity.catalogue import OVERALL, Catalogue, Event, Measure, Team
from equity.counts import GapSeries
from equity.errors import NoReferenceGroup, NotItsMeasure, ReaderError, UnknownValue
from equity.level_path import LevelPath, level_path
from equity.selection import Query, Selection, comparable_measures, default_measure
from equity.sentences import Names, Sentence, headline, lead_title, names_of
from equity.sentences.headline import blank_headline
from equity.sentences.team_page import no_work_sentence
from equity.stratified_run import StratifiedRun, stratified_run
from equity.trend import GapTrend, gap_trend
from pages._frame import Asked, asked, csv_url
from pages._team_process_asked import its_own_chart

# The parameters of the question that a team may answer in its own way, where the reader did not ask.
MEASURE, GROUP = "measure", "group"


@dataclass(frozen=True)
class Answer:
    """What the reader asked of one team, and its answer.

    terms: by measure_id, of every measure that it works on; cells: its kept verdicts, of those with a gap; groups, series: of the comparison asked for;
    changes: those that it tested on this measure, by their start.
    """

    asked: Asked
    faults: tuple[ReaderError, ...]
    team: Team
    terms: dict[str, TeamMeasure]
    cells: dict[str, GridCell]
    groups: TeamGroups
    series: GapSeries
    changes: tuple[Change, ...]

    @property
    def viewer(self) -> Viewer:
        return self.asked.viewer

    @property
    def catalogue(self) -> Catalogue:
        return self.asked.catalogue

    @property
    def selection(self) -> Selection:
        return self.asked.selection

    @property
    def measure(self) -> Measure:
        return self.selection.measure

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that it works on and whose groups can be compared, in the order of the catalogue."""
        return tuple(measure for measure in comparable_measures(self.catalogue) if measure.measure_id in self.terms)

    @property
    def works(self) -> bool:
        """False for a team that works on nothing that has a gap."""
        return self.measure.measure_id in self.terms

    @property
    def is_record(self) -> bool:
        """True where the team's own gap of record is shown: the one that its verdict is kept for."""
        own = self.terms[self.measure.measure_id].focus_group if self.works else None
        return (
            self.works
            and self.selection.but(group_code=self.measure.focus_group).is_gap_of_record
            and self.selection.group_code == (own or self.measure.focus_group)
        )

    @property
    def cell(self) -> GridCell | None:
        """The kept verdict, where it is of the gap that is shown."""
        return self.cells[self.measure.measure_id] if self.is_record else None

    @cached_property
    def trend(self) -> GapTrend:
        """The gap that is shown, with the verdict that every other page has of it."""
        window = self.terms[self.measure.measure_id].baseline if self.works else None
        return as_kept(gap_trend(self.series, self.measure, window), self.cell)

    @cached_property
    def run(self) -> StratifiedRun:
        return stratified_run(self.trend, since=self.begins.started_on if self.begins else None)

    @cached_property
    def names(self) -> Names:
        return names_of(self.measure, self.selection.group, self.groups.reference)

    @property
    def is_hidden(self) -> bool:
        """True where so few people were counted that no verdict may be told."""
        return self.cell is not None and self.cell.blank == HIDDEN

    @cached_property
    def path(self) -> LevelPath:
        """Its way in the plane of level and gap."""
        return level_path(self.trend, self.groups.reference.kind)

    @cached_property
    def sentence(self) -> Sentence:
        """The finding."""
        if not self.works:
            return no_work_sentence(self.team.name)
        return blank_headline(HIDDEN, self.names) if self.is_hidden else headline(self.trend, self.names)

    @property
    def title(self) -> str:
        """The finding in short."""
        if not self.works or self.is_hidden:
            return self.sentence.lead.rstrip(".")
        return lead_title(self.trend, self.names)

    @cached_property
    def aim(self) -> TeamAim | None:
        """The aim, where it is of the gap that is shown."""
        return team_aim(self.viewer, self.team.team_id, self.measure.measure_id) if self.is_record else None

    @property
    def begins(self) -> Change | None:
        """The change on record at which the reader asked for a new phase."""
        return next((change for change in self.changes if change.change_id == self.selection.since), None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The convenings and action periods of its cohort."""
        return tuple(event for event in self.catalogue.events if event.cohort in ("", self.team.cohort))

    @cached_property
    def gaps(self) -> dict[str, GapTrend]:
        """The gap of record of every measure, with the verdicts that every other page has."""
        return {measure_id: as_kept(trend, self.cells[measure_id]) for measure_id, trend in gaps_of_team(self.viewer, self.team.team_id).items()}

    @property
    def is_mine(self) -> bool:
        return self.selection.team == self.team.team_id

    def csv(self, card: str) -> str:
        """The address of what a card shows."""
        return csv_url("team", card, self.asked, team_id=self.team.team_id)


def as_kept(trend: GapTrend, cell: GridCell | None) -> GapTrend:
    """The trend with its kept verdict: that rests on every period, and this one on those that may be shown."""
    if cell is None or cell.word is None or cell.word == trend.verdict.word or not isfinite(trend.verdict.p_value):
        return trend
    kept = {"word": cell.word, "start": cell.start, "end": cell.end, "detectable": cell.detectable, "crossed": cell.crossed, "opposite": cell.opposite}
    return replace(trend, verdict=replace(trend.verdict, periods=cell.periods, more_periods=None, **kept))


def team_asked(viewer: Viewer, query: Query) -> Team | None:
    """The team of the page's path; None if the network has none of this id."""
    said = query.get("team_id", "")
    return team_of(viewer, said if isinstance(said, str) else said[0])


def answer_to(viewer: Viewer, query: Query, team: Team) -> Answer:
    """Ask and compute. What the team does not work on, and comparisons with nobody, become faults beside an answer that can be given."""
    said = asked(viewer, query)
    terms = {one.measure_id: one for one in measures_of_teams(viewer, [team.team_id])[team.team_id]}
    chosen, faults = its_own(said, query, team, terms)
    try:
        groups = groups_of(viewer, chosen, team)
    except NoReferenceGroup:
        choices = [OVERALL, *(group.group_code for group in chosen.stratifier.known_groups if group.group_code != chosen.group_code)]
        faults = (*faults, UnknownValue(parameter="reference", asked=[chosen.reference], choices=choices, used=OVERALL))
        chosen = chosen.but(reference=OVERALL)
        groups = groups_of(viewer, chosen, team)
    changes = changes_of(viewer, [team.team_id], measure_id=chosen.measure.measure_id).get(team.team_id, ())
    chosen, not_understood = its_own_chart(chosen, query, changes)
    compared = {"stratifier": chosen.stratifier, "focus": chosen.group_code, "reference": chosen.reference}
    series = team_gaps(viewer, chosen.measure, [team.team_id], **compared).get(team.team_id, GapSeries((), (), ()))
    with_gap = [measure.measure_id for measure in said.catalogue.measures if measure.measure_id in terms and measure.has_gap]
    cells = verdict_grid(viewer, [team.team_id], with_gap)
    kept = {one: cells[team.team_id, one] for one in with_gap}
    return Answer(said.but(selection=chosen), (*faults, *not_understood), team, terms, kept, groups, series, changes)


def groups_of(viewer: Viewer, chosen: Selection, team: Team) -> TeamGroups:
    return team_groups(viewer, chosen.measure, chosen.stratifier, team.team_id, focus=chosen.group_code, reference=chosen.reference)


def its_own(said: Asked, query: Query, team: Team, terms: dict[str, TeamMeasure]) -> tuple[Selection, tuple[ReaderError, ...]]:
    """The question as this team can answer it: about a measure that it works on, and its own focus group where the reader asked for none."""
    chosen, faults = said.selection, ()
    measures = [measure for measure in comparable_measures(said.catalogue) if measure.measure_id in terms]
    if measures and chosen.measure.measure_id not in terms:
        used = default_measure(measures)
        if query.get(MEASURE):
            faults = (NotItsMeasure(team=team.name, asked=chosen.measure.name, works_on=[measure.name for measure in measures], used=used.name),)
        kept = {name: value for name, value in query.items() if name not in ("stratifier", GROUP, "reference")}
        chosen = Selection.from_query({**kept, MEASURE: used.measure_id}, said.catalogue)[0].but(team=chosen.team)
    own = terms[chosen.measure.measure_id].focus_group if chosen.measure.measure_id in terms else None
    if own and not query.get(GROUP) and chosen.stratifier.stratifier_id == chosen.measure.stratifier_id and own != chosen.reference:
        chosen = chosen.but(group_code=own)
    return chosen, faults
