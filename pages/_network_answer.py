"""The Network page's question, asked of the store once and computed once; its cards read the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data_access.network_counts import NetworkGap, network_gap
from data_access.team_gaps import team_gaps
from data_access.teams import TeamsPage, aim, baseline, measures_of_teams, teams_page
from data_access.verdict_grid import GridCell, verdict_counts, verdict_grid
from data_access.viewer import Viewer
from equity.blanks import NOT_APPLICABLE, strongest_blank
from equity.catalogue import OVERALL, Catalogue, Group, Measure, Team
from equity.errors import NoReferenceGroup, ReaderError, UnknownValue
from equity.numbers import within_sentence
from equity.selection import Query, Selection, number_asked
from equity.sentences import Names, Sentence, headline, names_of, unpooled_headline
from equity.trend import GapTrend, gap_trend
from pages._frame import Asked, asked

# Three rows of five: what a reader can compare at once, and what a page can compute at once.
PANELS = 15
# The grid shows every team of a network up to this many; a larger one comes page by page, like the panels.
WHOLE_GRID = 60
# The address's word for the page of the calendar of reports, where it has more than one.
BEHIND = "behind"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader asked, and the network's answer to it.

    counts: teams by verdict word or blank, by (measure_id, standing); team: the reader's own, None where none was chosen;
    behind_page: which page of the teams that are behind with their reports.
    """

    viewer: Viewer
    catalogue: Catalogue
    selection: Selection
    faults: tuple[ReaderError, ...]
    gap: NetworkGap
    trend: GapTrend
    names: Names
    teams: TeamsPage
    counts: dict[tuple[str, str], dict[str, int]]
    team: Team | None = None
    behind_page: int = 1

    @property
    def asked(self) -> Asked:
        """The question as the frame of every page knows it."""
        return Asked(self.viewer, self.catalogue, self.selection, self.faults, self.team)

    @property
    def measure(self) -> Measure:
        return self.selection.measure

    @property
    def is_pooled(self) -> bool:
        """True for a measure that any team has as a core one; the network has no numbers of others."""
        return (self.measure.measure_id, "core") in self.counts

    @property
    def sentence(self) -> Sentence:
        """The finding."""
        return headline(self.trend, self.names) if self.is_pooled else unpooled_headline(self.names)

    @property
    def aim(self) -> float | None:
        """The gap that most teams aim at, where it is their gap that is shown."""
        found = aim(self.viewer, self.measure) if self.selection.is_gap_of_record else None
        return found.value if found else None

    @property
    def team_names(self) -> dict[str, str]:
        return {team.team_id: team.name for team in self.teams.teams}

    def tally(self, measure: Measure) -> dict[str, int]:
        """Core teams by verdict word or blank: own measures are never pooled with core ones; where nobody has it as core, the teams that chose it."""
        return self.counts.get((measure.measure_id, "core")) or self.counts.get((measure.measure_id, "own"), {})


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """Ask and compute. Values that are no choices, and comparisons with nobody, become faults beside an answer that can be given."""
    question = asked(viewer, query)
    selection, faults, found = question.selection, question.faults, question.catalogue
    try:
        gap = gap_of(viewer, selection)
    except NoReferenceGroup:
        # Among the best-off nobody has enough people, or there are no others.
        choices = [OVERALL, *(group.group_code for group in selection.stratifier.known_groups if group.group_code != selection.group_code)]
        faults = (*faults, UnknownValue(parameter="reference", asked=[selection.reference], choices=choices, used=OVERALL))
        selection = selection.but(reference=OVERALL)
        gap = gap_of(viewer, selection)
    trend = gap_trend(gap.series, selection.measure, baseline(viewer, selection.measure))
    teams = teams_page(viewer, find=selection.find, page=selection.page, size=PANELS)
    if teams.page != selection.page:
        pages = [str(number) for number in range(1, teams.pages + 1)]
        faults = (*faults, UnknownValue(parameter="page", asked=[str(selection.page)], choices=pages, used=str(teams.page)))
        selection = selection.but(page=teams.page)
    names = names_of(selection.measure, selection.group, gap.reference)
    return Answer(viewer, found, selection, faults, gap, trend, names, teams, verdict_counts(viewer), question.team, number_asked(query, BEHIND))


