"""Rate of one group in one period, with its 95 % interval."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import isnan, nan, sqrt

from equity.catalogue import Measure
from equity.counts import Count
from equity.distributions import beta_quantile, gamma_quantile, normal_p_value, student_reach

Z95 = 1.959963984540054
# Byar's approximation holds from ten events on; below, the Poisson limits are exact (PHEindicatormethods).
FEWEST_FOR_BYAR = 10


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value and its 95 % interval; nan where it cannot be computed. is_whole: it is told in whole shown units alone."""

    value: float
    low: float
    high: float
    is_whole: bool = False

    @property
    def known(self) -> bool:
        return not isnan(self.value)

    def times(self, factor: float) -> Estimate:
        """The same in another unit; a negative factor turns the interval round."""
        ends = (self.low * factor, self.high * factor)
        return Estimate(self.value * factor, *(ends if factor > 0 else ends[::-1]), self.is_whole)

    def as_told(self) -> Estimate:
        """The same as it may be told: an average of values in whole units is told in whole units too."""
        if not self.is_whole:
            return self
        value = float(round(self.value))
        return Estimate(value, min(self.low, value), max(self.high, value), is_whole=True)


NOT_COMPUTABLE = Estimate(nan, nan, nan)


@dataclass(frozen=True, slots=True)
class SampleDesign:
    """How people came to be counted.

    effect: how many times the variance is that of a simple random sample, above 0;
    freedom: clusters less strata, above 0; None = nobody was drawn in clusters.
    """

    effect: float = 1.0
    freedom: float | None = None


# All of a team's patients are counted, each as one: what every count in the store is.
CENSUS = SampleDesign()


def wilson_interval(numerator: int, denominator: int, z: float = Z95) -> tuple[float, float]:
    """Wilson's score interval of a proportion; the denominator is above 0.

    Source   Wilson 1927; measures.md section 1.
    """
    share, z2 = numerator / denominator, z * z
    middle = share + z2 / (2 * denominator)
    half = z * sqrt(share * (1 - share) / denominator + z2 / (4 * denominator * denominator))
    stretch = 1 + z2 / denominator
    # Rounding must not push the limit past the estimate at 0 and 100 %.
    low = 0.0 if numerator == 0 else (middle - half) / stretch
    high = 1.0 if numerator == denominator else (middle + half) / stretch
    return low, high


def byar_interval(numerator: int, denominator: float, z: float = Z95) -> tuple[float, float]:
    """Byar's interval of a rate; exact Poisson below ten events.

    Source   Breslow & Day 1987; measures.md section 5.
    """
    if numerator < FEWEST_FOR_BYAR:
        low, high = exact_poisson_limits(numerator, z)
    else:
        above = numerator + 1
        low = numerator * (1 - 1 / (9 * numerator) - z / (3 * sqrt(numerator))) ** 3
        high = above * (1 - 1 / (9 * above) + z / (3 * sqrt(above))) ** 3
    return low / denominator, high / denominator


@lru_cache(maxsize=1024)
def exact_poisson_limits(events: int, z: float = Z95) -> tuple[float, float]:
    """Means under which so many events, or more, or fewer, have half the error each.

    Source   Garwood 1936: quantiles of gamma distributions.
    """
    tail = normal_p_value(z) / 2
    return 0.0 if events == 0 else gamma_quantile(tail, events), gamma_quantile(1 - tail, events + 1)


@lru_cache(maxsize=4096)
def clopper_pearson_interval(numerator: int, denominator: int, z: float = Z95) -> tuple[float, float]:
    """Exact interval of a proportion: at least the stated coverage for any rate; the denominator is above 0.

    Source   Clopper & Pearson 1934; that of Korn & Graubard 1998 for a simple random sample.
    """
    return beta_limits(numerator, denominator - numerator, normal_p_value(z) / 2)


def beta_limits(events: float, others: float, tail: float) -> tuple[float, float]:
    """Shares under which so many events, or more, or fewer, have this chance each; the counts need not be whole."""
    low = 0.0 if events == 0 else beta_quantile(tail, events, others + 1)
    high = 1.0 if others == 0 else 1 - beta_quantile(tail, others, events + 1)
    return low, high


def effective_people(denominator: int, design: SampleDesign) -> float:
    """So many people, drawn one by one, would tell as much; never more than were counted.

    Source   Korn & Graubard 1998; the step from the people's to the clusters' degrees of freedom: Parker et al. 2017, NCHS Series 2 no. 175.
    """
    worth = denominator / design.effect
    if design.freedom is not None and denominator > 1:
        tails = normal_p_value(Z95)
        worth *= (student_reach(tails, denominator - 1) / student_reach(tails, design.freedom)) ** 2
    return min(worth, denominator)


def korn_graubard_interval(numerator: int, denominator: int, design: SampleDesign = CENSUS) -> tuple[float, float]:
    """Exact interval of a proportion of people who were drawn in clusters or with weights; the denominator is above 0.

    Reads    Clopper and Pearson's for as many people as the sample is worth: its own where the design effect is 1 and nobody was drawn in clusters.
    Source   Korn & Graubard 1998; NCHS 2017 as above.
    """
    worth = effective_people(denominator, design)
    if worth == denominator:
        return clopper_pearson_interval(numerator, denominator)
    share = numerator / denominator
    return beta_limits(share * worth, (1 - share) * worth, normal_p_value(Z95) / 2)


def rate_estimate(count: Count, measure: Measure) -> Estimate:
    """The rate in shown units: Wilson's interval for a proportion, Byar's for a rate.

    Returns  nan where nothing is known, the denominator is 0, or the measure forms no rate.
    """
    if not (count.known and measure.has_rate):
        return NOT_COMPUTABLE
    interval = wilson_interval if measure.number == "proportion" else byar_interval
    low, high = interval(count.numerator, count.denominator)
    value = count.numerator / count.denominator
    return Estimate(value * measure.multiplier, low * measure.multiplier, high * measure.multiplier, count.is_whole)
