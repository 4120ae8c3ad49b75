"""P-values of many comparisons at once. nan = no test was possible: it stays nan and is not counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isnan, nan


def bonferroni(p_values: Sequence[float]) -> list[float]:
    """Each p-value times their number.

    Source   Dunn 1961.
    """
    return adjusted(p_values, lambda rank, tests: tests, rising=None)


def holm(p_values: Sequence[float]) -> list[float]:
    """For a family: one measure, one period, every group against the reference group.

    Reads    at most one in twenty families has any false finding at .05.
    Source   Holm 1979.
    """
    return adjusted(p_values, lambda rank, tests: tests - rank + 1, rising=True)


def hochberg(p_values: Sequence[float]) -> list[float]:
    """As Holm, from the largest p-value down.

    Source   Hochberg 1988.
    """
    return adjusted(p_values, lambda rank, tests: tests - rank + 1, rising=False)


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """For screening a grid: teams by measures.

    Reads    of the findings at .05 one in twenty is expected to be false.
    Source   Benjamini & Hochberg 1995.
    """
    return adjusted(p_values, lambda rank, tests: tests / rank, rising=False)


def benjamini_yekutieli(p_values: Sequence[float]) -> list[float]:
    """As Benjamini-Hochberg, however the tests hang together.

    Source   Benjamini & Yekutieli 2001.
    """
    tests = sum(not isnan(p_value) for p_value in p_values)
    harmonic = sum(1 / rank for rank in range(1, tests + 1))
    return adjusted(p_values, lambda rank, tests: tests * harmonic / rank, rising=False)


def adjusted(p_values: Sequence[float], factor: Callable[[int, int], float], *, rising: bool | None) -> list[float]:
    """P-values times a factor of their rank, kept in order: none below a smaller one (rising), or none above a larger one (not).

    Takes    factor of rank (1 = smallest) and number of tests; rising None: each stands alone.
    """
    places = sorted((place for place, p_value in enumerate(p_values) if not isnan(p_value)), key=p_values.__getitem__)
    found, last = [nan] * len(p_values), 0.0 if rising else 1.0
    ranked = list(enumerate(places, start=1))
    for rank, place in ranked if rising else reversed(ranked):
        value = min(1.0, p_values[place] * factor(rank, len(places)))
        last = value if rising is None else max(last, value) if rising else min(last, value)
        found[place] = last
    return found
