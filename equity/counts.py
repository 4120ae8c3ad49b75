"""Counts, the only thing that teams report: a numerator over a denominator, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from equity.blanks import HIDDEN
from equity.periods import Period


@dataclass(frozen=True, slots=True)
class Band:
    """All that is said of a denominator: from lowest to highest, None = or more. places: the decimals that its rate has in shown units."""

    lowest: int
    highest: int | None
    places: int = 0


@dataclass(frozen=True, slots=True)
class Count:
    """numerator over denominator, or a blank: exactly one of numerator and blank is None.

    A blank may keep its denominator. teams = how many teams' numbers are put together here. band: where only a rounded rate and a size
    are said; numerator and denominator then stand in for the real ones: their rate is the one said, their interval is never the narrower.
    """

    numerator: float | None
    denominator: int | None
    blank: str | None = None
    teams: int = 1
    band: Band | None = None

    @property
    def known(self) -> bool:
        return self.blank is None and bool(self.denominator)

    @property
    def is_whole(self) -> bool:
        """True where its rate is told in whole shown units alone."""
        return self.band is not None and self.band.places == 0

    @property
    def is_exact(self) -> bool:
        """False where the numbers only stand in for what may not be said: they are for computing, never for showing."""
        return self.band is None


HIDDEN_COUNT = Count(None, None, HIDDEN)


@dataclass(frozen=True, slots=True)
class GapSeries:
    """Two series of counts on the same periods: the focus group's and the reference's (released, one each a period)."""

    periods: tuple[Period, ...]
    focus: tuple[Count, ...]
    reference: tuple[Count, ...]
