"""Funnel limits where teams differ by more than chance: an honest funnel is wider, and says how much it had to guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, pi, sin, sqrt
from statistics import NormalDist

import numpy as np

from equity.distributions import chi_square_tail
from equity.funnel import TAIL_95, TAIL_998, Limits

Z_95, Z_998 = (NormalDist().inv_cdf(1 - tail) for tail in (TAIL_95, TAIL_998))
# What is pulled in at each end before the spread is measured, so that outliers do not hide themselves.
WINSORISED = 0.1


@dataclass(frozen=True, slots=True)
class OverDispersion:
    """By how much teams differ beyond chance, on the arcsine scale.

    teams       k, those with people
    phi         mean squared z after winsorising; 1 = chance alone
    tau_squared variance between teams
    p_value     chance of so large a spread if only chance were at work
    furthest    the largest |z| before winsorising
    """

    target: float
    teams: int
    phi: float
    tau_squared: float
    p_value: float
    furthest: float


def arcsine_z(numerator: float, denominator: float, target: float) -> float:
    """How far a share lies from its target, in standard errors of the arcsine of its root."""
    return 2 * sqrt(denominator) * (asin(sqrt(numerator / denominator)) - asin(sqrt(target)))


def over_dispersion(counts: Sequence[tuple[float, float]], target: float, winsorised: float = WINSORISED) -> OverDispersion:
    """How much more teams differ than chance would make them.

    Takes    counts: numerator <= denominator of each team; target: 0 to 1; winsorised: share pulled in at each end.
    Reads    phi near 1, tau_squared 0 = chance explains the spread. With 15 teams tau_squared is very imprecise: no team is called an outlier by it alone.
    Source   Spiegelhalter 2005, doi:10.1002/sim.1970, and Spiegelhalter et al. 2012; rules.md section 7.4.
    """
    peopled = [(numerator, denominator) for numerator, denominator in counts if denominator > 0]
    z = np.array([arcsine_z(*count, target) for count in peopled])
    teams = len(z)
    if teams == 0:
        return OverDispersion(target, 0, 0.0, 0.0, 1.0, 0.0)
    pulled_in = np.clip(z, *np.quantile(z, [winsorised, 1 - winsorised]))
    phi = float((pulled_in**2).mean())
    weights = np.array([4 * denominator for _, denominator in peopled])
    p_value = chi_square_tail(teams * phi, teams - 1) if teams > 1 else 1.0
    return OverDispersion(target, teams, phi, variance_between(teams * phi, weights), p_value, float(abs(z).max()))


def variance_between(statistic: float, weights: np.ndarray) -> float:
    """Variance between teams by the method of moments; 0 where chance explains the spread."""
    freedom = len(weights) - 1
    if statistic <= freedom or freedom == 0:
        return 0.0
    return float((statistic - freedom) / (weights.sum() - (weights**2).sum() / weights.sum()))


def adjusted_limits(denominator: float, spread: OverDispersion) -> Limits:
    """Limits that allow for the spread between teams; draw the plain ones beside them.

    Takes    denominator above 0.
    Reads    a team beyond these lies far out even among teams that differ.
    Source   rules.md section 7.4; angles past 0 and 90 degrees stop there and do not fold back.
    """
    half = sqrt(1 / (4 * denominator) + spread.tau_squared)
    middle = asin(sqrt(spread.target))
    angles = (middle + z * half for z in (-Z_95, Z_95, -Z_998, Z_998))
    return Limits(*(sin(min(max(angle, 0.0), pi / 2)) ** 2 for angle in angles))
