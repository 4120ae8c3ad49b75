"""The network's gap inside its teams, beside the gap of all people together, and where one more team's would lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from equity.catalogue import Measure
from equity.counts import Count
from equity.disparity import worse_sign
from equity.numbers import decimal, gap_unit, places_of
from equity.rates import Estimate
from equity.standardised_gap import StandardisedGap, TeamCounts, simpson_words, standardised_gap
from equity.team_variation import team_variation

# Raise it whenever what follows finds other numbers.
TOGETHER_VERSION = "1"
# Fewer would tell a single team's gap.
FEWEST_TEAMS = 5
# Half an event keeps a team with none from seeming certain.
HALF = 0.5


@dataclass(frozen=True, slots=True)
class TeamsTogether:
    """One period of a measure over its teams. inside: crude and within teams; mean, prediction: of teams' gaps in shown units, positive = worse off."""

    inside: StandardisedGap
    mean: Estimate
    prediction: Estimate

    @property
    def enough(self) -> bool:
        return self.inside.teams >= FEWEST_TEAMS and self.inside.difference.known


def teams_together(pairs: Sequence[tuple[Count, Count]], measure: Measure) -> TeamsTogether:
    """The gap inside teams and between them.

    Takes    each team's focus and reference count of one period, released; what is not known is left out.
    Reads    a wide prediction = the mean says little about any one team.
    Source   standardised_gap.py, team_variation.py (REML).
    """
    known = [pair for pair in pairs if all(count.known for count in pair)]
    inside = standardised_gap([TeamCounts(focus.numerator, focus.denominator, other.numerator, other.denominator) for focus, other in known])
    sign = worse_sign(measure) * measure.multiplier
    gaps = np.array([sign * (rate_of(focus) - rate_of(other)) for focus, other in known])
    variances = np.array([measure.multiplier**2 * (variance_of(focus, measure) + variance_of(other, measure)) for focus, other in known])
    spread = team_variation(gaps, variances)
    return TeamsTogether(inside, spread.mean, spread.prediction)


def rate_of(count: Count) -> float:
    """Events for each person."""
    return count.numerator / count.denominator


def variance_of(count: Count, measure: Measure) -> float:
    """Variance of the rate, from the rate with half an event more."""
    rate = (count.numerator + HALF) / (count.denominator + 2 * HALF)
    return rate * (1 - rate if measure.number == "proportion" else 1) / count.denominator


def together_words(found: TeamsTogether, measure: Measure) -> str:
    """Whether the gap is there inside the teams too, and where one more team's would lie; empty where too few teams can tell."""
    if not found.enough:
        return ""
    value = worse_sign(measure) * measure.multiplier * found.inside.difference.value
    unit = "points" if gap_unit(measure.multiplier) == "percentage points" else gap_unit(measure.multiplier)
    places = places_of(measure.multiplier, value)
    same = f"Inside the teams the gap is about the same: {decimal(value, places)} {unit}."
    said = simpson_words(found.inside, measure.multiplier) or same
    low, high = (decimal(limit, places) for limit in (found.prediction.low, found.prediction.high))
    return f"{said} The gap of one more team like these would likely lie between {low} and {high}."
