"""The gap of every period as a line beside others', without intervals."""

from __future__ import annotations

from math import inf, nan

from equity.catalogue import Measure
from equity.counts import Count, GapSeries
from equity.disparity import adverse_ratio, worse_sign
from equity.rates import NOT_COMPUTABLE, Estimate
from equity.trend import Pair


def pairs_of(series: GapSeries) -> list[Pair]:
    """Period and both counts, one a period."""
    return list(zip(series.periods, series.focus, series.reference, strict=True))


def line_of(series: GapSeries, measure: Measure) -> list[float]:
    """The gap of every period on the measure's own scale, nan where there is none; one sign for all teams, so that lines can be compared."""
    return [gap.value for gap in gaps_of(series, measure)]


def gaps_of(series: GapSeries, measure: Measure) -> list[Estimate]:
    """The same, each with whether its rates are told in whole units alone."""
    return [gap_alone(focus, reference, measure) for _, focus, reference in pairs_of(series)]


def gap_alone(focus: Count, reference: Count, measure: Measure) -> Estimate:
    """The gap without its interval, which costs the most."""
    if not (focus.known and reference.known):
        return NOT_COMPUTABLE
    sign = worse_sign(measure)
    if measure.scale == "ratio":
        return on_scale(NOT_COMPUTABLE, adverse_ratio(focus, reference, measure, sign), measure)
    value = sign * measure.multiplier * (focus.numerator / focus.denominator - reference.numerator / reference.denominator)
    return Estimate(value, nan, nan, focus.is_whole and reference.is_whole)


def on_scale(gap: Estimate, ratio: Estimate, measure: Measure) -> Estimate:
    """The gap on the measure's own scale; a ratio without end or of nought is none."""
    if measure.scale != "ratio":
        return gap
    return ratio if 0 < ratio.value < inf else NOT_COMPUTABLE
