"""Naive twins of what is told of trends and networks: plain Python, written for reading and not for speed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

Fourfold = tuple[int, int, int, int]


def back(link: str, value: float) -> float:
    """The rate of a value on a link's scale."""
    return {"identity": lambda: value, "log": lambda: math.exp(value), "logit": lambda: 1 / (1 + math.exp(-value))}[link]()


def log_likelihood(
    counts: Sequence[tuple[float, float]], design: Sequence[Sequence[float]], beta: Sequence[float], link: str, proportion: bool = True
) -> float:
    """How likely the counts are, but for a constant; minus infinity for rates that cannot be."""
    total = 0.0
    for (numerator, denominator), row in zip(counts, design, strict=True):
        rate = back(link, sum(part * slope for part, slope in zip(row, beta, strict=True)))
        if rate <= 0 or (proportion and rate >= 1):
            return -math.inf
        without = (denominator - numerator) * math.log(1 - rate) if proportion else -denominator * rate
        total += numerator * math.log(rate) + without
    return total


def mantel_haenszel_difference(teams: Sequence[Fourfold]) -> float:
    """Focus minus reference within teams: each team's own difference, weighted by how well it compares."""
    weights = [n1 * n0 / (n1 + n0) for _, n1, _, n0 in teams]
    return sum(weight * (x1 / n1 - x0 / n0) for weight, (x1, n1, x0, n0) in zip(weights, teams, strict=True)) / sum(weights)


def mantel_haenszel_ratio(teams: Sequence[Fourfold]) -> float:
    """Focus over reference within teams."""
    return sum(x1 * n0 / (n1 + n0) for x1, n1, x0, n0 in teams) / sum(x0 * n1 / (n1 + n0) for x1, n1, x0, n0 in teams)


def sato(teams: Sequence[Fourfold]) -> float:
    """Standard error of the difference within teams."""
    difference = mantel_haenszel_difference(teams)
    variance = weight = 0.0
    for x1, n1, x0, n0 in teams:
        total = n1 + n0
        first = (n1 * n1 * x0 - n0 * n0 * x1 + n1 * n0 * (n0 - n1) / 2) / total**2
        variance += difference * first + (x1 * (n0 - x0) + x0 * (n1 - x1)) / (2 * total)
        weight += n1 * n0 / total
    return math.sqrt(variance) / weight


def dersimonian_laird(gaps: Sequence[float], variances: Sequence[float]) -> tuple[float, float, float]:
    """Variance between teams, mean and its error."""
    weights = [1 / variance for variance in variances]
    mean = sum(w * g for w, g in zip(weights, gaps, strict=True)) / sum(weights)
    q = sum(w * (g - mean) ** 2 for w, g in zip(weights, gaps, strict=True))
    between = max(0.0, (q - (len(gaps) - 1)) / (sum(weights) - sum(w * w for w in weights) / sum(weights)))
    weights = [1 / (variance + between) for variance in variances]
    return between, sum(w * g for w, g in zip(weights, gaps, strict=True)) / sum(weights), 1 / math.sqrt(sum(weights))


def restricted_likelihood(gaps: Sequence[float], variances: Sequence[float], between: float) -> float:
    """Of a variance between teams, but for a constant."""
    weights = [1 / (variance + between) for variance in variances]
    mean = sum(w * g for w, g in zip(weights, gaps, strict=True)) / sum(weights)
    off = sum(w * (g - mean) ** 2 for w, g in zip(weights, gaps, strict=True))
    return -(off + math.log(sum(weights)) - sum(math.log(w) for w in weights)) / 2


def beta_binomial(events: Sequence[int], people: Sequence[int]) -> tuple[float, list[float]]:
    """How alike two people of one team are, and each team's rate drawn to the pooled one."""
    total = sum(people)
    pooled = sum(events) / total
    seen = sum(n * (x / n - pooled) ** 2 for x, n in zip(events, people, strict=True)) / (pooled * (1 - pooled))
    alike = (seen - (len(people) - 1)) / sum((n - 1) * (1 - n / total) for n in people)
    if alike <= 0:
        return 0.0, [pooled] * len(people)
    strength = (1 - alike) / alike
    return alike, [(x + strength * pooled) / (n + strength) for x, n in zip(events, people, strict=True)]


def gaps_over_unknown(focus: tuple[int, int], reference: tuple[int, int], unknown: tuple[int, int]) -> Iterator[float]:
    """Focus minus reference for every way to divide those of unknown group: so many with the event, so many without, to the focus group."""
    events, people = unknown
    for with_event in range(events + 1):
        for without in range(people - events + 1):
            rate1 = (focus[0] + with_event) / (focus[1] + with_event + without)
            rest_events, rest_without = events - with_event, people - events - without
            yield rate1 - (reference[0] + rest_events) / (reference[1] + rest_events + rest_without)
