"""How many runs, how long a run and how few crossings chance alone may bring."""

from __future__ import annotations

from functools import cache
from math import comb, log2

CHANCE = 0.05


def ways_of_runs(runs: int, below: int, above: int) -> int:
    """In how many orders so many points below and above a line form exactly so many runs."""
    half = runs // 2
    if runs % 2 == 0:
        return 2 * comb(below - 1, half - 1) * comb(above - 1, half - 1)
    return comb(below - 1, half) * comb(above - 1, half - 1) + comb(below - 1, half - 1) * comb(above - 1, half)


@cache
def runs_limits(useful: int, chance: float = CHANCE) -> tuple[int, int]:
    """The fewest and the most runs that are no signal, for so many useful points, half of them on each side.

    Takes    useful: at least 4.
    Returns  low: the largest number with P(so many or fewer) <= chance; high: the smallest with P(so many or more) <= chance;
             a number below low or above high is the signal. Where no number is so rare: 0 and useful + 1.
    Reads    fewer runs = the level moved; more = two processes in one chart.
    Source   Swed & Eisenhart 1943, exact; the published tables differ by 1 at odd numbers of points (rules.md section 1).
    """
    below, above = useful // 2, useful - useful // 2
    ways = [ways_of_runs(runs, below, above) for runs in range(2, useful + 1)]
    allowed = chance * comb(useful, below)
    low, total = 0, 0
    for runs, count in enumerate(ways, start=2):
        total += count
        low = runs if total <= allowed else low
    high, total = useful + 1, 0
    for runs, count in zip(range(useful, 1, -1), reversed(ways), strict=True):
        total += count
        high = runs if total <= allowed else high
    return low, high


@cache
def anhoej_limits(useful: int) -> tuple[int, int]:
    """The longest run and the fewest crossings that are no signal.

    Takes    useful: at least 1.
    Reads    a longer run, or fewer crossings = the level moved.
    Source   Anhoej & Olesen 2014, doi:10.1371/journal.pone.0113825: log2(n) + 3, and the 5 % quantile of a fair coin thrown n - 1 times.
    """
    throws, total, crossings = useful - 1, 1, 0
    while total < CHANCE * 2**throws:
        crossings += 1
        total += comb(throws, crossings)
    return round(log2(useful)) + 3, crossings
