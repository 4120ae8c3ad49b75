"""Is the gap closing? The gap in every period, its baseline, and the verdict on its trend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from equity.blanks import NOT_APPLICABLE, ZERO_EVENTS, strongest_blank
from equity.catalogue import Measure
from equity.counts import Count, GapSeries
from equity.disparity import adverse_ratio, gap_estimate
from equity.fitted import CountedGap
from equity.groups import pooled_count
from equity.periods import Period
from equity.rates import NOT_COMPUTABLE, Estimate, rate_estimate
from equity.verdicts import Verdict

__all__ = ["Estimate", "GapPoint", "GapTrend", "Verdict", "gap_trend"]

Pair = tuple[Period, Count, Count]


@dataclass(frozen=True, slots=True)
class GapPoint:
    """One period: counts, rates and gap in shown units, the ratio on the bad event; blank = why there is no gap here, None if there is one."""

    period: Period
    focus: Count
    reference: Count
    focus_rate: Estimate
    reference_rate: Estimate
    gap: Estimate
    ratio: Estimate
    blank: str | None

    @property
    def mark(self) -> str | None:
        """What is to be marked under this period: why it has no gap, or that nobody had the event, which is a real number."""
        return self.blank or (ZERO_EVENTS if 0 in (self.focus.numerator, self.reference.numerator) else None)


@dataclass(frozen=True, slots=True)
class GapTrend:
    """A gap over time. baseline = the window that the baseline numbers come from; None where they are those of the first period with a gap."""

    measure: Measure
    points: tuple[GapPoint, ...]
    baseline: tuple[date, date] | None
    baseline_gap: Estimate
    baseline_ratio: Estimate
    baseline_focus: Estimate
    baseline_reference: Estimate
    verdict: Verdict

    @property
    def is_whole(self) -> bool:
        """True where its rates are told in whole units alone."""
        return any(point.gap.is_whole for point in self.points)

    @property
    def latest(self) -> GapPoint | None:
        """The last point with a gap."""
        return next((point for point in reversed(self.points) if point.blank is None), None)


def gap_trend(series: GapSeries, measure: Measure, baseline: tuple[date, date] | None) -> GapTrend:
    """The gap of record over time: focus group against reference group, on both scales.

    Takes    series: released counts, one pair a period; baseline: its first and last day, or None.
    Returns  a verdict always, also for no, blank or constant periods.
    Reads    gap above 0, ratio above 1 = the focus group is worse off; for a neutral measure the fitted start is made positive.
    """
    pairs = tuple(zip(series.periods, series.focus, series.reference, strict=True))
    counted = CountedGap.of([pair for pair in pairs if gap_blank(pair, measure) is None], measure)
    sign = counted.sign
    points = tuple(gap_point(pair, measure, sign) for pair in pairs)
    inside = [point for point in points if baseline and baseline[0] <= point.period.start and point.period.end <= baseline[1] and point.blank is None]
    first = [point for point in points if point.blank is None][:1]
    before = pooled_point(inside or first, measure, sign)
    return GapTrend(
        measure=measure,
        points=points,
        baseline=baseline if inside else None,
        baseline_gap=before.gap,
        baseline_ratio=before.ratio,
        baseline_focus=before.focus,
        baseline_reference=before.reference,
        verdict=counted.verdict(),
    )


def gap_blank(pair: Pair, measure: Measure) -> str | None:
    """Why two counts give no gap; None if they do."""
    _, focus, reference = pair
    if not measure.has_rate:
        return NOT_APPLICABLE
    if focus.known and reference.known:
        return None
    # Nobody in a group, without any other reason, is a group that the measure does not apply to.
    return strongest_blank(count.blank or NOT_APPLICABLE for count in (focus, reference) if not count.known)


def gap_point(pair: Pair, measure: Measure, sign: int) -> GapPoint:
    """One period of the trend."""
    period, focus, reference = pair
    pairwise = pairwise_estimates(focus, reference, measure, sign)
    return GapPoint(period, focus, reference, pairwise.focus, pairwise.reference, pairwise.gap, pairwise.ratio, gap_blank(pair, measure))


@dataclass(frozen=True, slots=True)
class Pairwise:
    """Two groups side by side: their rates, the gap, the ratio."""

    focus: Estimate
    reference: Estimate
    gap: Estimate
    ratio: Estimate


def pairwise_estimates(focus: Count, reference: Count, measure: Measure, sign: int) -> Pairwise:
    """Rates, gap and ratio of two counts; nan where one is not known."""
    focus_rate, reference_rate = (rate_estimate(count, measure).as_told() for count in (focus, reference))
    if not (focus_rate.known and reference_rate.known):
        return Pairwise(focus_rate, reference_rate, NOT_COMPUTABLE, NOT_COMPUTABLE)
    gap, ratio = gap_estimate(focus_rate, reference_rate, sign), adverse_ratio(focus, reference, measure, sign)
    return Pairwise(focus_rate, reference_rate, gap, ratio)


def pooled_point(points: Sequence[GapPoint], measure: Measure, sign: int) -> Pairwise:
    """Several periods put together, each group by itself."""
    focus, reference = (pooled_count(counts) for counts in ([point.focus for point in points], [point.reference for point in points]))
    return pairwise_estimates(focus, reference, measure, sign)
