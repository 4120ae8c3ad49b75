"""The network's gap, all teams thrown together and team by team: who sends whom where can turn a gap round (Simpson)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, nan, sqrt

import numpy as np

from equity.numbers import NO_GAP, gap_words
from equity.rates import NOT_COMPUTABLE, Z95, Estimate

# Below this share of the crude gap the difference between the two is not worth a sentence.
WORTH_SAYING = 0.10
WHY = "The two groups go to different teams."


@dataclass(frozen=True, slots=True)
class TeamCounts:
    """Of one team: the two groups' numerators and denominators. A team with an empty group tells nothing of a gap inside it."""

    focus_events: int
    focus_people: int
    reference_events: int
    reference_people: int

    @property
    def has_both(self) -> bool:
        return self.focus_people > 0 and self.reference_people > 0


@dataclass(frozen=True, slots=True)
class StandardisedGap:
    """Focus minus reference, and focus over reference: crude (all people together) and within teams (Mantel-Haenszel).

    log_ratio_error: standard error of the log of the ratio within teams; teams: how many have people in both groups.
    """

    crude_difference: float
    difference: Estimate
    difference_error: float
    crude_ratio: float
    ratio: Estimate
    log_ratio_error: float
    teams: int


def standardised_gap(teams: Sequence[TeamCounts]) -> StandardisedGap:
    """The gap of proportions within teams beside the crude one.

    Takes    teams: each proportion's counts; the crude gap takes all of them, the other only those with both groups.
    Returns  nan where no team has both groups, or nobody has the event.
    Reads    difference above 0, ratio above 1 = the focus group's rate is higher. Better or worse: see improvement_direction.
    Source   Mantel & Haenszel 1959; variance of the difference Sato 1989, doi:10.2307/2531504; of the log ratio Greenland & Robins 1985, doi:10.2307/2530643.
    """
    everybody = columns(teams)
    crude = rates_of(everybody.sum(axis=1))
    within = columns([team for team in teams if team.has_both])
    count = within.shape[1]
    crude_gap, crude_ratio = crude[0] - crude[1], crude[0] / crude[1] if crude[1] > 0 else nan
    if count == 0:
        return StandardisedGap(crude_gap, NOT_COMPUTABLE, nan, crude_ratio, NOT_COMPUTABLE, nan, 0)
    return StandardisedGap(crude_gap, *within_difference(within), crude_ratio, *within_ratio(within), count)


def columns(teams: Sequence[TeamCounts]) -> np.ndarray:
    """Four rows: focus events and people, reference events and people; a column a team."""
    rows = [(team.focus_events, team.focus_people, team.reference_events, team.reference_people) for team in teams]
    return np.array(rows, dtype=float).reshape(-1, 4).T


def rates_of(counts: np.ndarray) -> tuple[float, float]:
    """Two rates; nan for an empty group."""
    x1, n1, x0, n0 = (float(value) for value in counts)
    return x1 / n1 if n1 else nan, x0 / n0 if n0 else nan


def within_difference(counts: np.ndarray) -> tuple[Estimate, float]:
    """Mantel-Haenszel's risk difference with Sato's variance."""
    x1, n1, x0, n0 = counts
    total = n1 + n0
    weight = (n1 * n0 / total).sum()
    value = float(((x1 * n0 - x0 * n1) / total).sum() / weight)
    first = ((n1**2 * x0 - n0**2 * x1 + n1 * n0 * (n0 - n1) / 2) / total**2).sum()
    second = ((x1 * (n0 - x0) + x0 * (n1 - x1)) / total).sum() / 2
    error = sqrt(max(0.0, float(value * first + second))) / float(weight)
    return Estimate(value, value - Z95 * error, value + Z95 * error), error


def within_ratio(counts: np.ndarray) -> tuple[Estimate, float]:
    """Mantel-Haenszel's risk ratio with Greenland's and Robins' variance of its log; nan where a group has no event."""
    x1, n1, x0, n0 = counts
    total = n1 + n0
    above, below = float((x1 * n0 / total).sum()), float((x0 * n1 / total).sum())
    if above == 0 or below == 0:
        return NOT_COMPUTABLE, nan
    spread = float(((n1 * n0 * (x1 + x0) - x1 * x0 * total) / total**2).sum())
    error = sqrt(max(0.0, spread / (above * below)))
    middle = log(above / below)
    return Estimate(*(exp(middle + step * error) for step in (0, -Z95, Z95))), error


def simpson_words(gap: StandardisedGap, multiplier: int = 100) -> str:
    """What mixing the teams does to the gap, in words; empty where it does too little to say, or nothing is known.

    Reads    a comparison of two descriptions of the same people; whether either gap is more than chance is its interval's to say.
    """
    crude, within = gap.crude_difference * multiplier, gap.difference.value * multiplier
    # False for nan too.
    if not abs(crude - within) > WORTH_SAYING * max(abs(crude), abs(within)):
        return ""
    inside, over_all = (gap_words(abs(value), multiplier) for value in (within, crude))
    if inside == over_all:
        return ""
    if inside == NO_GAP:
        return f"Inside the teams there is no gap: over all it is {over_all}. {WHY}"
    turned = crude * within < 0 and over_all != NO_GAP
    how = "points the other way" if turned else "is smaller" if abs(within) < abs(crude) else "is larger"
    return f"Inside the teams the gap {how}: {inside} there, {over_all} over all. {WHY}"
