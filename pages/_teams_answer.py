"""Which teams the reader looks for, found by the store; the page's rows, sentence and file read the answer."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from components.directory import DirectoryRow, Work
from data_access.team_directory import Directory, LastReport, Wanted, directory, last_reports, team_kinds
from data_access.teams import TeamMeasure, measures_of_teams, team_count, teams_page
from data_access.verdict_grid import GridCell, verdict_grid
from data_access.viewer import Viewer
from equity.catalogue import Team
from equity.errors import ReaderError, UnknownValue
from equity.numbers import capitalised, within_sentence
from equity.selection import Query, Selection
from equity.sentences import cell_sentence
from equity.sentences.directory import aim_words, member_words, place_words
from pages._frame import Asked, asked, one_of, team_url

WORKING = "working"
ORDERS = (("", "By name"), ("sector", "By sector"), ("setting", "By setting"))
FILTERS = ("sector", "setting", "cohort")
# More teams than this stand in no list of the bar: the reader chooses the own one here.
MOST_LISTED = 60


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reader asked, and the teams that fit.

    kinds: the choices of each filter; whole: how many teams the network has; terms: by team_id; cells, last: by (team_id, measure_id).
    """

    asked: Asked
    faults: tuple[ReaderError, ...]
    kinds: dict[str, tuple[str, ...]]
    found: Directory
    whole: int
    terms: dict[str, tuple[TeamMeasure, ...]]
    cells: dict[tuple[str, str], GridCell]
    last: dict[tuple[str, str], LastReport]

    @property
    def selection(self) -> Selection:
        return self.asked.selection


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """Ask the store. Values that are no choices become faults beside an answer that can be given."""
    said, faults = understood(asked(viewer, query), kinds := team_kinds(viewer))
    chosen, measure = said.selection, said.measure
    wanted = Wanted(measure.measure_id, chosen.find, chosen.sector, chosen.setting, chosen.cohort, chosen.view == WORKING)
    found = directory(viewer, wanted, order=chosen.order, page=chosen.page)
    if found.page != chosen.page:
        pages = [str(number) for number in range(1, found.pages + 1)]
        faults = (*faults, UnknownValue(parameter="page", asked=[str(chosen.page)], choices=pages, used=str(found.page)))
        said = said.but(selection=chosen.but(page=found.page))
    team_ids = [team.team_id for team in found.teams]
    cells = verdict_grid(viewer, team_ids, [measure.measure_id])
    return Answer(said, faults, kinds, found, team_count(viewer), measures_of_teams(viewer, team_ids), cells, last_reports(viewer, [measure], team_ids))


def known_names(answer: Answer) -> list[str]:
    """What is offered while one types: every team's name, where they are few enough for a list."""
    return [team.name for team in teams_page(answer.asked.viewer, size=MOST_LISTED).teams] if answer.whole <= MOST_LISTED else []


def understood(said: Asked, kinds: dict[str, tuple[str, ...]]) -> tuple[Asked, tuple[ReaderError, ...]]:
    """The same question with only such filters and order as are choices here, and what was not understood."""
    choices = {**kinds, "view": (WORKING,), "order": [order for order, _ in ORDERS if order]}
    read = {name: one_of(said, name, among, "") for name, among in choices.items()}
    kept = said.selection.but(**{name: value for name, (value, _) in read.items()})
    return said.but(selection=kept), tuple(fault for _, faults in read.values() for fault in faults)


def parts_of(answer: Answer) -> list[tuple[str, list[DirectoryRow]]]:
    """The rows, in parts where the reader asked for an order by parts."""
    order = answer.selection.order
    if not order:
        return [("", [row_of(answer, team) for team in answer.found.teams])]
    parts = groupby(answer.found.teams, key=lambda team: getattr(team, order))
    return [(capitalised(name) or f"No {order} given", [row_of(answer, team) for team in teams]) for name, teams in parts]


def row_of(answer: Answer, team: Team) -> DirectoryRow:
    """One team in words."""
    chosen, network = answer.selection, answer.asked.catalogue.network
    cell, last = answer.cells[team.team_id, chosen.measure.measure_id], answer.last[team.team_id, chosen.measure.measure_id]
    return DirectoryRow(
        team.team_id,
        team.name,
        team_url(team.team_id, chosen),
        team.population,
        member_words(team, network.starts_on, network.as_of),
        team.sector,
        place_words(team),
        work_of(answer, team),
        aim_of(answer, team),
        own_group(answer, team),
        cell.word,
        cell.blank,
        verdict_words(answer, team, cell),
        last.period.label if last.period else None,
        last.blank,
        is_mine=chosen.team == team.team_id,
        choose=chosen.but(team=team.team_id).to_query() if answer.whole > MOST_LISTED and chosen.team != team.team_id else None,
    )


def verdict_words(answer: Answer, team: Team, cell: GridCell) -> str:
    known = {name: value for name, value in (("start", cell.start), ("end", cell.end), ("detectable", cell.detectable)) if value is not None}
    return cell_sentence(team.name, answer.asked.measure, word=cell.word, blank=cell.blank, crossed=cell.crossed, **known)


def terms_of(answer: Answer, team: Team) -> TeamMeasure | None:
    """On what terms the team works on the page's measure; None where it does not."""
    return next((terms for terms in answer.terms[team.team_id] if terms.measure_id == answer.asked.measure.measure_id), None)


def aim_of(answer: Answer, team: Team) -> str:
    terms = terms_of(answer, team)
    return aim_words(terms.aim, terms.aim_on, answer.asked.measure) if terms and terms.aim is not None else ""


def own_group(answer: Answer, team: Team) -> str:
    """The group that the team registered in place of the measure's own; empty where it is the same."""
    terms, measure = terms_of(answer, team), answer.asked.measure
    if terms is None or terms.focus_group in (None, measure.focus_group):
        return ""
    return answer.asked.catalogue.stratifier(measure.stratifier_id).group(terms.focus_group).label


def work_of(answer: Answer, team: Team) -> tuple[Work, ...]:
    """What the team works on, in the network's order of measures."""
    standing = {terms.measure_id: terms.standing for terms in answer.terms[team.team_id]}
    return tuple(
        Work(within_sentence(measure.short_name), standing[measure.measure_id] == "own", measure == answer.asked.measure)
        for measure in answer.asked.catalogue.measures
        if measure.measure_id in standing
    )
