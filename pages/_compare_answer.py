"""The Compare page's answer: the teams held against each other once; its cards read it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from data_access.team_comparison import ListedTeam, compared_period, compared_series, compared_verdicts
from data_access.teams import baseline
from data_access.verdict_grid import GridCell
from data_access.viewer import Viewer
from equity.blanks import NOT_APPLICABLE, strongest_blank
from equity.catalogue import Measure
from equity.compared_team import ComparedTeam, Entry
from equity.comparison import Comparison, comparison
from equity.counts import GapSeries
from equity.errors import ReaderError, UnknownValue
from equity.false_signals import VerdictShare, verdict_share
from equity.periods import Period, display_grain, periods_between
from equity.selection import Query, Selection
from equity.sentences import Names, names_of
from equity.sentences.phrases import period_words
from equity.trend import gap_trend
from equity.verdicts import Verdict, too_few_points
from pages._compare_question import BY_SETTING, BY_SIZE, ROWS, WHOLE_PAGE, Question, question_of
from pages._frame import Asked

State = tuple[str | None, str | None, Verdict | None]


@dataclass(frozen=True)
class Answer:
    """What the reader asked, and the teams' answer to it.

    compared: all teams that are held against each other; rows: those of them on this page; series: of these and of the peers, in all periods.
    """

    question: Question
    faults: tuple[ReaderError, ...]
    names: Names
    compared: Comparison
    rows: tuple[ComparedTeam, ...]
    page: int
    pages: int
    found: int
    series: dict[str, GapSeries]

    @property
    def asked(self) -> Asked:
        return self.question.asked

    @property
    def selection(self) -> Selection:
        return self.question.selection

    @property
    def measure(self) -> Measure:
        return self.selection.measure

    @property
    def period_label(self) -> str:
        return self.compared.period.label if self.compared.period else "none yet"

    @property
    def period_words(self) -> str:
        """The period as it stands inside a sentence."""
        return period_words(self.compared.period) if self.compared.period else "no period yet"

    @cached_property
    def states(self) -> dict[str, State]:
        """Verdict word or blank of every team on this page, with the numbers behind it: the kept one for the gap of record, else from its own trend."""
        shown = [row.team.team_id for row in self.rows]
        kept = compared_verdicts(self.asked.viewer, self.measure, shown) if self.selection.is_gap_of_record else {}
        cells = {team_id: (cell.word, cell.blank, kept_verdict(self.measure, cell)) for team_id, cell in kept.items()}
        own_group = {one.team.team_id for one in self.question.listed.teams if one.focus_group not in (None, self.selection.group_code)}
        return {
            team_id: cells[team_id] if team_id in cells and team_id not in own_group else trend_state(self, team_id)
            for team_id in (row.team.team_id for row in self.rows)
        }

    @property
    def share(self) -> VerdictShare:
        """The verdicts of the teams on this page, and how many of their moves chance would give."""
        return verdict_share([verdict for *_, verdict in self.states.values() if verdict is not None], self.measure)


def trend_state(answer: Answer, team_id: str) -> State:
    """The verdict on a team's own trend."""
    series = answer.series.get(team_id)
    if series is None:
        return None, NOT_APPLICABLE, None
    trend = gap_trend(series, answer.measure, baseline(answer.asked.viewer, answer.measure))
    if trend.latest is None:
        return None, strongest_blank(point.blank for point in trend.points), None
    return trend.verdict.word, None, trend.verdict


def kept_verdict(measure: Measure, cell: GridCell) -> Verdict | None:
    """What the store keeps of a verdict: its word, the smallest change that would have shown, and on how many periods it rests."""
    if cell.word is None:
        return None
    bare = too_few_points(measure, periods=cell.periods, more_periods=None)
    return replace(bare, word=cell.word, detectable=bare.detectable if cell.detectable is None else cell.detectable)


