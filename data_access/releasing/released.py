"""What is said of a measure: every cell printed, shown or hidden, and each as a count for all that is computed from it."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

import numpy as np

from data_access.releasing.policy import COUNTS, Policy
from data_access.releasing.rounding import ENDLESS, NOBODY, Printed, band_ends
from data_access.releasing.table import DENOMINATOR, NUMERATOR, Subject, Table
from equity.counts import HIDDEN_COUNT, Band, Count


@dataclass(frozen=True, slots=True, eq=False)
class Release:
    """A table as it is said. table: its counts are those that were said, which a later correction of a few people leaves; hidden: by cell."""

    policy: Policy
    table: Table
    hidden: np.ndarray
    printed: Printed | None = None

    @property
    def said(self) -> np.ndarray:
        """By cell: True where a number is shown."""
        return self.table.shown & ~self.hidden

    def count(self, team_id: str, stratifier_id: str, group_code: str, period: str) -> Count:
        """The count as everybody may see it.

        Raises   ValueError for what the measure's table does not hold.
        """
        table = self.table
        place = (table.teams.index(team_id), table.columns.index((stratifier_id, group_code)), table.periods.index(period))
        return self.count_at(*place)

    def count_at(self, *place: int) -> Count:
        """The same by its place in the table."""
        if not self.table.reported[place]:
            raise ValueError("Nothing was reported there.")
        if self.hidden[place]:
            return HIDDEN_COUNT
        if self.policy.form == COUNTS or self.printed is None:
            return Count(*(int(self.table.counts[number][place]) for number in (NUMERATOR, DENOMINATOR)))
        return self._rounded(int(self.printed.band[place]), int(self.printed.steps[place]))

    def _rounded(self, band: int, steps: int) -> Count:
        if band == NOBODY:
            return Count(0, 0)
        grain = self.policy.grains(self.table.multiplier)[band]
        return surrogate(steps, grain, band_ends(self.policy, band), self.table)


def surrogate(steps: int, grain: int, ends: tuple[int, int], table: Table | Subject) -> Count:
    """Numbers that everything may be computed from: the printed rate over the least denominator that its band allows.

    Reads    an interval of them is not narrower than that of the counts behind them: where the rate was rounded towards none or all,
             the denominator is taken smaller by what that would gain.
    """
    lowest, highest = ends
    rate, size = steps / grain, max(1, floor(lowest * shrink(steps, grain, table.proportion)))
    band = Band(lowest, None if highest >= ENDLESS else highest, places_in(grain, table.multiplier))
    return Count(rate * size, size, None, band=band)


def shrink(steps: int, grain: int, proportion: bool) -> float:
    """Variance of the printed rate over the largest that its rounding allows."""
    if steps == 0 or (proportion and steps == grain):
        return 1.0
    least, rate, most = ((2 * steps + turn) / (2 * grain) for turn in (-1, 0, 1))
    if not proportion:
        return rate / most
    widest = min(max(0.5, least), most)
    return rate * (1 - rate) / (widest * (1 - widest))


def places_in(grain: int, multiplier: int) -> int:
    """Decimals that a rate told in so many steps has in shown units."""
    return max(0, round(log10(grain / multiplier)))
