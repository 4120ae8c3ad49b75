"""How often each 95 % interval holds the truth: counted exactly for one group, simulated for what is made of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np
from scipy import stats

from equity.counts import Count
from equity.disparity import rate_difference, rate_ratio
from equity.level_and_gap import Window, level_and_gap
from equity.rates import Estimate, byar_interval, clopper_pearson_interval, exact_poisson_limits, rate_estimate, wilson_interval
from equity.score_difference import score_difference_interval
from equity.standardised import standardised_rate
from tests.examples import MEASURE

SIZES = (20, 50, 200, 2000)
SHARES = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95)
EVENTS = (2, 5, 10, 20, 100)
# Focus and reference: alike, somewhat apart, far apart, and near the ends.
PAIRS = ((0.05, 0.05), (0.1, 0.2), (0.3, 0.3), (0.5, 0.65), (0.6, 0.7), (0.9, 0.95))
DRAWS = 4000
OTHERS = 3
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of an interval at one size: the mean over all true rates, and the smallest with the true rate where it is found."""

    interval: str
    size: str
    mean: float
    smallest: float
    at: str


def coverages(draws: int = DRAWS) -> list[Coverage]:
    """Every interval at every size."""
    return [*_of_proportions(), *_of_events(), *_of_two_groups(draws), *_of_standardised_rates(draws)]


def summed(interval: str, size: str, found: Sequence[tuple[str, float]]) -> Coverage:
    """Mean and smallest of the coverages at (what is true, coverage)."""
    at, smallest = min(found, key=lambda one: one[1])
    return Coverage(interval, size, float(np.mean([value for _, value in found])), smallest, at)


def _of_proportions() -> Iterable[Coverage]:
    kinds: dict[str, Callable[[int, int], Interval]] = {"Wilson, a proportion": wilson_interval, "Clopper-Pearson, a proportion": clopper_pearson_interval}
    for name, interval in kinds.items():
        for size in SIZES:
            yield summed(name, f"{size:,} people", [(f"rate {share:.0%}", exact_share(interval, size, share)) for share in SHARES])


def exact_share(interval: Callable[[int, int], Interval], size: int, share: float) -> float:
    """The chance that the interval holds the share, summed over every count there could be."""
    counts = np.arange(size + 1)
    chances = stats.binom.pmf(counts, size, share)
    likely = counts[chances > 1e-9]
    return float(sum(chances[count] for count in likely if holds(interval(int(count), size), share)))


def _of_events() -> Iterable[Coverage]:
    kinds: dict[str, Callable[[int], Interval]] = {"Byar, events": lambda events: byar_interval(events, 1), "Exact Poisson, events": exact_poisson_limits}
    for name, interval in kinds.items():
        for mean in EVENTS:
            likely = range(int(stats.poisson.ppf(1e-9, mean)), int(stats.poisson.ppf(1 - 1e-9, mean)) + 1)
            coverage = sum(stats.poisson.pmf(events, mean) for events in likely if holds(interval(events), mean))
            yield Coverage(name, f"{mean} expected", float(coverage), float(coverage), "")


def _of_two_groups(draws: int) -> Iterable[Coverage]:
    kinds = {
        "Newcombe, difference of two proportions": (newcombe, lambda focus, reference: focus - reference),
        "Score, difference of two proportions": (score_difference_interval, lambda focus, reference: focus - reference),
        "Katz or score, ratio of two proportions": (katz, lambda focus, reference: focus / reference),
    }
    for name, (interval, truth) in kinds.items():
        for size in SIZES:
            found = [(f"rates {pair[0]:.0%} and {pair[1]:.0%}", simulated_pair(interval, size, pair, truth(*pair), draws)) for pair in PAIRS]
            yield summed(name, f"{size:,} and {OTHERS * size:,}", found)
    for size in SIZES:
        changes = [
            (f"{before[0]:.0%} to {after[0]:.0%}", simulated_changes(size, before, after, draws // 4)) for before, after in product(PAIRS[1:5], repeat=2)
        ]
        for place, name in enumerate(("Change of the level of both groups", "Change of the gap")):
            yield summed(name, f"{size:,} and {OTHERS * size:,}", [(at, pair[place]) for at, pair in changes])


def newcombe(focus: Count, reference: Count) -> Interval:
    """Newcombe's limits of the difference, as shares."""
    return limits(rate_difference(rate_estimate(focus, MEASURE), rate_estimate(reference, MEASURE)).times(1 / MEASURE.multiplier))


def katz(focus: Count, reference: Count) -> Interval | None:
    """The limits of the ratio; None where neither group has an event: there is no ratio then."""
    ratio = rate_ratio(focus, reference, "proportion")
    return limits(ratio) if ratio.known else None


def simulated_pair(interval: Callable[[Count, Count], Interval | None], size: int, pair: tuple[float, float], truth: float, draws: int) -> float:
    """Share of the draws whose interval holds the truth, among those that have one."""
    known = cache(lambda first, second: interval(Count(first, size), Count(second, OTHERS * size)))
    found = [known(*drawn) for drawn in draw(size, pair, draws)]
    return float(np.mean([holds(one, truth) for one in found if one is not None]))


def simulated_changes(size: int, before: tuple[float, float], after: tuple[float, float], draws: int) -> tuple[float, float]:
    """The same for the change of the level of both groups, and of the gap's size; gaps here do not change sides."""
    people = np.array([size, OTHERS * size])
    level = float(np.dot(people, np.subtract(after, before)) / people.sum()) * MEASURE.multiplier
    gap = (abs(after[1] - after[0]) - abs(before[1] - before[0])) * MEASURE.multiplier
    held = []
    for then, now in zip(draw(size, before, draws), draw(size, after, draws, seed=2), strict=True):
        windows = [Window(Count(window[0], size), Count(window[1], OTHERS * size)) for window in (then, now)]
        found = level_and_gap(*windows, MEASURE)
        held.append((holds(limits(found.level), level), holds(limits(found.gap), gap) or found.crossed))
    return tuple(map(float, np.mean(held, axis=0)))


def _of_standardised_rates(draws: int) -> Iterable[Coverage]:
    weights, rates, parts = (0.5, 0.3, 0.2), np.array([0.02, 0.05, 0.15]), np.array([0.4, 0.4, 0.2])
    truth = float(np.dot(weights, rates))
    for size in (500, 2000, 20000):
        people = (parts * size).astype(int)
        events = np.random.default_rng(size).poisson(rates * people, (draws, 3))
        found = [standardised_rate([Count(int(one), int(of)) for one, of in zip(row, people, strict=True)], weights) for row in events]
        held = [holds(limits(one), truth) for one in found if one.known]
        yield Coverage("Dobson, a standardised rate", f"{size:,} people", float(np.mean(held)), float(np.mean(held)), "")


def draw(size: int, pair: tuple[float, float], draws: int, seed: int = 1) -> list[tuple[int, int]]:
    """Events of a group of this size and of one three times as large."""
    generator = np.random.default_rng([seed, size, *(round(1000 * share) for share in pair)])
    return [(int(focus), int(reference)) for focus, reference in generator.binomial([size, OTHERS * size], pair, (draws, 2))]


def limits(estimate: Estimate) -> Interval:
    return estimate.low, estimate.high


def holds(interval: Interval, truth: float) -> bool:
    """Whether the truth lies inside; a limit that equals it but for rounding holds it."""
    return interval[0] - 1e-12 <= truth <= interval[1] + 1e-12
