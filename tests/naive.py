"""Naive twins: each calculation once more in plain Python, written for reading and not for speed."""

from __future__ import annotations

import math

Z = 1.959963984540054


def wilson(x: int, n: int) -> tuple[float, float]:
    """The two rates at which the observed one lies just 1.96 standard errors off: roots of a quadratic."""
    p = x / n
    a, b, c = 1 + Z * Z / n, -(2 * p + Z * Z / n), p * p
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return (-b - root) / (2 * a), (-b + root) / (2 * a)


def newcombe(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    """Newcombe 1998, method 10."""
    p1, p2 = x1 / n1, x2 / n2
    (low1, high1), (low2, high2) = wilson(x1, n1), wilson(x2, n2)
    low = p1 - p2 - math.hypot(p1 - low1, high2 - p2)
    return low, p1 - p2 + math.hypot(high1 - p1, p2 - low2)


def katz(x1: int, n1: int, x2: int, n2: int) -> tuple[float, float]:
    """Log interval of a ratio of two proportions, all counts above zero."""
    ratio = (x1 / n1) / (x2 / n2)
    error = math.sqrt(1 / x1 - 1 / n1 + 1 / x2 - 1 / n2)
    return ratio * math.exp(-Z * error), ratio * math.exp(Z * error)


def poisson_at_most(events: int, mean: float) -> float:
    """P(X <= events), term by term."""
    return sum(math.exp(-mean) * mean**count / math.factorial(count) for count in range(events + 1))


def binomial_at_least(events: int, people: int, share: float) -> float:
    """P(X >= events), term by term."""
    return sum(math.comb(people, count) * share**count * (1 - share) ** (people - count) for count in range(events, people + 1))


def korn_graubard(x: int, n: int, effect: float, reach_of_people: float, reach_of_clusters: float) -> tuple[float, float]:
    """The shares at which the events of as many people as the sample is worth are just too many, or too few, found by halving.

    Takes    t at .975 for the people's degrees of freedom and for the clusters'. Only where the sample is worth whole people with whole events.
    """
    worth = min(n, round(n / effect * (reach_of_people / reach_of_clusters) ** 2))
    events = round(x / n * worth)
    ends = []
    for events_or_more, chance in ((events, 0.025), (events + 1, 0.975)):
        low, high = 0.0, 1.0
        for _ in range(60):
            middle = (low + high) / 2
            low, high = (middle, high) if binomial_at_least(events_or_more, worth, middle) < chance else (low, middle)
        ends.append(low)
    return (0.0 if events == 0 else ends[0]), (1.0 if events == worth else ends[1])


def weighted_slope(times: list[float], values: list[float], variances: list[float]) -> tuple[float, float]:
    """Slope and its known-variance standard error by the normal equations."""
    s = st = stt = sy = sty = 0.0
    for t, y, v in zip(times, values, variances, strict=True):
        s, st, stt, sy, sty = s + 1 / v, st + t / v, stt + t * t / v, sy + y / v, sty + t * y / v
    determinant = s * stt - st * st
    return (s * sty - st * sy) / determinant, math.sqrt(s / determinant)


def lower_median(levels: list[int]) -> int:
    """The middle one, or the lower of the two middle ones."""
    return sorted(levels)[(len(levels) - 1) // 2]


def grade(text: str) -> float:
    """Flesch-Kincaid grade. A number counts as one syllable: it is read as one token."""
    sentences = max(1, sum(text.count(mark) for mark in (". ", "? ", "; ", ": ")) + 1)
    words = text.replace("−", "").split()
    return 0.39 * len(words) / sentences + 11.8 * sum(syllables(word) for word in words) / len(words) - 15.59


def syllables(word: str) -> int:
    """Groups of vowels, a silent e at the end left out."""
    letters = "".join(letter for letter in word.lower() if letter.isalpha())
    vowels = [letter in "aeiouy" for letter in letters]
    groups = sum(now and not before for now, before in zip(vowels, [False, *vowels], strict=False))
    silent = letters.endswith(("e", "es", "ed")) and not letters.endswith(("le", "ted", "ded", "ies")) and groups > 1
    return max(1, groups - silent)
