"""Counts, the only thing that teams report: a numerator over a denominator, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from equity.blanks import HIDDEN
from equity.periods import Period


@dataclass(frozen=True, slots=True)
class Count:
    """numerator over denominator, or a blank: exactly one of numerator and blank is None.

    A blank may keep its denominator. teams = how many teams' numbers are put together here.
    """

    numerator: int | None
    denominator: int | None
    blank: str | None = None
    teams: int = 1

    @property
    def known(self) -> bool:
        return self.blank is None and bool(self.denominator)


HIDDEN_COUNT = Count(None, None, HIDDEN)


@dataclass(frozen=True, slots=True)
class GapSeries:
    """Two series of counts on the same periods: the focus group's and the reference's (released, one each a period)."""

    periods: tuple[Period, ...]
    focus: tuple[Count, ...]
    reference: tuple[Count, ...]
