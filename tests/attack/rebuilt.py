"""The counts that everything is computed from, built anew from released cells and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property, lru_cache
from math import floor

from equity.blanks import HIDDEN, NOT_REPORTED
from equity.catalogue import Measure
from equity.counts import Band, Count, GapSeries
from equity.periods import Period, display_grain, period_of
from equity.trend import GapTrend, gap_trend
from tests.attack.cells_of_files import COLUMN
from tests.attack.published import CAP, Key, number_range
from tests.attack.questions import File
from tests.attack.tidy import Row

Sides = tuple[COLUMN, COLUMN]
Window = tuple[date, date] | None
NOBODY_TOLD, NOTHING_SAID = Count(None, None, HIDDEN), Count(None, None, NOT_REPORTED)


@dataclass(frozen=True)
class Rebuilt:
    """What a release says of a measure, as counts by team, column and period. trends: those that were asked for before."""

    measure: Measure
    cells: Mapping[Key, Row]
    trends: dict[tuple[str, Sides, Window], GapTrend] = field(default_factory=dict)

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """Every period of which anything is said."""
        grain = display_grain(self.measure.grain)
        return tuple(period_of(date.fromisoformat(day), grain) for day in sorted({key[1] for key in self.cells}))

    def series(self, team_id: str, column: COLUMN) -> tuple[Count, ...]:
        """One column of a team, a count a period."""
        rows = (self.cells.get((team_id, period.start.isoformat(), *column)) for period in self.periods)
        return tuple(count_of(row, self.measure) for row in rows)

    def gap(self, team_id: str, sides: Sides) -> GapSeries:
        """Both sides of a gap."""
        return GapSeries(self.periods, *(self.series(team_id, column) for column in sides))

    def trend(self, team_id: str, sides: Sides, window: Window) -> GapTrend:
        """The gap over time."""
        asked = (team_id, sides, window)
        if asked not in self.trends:
            self.trends[asked] = gap_trend(self.gap(team_id, sides), self.measure, window)
        return self.trends[asked]


def count_of(row: Row | None, measure: Measure) -> Count:
    """What stands in for a released cell; where the release has none there is no report."""
    if row is None or row["suppressed"]:
        return NOBODY_TOLD if row else NOTHING_SAID
    if not row["rate"]:
        return Count(int(row["numerator"]), int(row["denominator"]))
    return stand_in(row["rate"], row["denominator"], measure.multiplier, proportion=measure.number == "proportion")


@lru_cache(maxsize=65536)
def stand_in(rate: str, size: str, multiplier: int, *, proportion: bool) -> Count:
    """The printed rate over the least denominator of its size, less what rounding may have won, as the manual says."""
    places = len(rate.partition(".")[2])
    lowest, highest = number_range(size)
    grain, steps = multiplier * 10**places, round(float(rate) * 10**places)
    people = max(1, floor(lowest * narrowed(steps, grain, proportion=proportion)))
    return Count(steps / grain * people, people, band=Band(lowest, None if highest == CAP else highest, places))


def narrowed(steps: int, grain: int, *, proportion: bool) -> float:
    """The variance of the printed rate as a part of the largest that rounds to it."""
    ends = (0, grain) if proportion else (0,)
    if steps in ends:
        return 1.0
    low, rate, high = ((2 * steps + half) / (2 * grain) for half in (-1, 0, 1))
    if not proportion:
        return rate / high
    widest = min(max(0.5, low), high)
    return rate * (1 - rate) / (widest * (1 - widest))


def rate_of(row: Row | None, multiplier: int) -> float | None:
    """The rate that a cell tells."""
    if row is None or row["suppressed"]:
        return None
    return float(row["rate"]) if row["rate"] else multiplier * int(row["numerator"]) / int(row["denominator"])


def measure_of(row: File) -> Measure:
    """A measure by its row in the app's own file of measures."""
    told = {one.name: row.get(one.name, "") for one in fields(Measure)}
    numbers = {"multiplier": int(row["multiplier"]), "due_days": int(row["due_days"]), "meaningful_change": float(row["meaningful_change"])}
    return Measure(**{**told, **numbers, "guards": (), "valid_from": None})
