"""Several groups' rates, weights and errors as arrays, and what a summary of them is or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from math import isnan, nan, sqrt

import numpy as np

from equity.catalogue import Measure
from equity.counts import Count
from equity.disparity import worse_sign
from equity.rates import Z95

TOO_FEW = "At least {least} groups with a known rate are needed."
NO_ORDER = "The groups have no order from worse off to better off."
NO_WEIGHTS = "The number of people is not known for every group."
NO_REFERENCE = "No reference group with a known rate is named."
MUCH_MISSING = "{missing} of {all} groups have no known rate: what is said of all groups leaves them out."
# WHO's HEAT computes nothing below; of an order no group may be missing.
SMALLEST_KNOWN_SHARE = 0.85
ALL_NOUGHT = "Every group's rate is 0."
A_NOUGHT = "A group's rate is 0: this measure has no value there."
ALL_EQUAL = "All groups' rates are equal: there is no gradient to fit."
EVERYBODY = "Everybody has the event."
NO_FIT = "No gradient fits these rates: they step from nobody to everybody."


@dataclass(frozen=True, slots=True)
class GroupRate:
    """One group: rate and standard error in one unit, people as its weight; nan = not known. rank: 1 = most disadvantaged; None = no order."""

    name: str
    rate: float
    error: float = nan
    people: float = nan
    rank: float | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """One summary measure; error and limits nan where they cannot be computed.

    reason   why there is no value; empty where there is one
    """

    value: float
    error: float = nan
    low: float = nan
    high: float = nan
    reason: str = ""

    def times(self, factor: float) -> Summary:
        """The same in another unit, the factor above 0."""
        return Summary(self.value * factor, self.error * factor, self.low * factor, self.high * factor)


@dataclass(frozen=True)
class RatedGroups:
    """Groups whose rate is known, in their order where they have one, else as given: the first wins a tie.

    favourable   a higher rate is better
    scale        the unit: 100 for percent
    reference    the reference group's name, or None
    average      the rate of all people, used only where weights are missing
    missing      how many groups were left out because nothing is known of them
    """

    groups: tuple[GroupRate, ...]
    favourable: bool
    scale: float = 100
    reference: str | None = None
    average: float = nan
    missing: int = 0

    @classmethod
    def of(cls, groups: Sequence[GroupRate], **options: object) -> RatedGroups:
        """Drops what is not known, then sorts if every group left has a rank."""
        known = [group for group in groups if not isnan(group.rate)]
        if all(group.rank is not None for group in known):
            known.sort(key=lambda group: group.rank)
        return cls(tuple(known), missing=len(groups) - len(known), **options)

    @property
    def caution(self) -> str:
        """What to say where too many groups are missing for a summary to speak for all; else empty."""
        every = len(self.groups) + self.missing
        allowed = 0 if self.ordered else (1 - SMALLEST_KNOWN_SHARE) * every
        return MUCH_MISSING.format(missing=self.missing, all=every) if self.missing > allowed else ""

    @property
    def ordered(self) -> bool:
        return all(group.rank is not None for group in self.groups)

    @cached_property
    def rates(self) -> np.ndarray:
        return np.array([group.rate for group in self.groups], dtype=float)

    @cached_property
    def errors(self) -> np.ndarray:
        return np.array([group.error for group in self.groups], dtype=float)

    @cached_property
    def people(self) -> np.ndarray:
        return np.array([group.people for group in self.groups], dtype=float)

    @property
    def weighted(self) -> bool:
        return bool(self.people.sum() > 0)

    @cached_property
    def shares(self) -> np.ndarray:
        """Each group's share of all people; equal ones where weights are missing."""
        return self.people / self.people.sum() if self.weighted else np.full(len(self.groups), 1 / len(self.groups))

    @cached_property
    def mean(self) -> float:
        """The rate of all people: from the weights, else as given, else the plain mean."""
        return float(self.shares @ self.rates) if self.weighted or isnan(self.average) else self.average

    @property
    def places(self) -> np.ndarray:
        """The middle of each group on the line from the most disadvantaged person (0) to the most advantaged (1)."""
        return np.cumsum(self.shares) - self.shares / 2

    @property
    def reference_place(self) -> int | None:
        """Where the reference group stands; None where it has no known rate."""
        return next((place for place, group in enumerate(self.groups) if group.name == self.reference), None)

    @property
    def best_place(self) -> int:
        """The group with the best rate; among ties the largest, then the first."""
        best = self.rates.max() if self.favourable else self.rates.min()
        return max(np.flatnonzero(self.rates == best), key=lambda place: (np.nan_to_num(self.people[place]), -place))


