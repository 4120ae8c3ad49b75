"""A quarter as it stood at its end, or a longer period where no measure is reported as often: what was told until then, each team counted once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from equity.blanks import HIDDEN, HIDDEN_AT_SOURCE, NOT_APPLICABLE, NOT_DUE, NOT_REPORTED
from equity.catalogue import Network, Team
from equity.counts import GapSeries
from equity.periods import GRAINS, QUARTER, Period, add_months, period_of
from equity.trend import GapTrend
from equity.verdicts import VERDICT_WORDS

NAMED = re.compile(r"(\d{4})-?Q([1-4])", re.ASCII | re.IGNORECASE)
YEARS = range(1900, 2201)
# Verdicts first, then every reason why a team has none: a team is in exactly one of them.
ROLL = (*VERDICT_WORDS, NOT_REPORTED, NOT_DUE, HIDDEN, NOT_APPLICABLE)
RUNNING, UNDATED = "running", "undated"
IS_HIDDEN = (HIDDEN, HIDDEN_AT_SOURCE)


@dataclass(frozen=True, slots=True)
class QuarterState:
    """What is said of a gap at the end of a quarter: exactly one of word and blank is None."""

    word: str | None
    blank: str | None

    @property
    def key(self) -> str:
        """Its row in the roll-up."""
        return self.word or self.blank or NOT_DUE


def review_grain(series: Iterable[GapSeries]) -> str:
    """How long a period is that is reviewed: as long as the shortest that is shown."""
    return min({period.grain for one in series for period in one.periods}, key=GRAINS.get, default=QUARTER)


def quarter_named(said: str, grain: str = QUARTER) -> Period | None:
    """The quarter of an address, 2026-Q3, or the longer period that holds it; None where it names none."""
    found = NAMED.fullmatch(said.strip())
    if found is None or int(found[1]) not in YEARS:
        return None
    return period_of(date(int(found[1]), 3 * int(found[2]) - 2, 1), grain)


def quarter_name(quarter: Period) -> str:
    """A quarter as an address names it; a longer period by its last one."""
    return f"{quarter.end.year}-Q{quarter.end.month // 3}"


def quarter_before(quarter: Period) -> Period:
    """The period before this one, as long as it."""
    return period_of(add_months(quarter.start, -1), quarter.grain)


def until(series: GapSeries, day: date) -> GapSeries:
    """The periods that had ended by this day."""
    kept = [place for place, period in enumerate(series.periods) if period.end <= day]
    return GapSeries(*(tuple(part[place] for place in kept) for part in (series.periods, series.focus, series.reference)))


def reviewed_quarters(series: Collection[GapSeries], network: Network) -> tuple[Period, ...]:
    """The periods that can be reviewed, the earliest first: they are over, the network was at work, and somebody's numbers end in them."""
    grain = review_grain(series)
    every = (pair for one in series for pair in zip(one.periods, one.focus, one.reference, strict=True))
    ends = {period_of(period.end, grain) for period, focus, reference in every if focus.known and reference.known}
    since = period_of(network.starts_on, grain)
    return tuple(sorted(quarter for quarter in ends if since <= quarter and is_over(quarter, network)))


def is_over(quarter: Period, network: Network) -> bool:
    """True from its last day on: numbers are as of a day's end."""
    return quarter.end <= network.as_of


def quarter_state(trend: GapTrend, quarter: Period) -> QuarterState:
    """What may be said of a gap at the end of a quarter, of which the periods until then are told.

    Reads    a report that did not come, or is not due yet, stands before the verdict on older ones: such a team is never told as unchanged.
             Mostly hidden periods hide the verdict, as everywhere.
    """
    last = trend.points[-1].blank if trend.points and not is_behind(trend.points[-1].period, quarter) else NOT_DUE
    if last in (NOT_REPORTED, NOT_DUE):
        return QuarterState(None, last)
    hidden = sum(point.blank in IS_HIDDEN for point in trend.points)
    known = sum(point.blank is None for point in trend.points)
    if hidden > known:
        return QuarterState(None, HIDDEN)
    return QuarterState(trend.verdict.word, None) if known else QuarterState(None, last)


def is_behind(last: Period, quarter: Period) -> bool:
    """True where a later period had ended by the quarter's end: nobody's numbers of it have come, and none are due."""
    return period_of(last.end + timedelta(days=1), last.grain).end <= quarter.end


def roll_up(states: Iterable[QuarterState]) -> dict[str, int]:
    """How many teams are told what: every word of the roll, in its order, also those that no team has."""
    counted = Counter(state.key for state in states)
    return {key: counted[key] for key in ROLL}


def was_member(team: Team, quarter: Period) -> bool:
    """True of a team that was in the network on any day of the quarter."""
    return (team.joined_on is None or team.joined_on <= quarter.end) and (team.left_on is None or team.left_on >= quarter.start)


def decision_then(decision: str, ended_on: date | None, day: date) -> str:
    """What was decided on a change by this day: what ended later was still being tested; a decision without a day may be later than this one."""
    if decision == RUNNING or (ended_on is not None and ended_on > day):
        return RUNNING
    return UNDATED if ended_on is None else decision


def decisions_in(changes: Iterable[tuple[str, date, date | None]], quarter: Period) -> dict[str, int]:
    """How many changes were decided in the quarter, by decision, how many were being tested at its end, and how many bear no day of decision.

    Takes    changes: (decision as it stands today, started on, ended on); those that began later are none of the quarter's.
    """
    begun = [(decision_then(decision, ended_on, quarter.end), ended_on) for decision, started_on, ended_on in changes if started_on <= quarter.end]
    return dict(Counter(then for then, ended_on in begun if then in (RUNNING, UNDATED) or ended_on >= quarter.start))


def moves(before: Mapping[str, QuarterState], now: Mapping[str, QuarterState]) -> list[tuple[str, QuarterState, QuarterState]]:
    """(team_id, before, now) of every team that is told otherwise than a quarter ago, in the order of `now`."""
    return [(team_id, before[team_id], state) for team_id, state in now.items() if team_id in before and before[team_id].key != state.key]


def stood_on(value: float | None, edits: Sequence[tuple[float | None, date]], day: date) -> float | None:
    """An aim as it stood on a day. edits: (what it was before, the day of the edit), the earliest first."""
    return next((before for before, changed_on in edits if changed_on > day), value)
