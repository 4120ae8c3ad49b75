"""The funnel: which teams lie further from the common rate than chance would put them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isfinite, nan

from equity.chance import Chance

# Two-sided 95 % and 99.8 %: what lies below, what lies above.
TAIL_95, TAIL_998 = 0.025, 0.001
FEWEST_PEOPLE = 10
WITHIN, BEYOND_95, BEYOND_998, NOT_ASSESSED = "within", "beyond 95 %", "beyond 99.8 %", "not assessed"


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the rate of one team, two-sided."""

    low_95: float
    high_95: float
    low_998: float
    high_998: float


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """One team. flag: by tail probability and never by the drawn curve; side: 1 above the target, -1 below, 0 within or not assessed."""

    numerator: float
    denominator: float
    rate: float
    limits: Limits
    at_most: float
    at_least: float
    flag: str
    side: int


NO_LIMITS = Limits(nan, nan, nan, nan)


def pooled_target(counts: Sequence[tuple[float, float]]) -> float:
    """All events over all people; nan where there are no people."""
    people = sum(denominator for _, denominator in counts)
    return sum(numerator for numerator, _ in counts) / people if people > 0 else nan


def funnel(counts: Sequence[tuple[float, float]], target: float | None = None, *, proportion: bool = True) -> tuple[FunnelPoint, ...]:
    """Every team against one target.

    Takes    counts: numerator and denominator of each team; target: an outside standard, or None for the pooled rate; proportion: else a Poisson rate.
    Returns  one point a team, in their order; a team of fewer than ten people, or without a count, is not assessed.
    Reads    beyond 95 %: one team in 20 by chance alone; beyond 99.8 %: one in 500. Not a rank, and no cause.
    Source   Spiegelhalter 2005, doi:10.1002/sim.1970; rules.md section 7. The curve misleads at tiny numbers: 3 of 3 against 57 % lies above
             it, and chance gives that in 18 of 100.
    """
    common = pooled_target(counts) if target is None else target
    return tuple(funnel_point(numerator, Chance(denominator, common, proportion)) for numerator, denominator in counts)


def funnel_point(numerator: float, chance: Chance) -> FunnelPoint:
    """One team against what chance gives a team of its size."""
    highest = 1.0 if chance.proportion else inf
    if not (chance.size > 0 and 0 <= chance.target <= highest and isfinite(numerator)):
        return FunnelPoint(numerator, chance.size, nan, NO_LIMITS, nan, nan, NOT_ASSESSED, 0)
    at_most, at_least = chance.at_most(numerator), chance.at_least(numerator)
    flag, side = flagged(at_most, at_least) if chance.size >= FEWEST_PEOPLE else (NOT_ASSESSED, 0)
    return FunnelPoint(numerator, chance.size, numerator / chance.size, exact_limits(chance), at_most, at_least, flag, side)


def flagged(at_most: float, at_least: float) -> tuple[str, int]:
    """The flag of two tail probabilities and its side."""
    tail, side = (at_most, -1) if at_most < at_least else (at_least, 1)
    if tail > TAIL_95:
        return WITHIN, 0
    return (BEYOND_998 if tail <= TAIL_998 else BEYOND_95), side


def exact_limits(chance: Chance) -> Limits:
    """The drawn curves at one size, within what a rate can be."""
    highest = 1.0 if chance.proportion else inf
    found = (chance.limit(share) for share in (TAIL_95, 1 - TAIL_95, TAIL_998, 1 - TAIL_998))
    return Limits(*(min(max(limit, 0.0), highest) for limit in found))
