"""Where everything of a process chart stands: its panel in pixels, its time axis, the rows of its flags, the row of its phases' names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import inf

from equity.periods import Period
from equity.process_chart import ProcessChart
from figures.labels import Panel
from figures.scales import finite
from figures.team_run_plan import FLAG, TITLE, Flag, flags_of, padded

TOP, BOTTOM, HEIGHT, STRIP, NAMES = 6, 46, 236, 24, 22
# A narrower place than this has no room for whole labels beside the lines; plots are then at least so wide (pixels).
BELOW, LEAST_WIDE, LEAST_NARROW = 760, 560, 210
MOST_MARKS = 24
ROOM = 0.14


@dataclass(frozen=True, slots=True)
class Point:
    """One period: what its point says when it is pointed at, the blank that is marked under it, None where there is none, and the keys of its notes."""

    period: Period
    said: str
    blank: str | None = None
    noted: str = ""


@dataclass(frozen=True, slots=True)
class ProcessWords:
    """What the figure writes and marks.

    name: of the series; title, title_short: over the panel; centre: what its line is called; rules: a short word for each rule;
    unit: what follows a tick; places: decimals of a value; aim: its value, None without one; changes: their days;
    begins: the letter of the change at which a new phase begins, empty without one; phases: what each phase is called, in full and in short;
    is_whole: its values are told in whole units alone; least: what no value can lie below.
    """

    name: str
    title: str
    title_short: str
    centre: str
    unit: str
    places: int
    rules: dict[str, str]
    aim: float | None = None
    changes: Sequence[date] = field(default=())
    begins: str = ""
    phases: Sequence[tuple[str, str]] = field(default=())
    is_ratio: bool = False
    is_whole: bool = False
    least: float = -inf


@dataclass(frozen=True, slots=True)
class ProcessPlan:
    """The panel with its range, the plot's height in pixels, the first and last day, and each change's flag: letter, day, row wide, row narrow."""

    panel: Panel
    plot: int
    start: date
    end: date
    periods: tuple[Period, ...]
    flags: tuple[Flag, ...]

    @property
    def strip(self) -> float:
        """Height of the strip of blanks, as a share of the plot."""
        return STRIP / self.plot

    def share(self, day: date) -> float:
        """How far along the axis a day lies, 0 to 1."""
        return (day - self.start) / (self.end - self.start)


def plan_of(chart: ProcessChart, points: Sequence[Point], words: ProcessWords) -> ProcessPlan:
    """The plan of this chart."""
    start, last = points[0].period.start, points[-1].period.end
    end = last + timedelta(days=1)
    flags = flags_of(words.changes, start, last, end)
    rows = max((max(wide, narrow) + 1 for _, _, wide, narrow in flags), default=0)
    names = NAMES if words.phases else 0
    plot = STRIP + HEIGHT + names + TITLE + rows * FLAG
    panel = Panel((STRIP + 8) / plot, (STRIP + HEIGHT) / plot, *range_of(chart, words), plot)
    return ProcessPlan(panel, plot, start, end, tuple(point.period for point in points), flags)


def range_of(chart: ProcessChart, words: ProcessWords) -> tuple[float, float]:
    """Every point, every line and the aim, with room for a word over the highest."""
    seen = finite(float(value) for line in (chart.values, chart.lines.centre, chart.lines.low, chart.lines.high) for value in line)
    wanted = [*seen, *([] if words.aim is None else [words.aim])]
    return padded(min(wanted), max(wanted), ROOM)
