"""How often a verdict is wrong on a gap that does not move, and how often it is found on one that does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np

from equity.counts import Count
from equity.fitted import CountedGap
from equity.periods import QUARTER, Period, add_months, periods_between
from equity.verdicts import CLOSING, LEVELLED_DOWN, WIDENING
from tests.examples import MEASURE

START = date(2024, 1, 1)
PERIODS = (4, 6, 9, 18)
# People of the focus group in a period; the reference has three times as many.
SIZES = (30, 100, 300, 1000)
OTHERS = 3
FOCUS, REFERENCE = 0.52, 0.66
# Teams do better and worse from period to period by more than their counts explain: the spread of their true rates.
SPREAD = 0.04
GAIN = 0.10
DRAWS = 2000


@dataclass(frozen=True, slots=True)
class Moves:
    """What was said of many simulated gaps: shares of draws."""

    gap: str
    periods: int
    size: int
    closing: float
    widening: float
    levelled: float

    @property
    def moved(self) -> float:
        return self.closing + self.widening + self.levelled


def moves(draws: int = DRAWS) -> list[Moves]:
    """Still gaps, by chance alone and with more spread than chance; and a gap that closes by ten points."""
    kinds = {"still": (0.0, 0.0), "still, scattered": (0.0, SPREAD), "closing by 10 points": (GAIN, 0.0)}
    return [said_of(name, periods, size, *kind, draws) for name, kind in kinds.items() for periods in PERIODS for size in SIZES]


def said_of(name: str, periods: int, size: int, gain: float, spread: float, draws: int) -> Moves:
    """Simulate so many teams of one kind and count the verdicts."""
    days = list(shown(periods))
    words = Counter(CountedGap.of(counts(days, size, gain, spread, seed), MEASURE).verdict().word for seed in range(draws))
    return Moves(name, periods, size, *(words[word] / draws for word in (CLOSING, WIDENING, LEVELLED_DOWN)))


def shown(periods: int) -> Iterable[Period]:
    return periods_between(START, add_months(START, 3 * periods - 1), QUARTER)


def counts(days: list[Period], size: int, gain: float, spread: float, seed: int) -> list[tuple[Period, Count, Count]]:
    """One team: both groups' counts in every period; the focus group gains evenly over time."""
    generator = np.random.default_rng([seed, len(days), size, round(1000 * gain), round(1000 * spread)])
    rates = np.array([np.linspace(FOCUS, FOCUS + gain, len(days)), np.full(len(days), REFERENCE)])
    scattered = np.clip(rates + generator.normal(0, spread, rates.shape) if spread else rates, 0, 1)
    people = np.array([[size], [OTHERS * size]])
    events = generator.binomial(people, scattered)
    return [(day, Count(int(events[0, at]), size), Count(int(events[1, at]), OTHERS * size)) for at, day in enumerate(days)]