def gap_of(viewer: Viewer, selection: Selection) -> NetworkGap:
    return network_gap(viewer, selection.measure, selection.stratifier, focus=selection.group_code, reference=selection.reference)


def team_trends(answer: Answer) -> dict[str, GapTrend]:
    """The gap of every team on this page that works on the measure, by team_id in the order of names."""
    chosen = answer.selection
    asked = {} if chosen.is_gap_of_record else {"stratifier": chosen.stratifier, "focus": chosen.group_code, "reference": chosen.reference}
    series = team_gaps(answer.viewer, chosen.measure, list(answer.team_names), **asked)
    window = answer.trend.baseline
    return {team_id: gap_trend(series[team_id], chosen.measure, window) for team_id in answer.team_names if team_id in series}


def focus_of_teams(answer: Answer) -> dict[str, Group]:
    """The group in focus of every team on this page: the gap of record is that of a team's own group, where it registered one."""
    chosen = answer.selection
    terms = measures_of_teams(answer.viewer, list(answer.team_names)) if chosen.is_gap_of_record else {}
    own = {team_id: one.focus_group for team_id, found in terms.items() for one in found if one.measure_id == chosen.measure.measure_id}
    return {team_id: chosen.stratifier.group(own.get(team_id) or chosen.group_code) for team_id in answer.team_names}


def team_states(answer: Answer, trends: dict[str, GapTrend]) -> dict[str, tuple[str | None, str | None]]:
    """Each team's verdict word or blank on the comparison asked for: the kept one for the gap of record, else from its own trend."""
    if answer.selection.is_gap_of_record:
        cells = verdict_grid(answer.viewer, list(answer.team_names), [answer.measure.measure_id])
        return {team_id: (cell.word, cell.blank) for (team_id, _), cell in cells.items()}
    return {team_id: trend_state(trends.get(team_id)) for team_id in answer.team_names}


def trend_state(trend: GapTrend | None) -> tuple[str | None, str | None]:
    if trend is None:
        return None, NOT_APPLICABLE
    return (trend.verdict.word, None) if trend.latest else (None, strongest_blank(point.blank for point in trend.points))


def grid_teams(answer: Answer) -> list[tuple[str, str]]:
    """(team_id, name) of the grid's rows: all teams that were found, or a page of them."""
    page = answer.teams
    if page.pages > 1 and page.total <= WHOLE_GRID:
        page = teams_page(answer.viewer, find=answer.selection.find, size=WHOLE_GRID)
    return [(team.team_id, team.name) for team in page.teams]


def grid_cells(answer: Answer, teams: Sequence[tuple[str, str]], measures: Sequence[Measure]) -> dict[tuple[str, str], GridCell]:
    return verdict_grid(answer.viewer, [team_id for team_id, _ in teams], [measure.measure_id for measure in measures])


def guarded_names(answer: Answer, measure: Measure) -> tuple[str, ...]:
    """The short names of the measures that this one guards, in the order of the catalogue."""
    return tuple(within_sentence(one.short_name) for one in answer.catalogue.measures if one.measure_id in measure.guards)


def guards_of(answer: Answer) -> list[tuple[str, str | None, dict[str, int]]]:
    """The balancing measures of the one that is shown: name, the network's verdict on their own gap where they are core, and teams by verdict."""
    guards = [guard for guard in answer.catalogue.measures if answer.measure.measure_id in guard.guards and guard.has_gap]
    return [(guard.name, trend_state(network_trend(answer.viewer, guard, answer.catalogue))[0], answer.tally(guard)) for guard in guards]


def network_trend(viewer: Viewer, measure: Measure, found: Catalogue) -> GapTrend:
    """The network's gap of record of a measure."""
    stratifier = found.stratifier(measure.stratifier_id)
    gap = network_gap(viewer, measure, stratifier, focus=measure.focus_group, reference=measure.reference_group)
    return gap_trend(gap.series, measure, baseline(viewer, measure))


def csv_url(name: str, answer: Answer) -> str:
    return f"/csv/network/{name}{answer.selection.to_query()}"
