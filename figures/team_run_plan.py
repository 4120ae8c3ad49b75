"""Where everything of a team's run chart stands: its panels in pixels, its time axis, the rows of its flags, lines that pass by titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import inf, log10, nan
from string import ascii_uppercase

from equity.notes import ChartNote
from equity.rates import Estimate
from equity.stratified_run import StratifiedRun
from equity.trend import GapTrend
from figures.labels import Panel
from figures.placing import text_width
from figures.scales import finite
from figures.theme import TEXT_SMALL

TOP, BOTTOM = 58, 46
RATES, GAP, BETWEEN, TITLE, STRIP, FLAG = 236, 156, 52, 30, 24, 22
# A narrower place than this has no room for the ribbon's names and for labels beside the lines; plots are then at least so wide (pixels): what is
# clear of each other there is clear wherever there is more room.
BELOW = 880
LEAST_WIDE, LEAST_NARROW = 660, 230
# An aim that lies so soon after the last period is reached within the chart.
SOON = timedelta(days=100)
# The band of a thin team is wider than all its gaps together: it is cut this share beyond what must be seen.
ROOM = 0.6
# The flag of a change: its letter, its day, its row in the wide and in the narrow form.
Flag = tuple[str, date, int, int]


@dataclass(frozen=True, slots=True)
class Aim:
    """The gap aimed at, on the measure's own scale, by when, and since when."""

    value: float
    by: date | None
    registered_on: date | None


@dataclass(frozen=True, slots=True)
class RunWords:
    """What the figure writes: titles of both panels, whole and in short, and the two groups; what it marks: the aim, days of tested changes, notes."""

    rates: str
    rates_short: str
    gap: str
    gap_short: str
    focus: str
    reference: str
    aim: Aim | None = None
    changes: Sequence[date] = field(default=())
    notes: Sequence[ChartNote] = field(default=())


@dataclass(frozen=True, slots=True)
class Plan:
    """Panels with their ranges, the time axis's first and last day, and each change's flag: letter, day, row in the wide and in the narrow form."""

    rates: Panel
    gap: Panel
    start: date
    end: date
    flags: tuple[Flag, ...]

    @property
    def plot(self) -> int:
        """Height of the plot in pixels."""
        return self.rates.plot_height

    @property
    def strip(self) -> float:
        """Height of the strip of blanks, as a share of the plot."""
        return STRIP / self.plot

    def share(self, day: date) -> float:
        """How far along the axis a day lies, 0 to 1."""
        return (day - self.start) / (self.end - self.start)


def plan_of(trend: GapTrend, run: StratifiedRun, words: RunWords) -> Plan:
    """The plan of this chart."""
    start, end = trend.points[0].period.start, axis_end(trend, words.aim)
    flags = flags_of(words.changes, start, trend.points[-1].period.end, end)
    rows = max((max(wide, narrow) + 1 for _, _, wide, narrow in flags), default=0)
    plot = STRIP + GAP + BETWEEN + RATES + TITLE + rows * FLAG
    low, high = (STRIP + 8) / plot, (STRIP + GAP) / plot
    bottom = (STRIP + GAP + BETWEEN) / plot
    rates = Panel(bottom, bottom + RATES / plot, *rates_range(trend, run), plot)
    return Plan(rates, Panel(low, high, *gap_range(trend, run, words.aim), plot), start, end, flags)


def axis_end(trend: GapTrend, aim: Aim | None) -> date:
    """The day after the last period, or after the aim's day where that comes soon."""
    last = trend.points[-1].period.end
    soon = aim is not None and aim.by is not None and last < aim.by <= last + SOON
    return (aim.by if soon else last) + timedelta(days=1)


def rates_range(trend: GapTrend, run: StratifiedRun) -> tuple[float, float]:
    """Every rate and both medians; of the bands as much as leaves those readable."""
    rates = [rate for point in trend.points for rate in (point.focus_rate, point.reference_rate)]
    known = finite([*(rate.value for rate in rates), run.focus.median, run.reference.median])
    return around(known, finite(end for rate in rates for end in (rate.low, rate.high)), 0.12)


