"""Values that later loads replaced, put together by load, team and measure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from equity.counts import HIDDEN_COUNT, Count
from equity.periods import Period


@dataclass(frozen=True, slots=True)
class Restatement:
    """One value that a later load replaced, released; load_id: the load that replaced it."""

    team_id: str
    measure_id: str
    stratifier_id: str
    group_code: str
    period: Period
    old: Count
    new: Count
    loaded_at: str
    load_id: int

    @property
    def is_hidden(self) -> bool:
        """True where neither what it was nor what it is may be seen."""
        return self.old == self.new == HIDDEN_COUNT


@dataclass(frozen=True, slots=True)
class RestatedRun:
    """What one load replaced of one team's measure: how many values, from the first period to the last, and those of which something may be seen."""

    load_id: int
    loaded_at: str
    team_id: str
    measure_id: str
    first: Period
    last: Period
    values: int
    seen: tuple[Restatement, ...]

    @property
    def hidden(self) -> int:
        """How many values may not be seen at all."""
        return self.values - len(self.seen)


def restated_runs(restatements: Iterable[Restatement]) -> tuple[RestatedRun, ...]:
    """The runs in the order of the restatements."""
    same: dict[tuple[int, str, str], list[Restatement]] = defaultdict(list)
    for one in restatements:
        same[one.load_id, one.team_id, one.measure_id].append(one)
    return tuple(_run(found) for found in same.values())


def _run(found: list[Restatement]) -> RestatedRun:
    periods = sorted((one.period for one in found), key=lambda period: period.start)
    first = found[0]
    seen = tuple(one for one in found if not one.is_hidden)
    return RestatedRun(first.load_id, first.loaded_at, first.team_id, first.measure_id, periods[0], periods[-1], len(found), seen)
