"""The share of people in no group as a run chart: its median, and what the run rules find."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

import numpy as np

from equity.blanks import NOT_APPLICABLE
from equity.charts.run_chart import RunChart, run_chart
from equity.charts.signals import Signal, run_chart_signals
from equity.counts import Count
from equity.periods import Period


@dataclass(frozen=True, slots=True)
class UnknownRun:
    """A run chart of percentages. counts: unknown over everyone, one a period; signals: none where too few points are there to use a rule."""

    periods: tuple[Period, ...]
    counts: tuple[Count, ...]
    chart: RunChart
    signals: tuple[Signal, ...]

    @property
    def known(self) -> list[int]:
        """The places of the periods that have a share."""
        return [place for place, count in enumerate(self.counts) if count.known]

    @property
    def blanks(self) -> list[str | None]:
        """Why there is no share, one a period; None where there is one."""
        return [None if count.known else count.blank or NOT_APPLICABLE for count in self.counts]

    def at(self, place: int) -> float:
        """The percentage in this period."""
        return float(self.chart.values[place])


def unknown_run(periods: Sequence[Period], counts: Sequence[Count]) -> UnknownRun:
    """The chart of released counts."""
    values = np.array([100 * count.numerator / count.denominator if count.known else nan for count in counts], dtype=float)
    chart = run_chart(values)
    return UnknownRun(tuple(periods), tuple(counts), chart, run_chart_signals(chart))
