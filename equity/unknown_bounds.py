"""What people of unknown group could do to a gap: its range, whoever they are."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from equity.catalogue import Measure
from equity.counts import Count
from equity.disparity import worse_sign
from equity.numbers import gap_words


@dataclass(frozen=True, slots=True)
class UnknownBounds:
    """The gap in shown units, above 0 = the focus group is worse off.

    known: without those of unknown group; if_focus, if_reference: all of them belonged to that group;
    least, most: the widest range of all: those with the event to one group, those without to the other.
    share: of all people, how many are of unknown group.
    """

    known: float
    if_focus: float
    if_reference: float
    least: float
    most: float
    share: float

    @property
    def low(self) -> float:
        """The lower end of the range that is told: everybody in one group or in the other."""
        return min(self.known, self.if_focus, self.if_reference)

    @property
    def high(self) -> float:
        return max(self.known, self.if_focus, self.if_reference)

    @property
    def may_turn(self) -> bool:
        """True where the unknown alone could put the other group behind."""
        return self.low < 0 < self.high


@dataclass(frozen=True, slots=True)
class Known:
    """Two groups' counts, both known."""

    focus: Count
    reference: Count


NOTHING = UnknownBounds(nan, nan, nan, nan, nan, nan)


def unknown_bounds(groups: Known, unknown: Count, measure: Measure) -> UnknownBounds:
    """The range of the gap over whom the people of unknown group belong to.

    Takes    groups that do not overlap and, with the unknown, are all people: a gap against one group of many has other bounds.
    Returns  nan where a count is not known; the gap itself where nobody is of unknown group.
    Reads    a range that does not hold 0 cannot be explained away by the unknown; chance is not in it: see the gap's interval.
    Source   Manski 1990 (bounds without assumptions); the corners: an event moves a group's rate up wherever it is put, so the ends lie there.
    """
    focus, reference = groups.focus, groups.reference
    if not (focus.known and reference.known and unknown.blank is None and unknown.denominator is not None):
        return NOTHING
    sign = worse_sign(measure) * measure.multiplier
    events, people = unknown.numerator, unknown.denominator
    # A proportion's people divide into those with and without the event; the person-time of a rate does not.
    kinds = ((events, events), (0, people - events)) if measure.number == "proportion" else ((events, 0), (0, people))
    none, all_of_them = (0, 0), (events, people)

    def gap(to_focus: tuple[int, int], to_reference: tuple[int, int]) -> float:
        return sign * (rate_with(focus, to_focus) - rate_with(reference, to_reference))

    ends = sorted((gap(*kinds), gap(*reversed(kinds))))
    total = people + focus.denominator + reference.denominator
    return UnknownBounds(gap(none, none), gap(all_of_them, none), gap(none, all_of_them), *ends, people / total)


def rate_with(count: Count, more: tuple[int, int]) -> float:
    """The rate with so many more events and people."""
    return (count.numerator + more[0]) / (count.denominator + more[1])


def unknown_words(bounds: UnknownBounds, multiplier: int) -> str:
    """The range in words; empty where it is no wider than the gap as written."""
    ends = [gap_words(end, multiplier) for end in (bounds.low, bounds.high)]
    if bounds.share != bounds.share or ends[0] == ends[1]:
        return ""
    turned = " The other group could even be the one that is worse off." if bounds.may_turn else ""
    return f"If all people of unknown group were in one group or the other, the gap would be from {ends[0]} to {ends[1]}.{turned}"