def groups_of_counts(counts: Mapping[str, Count], measure: Measure, *, ranks: Mapping[str, int] | None = None, reference: str | None = None) -> RatedGroups:
    """Rates in shown units with binomial (or Poisson) errors, weighted by their denominators.

    Takes    counts by group code; ranks: 1 = most disadvantaged, for an ordered division.
    Source   measures.md section 0.
    """
    rated = [group_rate(code, count, measure, (ranks or {}).get(code)) for code, count in counts.items()]
    return RatedGroups.of(rated, favourable=worse_sign(measure) < 0, scale=float(measure.multiplier), reference=reference)


def group_rate(name: str, count: Count, measure: Measure, rank: int | None) -> GroupRate:
    """One group's rate; nan where its count is not known."""
    if not (count.known and measure.has_rate):
        return GroupRate(name, nan, rank=rank)
    rate = count.numerator / count.denominator
    variance = rate * (1 - rate if measure.number == "proportion" else 1) / count.denominator
    return GroupRate(name, rate * measure.multiplier, sqrt(variance) * measure.multiplier, count.denominator, rank)


def not_computed(reason: str) -> Summary:
    """No value, and why."""
    return Summary(nan, reason=reason)


def with_error(value: float, error: float, *, scale: float = 1.0) -> Summary:
    """A value with its symmetric interval; scale turns both into another unit."""
    value, error = float(value) * scale, float(error) * scale
    return Summary(value, error, value - Z95 * error, value + Z95 * error)


Measured = Callable[[RatedGroups], Summary]


def delta_error(groups: RatedGroups, gradient: np.ndarray) -> float:
    """Standard error of what changes so with each group's rate, from each group's own error; nan where one is missing."""
    return sqrt(float(((gradient * groups.errors) ** 2).sum()))


def needs(*, least: int = 2, order: bool = False, weights: str = "", reference: str = "") -> Callable[[Measured], Measured]:
    """A summary measure that answers with the reason where these groups do not allow it.

    Takes    weights: "all" = people of every group, "mean" = those or the average; reference: "must" be named, or "if" named then known.
    """

    def guard(measured: Measured) -> Measured:
        @wraps(measured)
        def guarded(groups: RatedGroups) -> Summary:
            lacks = (
                (len(groups.groups) < least, TOO_FEW.format(least=least)),
                (order and not groups.ordered, NO_ORDER),
                (lacks_weights(groups, weights), NO_WEIGHTS),
                (lacks_reference(groups, reference), NO_REFERENCE),
                (not groups.rates.any(), ALL_NOUGHT),
            )
            reason = next((reason for lack, reason in lacks if lack), "")
            return not_computed(reason) if reason else measured(groups)

        return guarded

    return guard


def lacks_weights(groups: RatedGroups, needed: str) -> bool:
    """Whether people, or anything else that the rate of all could come from, are missing."""
    return bool(needed) and not groups.weighted and (needed == "all" or isnan(groups.average))


def lacks_reference(groups: RatedGroups, needed: str) -> bool:
    """Whether the reference group is missing; an order needs none."""
    asked = needed == "must" or (needed == "if" and groups.reference is not None and not groups.ordered)
    return asked and groups.reference_place is None
