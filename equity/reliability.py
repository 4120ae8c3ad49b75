"""Is a rate exact enough to be shown? The presentation standards of the US National Center for Health Statistics."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nan, sqrt

from equity.catalogue import Measure
from equity.counts import Count
from equity.rates import CENSUS, SampleDesign, effective_people, exact_poisson_limits, korn_graubard_interval, wilson_interval

# What stands beside a rate that is shown and that nobody should lean on: in full, and in a cell.
UNSTEADY_WORDS, UNSTEADY = "Too few people for a steady figure.", "not steady"
PRESENT, REVIEW, UNRELIABLE, SUPPRESS = "present", "review", "unreliable", "suppress"
# Parker et al. 2017, Vital and Health Statistics 2(175).
FEWEST_PEOPLE, NARROW, WIDE, WIDEST_RELATIVE, LEAST_FREEDOM = 30, 0.05, 0.30, 130.0, 8
# Parker et al. 2023, Vital and Health Statistics 2(200).
FEWEST_EVENTS, FEWEST_AT_RISK, WIDEST_RELATIVE_RATE = 10, 10, 160.0
WILSON_MARGIN = 3


@dataclass(frozen=True, slots=True)
class Reliability:
    """Whether a rate may be shown, and why.

    standing   present, review, unreliable (the rate may be shown, its complement not), suppress
    low, high  exact limits, per person; relative, complement: the interval's width in percent of the rate and of its complement
    error      standard error in percent of the rate; nan without events
    """

    standing: str
    reason: str
    low: float
    high: float
    relative: float
    complement: float
    error: float

    @property
    def width(self) -> float:
        return self.high - self.low


NOTHING_KNOWN = Reliability(SUPPRESS, "Nothing is known here.", nan, nan, nan, nan, nan)


def reliability_of(count: Count, measure: Measure) -> Reliability:
    """The standing of one rate, by the standard for its kind.

    Reads    suppress: too inexact to be read as a rate; it says nothing about privacy.
    Source   see the two standards below.
    """
    if not (count.known and measure.has_rate):
        return NOTHING_KNOWN
    return proportion_reliability(count) if measure.number == "proportion" else rate_reliability(count)


def is_steady(count: Count, measure: Measure) -> bool:
    """True where the standard lets a rate be read as one; the answer of reliability_of, for a page that asks it of every team.

    Reads    the exact interval is never wider than Wilson's and this margin together, so that most large counts need no exact one.
    """
    if count.known and measure.number == "proportion" and count.denominator >= FEWEST_PEOPLE:
        low, high = wilson_interval(count.numerator, count.denominator)
        widest = high - low + WILSON_MARGIN / count.denominator
        if widest < NARROW or (widest < WIDE and percent_of(widest * count.denominator, count.numerator) < WIDEST_RELATIVE):
            return True
    return reliability_of(count, measure).standing != SUPPRESS


def proportion_reliability(count: Count, design: SampleDesign = CENSUS) -> Reliability:
    """The standing of a proportion of a known count.

    Takes    design: how people were drawn; a team counts all of its own.
    Reads    unreliable: of the complement only.
    Source   Parker et al. 2017, NCHS Vital and Health Statistics 2(175).
    """
    share = count.numerator / count.denominator
    low, high = korn_graubard_interval(count.numerator, count.denominator, design)
    relative, complement = percent_of(high - low, share), percent_of(high - low, 1 - share)
    standing, reason = proportion_standing(count, high - low, relative, complement, design=design)
    error = percent_of(sqrt(share * (1 - share) * design.effect / count.denominator), share) if share else nan
    return Reliability(standing, reason, low, high, relative, complement, error)


def proportion_standing(count: Count, width: float, relative: float, complement: float, *, design: SampleDesign = CENSUS) -> tuple[str, str]:
    """The standard's steps in their order: the first that applies decides."""
    if count.denominator < FEWEST_PEOPLE:
        return SUPPRESS, f"Fewer than {FEWEST_PEOPLE} people are counted."
    if effective_people(count.denominator, design) < FEWEST_PEOPLE:
        return SUPPRESS, f"The sample is worth fewer than {FEWEST_PEOPLE} people."
    if width >= WIDE:
        return SUPPRESS, f"The interval is {100 * width:.0f} points wide; {100 * WIDE:.0f} is too wide."
    if width > NARROW and relative > WIDEST_RELATIVE:
        return SUPPRESS, f"The interval is wider than {WIDEST_RELATIVE:.0f} % of the rate."
    if design.freedom is not None and design.freedom < LEAST_FREEDOM:
        return REVIEW, f"The sample has fewer than {LEAST_FREEDOM} degrees of freedom."
    if count.numerator in (0, count.denominator):
        return REVIEW, "Nobody has the event." if count.numerator == 0 else "Everybody has the event."
    if width > NARROW and complement > WIDEST_RELATIVE:
        return UNRELIABLE, f"The interval is wider than {WIDEST_RELATIVE:.0f} % of the share of those without the event."
    return PRESENT, "Exact enough to be shown."


def rate_reliability(count: Count) -> Reliability:
    """The standing of a rate of a known count.

    Source   Parker et al. 2023, NCHS Vital and Health Statistics 2(200).
    """
    rate = count.numerator / count.denominator
    low, high = (end / count.denominator for end in exact_poisson_limits(count.numerator))
    relative = percent_of(high - low, rate)
    standing, reason = rate_standing(count, relative)
    return Reliability(standing, reason, low, high, relative, nan, 100 / sqrt(count.numerator) if count.numerator else nan)


def rate_standing(count: Count, relative: float) -> tuple[str, str]:
    """The standard's steps in their order."""
    if count.numerator < FEWEST_EVENTS:
        return SUPPRESS, f"Fewer than {FEWEST_EVENTS} events are counted."
    if count.denominator < FEWEST_AT_RISK:
        return SUPPRESS, f"Fewer than {FEWEST_AT_RISK} people are counted."
    if relative > WIDEST_RELATIVE_RATE:
        return SUPPRESS, f"The interval is wider than {WIDEST_RELATIVE_RATE:.0f} % of the rate."
    return PRESENT, "Exact enough to be shown."


def percent_of(part: float, whole: float) -> float:
    """Part in percent of the whole; inf of nought."""
    return 100 * part / whole if whole else inf
