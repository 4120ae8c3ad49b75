"""One sentence for one mark: a point of a chart, a cell of the grid, a blank."""

from __future__ import annotations

from math import isnan, nan

from equity.blanks import MEANINGS, WORDS, marker_of
from equity.catalogue import Measure
from equity.counted import counted_words, size_words
from equity.counts import Count
from equity.numbers import RATIO_PLACES, capitalised, estimate_words, interval_words, places_of, ratio_words, told_gap, within_sentence
from equity.rates import Estimate
from equity.sentences.names import Names
from equity.sentences.phrases import from_to, reach_words
from equity.trend import GapPoint
from equity.verdicts import CANNOT_TELL_YET, VERDICT_WORDS


def point_sentence(point: GapPoint, names: Names) -> str:
    """One period: both rates, the gap and the ratio with their intervals; or what is missing."""
    sides = ((names.focus, point.focus, point.focus_rate), (names.reference, point.reference, point.reference_rate))
    said = ", ".join(side_words(*side, names.multiplier) for side in sides)
    return f"{point.period.label}: {said}. {gap_sentence(point, names)}"


def people_behind(point: GapPoint | None, names: Names) -> str:
    """n: how many people of each group the latest gap rests on, in the words of the release; nothing where there is none."""
    if point is None or not (point.focus.known and point.reference.known):
        return ""
    return f" n in {point.period.label}: {size_words(point.focus)} {names.focus}, {size_words(point.reference)} {names.reference}."


def side_words(name: str, count: Count, rate: Estimate, multiplier: int) -> str:
    """One group's rate, or its blank."""
    if rate.known:
        return f"{name} {estimate_words(rate, multiplier)}"
    return f"{name} {WORDS[count.blank]}" if count.blank else f"no {name}"


def gap_sentence(point: GapPoint, names: Names) -> str:
    """The gap on both scales, or why there is none."""
    if point.blank is not None:
        return f"Gap: {WORDS[point.blank]}."
    gap, multiplier = point.gap, names.multiplier
    words = f"Gap {told_gap(gap, multiplier)}, likely {interval_words(gap, places_of(multiplier, gap.value))}."
    if isnan(point.ratio.value):
        return f"{words} No ratio: neither group had the event."
    return f"{words} Ratio {ratio_words(point.ratio.value)}, likely {interval_words(point.ratio, RATIO_PLACES)}."


def cell_sentence(
    team: str,
    measure: Measure,
    *,
    word: str | None = None,
    blank: str | None = None,
    start: float = nan,
    end: float = nan,
    detectable: float = nan,
    crossed: bool = False,
) -> str:
    """One team and measure: the verdict with its fitted ends, or the blank; cannot tell yet says its price."""
    subject = f"{team}, {within_sentence(measure.short_name)}"
    if word is None:
        return blank_sentence(subject, blank)
    said = VERDICT_WORDS[word] + (", and the gap crossed zero" if crossed else "")
    if word == CANNOT_TELL_YET:
        # Below four periods there is no line yet, and so no size that would stand out.
        price = "" if isnan(detectable) else f" {reach_words(detectable, measure)}"
        return f"{subject}: {said}.{price}"
    ends = "" if isnan(start) or isnan(end) else f" By the trend line the gap went from {from_to(start, end, measure.scale, measure.multiplier)}."
    return f"{subject}: {said}.{ends}"


def blank_sentence(subject: str, blank: str | None) -> str:
    """What a blank means: Cedar Hollow, preterm birth: hidden. Counted, but too few people to show."""
    if blank is None:
        return f"{capitalised(subject)}: no verdict yet."
    return f"{capitalised(subject)}: {WORDS[blank]}. {MEANINGS[marker_of(blank)]}"


def group_sentence(name: str, period: str, count: Count, rate: Estimate, multiplier: int) -> str:
    """One group in one period: its rate, interval and counts, or its blank."""
    if not rate.known:
        return f"{capitalised(side_words(name, count, rate, multiplier))}, {period}."
    likely = interval_words(rate, places_of(multiplier, rate.value))
    return f"{capitalised(name)} {estimate_words(rate, multiplier)}, likely {likely}, {period} ({counted_words(count)})."
