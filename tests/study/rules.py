"""How often the rules of charts and funnels speak where nothing happens, and how often where something does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from equity.charts.control_chart import control_chart
from equity.charts.gap_chart import gap_chart
from equity.charts.run_chart import run_chart
from equity.charts.series import Series
from equity.charts.signals import run_chart_signals
from equity.counts import GapSeries
from equity.funnel import BEYOND_95, BEYOND_998, funnel
from equity.trend import gap_trend
from tests.examples import MEASURE
from tests.study.moves import counts, shown

LENGTHS = (10, 18, 36)
DRAWS = 2000
TEAMS = 15
# People of a team in a period, and of the teams in a funnel.
SIZE = 100
SHARE = 0.6
GAIN = 0.15


@dataclass(frozen=True, slots=True)
class Alarms:
    """Share of series with at least one signal: of those where nothing happens, and of those that step up half way."""

    rule: str
    points: str
    still: float
    moved: float


def alarms(draws: int = DRAWS) -> list[Alarms]:
    """Every rule at every length."""
    return [*_of_charts(draws), *_of_gaps(draws // 4), *_of_funnels(draws)]


def _of_charts(draws: int) -> Iterable[Alarms]:
    rules: dict[str, Callable[[Series], bool]] = {
        "Run chart: shift, trend or runs": lambda series: bool(run_chart_signals(run_chart(series.values))),
        "p chart: a point beyond the limits": lambda series: bool(control_chart("p", series).beyond.any()),
        "p chart: a long run or few crossings": lambda series: control_chart("p", series).phases[0].has_moved,
    }
    for name, signals in rules.items():
        for points in LENGTHS:
            still, moved = (np.mean([signals(proportions(points, gain, seed)) for seed in range(draws)]) for gain in (0.0, GAIN))
            yield Alarms(name, f"{points} points of {SIZE}", float(still), float(moved))


def proportions(points: int, gain: float, seed: int) -> Series:
    """A series of proportions that steps up half way."""
    generator = np.random.default_rng([seed, points, round(1000 * gain)])
    rates = np.where(np.arange(points) < points // 2, SHARE, SHARE + gain)
    return Series(generator.binomial(SIZE, rates).astype(float), np.full(points, float(SIZE)))


def _of_gaps(draws: int) -> Iterable[Alarms]:
    for points in LENGTHS:
        still, moved = (np.mean([gap_speaks(points, gain, seed) for seed in range(draws)]) for gain in (0.0, GAIN))
        yield Alarms("Run rules and limits on the gap", f"{points} points of {SIZE}", float(still), float(moved))


def gap_speaks(points: int, gain: float, seed: int) -> bool:
    """Whether the chart of a simulated gap has a signal; the gap falls evenly by the gain."""
    days, focus, reference = zip(*counts(list(shown(points)), SIZE, gain, 0.0, seed), strict=True)
    return bool(gap_chart(gap_trend(GapSeries(days, focus, reference), MEASURE, None)).signals)


def _of_funnels(draws: int) -> Iterable[Alarms]:
    sizes = np.random.default_rng(TEAMS).integers(30, 900, TEAMS)
    for flags, name in (((BEYOND_95, BEYOND_998), "Funnel: a team beyond 95 %"), ((BEYOND_998,), "Funnel: a team beyond 99.8 %")):
        still, moved = (np.mean([flagged(sizes, other, flags, seed) for seed in range(draws)]) for other in (SHARE, SHARE - GAIN))
        yield Alarms(name, f"{TEAMS} teams of 30 to 900", float(still), float(moved))


def flagged(sizes: np.ndarray, other: float, flags: tuple[str, ...], seed: int) -> bool:
    """Whether any team lies outside; the first team has another true rate."""
    generator = np.random.default_rng([seed, round(1000 * other)])
    rates = np.where(np.arange(len(sizes)) == 0, other, SHARE)
    events = generator.binomial(sizes, rates)
    points = funnel([(float(one), float(of)) for one, of in zip(events, sizes, strict=True)], SHARE)
    return any(point.flag in flags for point in points)
