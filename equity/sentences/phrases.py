"""Parts that several sentences share: from-to, since when, who moved, what it would take."""

from __future__ import annotations

from math import isfinite

from equity.catalogue import Measure
from equity.movement import Movement
from equity.numbers import NO_GAP, capitalised, decimal, gap_unit, gap_words, in_unit, is_nothing, places_of, places_told, plural, ratio_words
from equity.periods import HALF_YEAR, Period, display_grain
from equity.sentences.names import Names
from equity.trend import GapTrend
from equity.verdicts import FEWEST_POINTS

# A ratio that would have to change more than elevenfold is told as no number.
UNTELLABLE_SHARE = 10.0
WHOLE_FROM = 10.0
YEAR_IN_DAYS = (360, 370)


def from_to(start: float, end: float, scale: str, multiplier: int, *, joined: str = "to", is_whole: bool = False) -> str:
    """14.4 to 7.8 percentage points; 2.49 to 2.61 times; 3.1 percentage points to no gap; 14 to 8 of rates told in whole percent."""
    if scale == "ratio":
        return f"{decimal(start, 2)} {joined} {ratio_words(end)}"
    unit = f" {gap_unit(multiplier)}".rstrip()
    places = [places_told(multiplier, value, is_whole=True) if is_whole else places_of(multiplier, start, end) for value in (start, end)]
    first, last = map(decimal, (start, end), places)
    if is_nothing(first) or is_nothing(last):
        return f" {joined} ".join(NO_GAP if is_nothing(written) else written + unit for written in (first, last))
    return f"{first} {joined} {last}{unit}"


def baseline_name(trend: GapTrend) -> str:
    """the baseline year, the baseline, or the first period that has a gap."""
    if trend.baseline is None:
        return next(period_words(point.period) for point in trend.points if point.blank is None)
    days = (trend.baseline[1] - trend.baseline[0]).days
    return "the baseline year" if YEAR_IN_DAYS[0] <= days <= YEAR_IN_DAYS[1] else "the baseline"


def period_words(period: Period) -> str:
    """A period as it stands inside a sentence: Q3 2026, the 2nd half of 2023."""
    return "the " + period.label.replace("half ", "half of ") if period.grain == HALF_YEAR else period.label


def up_to(trend: GapTrend, latest: Period) -> str:
    """Said only where the latest periods have no gap."""
    return "" if trend.points[-1].period == latest else f", up to {period_words(latest)}"


def direction_words(change: float, measure: Measure) -> str:
    """got better, got worse; went up, went down where neither is better."""
    if measure.improvement_direction == "neutral":
        return "went up" if change > 0 else "went down"
    return "got better" if (change > 0) == (measure.improvement_direction == "higher") else "got worse"


def moved_words(moved: Movement, names: Names, measure: Measure) -> str:
    """Who moved, in one short sentence without numbers."""
    focus, reference = (rounded(change, names.multiplier) for change in (moved.focus_change, moved.reference_change))
    if not (focus or reference):
        return "Neither group moved much."
    if focus and reference and (focus > 0) == (reference > 0):
        verb = direction_words(focus, measure)
        most = "by the same amount" if focus == reference else f"{names.focus if abs(focus) > abs(reference) else names.reference} most"
        return f"Both groups {verb}, {most}."
    said = [side_moved(name, change, measure) for name, change in ((names.focus, focus), (names.reference, reference))]
    return capitalised(f"{said[0]} and {said[1]}.")


def side_moved(name: str, change: float, measure: Measure) -> str:
    """One group's move; neutral measures tell it of the rate, since nobody gained or lost."""
    verb = direction_words(change, measure) if change else "stayed level"
    return f"the rate {verb} for {name}" if measure.improvement_direction == "neutral" else f"{name} {verb}"


def rounded(change: float, multiplier: int) -> float:
    """A change as exact as it is shown, so that words and numbers agree."""
    return round(change, places_of(multiplier, change)) if isfinite(change) else 0.0


def rise_words(change: float, multiplier: int, *, is_whole: bool = False, up: str = "up", down: str = "down", level: str = "level") -> str:
    """up 8.3 points, down 1.2 per 1,000, level."""
    if not rounded(change, multiplier):
        return level
    return f"{up if change > 0 else down} {gap_words(abs(change), multiplier, is_whole=is_whole)}"


def amount_words(value: float, measure: Measure) -> str:
    """A change of the gap on its own scale: 16 points, 1 per 1,000, 24%. Whole from ten on."""
    if measure.scale == "ratio":
        return f"{decimal(100 * value, 0)}%"
    written = decimal(value, 0 if value >= WHOLE_FROM else places_of(measure.multiplier, value))
    return in_unit(written.removesuffix(".00").removesuffix(".0"), measure.multiplier)


def price_words(trend: GapTrend) -> str:
    """What it would take to tell."""
    verdict, measure = trend.verdict, trend.measure
    if verdict.periods < FEWEST_POINTS:
        have = "has" if verdict.periods == 1 else "have"
        said = f"{capitalised(plural(verdict.periods, grain_word(measure)))} {have} numbers for both groups, and a verdict needs four."
    else:
        said = reach_words(verdict.detectable, measure)
    return f"{said} {more_words(trend)}"


def reach_words(detectable: float, measure: Measure) -> str:
    """The smallest change that would show."""
    if measure.scale == "ratio" and detectable > UNTELLABLE_SHARE:
        return "The counts are too small for a change to stand out."
    subject = "The ratio would have to change by" if measure.scale == "ratio" else "A change would have to reach"
    return f"{subject} {amount_words(detectable, measure)} to stand out."


def more_words(trend: GapTrend) -> str:
    """After how many more periods a change that matters would show."""
    more = trend.verdict.more_periods
    wanted = amount_words(trend.measure.meaningful_change, trend.measure)
    if more is None:
        return f"At today's numbers a change of {wanted} would not show within five years."
    return f"With {plural(more, 'more ' + grain_word(trend.measure))} like the last one, a change of {wanted} would show."


def grain_word(measure: Measure) -> str:
    """quarter, half-year, year: how long a shown period is."""
    return display_grain(measure.grain)
