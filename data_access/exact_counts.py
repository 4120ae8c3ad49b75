"""Exact counts of teams in the periods that are shown, before release: for the queries of this room and the load alone.

No page may import this: what leaves the room goes through release.py.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import Connection, Row, bindparam, case, func, or_, select

from data_access import schema
from data_access.month_number import number_of, number_of_period, period_number
from equity.blanks import NOT_DUE, strongest_blank
from equity.catalogue import Measure, Network
from equity.counts import Count
from equity.periods import GRAINS, Period, display_grain, periods_between
from equity.reporting import has_ended, missing_blank, missing_in

SERIES, OBSERVATION = schema.series.c, schema.observation.c
SHOWN_PERIOD = period_number(OBSERVATION.period_start, bindparam("length"))
# A group that is asked for alone keeps its code; all others are put together.
PART = case((SERIES.group_code.in_(bindparam("alone", expanding=True)), SERIES.group_code), else_="")

ASKED = (
    SERIES.measure_id == bindparam("measure_id"),
    SERIES.stratifier_id.in_(bindparam("stratifier_ids", expanding=True)),
    SERIES.team_id.in_(bindparam("team_ids", expanding=True)),
    SERIES.group_code.in_(bindparam("group_codes", expanding=True)),
    OBSERVATION.period_start.between(bindparam("first_day"), bindparam("last_day")),
)
ALL_DAYS = (date.min, date.max)

COUNTED = (
    select(
        SERIES.team_id,
        PART.label("part"),
        SHOWN_PERIOD.label("shown_period"),
        func.sum(OBSERVATION.numerator).label("numerator"),
        func.sum(OBSERVATION.denominator).label("denominator"),
    )
    .join(schema.observation, OBSERVATION.series_id == SERIES.series_id)
    .where(*ASKED, OBSERVATION.numerator.is_not(None), OBSERVATION.denominator.is_not(None))
    .group_by(SERIES.team_id, PART, SHOWN_PERIOD)
    .order_by(SERIES.team_id, PART, SHOWN_PERIOD)
)

BLANK = (
    select(SERIES.team_id, SERIES.group_code, OBSERVATION.period_start, OBSERVATION.denominator, OBSERVATION.blank_reason)
    .join(schema.observation, OBSERVATION.series_id == SERIES.series_id)
    .where(*ASKED, or_(OBSERVATION.numerator.is_(None), OBSERVATION.denominator.is_(None)))
    .order_by(SERIES.team_id, SERIES.group_code, OBSERVATION.period_start)
)

SPAN = select(func.min(schema.observation_summary.c.period_start), func.max(schema.observation_summary.c.period_start)).where(
    schema.observation_summary.c.measure_id == bindparam("measure_id")
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which counts: alone = the groups that are wanted by themselves; the others are put together; days = between which periods begin."""

    stratifier_ids: tuple[str, ...]
    group_codes: tuple[str, ...]
    alone: tuple[str, ...]
    days: tuple[date, date] = ALL_DAYS


@dataclass(frozen=True, slots=True)
class Member:
    """A team, and the days on which it joined and left."""

    team_id: str
    joined_on: date | None
    left_on: date | None


@dataclass(frozen=True, slots=True)
class TeamCounts:
    """What teams reported of one measure: the sums of each part and display period, and the rows that are blank."""

    measure: Measure
    network: Network
    alone: tuple[str, ...]
    sums: dict[tuple[str, str, int], tuple[int, int]]
    blanks: dict[tuple[str, int], list[Row]]

    @property
    def days(self) -> tuple[date, ...]:
        """The first days of the first and the last display period with counts."""
        numbers = {number for _, _, number in self.sums}
        length = shown_length(self.measure)
        return tuple(date(number * length // 12, number * length % 12 + 1, 1) for number in (min(numbers), max(numbers))) if numbers else ()

    def on(self, periods: Sequence[Period]) -> CountsOnPeriods:
        """The same on these periods."""
        return CountsOnPeriods(self, tuple((period, number_of_period(period), has_ended(period, self.network.as_of)) for period in periods))


@dataclass(frozen=True, slots=True)
class CountsOnPeriods:
    """What teams reported, on a row of display periods; each with its number, and whether it has ended."""

    counts: TeamCounts
    periods: tuple[tuple[Period, int, bool], ...]

    def series(self, member: Member, group_codes: Sequence[str]) -> tuple[Count, ...]:
        """The counts of these groups together, one a period: the sum of what is known, else the strongest reason why nothing is."""
        sums, team_id = self.counts.sums, member.team_id
        part = group_codes[0] if group_codes[0] in self.counts.alone else ""
        return tuple(
            Count(*known) if ended and (known := sums.get((team_id, part, number))) else self._blank(member, group_codes, period, number)
            for period, number, ended in self.periods
        )

    def _blank(self, member: Member, group_codes: Sequence[str], period: Period, number: int) -> Count:
        measure, as_of = self.counts.measure, self.counts.network.as_of
        if not has_ended(period, as_of):
            return Count(None, None, NOT_DUE)
        days = (member.joined_on, member.left_on)
        rows = [row for row in self.counts.blanks.get((member.team_id, number), ()) if row.group_code in group_codes]
        if not rows:
            return Count(None, None, missing_in(inner_periods(period, measure.grain), measure.due_days, as_of, days))
        reported = Counter(row.period_start for row in rows)
        missing = [one for one in inner_periods(period, measure.grain) if reported[one.start] < len(group_codes)]
        reasons = {row.blank_reason for row in rows} | {missing_blank(one, measure.due_days, as_of, days) for one in missing}
        kept = [row.denominator for row in rows if row.denominator is not None]
        return Count(None, sum(kept) if kept else None, strongest_blank(reasons))


def team_counts(connection: Connection, measure: Measure, network: Network, team_ids: Sequence[str], wanted: Wanted) -> TeamCounts:
    """What these teams reported of a measure with a rate, in the periods that are shown."""
    length = shown_length(measure)
    asked = {
        "measure_id": measure.measure_id,
        "stratifier_ids": wanted.stratifier_ids,
        "team_ids": team_ids,
        "group_codes": wanted.group_codes,
        "first_day": wanted.days[0],
        "last_day": wanted.days[1],
    }
    counted = connection.execute(COUNTED, {**asked, "alone": wanted.alone, "length": length}).all()
    # PostgreSQL sums whole numbers into decimals.
    sums = {(team_id, part, number): (int(numerator), int(denominator)) for team_id, part, number, numerator, denominator in counted}
    blanks: dict[tuple[str, int], list[Row]] = defaultdict(list)
    for row in connection.execute(BLANK, asked).all():
        blanks[row.team_id, number_of(row.period_start, length)].append(row)
    return TeamCounts(measure, network, wanted.alone, sums, blanks)


def summary_days(connection: Connection, measure: Measure) -> tuple[date, ...]:
    """The first and last day on which a period with counts begins, over the whole network; empty where there are none."""
    return tuple(day for day in connection.execute(SPAN, {"measure_id": measure.measure_id}).one() if day)


def shown_length(measure: Measure) -> int:
    """How many months a shown period of this measure has."""
    return GRAINS[display_grain(measure.grain)]


@lru_cache(maxsize=2048)
def inner_periods(period: Period, grain: str) -> tuple[Period, ...]:
    """The periods of the measure's own grain that a display period is made of."""
    return tuple(periods_between(period.start, period.end, grain))
