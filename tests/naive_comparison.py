"""Naive twins of the comparisons of groups: each calculation once more in plain Python, written for reading and not for speed."""

from __future__ import annotations

import math

Z = 1.959963984540054


def fisher(x1: int, n1: int, x2: int, n2: int) -> float:
    """Every table with these margins, by binomial coefficients."""
    events = x1 + x2
    ways = {k: math.comb(n1, k) * math.comb(n2, events - k) for k in range(max(0, events - n2), min(n1, events) + 1)}
    return sum(way for way in ways.values() if way <= ways[x1] * (1 + 1e-7)) / sum(ways.values())


def binomial_two_sided(x: int, n: int, share: float) -> float:
    """Every outcome of n events, each in the group with this chance."""
    chances = [math.comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(n + 1)]
    return sum(chance for chance in chances if chance <= chances[x] * (1 + 1e-7))


def chi_square(cells: list[tuple[int, int]]) -> float:
    """Observed against expected, with and without the event."""
    pooled = sum(x for x, _ in cells) / sum(n for _, n in cells)
    total = 0.0
    for x, n in cells:
        for observed, expected in ((x, n * pooled), (n - x, n * (1 - pooled))):
            total += (observed - expected) ** 2 / expected
    return total


def likeliest_share(x1: int, n1: int, x2: int, n2: int, difference: float) -> float:
    """The second share that makes the counts likeliest, by narrowing from both ends."""

    def likelihood(share: float) -> float:
        total = 0.0
        for x, n, p in ((x1, n1, share + difference), (x2, n2, share)):
            for count, chance in ((x, p), (n - x, 1 - p)):
                if count:
                    total += count * math.log(chance) if chance > 0 else -math.inf
        return total

    low, high = max(0.0, -difference), min(1.0, 1 - difference)
    for _ in range(200):
        third = (high - low) / 3
        if likelihood(low + third) < likelihood(high - third):
            low += third
        else:
            high -= third
    return (low + high) / 2


def holm(p_values: list[float]) -> list[float]:
    """For each p-value the largest of the stepped ones up to it."""
    tests = len(p_values)
    return [min(1.0, max((tests - sum(q < p for q in p_values)) * p for p in p_values if p <= own)) for own in p_values]


def benjamini_hochberg(p_values: list[float]) -> list[float]:
    """For each p-value the smallest of the stepped ones from it on."""
    tests = len(p_values)
    return [min(1.0, min(tests * p / sum(q <= p for q in p_values) for p in p_values if p >= own)) for own in p_values]
