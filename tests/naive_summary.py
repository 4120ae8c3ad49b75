"""Naive twins of the summary measures: loops over (rate, people) pairs, written for reading and not for speed."""

from __future__ import annotations

import math

Pairs = list[tuple[float, float]]


def mean(groups: Pairs) -> float:
    return sum(rate * people for rate, people in groups) / sum(people for _, people in groups)


def variance_between(groups: Pairs) -> float:
    return sum(people * (rate - mean(groups)) ** 2 for rate, people in groups) / sum(people for _, people in groups)


def theil(groups: Pairs) -> float:
    everybody = sum(people for _, people in groups)
    return 1000 * sum(people / everybody * (rate / mean(groups)) * math.log(rate / mean(groups)) for rate, people in groups)


def log_deviation(groups: Pairs) -> float:
    everybody = sum(people for _, people in groups)
    return 1000 * sum(people / everybody * math.log(mean(groups) / rate) for rate, people in groups)


def concentration(groups: Pairs) -> float:
    """Person by person: twice the covariance of rate and place, groups as blocks on a line."""
    everybody, before, total = sum(people for _, people in groups), 0.0, 0.0
    for rate, people in groups:
        place = (before + people / 2) / everybody
        total += 2 * people / everybody * (rate - mean(groups)) * (place - 0.5)
        before += people
    return total


def distance(groups: Pairs, centre: float, weighted: bool) -> float:
    parts = [(abs(rate - centre), people if weighted else 1) for rate, people in groups]
    return sum(off * weight for off, weight in parts) / sum(weight for _, weight in parts)


def attributable(groups: Pairs, favourable: bool) -> float:
    best = max(rate for rate, _ in groups) if favourable else min(rate for rate, _ in groups)
    return best - mean(groups)