def answer_to(viewer: Viewer, query: Query) -> Answer:
    """Ask and compute."""
    question = question_of(viewer, query)
    chosen = question.selection
    period = compared_period(viewer, chosen.measure)
    lately = latest_series(viewer, question, period)
    entries = [entry_of(viewer, one, chosen.measure, lately.get(one.team.team_id)) for one in question.listed.teams]
    compared = comparison(entries, chosen.measure, period, network=question.gap.series, my_team=chosen.team)
    rows, page, pages, found = page_of_rows(question, compared)
    faults = question.faults
    if page != chosen.page:
        choices = [str(number) for number in range(1, pages + 1)]
        faults = (*faults, UnknownValue(parameter="page", asked=[str(chosen.page)], choices=choices, used=str(page)))
    question = replace(question, asked=question.asked.but(selection=chosen.but(page=page)))
    names = names_of(chosen.measure, chosen.group, question.gap.reference)
    return Answer(question, faults, names, compared, rows, page, pages, found, whole_series(viewer, question, rows, lately))


def entry_of(viewer: Viewer, one: ListedTeam, measure: Measure, series: GapSeries | None) -> Entry:
    """What a team brings: its own baseline, or the network's."""
    return Entry(one.team, one.standing, one.baseline or baseline(viewer, measure), series)


def latest_series(viewer: Viewer, question: Question, period: Period | None) -> dict[str, GapSeries]:
    """What every team reported: of few teams in all periods, of many at their baselines and in the period compared alone."""
    working = [one.team.team_id for one in question.listed.teams if one.standing]
    windows = windows_of(viewer, question, period) if len(working) > WHOLE_PAGE else ()
    return compared_series(viewer, question.selection, working, windows=windows)


def windows_of(viewer: Viewer, question: Question, period: Period | None) -> tuple[tuple[Period, ...], ...]:
    """The periods from the first baseline to the last, and the one compared; nothing where a team's baseline is not known: all its periods are needed."""
    measure = question.selection.measure
    baselines = [one.baseline or baseline(viewer, measure) for one in question.listed.teams if one.standing]
    if period is None or None in baselines:
        return ()
    first, last = min(start for start, _ in baselines), max(end for _, end in baselines)
    early = tuple(one for one in periods_between(first, last, display_grain(measure.grain)) if one < period)
    return (early, (period,)) if early else ((period,),)


def page_of_rows(question: Question, compared: Comparison) -> tuple[tuple[ComparedTeam, ...], int, int, int]:
    """The rows of this page in the order asked for; which page it is, of how many, and how many teams were found."""
    listed, chosen = question.listed, question.selection
    if question.is_paged:
        return compared.teams, listed.page, listed.pages, listed.total
    words = chosen.find.casefold()
    rows = [row for row in ordered(compared.teams, chosen.order) if words in row.team.name.casefold()]
    size = ROWS if len(compared.teams) > WHOLE_PAGE else WHOLE_PAGE
    pages = max(1, -(-len(rows) // size))
    page = min(chosen.page, pages)
    return tuple(rows[(page - 1) * size : page * size]), page, pages, len(rows)


def ordered(rows: tuple[ComparedTeam, ...], order: str) -> list[ComparedTeam]:
    """By name; or by people, most first, or by setting, and then by name. Never by the gap: that would be a rank."""
    if order == BY_SIZE:
        return sorted(rows, key=lambda row: -(row.people or 0))
    return sorted(rows, key=lambda row: (row.team.setting == "", row.team.setting.casefold())) if order == BY_SETTING else list(rows)


def whole_series(viewer: Viewer, question: Question, rows: tuple[ComparedTeam, ...], lately: dict[str, GapSeries]) -> dict[str, GapSeries]:
    """All periods of the teams on this page, of the peers and of one's own: what has been read already is not read again."""
    wanted = {row.team.team_id for row in rows} | {team.team_id for team in question.my_peers} | {question.selection.team} - {""}
    if len(lately) > WHOLE_PAGE:
        return compared_series(viewer, question.selection, sorted(wanted))
    return lately | compared_series(viewer, question.selection, sorted(wanted - set(question.team_ids)))
