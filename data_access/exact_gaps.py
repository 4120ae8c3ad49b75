"""Exact gaps of teams before release: the focus group's counts against the reference's. For this room and the load alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, select

from data_access import schema
from data_access.exact_counts import ALL_DAYS, CountsOnPeriods, Member, TeamCounts, Wanted, summary_days, team_counts
from data_access.releasing.table import TOTAL, Column, others_of
from equity.blanks import NOT_APPLICABLE
from equity.catalogue import ALL, BY_COUNTS, OVERALL, Measure, Network, Stratifier
from equity.counts import Count, GapSeries
from equity.errors import NoReferenceGroup
from equity.groups import Reference, reference_group
from equity.periods import Period
from equity.reporting import shown_periods

TERMS = (
    select(
        schema.team_measure.c.team_id,
        schema.team.c.joined_on,
        schema.team.c.left_on,
        schema.team_measure.c.focus_group,
        schema.team_measure.c.baseline_from,
        schema.team_measure.c.baseline_to,
        schema.team_measure.c.visibility,
        schema.team_measure.c.standing,
    )
    .join(schema.team, schema.team.c.team_id == schema.team_measure.c.team_id)
    .where(schema.team_measure.c.measure_id == bindparam("measure_id"), schema.team_measure.c.team_id.in_(bindparam("team_ids", expanding=True)))
    .order_by(schema.team_measure.c.team_id)
)

TEAMS_OF_MEASURE = (
    select(schema.team_measure.c.team_id).where(schema.team_measure.c.measure_id == bindparam("measure_id")).order_by(schema.team_measure.c.team_id)
)


@dataclass(frozen=True, slots=True)
class TeamTerms:
    """On what terms a team works on a measure.

    focus_group: its own, where it registered one; visibility: how it appears to others; is_core: in the network's sums.
    """

    member: Member
    focus_group: str | None
    baseline: tuple[date, date] | None
    visibility: str
    is_core: bool = True


@dataclass(frozen=True, slots=True)
class ExactGap:
    """A team's gap before release, and under which columns its focus group and its reference are released."""

    series: GapSeries
    columns: tuple[Column, Column]


@dataclass(frozen=True, slots=True)
class GapQuestion:
    """Which gap. focus: None = the gap of record's, or the team's own where it registered one; periods: None = all that are shown."""

    measure: Measure
    network: Network
    stratifier: Stratifier
    focus: str | None
    reference: str
    periods: tuple[Period, ...] | None = None

    @property
    def days(self) -> tuple[date, date]:
        """Between which days the periods asked for begin."""
        return (self.periods[0].start, self.periods[-1].end) if self.periods else ALL_DAYS

    def focus_of(self, terms: TeamTerms) -> str:
        return self.focus or terms.focus_group or self.measure.focus_group


def gap_of_record(measure: Measure, network: Network, stratifier: Stratifier) -> GapQuestion:
    """The one gap that verdicts are given on."""
    return GapQuestion(measure, network, stratifier, None, measure.reference_group)


def teams_of_measure(connection: Connection, measure_id: str) -> list[str]:
    """Every team that works on the measure."""
    return list(connection.scalars(TEAMS_OF_MEASURE, {"measure_id": measure_id}))


def team_terms(connection: Connection, measure_id: str, team_ids: Sequence[str]) -> list[TeamTerms]:
    """The terms of those of the teams that work on the measure."""
    rows = connection.execute(TERMS, {"measure_id": measure_id, "team_ids": list(team_ids)})
    return [
        TeamTerms(
            member=Member(row.team_id, row.joined_on, row.left_on),
            focus_group=row.focus_group,
            baseline=_window(row.baseline_from, row.baseline_to),
            visibility=row.visibility,
            is_core=row.standing == "core",
        )
        for row in rows
    ]


def _window(first: date | None, last: date | None) -> tuple[date, date] | None:
    return (first, last) if first and last else None


def exact_gaps(connection: Connection, question: GapQuestion, teams: Sequence[TeamTerms]) -> dict[str, ExactGap]:
    """Both sides of the gap for each team, all on the same periods."""
    by_focus: dict[str, list[TeamTerms]] = {}
    for terms in teams:
        by_focus.setdefault(question.focus_of(terms), []).append(terms)
    found = {focus: _counts(connection, question, focus, members) for focus, members in by_focus.items()}
    periods = question.periods or _shown(connection, question, found.values())
    on_periods = {focus: counts.on(periods) for focus, counts in found.items()}
    return {terms.member.team_id: _gap(question, focus, terms, on_periods[focus], periods) for focus, members in by_focus.items() for terms in members}


def _shown(connection: Connection, question: GapQuestion, found: Iterable[TeamCounts]) -> tuple[Period, ...]:
    days = [day for counts in found for day in counts.days]
    return shown_periods(question.measure, question.network, [*days, *summary_days(connection, question.measure)])


def _counts(connection: Connection, question: GapQuestion, focus: str, teams: Sequence[TeamTerms]) -> TeamCounts:
    known = tuple(group.group_code for group in question.stratifier.known_groups)
    if question.reference in BY_COUNTS:
        wanted = Wanted((question.stratifier.stratifier_id,), known, known, question.days)
    else:
        reference = reference_group(question.stratifier, question.reference, focus, measure=question.measure)
        wanted = Wanted(stratifiers_of(reference, question.stratifier), (focus, *reference.group_codes), (focus,), question.days)
    return team_counts(connection, question.measure, question.network, [terms.member.team_id for terms in teams], wanted)


def stratifiers_of(reference: Reference, stratifier: Stratifier) -> tuple[str, ...]:
    """Where the two sides are found: the total is a stratifier of its own."""
    return (stratifier.stratifier_id, OVERALL) if reference.group_codes == (ALL,) else (stratifier.stratifier_id,)


def _gap(question: GapQuestion, focus: str, terms: TeamTerms, found: CountsOnPeriods, periods: tuple[Period, ...]) -> ExactGap:
    side, own = found.series(terms.member, (focus,)), (question.stratifier.stratifier_id, focus)
    try:
        codes = _reference_codes(question, focus, terms, found, periods)
    except NoReferenceGroup:
        return ExactGap(GapSeries(periods, side, (Count(None, None, NOT_APPLICABLE),) * len(periods)), (own, own))
    return ExactGap(GapSeries(periods, side, found.series(terms.member, codes)), (own, column_of(question.stratifier.stratifier_id, codes, focus)))


def _reference_codes(question: GapQuestion, focus: str, terms: TeamTerms, found: CountsOnPeriods, periods: tuple[Period, ...]) -> tuple[str, ...]:
    groups = None
    if question.reference in BY_COUNTS:
        groups = {code: found.series(terms.member, (code,)) for code in found.counts.alone}
    baseline = baseline_positions(terms.baseline, periods)
    return reference_group(question.stratifier, question.reference, focus, measure=question.measure, counts=groups, baseline=baseline).group_codes


def baseline_positions(window: tuple[date, date] | None, periods: Sequence[Period]) -> tuple[int, ...]:
    """Which of the periods lie wholly inside the baseline window."""
    return tuple(position for position, period in enumerate(periods) if window and window[0] <= period.start and period.end <= window[1])


def column_of(stratifier_id: str, group_codes: Sequence[str], focus: str) -> Column:
    """Under which column a side of a gap is released: everyone, a group, or all others than the focus group."""
    if tuple(group_codes) == (ALL,):
        return TOTAL
    return stratifier_id, group_codes[0] if len(group_codes) == 1 else others_of(focus)
