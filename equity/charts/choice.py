"""Which chart suits a series, and why; people may choose another."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from equity.charts import lines
from equity.charts.control_chart import FEWEST_FOR_LIMITS
from equity.charts.plan import AS_IT_IS
from equity.charts.run_chart import run_chart
from equity.charts.series import Series
from equity.charts.signals import run_chart_signals
from equity.charts.size_guard import FEWEST_EXPECTED, expected_fewest
from equity.charts.special_causes import SHIFT
from equity.charts.spreads import Phase, rate_spread, share_spread, sigma_z

# Our rule of thumb (rules.md section 5): from here on counts alone make limits too narrow.
MANY_PEOPLE, WIDE_SCATTER = 1000, 1.2
PLAIN = {"proportion": lines.SHARE, "rate": lines.RATE}
PRIME = {"proportion": lines.SHARE_PRIME, "rate": lines.RATE_PRIME}
SPREADS = {"proportion": share_spread, "rate": rate_spread}


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of chart and the reason for it, in plain words."""

    kind: str
    reason: str


def suggested_chart(series: Series, number: str) -> Choice:
    """The chart that suits a series.

    Takes    number: proportion, rate, count, time_between (the measure's).
    Reads    a suggestion; a run chart is always right.
    Source   rules.md section 5.
    """
    known = np.isfinite(series.values)
    if known.sum() < FEWEST_FOR_LIMITS:
        return Choice(lines.RUN, "Fewer than ten points can be judged, too few for limits.")
    if any(signal.rule == SHIFT for signal in run_chart_signals(run_chart(series.values))):
        return Choice(lines.RUN, "The level has shifted. Limits across a shift would mix two levels.")
    if number == "time_between":
        return between_choice(series.values[known])
    return counted_choice(series, number) if number in PLAIN else Choice(lines.COUNT, "These are counts, each from about as many people.")


def between_choice(values: np.ndarray) -> Choice:
    """For rare events: time between them, or cases where two fell on one day."""
    if (values > 0).all():
        return Choice(lines.TIME_BETWEEN, "Events are rare, so the time between them is charted.")
    return Choice(lines.RUN, "Two events fell on one day, so there is no time between them.")


def counted_choice(series: Series, number: str) -> Choice:
    """For proportions and rates: by how many events there are, how many people, and how widely the points scatter."""
    expected = expected_fewest(series.sizes, series.pooled, proportion=number == "proportion")
    if np.nanmedian(expected) < FEWEST_EXPECTED:
        return Choice(lines.RUN, "Fewer than three events are expected in most periods, too few for limits.")
    phase = Phase(series, np.ones(len(series), dtype=bool), AS_IT_IS)
    if np.nanmedian(series.sizes) > MANY_PEOPLE:
        return Choice(PRIME[number], "There are very many people in each period, so limits are made from how the points scatter.")
    if sigma_z(phase, SPREADS[number](phase)) > WIDE_SCATTER:
        return Choice(PRIME[number], "The points scatter more than counts alone would make them.")
    return Choice(PLAIN[number], "The counts alone tell how far the points may scatter.")
