"""Every group against one reference group: gap, ratio, tests, people, and whether it counts as a disparity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import inf, nan

from equity.catalogue import Measure
from equity.comparison_tests import exact_p_value, pooled_p_value
from equity.counts import Count
from equity.disparity import adverse_ratio, complement, gap_estimate, rate_ratio, worse_sign
from equity.multiplicity import benjamini_hochberg, holm
from equity.rates import NOT_COMPUTABLE, Estimate, rate_estimate
from equity.reach import excess_people, people_to_reach

# AHRQ's National Healthcare Quality and Disparities Report.
LARGEST_P, SMALLEST_RELATIVE = 0.05, 10.0
WORSE, BETTER, SAME, NOT_KNOWN = "worse", "better", "same", "not known"


@dataclass(frozen=True, slots=True)
class Pair:
    """One group beside its reference group.

    gap          shown units, positive = the group is worse off
    ratio        of the rates as the measure counts them, turned so that above 1 = the group is worse off
    bad_ratio    the same of the bad event, the ratio that is shown
    excess       people by whom the group falls short of the reference rate; to_reach: the same as whole people, None where only a size is told
    relative, relative_complement   percent by which the group's rate, and its complement, lie off the reference's
    standing     worse, better, same by the double criterion; not known
    """

    gap: Estimate
    ratio: Estimate
    bad_ratio: Estimate
    p_value: float
    p_exact: float
    excess: Estimate
    to_reach: int | None
    relative: float
    relative_complement: float
    standing: str
    p_holm: float = nan
    p_screened: float = nan

    @property
    def standing_in_family(self) -> str:
        """The same where the groups were tested together: by the p-value after Holm's step."""
        return NOT_KNOWN if self.standing == NOT_KNOWN else standing_of(self.gap.value, self.p_holm, self.relative, self.relative_complement)


UNKNOWN_PAIR = Pair(NOT_COMPUTABLE, NOT_COMPUTABLE, NOT_COMPUTABLE, nan, nan, NOT_COMPUTABLE, None, nan, nan, NOT_KNOWN)


def every_group_against(groups: Mapping[str, Count], reference: Count, measure: Measure) -> dict[str, Pair]:
    """Each group against the reference group, with p-values adjusted for their number.

    Takes    groups: counts by code, the reference group itself left out.
    Returns  the same codes; p_holm: for this family; p_screened: Benjamini-Hochberg.
    Reads    every group, never only the extreme one: the worst of equal groups always looks bad.
    Source   measures.md section 1; trend_and_practice.md section 5.
    """
    return each_against({code: (count, reference) for code, count in groups.items()}, measure)


def each_against(sides: Mapping[str, tuple[Count, Count]], measure: Measure) -> dict[str, Pair]:
    """The same where each group has a reference of its own. Takes (group, reference) by code."""
    pairs = {code: compared(*counts, measure) for code, counts in sides.items()}
    p_values = [pair.p_value for pair in pairs.values()]
    adjusted = zip(pairs.items(), holm(p_values), benjamini_hochberg(p_values), strict=True)
    return {code: replace(pair, p_holm=family, p_screened=screened) for (code, pair), family, screened in adjusted}


def compared(group: Count, reference: Count, measure: Measure) -> Pair:
    """One group against the reference group; UNKNOWN_PAIR where a count is not known or the measure has no rate.

    Reads    gap above 0, ratio above 1: the group is worse off.
    Source   measures.md section 1: Newcombe for the gap, Katz or score for the ratio.
    """
    if not (group.known and reference.known and measure.has_rate):
        return UNKNOWN_PAIR
    sign = worse_sign(measure)
    gap = gap_estimate(rate_estimate(group, measure), rate_estimate(reference, measure), sign)
    upper, lower = (group, reference) if sign > 0 else (reference, group)
    p_value = pooled_p_value(group, reference, measure.number)
    relative = relative_difference(group, reference)
    opposite = relative_difference(complement(group), complement(reference)) if measure.number == "proportion" else nan
    return Pair(
        gap,
        rate_ratio(upper, lower, measure.number),
        adverse_ratio(group, reference, measure, sign),
        p_value,
        exact_p_value(group, reference, measure.number),
        excess_people(group, reference, measure),
        people_to_reach(group, reference, measure) if group.is_exact else None,
        relative,
        opposite,
        standing_of(gap.value, p_value, relative, opposite),
    )


def relative_difference(group: Count, reference: Count) -> float:
    """Percent by which the group's rate lies above the reference's; inf above a rate of nought, nan between two of them."""
    rate, other = group.numerator / group.denominator, reference.numerator / reference.denominator
    if other == 0:
        return inf if rate else nan
    return 100 * (rate - other) / other


def standing_of(gap: float, p_value: float, *relatives: float) -> str:
    """The double criterion: a difference that is no chance (p <= .05) and not small (10 % of the rate, or of its complement).

    Reads    worse: the group is worse off than its reference group.
    Source   AHRQ National Healthcare Quality and Disparities Report, methods; trend_and_practice.md section 2.
    """
    if p_value > LARGEST_P or not any(abs(relative) >= SMALLEST_RELATIVE for relative in relatives):
        return SAME
    return WORSE if gap > 0 else BETTER
