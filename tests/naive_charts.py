"""Naive twins of the charts: each rule once more, point by point, in plain Python. None is a missing value."""

from __future__ import annotations

from itertools import combinations
from math import log2, sqrt
from statistics import mean

Values = list[float | None]


def side(value: float | None, line: float) -> int:
    if value is None or abs(value - line) <= 1e-9 * max(1, abs(line)):
        return 0
    return 1 if value > line else -1


def runs(sides: list[int]) -> tuple[int, int, int]:
    """Useful points, longest run, crossings."""
    useful = [one for one in sides if one]
    longest = crossings = length = 0
    for place, one in enumerate(useful):
        changed = place > 0 and one != useful[place - 1]
        crossings += changed
        length = 1 if changed else length + 1
        longest = max(longest, length)
    return len(useful), longest, crossings


def runs_distribution(useful: int) -> dict[int, float]:
    """Share of all orders of half the points below and half above that form so many runs: every order is counted."""
    orders = list(combinations(range(useful), useful // 2))
    found: dict[int, float] = {}
    for below in orders:
        marks = [place in below for place in range(useful)]
        count = 1 + sum(a != b for a, b in zip(marks, marks[1:], strict=False))
        found[count] = found.get(count, 0) + 1 / len(orders)
    return found


def anhoej(useful: int) -> tuple[int, int]:
    """Longest run and fewest crossings: a fair coin thrown for every pair of neighbours."""
    crossings, share, ways = 0, 0.0, 1
    while True:
        share += ways / 2 ** (useful - 1)
        if share >= 0.05:
            return round(log2(useful)) + 3, crossings
        ways = ways * (useful - 1 - crossings) // (crossings + 1)
        crossings += 1


def shift_of_six(values: Values, line: float) -> set[int]:
    """Places of points in six or more in a row on one side; those on the line are passed over."""
    useful = [place for place, value in enumerate(values) if side(value, line)]
    return _long(useful, [side(values[place], line) for place in useful], 6)


def shift_of_seven(values: Values, line: float) -> set[int]:
    """Places of points in seven or more in a row strictly on one side; a point on the line breaks it."""
    known = [place for place, value in enumerate(values) if value is not None]
    marks = [side(values[place], line) for place in known]
    return {place for place in _long(known, marks, 7) if side(values[place], line)}


def _long(places: list[int], marks: list[int], length: int) -> set[int]:
    found = set()
    for start in range(len(places) - length + 1):
        if len(set(marks[start : start + length])) == 1:
            found |= set(places[start : start + length])
    return found


def trend(values: Values, length: int, *, skip_ties: bool) -> set[int]:
    """Places of points in so many in a row that only rise or only fall."""
    known = [place for place, value in enumerate(values) if value is not None]
    if skip_ties:
        known = [place for number, place in enumerate(known) if number == 0 or side(values[place], values[known[number - 1]])]
    found = set()
    for start in range(len(known) - length + 1):
        window = known[start : start + length]
        steps = {side(values[after], values[before]) for before, after in zip(window, window[1:], strict=False)}
        if steps in ({1}, {-1}):
            found |= set(window)
    return found


def two_of_three(values: Values, lines: tuple[float, float, float, float, float], *, outside_counts: bool, all_on_one_side: bool) -> set[int]:
    """Places beyond an inner line in a window of three of which two are; lines: centre, low, inner low, inner high, high."""
    centre, low, inner_low, inner_high, high = lines
    known = [place for place, value in enumerate(values) if value is not None]
    found = set()
    for start in range(len(known) - 2):
        window = known[start : start + 3]
        for sign, inner, outer in ((1, inner_high, high), (-1, inner_low, low)):
            near = [place for place in window if side(values[place], inner) == sign and (outside_counts or side(values[place], outer) != sign)]
            same = all(side(values[place], centre) == sign for place in window)
            if len(near) >= 2 and (same or not all_on_one_side):
                found |= set(near)
    return found


def individuals(values: Values, *, screened: bool) -> tuple[float, float, float]:
    """Low, centre, high of an XmR chart."""
    known = [value for value in values if value is not None]
    ranges = [abs(b - a) for a, b in zip(values, values[1:], strict=False) if a is not None and b is not None]
    size = mean(ranges)
    if screened and size > 0:
        size = mean(one for one in ranges if one < 3.267 * size)
    return mean(known) - 3 * size / 1.128, mean(known), mean(known) + 3 * size / 1.128


def share_limits(pairs: list[tuple[int, int]], *, prime: bool) -> list[tuple[float, float]]:
    """Limits of a P or P-prime chart, point by point."""
    centre = sum(x for x, _ in pairs) / sum(n for _, n in pairs)
    sigmas = [sqrt(centre * (1 - centre) / n) for _, n in pairs]
    z = [(x / n - centre) / sigma for (x, n), sigma in zip(pairs, sigmas, strict=True)]
    factor = mean(abs(b - a) for a, b in zip(z, z[1:], strict=False)) / 1.128 if prime else 1.0
    return [(max(0.0, centre - 3 * sigma * factor), min(1.0, centre + 3 * sigma * factor)) for sigma in sigmas]