def gap_range(trend: GapTrend, run: StratifiedRun, aim: Aim | None) -> tuple[float, float]:
    """Every gap, no gap, the median and the aim; of the band as much as leaves those readable."""
    by_ratio = trend.measure.scale == "ratio"
    gaps = [gap_of(trend, point) for point in trend.points]
    wanted = [*(gap.value for gap in gaps), 1.0 if by_ratio else 0.0, run.gap.median, *([aim.value] if aim else [])]
    seen = finite(on_axis(trend, value) for value in wanted)
    return around(seen, finite(on_axis(trend, end) for gap in gaps for end in (gap.low, gap.high)), 0.06)


def around(seen: Sequence[float], ends: Sequence[float], share: float) -> tuple[float, float]:
    """The range of all that must be seen, with its intervals' ends as far as they leave it readable, and this share of it at both ends."""
    low, high = min(seen), max(seen)
    room = (high - low or 1) * ROOM
    return padded(max(min([*ends, low]), low - room), min(max([*ends, high]), high + room), share)


def gap_of(trend: GapTrend, point: object) -> Estimate:
    """The gap of a point on the measure's own scale."""
    return point.ratio if trend.measure.scale == "ratio" else point.gap


def on_axis(trend: GapTrend, value: float) -> float:
    """A gap as its axis has it: a ratio by its logarithm; nan where a log axis cannot hold it."""
    if trend.measure.scale != "ratio":
        return value
    return log10(value) if 0 < value < inf else nan


def padded(low: float, high: float, share: float) -> tuple[float, float]:
    """The range with this share of it at both ends."""
    room = (high - low) * share or max(1.0, abs(high) / 4)
    return low - room, high + room


def flags_of(days: Sequence[date], start: date, last: date, end: date) -> tuple[Flag, ...]:
    """A letter for every change, and the rows that keep flags clear of each other; those outside the periods have a letter and no flag."""
    inside = [(letter_of(place), day) for place, day in enumerate(days) if start <= day <= last]
    whole = (end - start).days
    rows = [rows_of([day for _, day in inside], whole * FLAG / width) for width in (LEAST_WIDE, LEAST_NARROW)]
    return tuple((letter, day, wide, narrow) for (letter, day), wide, narrow in zip(inside, *rows, strict=True))


def rows_of(days: Sequence[date], apart: float) -> list[int]:
    """The first row in which each flag is so many days clear of the one before it."""
    ends: list[date] = []
    found = []
    for day in days:
        row = next((row for row, end in enumerate(ends) if (day - end).days >= apart), len(ends))
        ends[row : row + 1] = [day]
        found.append(row)
    return found


def letter_of(place: int) -> str:
    """A, B, C and so on; numbers after Z."""
    return ascii_uppercase[place] if place < len(ascii_uppercase) else str(place + 1)


def passing(day: date, top: float, plan: Plan, titles: tuple[str, str], *, width: int) -> list[tuple[float, float]]:
    """The stretches (shares of the plot) of an upright line from this height down to the axis, left out where a panel's title stands.

    Takes    titles: over the rates, over the gap; width: the least that the plot may have.
    """
    zones = [
        (panel.top + 4 / plan.plot, panel.top + (TITLE - 4) / plan.plot)
        for panel, title in zip((plan.rates, plan.gap), titles, strict=True)
        if passing_title(plan.share(day) * width, title)
    ]
    edges = [top, *(edge for low, high in zones for edge in (high, low)), 0.0]
    return [(high, low) for high, low in zip(edges[::2], edges[1::2], strict=True) if high > low]


def passing_title(x: float, title: str) -> bool:
    """Whether a line so far right of the plot's left edge (pixels) would run through a panel's title."""
    return x <= text_width(title, TEXT_SMALL, bold=True) + 4
